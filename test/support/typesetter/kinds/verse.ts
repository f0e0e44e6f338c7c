/** Verse of our own: lines of five and seven characters, with and without marks, couplets, free verse, stanzas. */

import type { Random } from "../random.ts";
import { type BlockKind, repeat, rows, say, several, type WriteBlock } from "./types.ts";

const FIVE = [
  "山雨入新村",
  "溪声过小桥",
  "人归灯火晚",
  "茶熟满园香",
  "风起荷塘静",
  "云开石径斜",
  "稻浪连天远",
  "炊烟隔岸轻",
  "渡口船初系",
  "田头犬不惊",
  "老井泉犹冽",
  "新楼月正明",
  "梨花开又落",
  "燕子去还来",
  "檐下听春水",
  "窗前数晓星",
]; // prettier-ignore
const SEVEN = [
  "一夜东风绿到河",
  "满坡新树向阳多",
  "渠水穿村声细细",
  "炉烟绕屋影婆娑",
  "谁家笛子吹明月",
  "几处秧田起棹歌",
  "老汉门前夸好雨",
  "孩童桥上放风鹅",
  "石板街长灯似豆",
  "青砖巷窄酒如波",
  "车上云端三百里",
  "货通山外一条河",
  "莫道梨沟天地小",
  "且看枫渡客商过",
  "今宵同坐谷场上",
  "共话来年稻几箩",
]; // prettier-ignore
const FREE = [
  "我又一次走过那座石桥",
  "桥下的水",
  "比去年低了一些",
  "母亲站在灯下",
  "像一株安静的麦子",
  "风从北坡吹来",
  "带着泥土和柴草的味道",
  "那时我们都还年轻",
  "在打谷场上数星星",
  "数到天亮",
  "也没有数完",
  "如今城里的窗户一扇一扇亮起",
  "我仍在夜里",
  "听见河水翻身的声音",
  "它说",
  "回来吧",
  "门没有锁",
]; // prettier-ignore
const TITLES = ["砚江秋夜", "过石佛镇", "回乡", "梨花沟即事", "桥", "守夜人", "写给一条河"];

/** Lines with the marks that close a verse: a comma, then a full stop, in turns. */
const marked = (lines: readonly string[]): string[] => lines.map((line, i) => line + (i % 2 === 0 ? "，" : "。"));

/** A title, a writer and stanzas of lines. */
function poem(lines: readonly string[], random: Random): string[] {
  return [
    random.pick(TITLES),
    random.pick(["□ {新人}", "{新人}", "◎{新人}"].map((form) => say(form, random))),
    ...lines,
  ];
}

const even = (stock: readonly string[], random: Random): string[] => {
  const lines = several(stock, 4, 8, random);
  return lines.slice(0, lines.length & ~1);
};

const couplets =
  (stock: readonly string[], join: string, end: string): WriteBlock =>
  (random) => {
    const lines = even(stock, random);
    return rows(repeat(lines.length / 2, (i) => `${lines[2 * i]}${join}${lines[2 * i + 1]}${end}`));
  };

/** A free verse's lines: in the order of the stock from anywhere on, ragged. */
const free = (random: Random): string[] => {
  const from = random.int(0, FREE.length - 6);
  return FREE.slice(from, from + random.int(4, 9));
};

/** Each line set in, as verse is set in the middle of its column. */
const indented =
  (write: WriteBlock): WriteBlock =>
  (random, column) => {
    const lead = random.pick(["    ", "\u3000\u3000", "  "]);
    return write(random, column).map((row) => row.map((line) => lead + line));
  };

const antithesis: WriteBlock = (random) => {
  const [first = "", second = ""] = random.shuffle(SEVEN);
  return rows([`上联：${first}`, `下联：${second}`, `横批：${random.pick(["春满砚州", "风调雨顺", "家和业兴"])}`]);
};

export const VERSE: BlockKind = {
  name: "verse",
  places: "both",
  keepsBlanks: true,
  variants: {
    "five, marked": (random) => rows(marked(even(FIVE, random))),
    "five, bare": (random) => rows(even(FIVE, random)),
    "seven, marked": (random) => rows(marked(even(SEVEN, random))),
    "seven, bare": (random) => rows(even(SEVEN, random)),
    "five, couplets": couplets(FIVE, "，", "。"),
    "seven, couplets": couplets(SEVEN, "，", "。"),
    "seven, couplets with a blank": couplets(SEVEN, " ", ""),
    "set in": indented((random) => rows(random.chance(0.5) ? marked(even(SEVEN, random)) : even(FIVE, random))),
    "free, bare": (random) => rows(free(random)),
    "free, marked": (random) =>
      rows(free(random).map((line, i, all) => line + (i === all.length - 1 ? "。" : random.pick(["，", "", "。"])))),
    "titled, old": (random) => rows(poem(marked(even(SEVEN, random)), random)),
    "titled, free": (random) => rows(poem(free(random), random)),
    antithesis,
  },
};
