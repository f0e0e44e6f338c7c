/** `textDocument/formatting` and `rangeFormatting`: the safe fixes of the page, or of the blocks a range touches. */

import type { DocumentFormattingParams, DocumentRangeFormattingParams, TextEdit } from "vscode-languageserver";
import { type Checked, checkedEdits } from "../../core/fix/checked.ts";
import { safeEdits } from "../../core/fix/edits.ts";
import type { Span } from "../../core/text/text.ts";
import { type Asked, type Feature, then } from "../feature.ts";
import { LSPErrorCodes, ResponseError } from "../library.ts";

export const formatting: Feature<DocumentFormattingParams, TextEdit[] | null> = {
  method: "textDocument/formatting",
  provides: () => ({ documentFormattingProvider: true }),
  empty: null,
  answer: (asked) => then(asked.fixed(), (fixed) => made(asked, fixed).edits.map(asked.at.edit)),
};

export const rangeFormatting: Feature<DocumentRangeFormattingParams, TextEdit[] | null> = {
  method: "textDocument/rangeFormatting",
  provides: () => ({ documentRangeFormattingProvider: true }),
  empty: null,
  answer(asked, { range }) {
    const { analysis, at } = asked;
    const touched = blocksTouched(asked, at.span(range));
    if (!touched) return [];
    const edits = safeEdits(analysis.findings).filter(({ start, end }) => start >= touched.start && end <= touched.end);
    return made(asked, checkedEdits(analysis.text, edits)).map(at.edit);
  },
};

/** @throws ResponseError, which an editor shows, where the fix was refused. */
function made<T>({ client }: Asked, checked: Checked<T>): T {
  if ("refused" in checked) throw new ResponseError(LSPErrorCodes.RequestFailed, client.say(checked.refused));
  return checked.value;
}

/** From the start of the first to the end of the last block that the span touches. */
function blocksTouched({ analysis }: Asked, span: Span): Span | undefined {
  const touched = analysis.blocks.filter(({ start, end }) => start <= span.end && end >= span.start);
  const [first, last] = [touched[0], touched.at(-1)];
  return first && last ? { start: first.start, end: last.end } : undefined;
}
