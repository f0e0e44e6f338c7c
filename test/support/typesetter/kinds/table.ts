/** Tables as an extractor leaves them: a row a line, or a cell a line. Every word and figure is made up. */

import type { Random } from "../random.ts";
import { SLOTS } from "../stock/names.ts";
import { type BlockKind, type Row, repeat, rows, say, several } from "./types.ts";

const COUNTIES = SLOTS.县 as readonly string[];
const SKY = ["晴", "多云", "阴", "小雨", "多云转晴", "晴转多云", "阵雨转阴", "雨夹雪"];
const GOODS = ["白菜", "土豆", "鸡蛋", "猪肉", "草鱼", "番茄", "黄瓜", "大葱", "苹果", "香蕉", "五花肉", "大豆油"];
const TEAMS = ["云岫队", "青垣队", "石淙队", "松荫队", "白渚队", "南泠队", "怀溪队", "禾川队", "砚州一队", "砚州二队"];
const MEASURED = ["总产值", "粮食产量", "财政收入", "用电量", "货运量", "新增就业", "旅游人次", "进出口额"];
const UNITS = ["亿元", "万吨", "万元", "亿千瓦时", "万人", "万人次", "%"];
const STOCKS = ["砚山机械", "启明光电", "鼎新轴承", "青垣陶瓷", "禾丰食品", "恒泽新材", "云岫茶业"];

const price = (random: Random): string => `${random.int(1, 58)}.${random.int(0, 9)}${random.int(0, 9)}`;
const signed = (random: Random): string => `${random.pick(["+", "-"])}${random.int(0, 9)}.${random.int(10, 99)}`;
const clock = (random: Random): string => `${random.int(6, 22)}:${random.pick(["00", "15", "30", "40"])}`;
const count = (random: Random): string => String(random.int(1, random.pick([9, 99, 999, 9999])));

/** The cells of a table, its header row first where it has one. */
type Cells = (random: Random) => string[][];

const FIGURES: Cells = (random) => {
  const [from, columns] = [random.int(1998, 2019), random.int(1, 6)];
  return repeat(random.int(2, 7), (i) => [String(from + i), ...repeat(columns, () => count(random))]);
};

const YEARS: Cells = (random) => {
  const from = random.int(2012, 2020);
  const head = random.chance(0.7) ? [["年份", "产量（吨）", "产值（万元）"]] : [];
  return [...head, ...repeat(random.int(3, 6), (i) => [`${from + i}年`, count(random), price(random)])];
};

const VOTES: Cells = (random) => {
  const numbered = random.chance(0.6);
  const unit = random.chance(0.3) ? "票" : "";
  return repeat(random.int(3, 8), (i) => [
    ...(numbered ? [String(i + 1)] : []),
    say("{新人}", random),
    `${random.int(300, 1900)}${unit}`,
  ]);
};

const MEDALS: Cells = (random) => {
  const head = random.chance(0.7) ? [["名次", "代表团", "金牌", "银牌", "铜牌", "总数"]] : [];
  return [
    ...head,
    ...several(TEAMS, 3, 6, random).map((team, i) => {
      const [gold, silver, bronze] = [random.int(0, 20), random.int(0, 20), random.int(0, 20)] as const;
      return [String(i + 1), team, ...[gold, silver, bronze, gold + silver + bronze].map(String)];
    }),
  ];
};

const STANDINGS: Cells = (random) => [
  ["球队", "胜", "平", "负", "积分"],
  ...several(TEAMS, 3, 6, random).map((team) => [team, ...repeat(4, () => String(random.int(0, 19)))]),
];

const SHARES: Cells = (random) => {
  const head = random.chance(0.5) ? [["代码", "名称", "收盘", "涨跌幅"]] : [];
  const code = (): string => `${random.pick(["600", "000", "300"])}${random.int(100, 999)}`;
  const list = several(STOCKS, 3, 6, random);
  return [...head, ...list.map((name) => [code(), name, price(random), `${signed(random)}%`])];
};

const LOTTERY: Cells = (random) => {
  const balls = (): string[] => repeat(6, () => String(random.int(1, 33)).padStart(2, "0"));
  const draw = random.int(1, 150);
  if (random.chance(0.5))
    return repeat(random.int(2, 4), (i) => [`第2022${String(draw + i).padStart(3, "0")}期`, ...balls()]);
  return [
    ["奖级", "中奖注数", "每注奖金"],
    ...["一等奖", "二等奖", "三等奖"].map((name) => [name, `${count(random)}注`, `${count(random)}元`]),
  ];
};

