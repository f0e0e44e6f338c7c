/** Hostile and page-like texts without end: each is a function of its seed, so that any can be had again. */

import { analyze } from "../../server/core/analyze.ts";
import { safeEdits } from "../../server/core/fix/edits.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../server/core/page/settings.ts";
import { RULES } from "../../server/core/rules/index.ts";
import { applyEdits } from "../../server/core/text/text.ts";
import { longText } from "../support/long-text.ts";
import { DIALECTS, type Random, randomFrom, randomPage } from "../support/typesetter/index.ts";

/** A page and the settings that it is read with. */
export interface FuzzCase {
  readonly kind: KindName;
  readonly page: string;
  readonly settings: Settings;
}

type KindName = (typeof KINDS)[number]["name"];

/** The case of a seed. */
export function fuzzCase(seed: number): FuzzCase {
  const random = randomFrom(seed);
  const kind = random.weighted(KINDS.map((one) => [one, one.weight] as const));
  return { kind: kind.name, page: kind.make(random), settings: anySettings(random) };
}

/** Most pages are read with what nobody has set. */
function anySettings(random: Random): Settings {
  if (random.chance(0.7)) return DEFAULT_SETTINGS;
  const numberSpacing = random.chance(0.6) ? "spaced" : "none";
  if (random.chance(0.5)) return { ...DEFAULT_SETTINGS, numberSpacing };
  const rules: Record<string, "off" | "error"> = {};
  for (const { id } of RULES) if (random.chance(0.15)) rules[id] = random.pick(["off", "error"]);
  return { ...DEFAULT_SETTINGS, numberSpacing, fixableSeverity: "rule", rules };
}

const BLANKS = [
  " ",
  " ",
  " ",
  "  ",
  "\t",
  "\u3000",
  "\u3000\u3000",
  "\u00a0",
  "\u2002",
  "\u200b",
  "\ufeff",
  "\v",
  "\f",
];
const BREAKS = ["\n", "\n\n", "\n\n", "\n\n\n", "\r\n", "\r\n\r\n", "\r", "\n \n", "\n\u3000\n", "\u2028", "\u0085"];
const HAN = [..."云溪县青川市人民政府的大会在上午召开和了是有不这我个中国家发展建设项目工程路村民群众说道出行开工投资"];
const FIGURES = [..."0123456789一二三十百千万亿〇○０１９"];
const UNITS = [
  "年",
  "月",
  "日",
  "亿元",
  "万人",
  "%",
  "％",
  "公里",
  "个",
  "名",
  "时",
  "分",
  "号",
  "版",
  "期",
  "：",
  ":",
];
const MARKS = [..."，。、；：？！“”‘’（）《》【】〔〕—…·～%℃-+.,:/()\"'〈〉「」"];
const WORDS = [
  "记者",
  "通讯员 ",
  "王强 ",
  "本报讯",
  "（记者 李明）",
  "新华社青川2月15日电",
  "2026 年",
  "1 234 567",
  "以 实 际 行 动 迎 接 丰 收",
  "2 0 2 6 年",
  "１２．５％",
  "12. 5%",
  "2021 — 2025年",
  "全 县上下",
  "，确 保各项工作落到实 处。",
  " · ",
  "moun-",
  "tain",
  "（下转第2版）",
  "（上接第一版）",
  "第 3 版 要闻",
  "图为大桥。",
  "责任编辑：王强",
  "——",
  "……",
  "□ 本报记者 李明",
  "一、",
  "（一）",
  "1. ",
];
/** What no newspaper prints and extractors yet hand over. */
const HOSTILE = [
  "⼈",
  "⽉",
  "⻓",
  "⺠",
  "\uf9d1",
  "\u{2f804}",
  "\u{20000}",
  "\ud840",
  "\udc00",
  "\u0000",
  "\u001b[31m",
  "😀",
  "👨\u200d👩\u200d👧",
  "\u00ad",
  "\u200d",
  "\u200c",
  "\u2060",
  "\ue5e5",
  "\ufffd",
  "\uffff",
  "e\u0301",
  "\ufe0f",
  "\u{e0100}",
  "\u202e",
  "\u202c",
  "\u180e",
  "\u2029",
  "ﾊ",
  "가",
  "ع",
  "__proto__",
];

/** Kinds of texts. The short ones are the many: a case costs by its length, and what breaks a promise is seldom long. */
const KINDS = [
  { name: "soup", weight: 30, make: soup },
  { name: "display", weight: 14, make: display },
  { name: "columns", weight: 20, make: columns },
  { name: "window", weight: 16, make: windowOfPage },
  { name: "mutated", weight: 10, make: (random: Random): string => mutated(windowOfPage(random), random) },
  { name: "half-fixed", weight: 5, make: (random: Random): string => halfFixed(windowOfPage(random), random) },
  { name: "joined", weight: 4, make: joined },
  { name: "page", weight: 1, make: (random: Random): string => typesetPage(random) },
  // It costs as much as a thousand others.
  {
    name: "book",
    weight: 0.004,
    make: (random: Random): string => mutated(longText(30_000, random.int(1, 200)), random),
  },
] as const;

