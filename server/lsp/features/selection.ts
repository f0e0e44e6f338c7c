/** `textDocument/selectionRange`: from a word to its sentence, its paragraph, its article and the page. */

import type { Position, SelectionRange, SelectionRangeParams } from "vscode-languageserver";
import { type Block, blockAt, toJoined, toPageSpans } from "../../core/layout/index.ts";
import type { Analysis } from "../../core/page/analysis.ts";
import type { Span } from "../../core/text/text.ts";
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
  const inside = block ? [sentenceAt(analysis.text, block, offset), wordAt(analysis.text, block, offset)] : [];
  return [article, block, ...inside].filter((span) => span !== undefined);
}

const WORDS = new Intl.Segmenter("zh", { granularity: "word" });
/** Characters on each side that decide where a word begins and ends. */
const CONTEXT = 40;

/** The word at a page offset, also one that a wrap cuts in two; between two words the one after, as editors have it. */
function wordAt(page: string, block: Block, offset: number): Span | undefined {
  const at = toJoined(block, offset);
  const from = Math.max(0, at - CONTEXT);
  for (const { segment, index, isWordLike } of WORDS.segment(block.text.slice(from, at + CONTEXT))) {
    const start = from + index;
    const end = start + segment.length;
    if (!isWordLike || end < at || (end === at && hasWordAt(block.text, at))) continue;
    return start <= at ? spanAround(offset, page, block, { start, end }) : undefined;
  }
  return undefined;
}

const WORD_CHARACTER = /^[\p{L}\p{N}]/u;

function hasWordAt(text: string, at: number): boolean {
  return WORD_CHARACTER.test(text.slice(at, at + 2));
}

/** A sentence ends after its mark and the quotes and brackets that close after it. */
const SENTENCE = /[^。！？!?…]*(?:[。！？!?…]+[”’」』）》】〉)"']*|$)/gu;

/** The sentence of the block that holds a page offset, as one span of the page with the wraps inside. */
function sentenceAt(page: string, block: Block, offset: number): Span | undefined {
  const at = toJoined(block, offset);
  for (const { index, 0: sentence } of block.text.matchAll(SENTENCE)) {
    const end = index + sentence.length;
    if (sentence === "" || (at >= end && end < block.text.length)) continue;
    const lead = sentence.length - sentence.trimStart().length;
    return spanAround(offset, page, block, { start: index + lead, end });
  }
  return undefined;
}

/** A stretch of joined text as one span of the page, with the wraps inside; undefined where the page offset is not in it. */
function spanAround(offset: number, page: string, block: Block, { start, end }: Span): Span | undefined {
  const spans = toPageSpans(page, block, start, end);
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last || offset < first.start || last.end < offset) return undefined;
  return { start: first.start, end: last.end };
}
