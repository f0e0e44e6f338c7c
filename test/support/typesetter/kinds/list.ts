/** Lists: numbered and bulleted items, telephone numbers, notices, winners, programmes. */

import { setParagraph } from "../lines.ts";
import type { Random } from "../random.ts";
import { SLOTS } from "../stock/names.ts";
import type { SettingStyle } from "../types.ts";
import { type BlockKind, type ColumnAround, type Row, repeat, rows, say, several, type WriteBlock } from "./types.ts";

const LONG = [
  "{部门}牵头，{县}配合，{月}底前完成摸底登记，逐户建立台账",
  "对{路}沿线{小}处破损井盖全部更换，夜间施工不得超过22时",
  "每个村至少选出{小}名网格员，名单在村务公开栏张贴七天",
  "凡年满60周岁的常住居民，凭身份证到{社区}领取体检卡",
  "收购{作物}一律现款结算，不打白条，不压级压价",
  "{学校}周边{数}米内不得设置流动摊点，由城管队员轮班值守",
  "参赛作品不超过{千}字，文体不限，来稿请注明姓名和电话",
];
const SHORT = [
  "更换老旧水表",
  "清理河道垃圾",
  "硬化村内道路",
  "安装太阳能路灯",
  "开设老年食堂",
  "补种行道树",
  "修缮文化广场",
];
const PLACES = ["文化馆一楼展厅", "滨河路口袋公园", "学府路小剧场", "市图书馆报告厅", "老城十字街东口", "体育中心南门"];
const EVENTS = ["剪纸体验课", "书法讲座", "少儿合唱专场", "健步走", "旧书交换会", "皮影戏展演", "茶艺表演", "专家义诊"];
const SHOWS = ["砚州新闻", "天气预报", "田间课堂", "百姓说事", "老剧场", "动画乐园", "法治在线课", "健康夜话"];

const MARKS: Readonly<Record<string, (index: number) => string>> = {
  "①": (i) => String.fromCharCode(0x2460 + i),
  "1.": (i) => `${i + 1}.`,
  "1. ": (i) => `${i + 1}. `,
  "1、": (i) => `${i + 1}、`,
  "(1)": (i) => `（${i + 1}）`,
  "（一）": (i) => `（${"一二三四五六七八九"[i]}）`,
  "一、": (i) => `${"一二三四五六七八九"[i]}、`,
};
const BULLETS = ["●", "■", "·", "◆", "▲", "★", "○", "—— ", "● ", "■ "];

/** Items set in the column as paragraphs are, each with its mark. */
function items(mark: (index: number) => string, stock: readonly string[], end: string): WriteBlock {
  return (random, column) =>
    setRows(
      several(stock, 3, 5, random).map((item, i) => mark(i) + say(item, random) + end),
      random.chance(0.5) ? column : { ...column, indent: false },
      random,
    );
}

/** Rows broken into lines as the paragraphs of their column are. */
export function setRows(texts: readonly string[], column: ColumnAround, random: Random): Row[] {
  const { indent, lead, measure } = column;
  const style: SettingStyle = { squeeze: 0, numberGap: 0, hang: true, indent };
  const columns = [{ measure: Math.max(6, measure) }];
  return texts.map((text) =>
    setParagraph(text, { columns, used: 0 }, style, random).map(
      (line) => (line.first && indent ? lead : "") + line.text,
    ),
  );
}

const numbered =
  (stock: readonly string[]): WriteBlock =>
  (random, column) =>
    items(random.pick(Object.values(MARKS)), stock, random.pick(["。", "；", ""]))(random, column);

const bulleted =
  (stock: readonly string[]): WriteBlock =>
  (random, column) => {
    const bullet = random.pick(BULLETS);
    return items(() => bullet, stock, random.pick(["。", ""]))(random, column);
  };

const telephones: WriteBlock = (random) => {
  const join = random.pick(["：", " ", "  ", "\u3000", "——"]);
  return rows(
    several(SLOTS.部门 as readonly string[], 3, 6, random).map((body) => body + join + say("{电话}", random)),
  );
};

const shortTelephones: WriteBlock = (random) => {
  const join = random.pick([" ", "：", ""]);
  const calls = ["报警", "供水抢修", "供电服务", "燃气抢修", "公交咨询", "医保热线"];
  const call = (): string => `${random.int(1, 9)}${random.int(1000, 9999)}${random.int(10, 99)}`;
  return rows(several(calls, 3, 6, random).map((what) => what + join + call()));
};

const notice: WriteBlock = (random) => {
  const facts = [
    `时间：${say("{月日}{时}", random)}`,
    `地点：${random.pick(PLACES)}`,
    `主办：${say("{部门}", random)}`,
    `报名电话：${say("{电话}", random)}`,
    `联系人：${say("{新人}", random)}`,
    `票价：${random.int(1, 8) * 10}元`,
    `乘车路线：${random.int(2, 60)}路到${say("{路}", random)}下车`,
  ];
  return rows(facts.slice(0, random.int(3, facts.length)));
};

const winners: WriteBlock = (random) => {
  const [join, between] = [random.pick(["：", " ", "（各奖500元）："]), random.pick([" ", "、"])];
  const names = (count: number): string => repeat(count, () => say("{新人}", random)).join(between);
  const prizes = ["一等奖", "二等奖", "三等奖", "优秀奖"].slice(0, random.int(3, 4));
  return rows(prizes.map((prize, i) => prize + join + names(i + 1)));
};

const winnersOfBodies: WriteBlock = (random) => rows(repeat(random.int(3, 7), () => say("{新人}（{学校}）", random)));

const timetable: WriteBlock = (random) => {
  let hour = random.int(7, 10);
  const dash = random.pick(["-", "—", "～", "至"]);
  return rows(
    repeat(random.int(3, 5), () => {
      const from = hour;
      hour += random.int(1, 2);
      return `${from}:${random.pick(["00", "30"])}${dash}${hour}:${random.pick(["00", "30"])} ${random.pick(EVENTS)}`;
    }),
  );
};

const programme: WriteBlock = (random) => {
  const gap = random.pick([" ", "", "\u3000"]);
  return rows(
    several(SHOWS, 3, 7, random).map((show, i) => `${17 + (i % 7)}:${random.pick(["05", "30", "55"])}${gap}${show}`),
  );
};

const addresses: WriteBlock = (random) => rows(repeat(random.int(3, 5), () => say("{社区}服务站 {路}{数}号", random)));

const contents: WriteBlock = (random) => {
  const [join, end] = random.pick([
    ["……", ""],
    [" ", ""],
    ["（", "）"],
  ] as const);
  return rows(several([...SHORT, ...EVENTS], 3, 6, random).map((head, i) => `${head}${join}${i + 2}版${end}`));
};

const bare: WriteBlock = (random) => rows(several([...SHORT, ...EVENTS, ...PLACES], 3, 7, random));

export const LIST: BlockKind = {
  name: "list",
  places: "both",
  keepsBlanks: false,
  variants: {
    "numbered, long": numbered(LONG),
    "numbered, short": numbered(SHORT),
    "bullets, long": bulleted(LONG),
    "bullets, short": bulleted(SHORT),
    telephones,
    "short telephones": shortTelephones,
    notice,
    winners,
    "winners with schools": winnersOfBodies,
    timetable,
    programme,
    addresses,
    contents,
    bare,
  },
};