/** Characters and pieces in any order. */
function soup(random: Random): string {
  const hostile = random.chance(0.3) ? 2 : 0.2;
  return pieces(random.int(0, 50), () =>
    random.pick(
      random.weighted<readonly string[]>([
        [HAN, 8],
        [FIGURES, 3],
        [MARKS, 2],
        [WORDS, 2],
        [UNITS, 1],
        [BLANKS, 3],
        [BREAKS, 2.5],
        [HOSTILE, hostile],
      ]),
    ),
  );
}

/** A few short lines with blanks in them, as headings, labels, rows and verse have. */
function display(random: Random): string {
  const blanks = random.next();
  const separator = random.pick(BREAKS.slice(0, 5));
  const line = (): string =>
    pieces(random.int(1, 14), () => {
      const piece = random.weighted<string>([
        [random.pick(HAN), 10],
        [random.pick(FIGURES), 2],
        [random.pick(MARKS), 1],
        [random.pick(UNITS), 1],
        [random.pick(WORDS), 0.3],
      ]);
      return random.chance(blanks) ? piece + random.pick(BLANKS.slice(0, 6)) : piece;
    });
  const lines = Array.from({ length: random.int(1, 8) }, line);
  if (random.chance(0.4)) lines.splice(random.int(0, lines.length), 0, ...sentence(random).split("\n"));
  return lines.join(separator) + random.pick(["", "\n", separator]);
}

/** Running text in columns, cut by a measure wherever that falls, with what extractors do to it. */
function columns(random: Random): string {
  const measure = random.int(4, 26);
  const separator = random.pick(BREAKS.slice(0, 8));
  const spaced = random.pick([0, 0, 0.1, 0.5, 1]);
  const lines: string[] = [];
  for (let paragraph = random.int(1, 3); paragraph > 0; paragraph -= 1) {
    const text = [...pieces(random.int(1, 3), () => sentence(random))];
    let room = measure - random.pick([0, 2]);
    for (let at = 0; at < text.length; ) {
      const line = text.slice(at, at + room + random.pick([0, 0, 0, -1, 1]));
      at += Math.max(1, line.length);
      room = measure;
      lines.push(line.join(random.chance(0.05) ? " " : ""));
    }
    if (random.chance(0.3)) lines.push(random.pick(WORDS));
  }
  return lines.map((line) => withBlanksAtNumbers(line, spaced, random)).join(separator) + random.pick(["", separator]);
}

function withBlanksAtNumbers(line: string, share: number, random: Random): string {
  return line.replace(/(?<=\p{Script=Han})(?=\d)|(?<=\d)(?=\p{Script=Han})/gu, () => (random.chance(share) ? " " : ""));
}

/** A sentence of nothing in particular. */
function sentence(random: Random): string {
  return pieces(random.int(5, 20), () =>
    random.weighted<string>([
      [random.pick(HAN), 14],
      [`${random.int(0, 3000)}${random.pick(UNITS)}`, 1],
      [random.pick(MARKS), 1],
      [random.pick(WORDS), 0.3],
    ]),
  ).concat(random.pick(["。", "。", "，", "”", ""]));
}

/** A few lines in a row of a typeset page. */
function windowOfPage(random: Random): string {
  const lines = typesetPage(random).split(/(?<=\n)/u);
  const length = random.int(1, 16);
  const from = random.int(0, Math.max(0, lines.length - length));
  return lines.slice(from, from + length).join("");
}

/** So many typeset pages are made, and used again. */
const PAGES = 400;
const pages = new Map<number, string>();

function typesetPage(random: Random): string {
  const seed = random.int(0, PAGES - 1);
  const known = pages.get(seed);
  if (known !== undefined) return known;
  const dialect = DIALECTS[seed % DIALECTS.length] ?? "seed";
  const kind = [{ dialect }, { varied: true }, { ordered: true }][seed % 3];
  const { text } = randomPage(seed, { ...kind, articles: [1, 3] });
  pages.set(seed, text);
  return text;
}

/** A text after some edits, each of which people or programs make. */
function mutated(text: string, random: Random): string {
  let now = text;
  for (let edits = random.int(1, 6); edits > 0; edits -= 1) {
    const at = random.int(0, now.length);
    const until = Math.min(now.length, at + random.int(0, 12));
    const other = random.int(0, now.length);
    const put = random.weighted<string>([
      ["", 3],
      [random.pick(BLANKS), 3],
      [random.pick(BREAKS), 3],
      [random.pick(MARKS), 2],
      [random.pick(HOSTILE), 2],
      [random.pick(WORDS), 1],
      [random.pick(FIGURES), 1],
      [now.slice(other, other + random.int(0, 30)), 2],
    ]);
    now = now.slice(0, at) + put + now.slice(random.chance(0.5) ? at : until);
  }
  return random.chance(0.1) ? now.replaceAll("\n", random.pick(["\r\n", "\r", "\u2028"])) : now;
}

/** A text of which some of the safe fixes are made. */
function halfFixed(text: string, random: Random): string {
  const share = random.next();
  return applyEdits(
    text,
    safeEdits(analyze(text).findings).filter(() => random.chance(share)),
  );
}

/** Two or three texts one after the other. */
function joined(random: Random): string {
  const makers = [soup, display, columns, windowOfPage];
  return pieces(2, () => random.pick(makers)(random) + random.pick(["", ...BREAKS]));
}

function pieces(count: number, piece: () => string): string {
  return Array.from({ length: count }, piece).join("");
}
