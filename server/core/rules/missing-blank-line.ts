/** Two blocks without the blank line that parts them. */

import type { Analysis } from "../page/analysis.ts";
import type { BareFinding } from "../page/finding.ts";
import { type Page, type Span, splitLines } from "../text/text.ts";
import { breaksOf, characterEnd } from "./gap-edits.ts";
import type { PageRule } from "./rule.ts";

export const missingBlankLine: PageRule = {
  id: "missing-blank-line",
  title: { zh: "段落之间缺空行", en: "Missing blank line" },
  why: {
    zh: "段落之间空一行，人和程序才能把分段与断行分清；标题贴着正文，也容易被当作正文的一行。",
    en: "A blank line between blocks tells a paragraph's end from a line's end, for people and programs; a headline without one passes for a line of the text.",
  },
  severity: "information",
  fixes: ["safe"],
  examples: [
    {
      page: "图为云溪县城一角。记者 王某某 摄\n⟦□⟧ 本报记者 王某某\n",
      fixed: "图为云溪县城一角。记者 王某某 摄\n\n□ 本报记者 王某某\n",
    },
  ],
  silent: [{ page: "图为云溪县城一角。记者 王某某 摄\n\n□ 本报记者 王某某\n" }],

  *check(analysis) {
    yield* missingBlankLines(analysis);
  },
};

/** The blank lines that are missing between the blocks of a page. */
export function* missingBlankLines({
  text,
  page,
  blocks,
}: Pick<Analysis, "text" | "page" | "blocks">): Generator<BareFinding> {
  let at = 0;
  for (const { end, start } of breaksOf(blocks)) {
    while ((page.lines[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= end) at += 1;
    const line = page.lines[at];
    const next = page.lines[at + 1];
    if (!line || !next || start < next.start || start >= (page.lines[at + 2]?.start ?? Number.POSITIVE_INFINITY))
      continue;
    yield missingBlankLineAt(text, start, { start: line.end, end: line.next }, page.eol);
  }
}

/** That a blank line is missing between a block, which ends at an offset, and the next one, whose line starts at another. */
export function missingBetween(
  text: string,
  { end, start, lineStart }: { readonly end: number; readonly start: number; readonly lineStart: number },
  eol: Page["eol"],
): BareFinding | undefined {
  const [only, ...others] = splitLines(text.slice(end, lineStart));
  return only && others.length === 1
    ? missingBlankLineAt(text, start, { start: end + only.end, end: lineStart }, eol)
    : undefined;
}

/** That a blank line is missing before the block that starts at an offset, where only one line break stands. */
function missingBlankLineAt(text: string, start: number, lineBreak: Span, eol: Page["eol"]): BareFinding {
  return {
    start,
    end: characterEnd(text, start),
    message: { zh: "与上一段之间缺空行", en: "No blank line before this block" },
    fix: {
      title: { zh: "补一个空行", en: "Insert a blank line" },
      safety: "safe",
      edits: [{ start: lineBreak.start, end: lineBreak.end, newText: eol + eol }],
    },
  };
}
