/** White space that means nothing: beside marks, without width, at line ends, and between or around blocks. */

import type { Analysis } from "../page/analysis.ts";
import type { BareFinding } from "../page/finding.ts";
import type { Localised } from "../text/locale.ts";
import { indexAtOffset, type Page } from "../text/text.ts";
import { breaksOf, characterEnd, characterStart, gapEdits } from "./gap-edits.ts";
import type { PageRule } from "./rule.ts";

export const strayBlank: PageRule = {
  id: "stray-blank",
  title: { zh: "多余空白", en: "Stray white space" },
  why: {
    zh: "标点自带间隙，前后不再空格（GB/T 15834-2011）；中文行文字与字之间也没有空格，有意义的空格（署名、标题的两半、口号、栏目与正文之间）不算，吃不准的只提示、不自动删；零宽空格看不见，却使搜索落空；段落之间空一行，文件以一个换行结束。",
    en:
      "Punctuation brings its own space (GB/T 15834-2011), and running Chinese text has no blank between two " +
      "characters; those that mean something (in bylines, between the halves of a headline or slogan, after a " +
      "label) stay, and where that is doubtful nothing goes by itself. A zero-width space is invisible and " +
      "still defeats a search; blocks stand one blank line apart, and a file ends with one line break.",
  },
  severity: "information",
  fixes: ["safe", "doubtful"],
  examples: [
    { page: "天气晴⟦朗 ，⟧适合出行。\n", fixed: "天气晴朗，适合出行。\n" },
    { page: "云溪⟦县\u200b委⟧开会。\n", fixed: "云溪县委开会。\n" },
    { page: "县里开会，要求各乡镇抓⟦紧 修⟧路。\n", fixed: "县里开会，要求各乡镇抓紧修路。\n" },
    { page: "乡风文⟦明 村⟧里办起了书屋。\n", fixed: "乡风文明村里办起了书屋。\n" },
    {
      page: "图为云溪县城一角。记者 王某某 摄⟦\n\n\n\n⟧□ 本报记者 王某某\n",
      fixed: "图为云溪县城一角。记者 王某某 摄\n\n□ 本报记者 王某某\n",
    },
  ],
  silent: [
    { page: "　　云溪县委开会。\n\n　　青川市修路。\n" },
    { page: "记者 王某某 摄\n" },
    { page: "编者按 春耕时节，各县忙着备耕。\n" },
    { page: "会上唱起“青山常在 绿水长流”，掌声不断。\n" },
  ],

  *check(analysis) {
    yield* insideBlocks(analysis);
    yield* aroundBlocks(analysis);
  },
};

function* insideBlocks(analysis: Analysis): Generator<BareFinding> {
  const { text } = analysis;
  for (const { gap, edit, safety } of gapEdits(analysis, "stray")) {
    const hidden = !/[^\u200b\ufeff]/.test(text.slice(gap.start, gap.end));
    yield {
      start: characterStart(text, gap.start),
      end: characterEnd(text, gap.end),
      message: hidden ? HIDDEN : safety === "safe" ? STRAY : DOUBTFUL,
      fix: { title: { zh: "删去空格", en: "Remove the blank" }, safety, edits: [edit] },
    };
  }
}

const HIDDEN: Localised = { zh: "字间有看不见的零宽空格", en: "Invisible zero-width space" };
const STRAY: Localised = { zh: "此处不应有空格", en: "No blank belongs here" };
const DOUBTFUL: Localised = {
  zh: "此处的空格可能多余，也可能隔开小标题、词组或漏掉的标点，请看一眼",
  en: "This blank may be stray, or may part a run-in heading or stand for a lost mark: please look",
};

/** White space that is too much before the text, between its blocks and after it. */
export function* aroundBlocks({
  text,
  page,
  blocks,
}: Pick<Analysis, "text" | "page" | "blocks">): Generator<BareFinding> {
  const first = blocks[0];
  if (!first) return;
  const startOf = (offset: number): number => page.lines[indexAtOffset(page.lines, offset)]?.start ?? offset;

  // A BOM at the very start is the file's, not the text's.
  const top = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (startOf(first.start) > top) {
    yield removal(top, startOf(first.start), "", { zh: "正文之前有空行", en: "Blank lines before the text" });
  }
  for (const { end, start } of breaksOf(blocks)) {
    const between = strayBetween(text, end, startOf(start), page.eol);
    if (between) yield between;
  }
  if (page.followed) return;
  const { end } = blocks.at(-1) ?? first;
  const tail = text.slice(end);
  if (!ONE_LINE_BREAK.test(tail)) {
    const message =
      tail === "" || !/[\r\n]/.test(tail)
        ? { zh: "文件末尾缺换行", en: "The file does not end with a line break" }
        : { zh: "文件末尾有多余空白", en: "White space at the end of the file" };
    yield { ...removal(end, text.length, page.eol, message), start: characterStart(text, end) };
  }
}

/** White space that is too much between a block, which ends at an offset, and the line on which the next one starts. */
export function strayBetween(text: string, end: number, lineStart: number, eol: Page["eol"]): BareFinding | undefined {
  if (lineStart <= end) return undefined;
  const breaks = text.slice(end, lineStart);
  const count = breaks.match(LINE_BREAK)?.length ?? 0;
  // Where the blank line is missing, that is a finding of its own; only blanks before the line break are stray.
  if (count < 2) {
    const trailing = end + breaks.search(LINE_BREAK_ONCE);
    return trailing > end
      ? removal(end, trailing, "", { zh: "行末有空格", en: "Blanks at the end of the line" })
      : undefined;
  }
  if (count > 2) return removal(end, lineStart, eol + eol, { zh: "段落之间空行过多", en: "More than one blank line" });
  if (TWO_LINE_BREAKS.test(breaks)) return undefined;
  return removal(end, lineStart, eol + eol, {
    zh: "行末或空行里有空格",
    en: "Blanks at the end of a line or in a blank one",
  });
}

const LINE_BREAK = /\r\n|\n|\r/g;
const LINE_BREAK_ONCE = /[\r\n]/;
const ONE_LINE_BREAK = /^(?:\r\n|\n|\r)$/;
/** One blank line and nothing else. */
export const TWO_LINE_BREAKS = /^(?:\r\n|\n|\r(?!\n)){2}$/;

function removal(start: number, end: number, newText: string, message: BareFinding["message"]): BareFinding {
  return {
    start,
    end,
    message,
    fix: {
      title: newText === "" ? { zh: "删去空白", en: "Remove it" } : { zh: "整理空白", en: "Tidy the white space" },
      safety: "safe",
      edits: [{ start, end, newText }],
    },
  };
}
