/** Captions that fall into a sentence: on one line or several, with the photographer, without, or with him apart. */

import { setDisplay } from "../lines.ts";
import type { Random } from "../random.ts";
import type { SettingStyle } from "../types.ts";
import { type BlockKind, type ColumnAround, type Row, say, type WriteBlock } from "./types.ts";

const SCENES = [
  "{村}村民正在晾晒{作物}",
  "{企业}的工人在生产线上检验产品",
  "{人}（左）在查看{作物}长势",
  "{学校}的学生在操场上踢球",
  "{社区}志愿者为老人送去刚出锅的饺子",
  "航拍镜头下的{山水}，湖面上白鹭成群",
  "{部门}工作人员在{路}清理积水，保障车辆通行",
];
const CREDITS = [
  "{新人} 摄",
  "{新人}摄",
  "记者 {新人} 摄",
  "本报记者 {新人} 摄",
  "通讯员 {新人} 摄影报道",
  "（资料图片）",
];
const STYLE: SettingStyle = { squeeze: 0, numberGap: 0, hang: true, indent: false };

const scene = (random: Random): string => {
  const what = random.pick(SCENES);
  return say(random.pick([`图为${what}。`, `{月日}，${what}。`, `▲${what}。`, `上图：${what}。`, `${what}。`]), random);
};

/** A text on as many lines as the width of its picture, in em, asks for. */
const set = (text: string, width: number, random: Random): Row =>
  setDisplay(text, width, STYLE, random).map((line) => line.text);

const withCredit =
  (width: (random: Random, column: ColumnAround) => number, join: string): WriteBlock =>
  (random, column) => [set(scene(random) + join + say(random.pick(CREDITS), random), width(random, column), random)];

const wide = (): number => 99;
const narrow = (random: Random): number => random.int(9, 16);
const asText = (_: Random, { measure }: ColumnAround): number => measure;

export const CAPTION: BlockKind = {
  name: "caption",
  places: "inside",
  keepsBlanks: false,
  variants: {
    "one line, credit": withCredit(wide, ""),
    "one line, credit after a blank": withCredit(wide, " "),
    "narrow, credit": withCredit(narrow, " "),
    "as wide as the text, credit": withCredit(asText, " "),
    "one line, no credit": (random) => [[scene(random)]],
    "narrow, no credit": (random) => [set(scene(random), narrow(random), random)],
    "credit apart": (random) => [set(scene(random), narrow(random), random), [say(random.pick(CREDITS), random)]],
    "credit alone": (random) => [[say(random.pick(CREDITS), random)]],
  },
};
