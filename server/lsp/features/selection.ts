/** `textDocument/selectionRange`: from a sentence to its paragraph, its article and the page. */

import type { Position, SelectionRange, SelectionRangeParams } from "vscode-languageserver";
import type { Analysis } from "../../core/analyze.ts";
import { type Block, blockAt, toJoined, toPageSpans } from "../../core/layout/index.ts";
import type { Span } from "../../core/text.ts";
import type { Asked, Feature } from "../feature.ts";

export const selection: Feature<SelectionRangeParams, SelectionRange[] | null> = {
  method: "textDocument/selectionRange",
  provides: () => ({ selectionRangeProvider: true }),
  empty: null,
  answer: (asked, { positions }) => positions.map((position) => selectionAt(asked, position)),
};

/** The narrowest span at the position, each inside the next wider one. */
function selectionAt({ analysis, at }: Asked, position: Position): SelectionRange {
  const offset = at.offset(position);
  let chosen: SelectionRange = { range: at.range({ start: 0, end: analysis.text.length }) };
  let last: Span = { start: 0, end: analysis.text.length };
  for (const span of spansAt(analysis, offset)) {
    const inside = span.start >= last.start && span.end <= last.end;
    if (!inside || (span.start === last.start && span.end === last.end)) continue;
    chosen = { range: at.range(span), parent: chosen };
    last = span;
  }
  return chosen;
}

/** The spans that hold the offset, from wide to narrow. */
function spansAt(analysis: Analysis, offset: number): Span[] {
  const block = blockAt(analysis.blocks, offset);
  const article = analysis.articles.find(({ start, end }) => start <= offset && offset <= end);
  return [article, block, block && sentenceAt(analysis.text, block, offset)].filter((span) => span !== undefined);
}

/** A sentence ends behind its mark and the quotes and brackets that close after it. */
const SENTENCE = /[^。！？!?…]*(?:[。！？!?…]+[”’」』）》】〉)"']*|$)/gu;

/** The sentence of the block that holds a page offset, as one span of the page with the wraps inside. */
function sentenceAt(page: string, block: Block, offset: number): Span | undefined {
  const at = toJoined(block, offset);
  for (const { index, 0: sentence } of block.text.matchAll(SENTENCE)) {
    const end = index + sentence.length;
    if (sentence === "" || (at >= end && end < block.text.length)) continue;
    const lead = sentence.length - sentence.trimStart().length;
    const spans = toPageSpans(page, block, index + lead, end);
    const [first, last] = [spans[0], spans.at(-1)];
    return first && last && first.start <= offset && offset <= last.end
      ? { start: first.start, end: last.end }
      : undefined;
  }
  return undefined;
}
