/** `textDocument/formatting` and `rangeFormatting`: the safe fixes of the page, or of the blocks a range touches. */

import type { DocumentFormattingParams, DocumentRangeFormattingParams, TextEdit } from "vscode-languageserver";
import { safeEdits } from "../../core/fixes.ts";
import type { Span } from "../../core/text.ts";
import type { Asked, Feature } from "../feature.ts";
import { wholeFix } from "../whole-fix.ts";

export const formatting: Feature<DocumentFormattingParams, TextEdit[] | null> = {
  method: "textDocument/formatting",
  provides: () => ({ documentFormattingProvider: true }),
  empty: null,
  answer: (asked) => wholeFix(asked).map(asked.at.edit),
};

export const rangeFormatting: Feature<DocumentRangeFormattingParams, TextEdit[] | null> = {
  method: "textDocument/rangeFormatting",
  provides: () => ({ documentRangeFormattingProvider: true }),
  empty: null,
  answer(asked, { range }) {
    const touched = blocksTouched(asked, asked.at.span(range));
    if (!touched) return [];
    const edits = safeEdits(asked.analysis.findings);
    return edits.filter(({ start, end }) => start >= touched.start && end <= touched.end).map(asked.at.edit);
  },
};

/** From the start of the first to the end of the last block that the span touches. */
function blocksTouched({ analysis }: Asked, span: Span): Span | undefined {
  const touched = analysis.blocks.filter(({ start, end }) => start <= span.end && end >= span.start);
  const [first, last] = [touched[0], touched.at(-1)];
  return first && last ? { start: first.start, end: last.end } : undefined;
}