const WEATHER: Cells = (random) => {
  const sign = random.pick(["℃", "°C", ""]);
  const join = random.pick(["～", "-", "/", " "]);
  const wind = random.chance(0.5);
  return several(COUNTIES, 3, 7, random).map((county) => {
    const low = random.int(-9, 22);
    const air = `${low}${sign}${join}${low + random.int(4, 14)}${sign}`;
    return [
      county,
      random.pick(SKY),
      air,
      ...(wind ? [`${random.pick(["南", "西北", ""])}风${random.int(1, 5)}级`] : []),
    ];
  });
};

const PRICES: Cells = (random) => {
  const head = random.chance(0.6) ? [["品种", "单位", "今日价", "昨日价", "涨跌"]] : [];
  const list = several(GOODS, 3, 7, random);
  return [...head, ...list.map((name) => [name, "元/公斤", price(random), price(random), signed(random)])];
};

const SCHEDULE: Cells = (random) => {
  const head = random.chance(0.5) ? [["日期", "时间", "对阵", "场地"]] : [];
  const matches = repeat(random.int(3, 6), () => {
    const [a, b] = random.shuffle(TEAMS);
    return [say("{月日}", random), clock(random), `${a}—${b}`, `${random.pick(COUNTIES)}体育馆`];
  });
  return [...head, ...matches];
};

const TRAINS: Cells = (random) =>
  repeat(random.int(3, 6), () => {
    const [from, to] = random.shuffle(COUNTIES);
    const code = `${random.pick(["G", "D", "K", ""])}${random.int(101, 9999)}${random.pick(["次", ""])}`;
    return [code, `${from}站`, clock(random), `${to}站`, clock(random)];
  });

const UNIT_COLUMN: Cells = (random) => [
  ...(random.chance(0.7) ? [["指标", "单位", "数值", "同比"]] : []),
  ...several(MEASURED, 3, 6, random).map((name) => [name, random.pick(UNITS), price(random), signed(random)]),
];

const SCHOOLS: Cells = (random) =>
  repeat(random.int(3, 6), () => [
    say("{学校}", random),
    `${random.int(3, 20)}个`,
    `${random.int(120, 980)}人`,
    random.pick(["走读", "寄宿", "—", "含特长生"]),
  ]);

const WORDS: Cells = (random) =>
  repeat(random.int(3, 6), () => ["{乡镇}", "{村}", "{产业}"].map((s) => say(s, random)));

const NAMES: Cells = (random) => {
  const columns = random.int(3, 6);
  const name = (): string => {
    const full = say("{新人}", random);
    return full.length === 2 && random.chance(0.3) ? `${full[0]}\u3000${full[1]}` : full;
  };
  return repeat(random.int(2, 5), () => repeat(columns, name));
};

/** Each row on a line of its own, its cells parted as given. */
const parted =
  (cells: Cells, separator: string, edge = "") =>
  (random: Random): Row[] =>
    rows(cells(random).map((row) => edge + row.join(separator) + edge.trimEnd()));

/** Cells set below each other in columns of equal width, filled up with blanks. */
function aligned(random: Random): Row[] {
  const table = random.pick([PRICES, MEDALS, VOTES, UNIT_COLUMN])(random);
  const [blank, per] = random.pick([
    ["\u3000", 1],
    [" ", 2],
  ] as const);
  const width = Math.max(...table.flat().map((cell) => cell.length)) + 1;
  return rows(
    table.map((row) =>
      row
        .map((cell) => cell + blank.repeat(per * (width - cell.length)))
        .join("")
        .trimEnd(),
    ),
  );
}

const ANY: readonly Cells[] = [FIGURES, VOTES, MEDALS, SHARES, WEATHER, PRICES, SCHEDULE, TRAINS, UNIT_COLUMN];
const any: Cells = (random) => random.pick(ANY)(random);

export const TABLE: BlockKind = {
  name: "table",
  places: "both",
  keepsBlanks: true,
  variants: {
    figures: parted(FIGURES, " "),
    years: parted(YEARS, " "),
    votes: parted(VOTES, " "),
    medals: parted(MEDALS, " "),
    standings: parted(STANDINGS, " "),
    shares: parted(SHARES, " "),
    lottery: parted(LOTTERY, " "),
    weather: parted(WEATHER, " "),
    prices: parted(PRICES, " "),
    schedule: parted(SCHEDULE, " "),
    trains: parted(TRAINS, " "),
    units: parted(UNIT_COLUMN, " "),
    schools: parted(SCHOOLS, " "),
    words: parted(WORDS, " "),
    names: parted(NAMES, " "),
    aligned,
    tabs: parted(any, "\t"),
    "wide blanks": parted(any, "\u3000"),
    pipes: parted(any, " | "),
    "pipes at the edges": (random) => rows(any(random).map((row) => `| ${row.join(" | ")} |`)),
    "a cell a line": (random) => rows(any(random).slice(0, 4).flat()),
  },
};
