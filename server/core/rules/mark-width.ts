/** Half-width marks in Chinese text, and full-width ones in figures. */

import type { Block } from "../layout/types.ts";
import type { Analysis } from "../page/analysis.ts";
import type { BareFinding } from "../page/finding.ts";
import { FULL_WIDTH } from "../tables/marks.ts";
import { looksTransliterated } from "../tables/transliterating.ts";
import type { Span } from "../text/text.ts";
import { byText } from "./by-text.ts";
import { joinedEdits, pageSpan } from "./joined-edits.ts";
import type { PageRule } from "./rule.ts";

/**
 * GB/T 15834-2011 (5.1) gives the marks of Chinese text the width of a character. Brackets are reported in running text
 * only: round the name of a column in a headline many papers set them half-width on purpose.
 */
export const markWidth: PageRule = {
  id: "mark-width",
  title: { zh: "标点全角半角", en: "Width of a mark" },
  why: {
    zh: "中文标点各占一个字的位置（GB/T 15834-2011），半角的逗号、句点、问号是西文的；数里的小数点和百分号反过来用半角（GB/T 15835-2011）。两种混用，断句、检索和排版都会出错。标题里栏目名两边的半角括号是不少报纸的体例，不报。改的是字符，所以逐处由编辑决定。",
    en:
      "The marks of Chinese text take the width of a character (GB/T 15834-2011); half-width ones are those of " +
      "Western text. Inside a figure it is the other way round (GB/T 15835-2011). With both on a page, sentences, " +
      "searches and lines come out wrong. Half-width brackets round the name of a column in a headline are the style " +
      "of many papers and not reported. A character changes, so each is an editor's choice.",
  },
  severity: "information",
  fixes: ["unsafe"],
  counts: "mark",
  examples: [
    { page: "天气晴朗⟦,⟧适合出行⟦;⟧大家都很高兴⟦.⟧\n", fixed: "天气晴朗，适合出行；大家都很高兴。\n" },
    { page: "云溪县⟦(前称云溪厅)⟧修路。\n", fixed: "云溪县（前称云溪厅）修路。\n" },
    { page: "产量增长12⟦．⟧5⟦％⟧。\n", fixed: "产量增长12.5%。\n" },
  ],
  silent: [
    { page: "上午9:30开会，共1,234人，增长12.5%。\n" },
    { page: "为出行提供保障(快评)\n" },
    { page: "网址:https://example.com/a?b=c，邮箱a.b@example.com。\n" },
    { page: "一.加强领导，压实责任...\n" },
    { page: "Spring, in Yunxi: a visit!\n" },
  ],

  *check(analysis) {
    for (const [b, { marks, brackets, inFigures }] of inTexts(analysis.blocks).entries()) {
      const block = analysis.blocks[b] as Block;
      for (const mark of marks) yield findingOf(analysis, block, mark);
      for (const span of brackets) yield bracketFinding(analysis, block, span);
      for (const mark of inFigures) yield findingOf(analysis, block, mark);
    }
  },
};

/** A mark of the wrong width, and the right one. */
interface WrongMark extends Span {
  readonly right: string;
}

const inTexts = byText((text) => ({
  marks: [...halfWidth(text)],
  brackets: [...bracketsIn(text)],
  inFigures: [...fullWidth(text)],
}));

const MARK = /[,;:?!.]/gu;
const CHINESE = /[\p{Script=Han}，。、；：？！“”‘’（）《》〈〉「」『』【】〔〕]/u;

function* halfWidth(text: string): Generator<WrongMark> {
  for (const { index: start, 0: mark } of text.matchAll(MARK)) {
    const left = text.charAt(start - 1);
    const right = /^[ \u3000]*(\S?)/u.exec(text.slice(start + 1, start + 4))?.[1] ?? "";
    const isChinese = mark === "." ? isFullStop(text, start, right) : belongsToChinese(mark, left, right);
    if (isChinese) yield { start, end: start + 1, right: widened(text, start, mark) };
  }
}

/** Whether a mark other than a point stands in Chinese text; beside a Latin word or between digits it does not. */
function belongsToChinese(mark: string, left: string, right: string): boolean {
  if (/[\p{Script=Latin}/\\,;:?!.]/u.test(right) || /[,;:?!.]/u.test(left)) return false;
  if (CHINESE.test(left)) return true;
  return /[\d%％℃]/u.test(left) && /[,;?!]/u.test(mark) && /\p{Script=Han}/u.test(right);
}

/** Whether a point ends a sentence or parts a foreign name; the points of `一.` and of `...` do neither. */
function isFullStop(text: string, start: number, right: string): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  if (!/[\p{Script=Han}”）]$/u.test(before) || /(?:^|[\s。；：])[一二三四五六七八九十]{1,3}$/u.test(before))
    return false;
  return right === "" || CHINESE.test(right);
}

function widened(text: string, start: number, mark: string): string {
  const [before, after] = [text.slice(Math.max(0, start - 2), start), text.slice(start + 1, start + 3)];
  const isName = mark === "." && after.length === 2 && before.length === 2 && looksTransliterated(before + after);
  return isName ? "·" : (FULL_WIDTH.get(mark) ?? mark);
}

const BRACKETED = /\(([^()\n]{1,80})\)/gu;

function* bracketsIn(text: string): Generator<Span> {
  if (!text.includes("(") || !text.includes("。")) return;
  for (const { index: start, 0: whole, 1: inside = "" } of text.matchAll(BRACKETED)) {
    const end = start + whole.length;
    if (!/\p{Script=Han}/u.test(inside) || !CHINESE.test(text.charAt(start - 1))) continue;
    yield { start, end };
  }
}

function bracketFinding(analysis: Analysis, block: Block, { start, end }: Span): BareFinding {
  return {
    ...pageSpan(analysis, block, { start, end }),
    message: { zh: "中文里的括号应为全角（）", en: "Brackets in Chinese text are full-width: （）" },
    fix: {
      title: { zh: "改为全角括号", en: "Replace with full-width brackets" },
      safety: "unsafe",
      edits: [
        ...joinedEdits(analysis, block, { start, end: start + 1 }, "（"),
        ...joinedEdits(analysis, block, { start: end - 1, end }, "）"),
      ],
    },
  };
}

/** A point between half-width digits, a sign after one; those of full-width digits are look-alikes. */
const IN_FIGURE = /(?<=\d)(?:．(?=\d)|％)/gu;

function* fullWidth(text: string): Generator<WrongMark> {
  for (const { index: start, 0: mark } of text.matchAll(IN_FIGURE))
    yield { start, end: start + 1, right: mark === "％" ? "%" : "." };
}

function findingOf(analysis: Analysis, block: Block, { right, ...span }: WrongMark): BareFinding {
  const wrong = block.text.slice(span.start, span.end);
  return {
    ...pageSpan(analysis, block, span),
    message: /[.%]/u.test(right)
      ? { zh: `数里的“${wrong}”应为半角“${right}”`, en: `“${wrong}” in a figure is half-width: “${right}”` }
      : { zh: `中文里的“${wrong}”应为“${right}”`, en: `“${wrong}” in Chinese text should be “${right}”` },
    fix: {
      title: { zh: `改为“${right}”`, en: `Replace with “${right}”` },
      safety: "unsafe",
      edits: joinedEdits(analysis, block, span, right),
    },
  };
}
