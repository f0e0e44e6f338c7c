/** The joined text of a block, and the way between its offsets and those of the page. */

import { LOOKALIKE, LOOKALIKE_REACH, mayHoldLookalike, standFor } from "../tables/look-alike.ts";
import { indexAtOffset, type Span } from "../text/text.ts";
import type { Block, Gap, Piece } from "./types.ts";

/** A text, the pieces that lead from it back to the page, and where each of the gaps is in it. */
export interface JoinedText {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly gapsAt: readonly number[];
}

/**
 * The joined text of `span` of a page (page offsets): each gap becomes what its `joined` says, each look-alike the
 * character it stands for.
 */
export function join(page: string, span: Span, gaps: readonly Gap[]): JoinedText {
  const pieces: Piece[] = [];
  const gapsAt: number[] = [];
  const parts: string[] = [];
  let length = 0;
  const put = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  /** Puts text for the page's `start`…`end`. */
  const putPiece = (start: number, end: number, text: string): void => {
    if (start === end) return;
    pieces.push({ joined: length, page: start, length: text.length, pageLength: end - start });
    put(text);
  };
  const mayHold = mayHoldLookalike(page.slice(Math.max(0, span.start - LOOKALIKE_REACH), span.end + LOOKALIKE_REACH));
  const copy = (start: number, end: number): void => {
    if (!mayHold) {
      putPiece(start, end, page.slice(start, end));
      return;
    }
    const from = Math.max(0, start - LOOKALIKE_REACH);
    const near = page.slice(from, end + LOOKALIKE_REACH);
    let done = start;
    for (const { index, 0: char } of near.matchAll(LOOKALIKE)) {
      const at = from + index;
      if (at < start) continue;
      if (at >= end) break;
      putPiece(done, at, page.slice(done, at));
      putPiece(at, at + char.length, standFor(char));
      done = at + char.length;
    }
    putPiece(done, end, page.slice(done, end));
  };
  let done = span.start;
  for (const gap of gaps) {
    copy(done, gap.start);
    gapsAt.push(length);
    if (gap.joined === page.slice(gap.start, gap.end)) putPiece(gap.start, gap.end, gap.joined);
    else put(gap.joined);
    done = gap.end;
  }
  copy(done, span.end);
  return { text: parts.join(""), pieces, gapsAt };
}

/**
 * The page spans of `[start, end)` of a block's joined text (UTF-16 offsets): one for each line it stands on, blanks
 * inside a line included. No span where the range is empty.
 */
export function toPageSpans(page: string, block: Block, start: number, end: number): Span[] {
  const spans: { start: number; end: number }[] = [];
  for (let i = Math.max(0, indexAtJoined(block.pieces, start)); i < block.pieces.length; i += 1) {
    const piece = block.pieces[i] as Piece;
    if (piece.joined >= end) break;
    // A replaced character stands as a whole or not at all.
    const whole = piece.length !== piece.pageLength;
    const from = piece.page + (whole ? 0 : Math.max(0, start - piece.joined));
    const to = piece.page + (whole ? piece.pageLength : Math.min(piece.length, end - piece.joined));
    if (from >= to) continue;
    const last = spans.at(-1);
    if (last && !/[\r\n]/.test(page.slice(last.end, from))) last.end = to;
    else spans.push({ start: from, end: to });
  }
  return spans;
}

/** The offset in the joined text of a page offset inside the block; in a removed gap, the place where it was. */
export function toJoined(block: Block, pageOffset: number): number {
  let low = 0;
  let high = block.pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((block.pieces[middle]?.page ?? 0) <= pageOffset) low = middle + 1;
    else high = middle;
  }
  const piece = block.pieces[low - 1];
  return piece ? piece.joined + Math.min(pageOffset - piece.page, piece.length) : 0;
}

/** The block that holds the page offset, its end included. */
export function blockAt(blocks: readonly Block[], pageOffset: number): Block | undefined {
  const block = blocks[indexAtOffset(blocks, pageOffset)];
  return block && pageOffset <= block.end ? block : undefined;
}

/** Index of the last piece that begins at or before an offset of the joined text; -1 where none does. */
function indexAtJoined(pieces: readonly Piece[], joined: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.joined ?? 0) <= joined) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
