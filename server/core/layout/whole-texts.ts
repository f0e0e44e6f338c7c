/** The texts of a page as they are read: a paragraph that other blocks interrupt is one text. */

import { classifyGaps } from "./gaps.ts";
import type { Block, Interruption, Piece } from "./types.ts";

/**
 * The blocks of a page, one for one, as they are read: of the parts of an interrupted paragraph the first one has the whole
 * joined text, and pieces that lead from it to all its places on the page; the others have no text.
 */
export function wholeTextsOf(blocks: readonly Block[], interruptions: readonly Interruption[]): readonly Block[] {
  if (interruptions.length === 0) return blocks;
  const texts = [...blocks];
  // From the last to the first, so that each part has what follows it already.
  for (const { before, after } of [...interruptions].sort((a, b) => b.before - a.before)) {
    const start = texts[before] as Block;
    const rest = texts[after] as Block;
    const between = joinedAcross(start.text, rest.text);
    const offset = start.text.length + between.length;
    const moved = rest.pieces.map((piece): Piece => ({ ...piece, joined: piece.joined + offset }));
    texts[before] = { ...start, text: start.text + between + rest.text, pieces: [...start.pieces, ...moved] };
    texts[after] = { ...rest, text: "", pieces: [] };
  }
  return texts;
}

/** How far the decision looks to either side, in UTF-16 units; more than `atLineEnd` does. */
const REACH = 80;

/** What stands between the joined texts of two parts of a paragraph: nothing, or a blank, as where a line is wrapped. */
export function joinedAcross(before: string, after: string): string {
  const left = before.slice(-REACH).trim();
  const text = `${left}\n${after.slice(0, REACH).trim()}`;
  const gap = classifyGaps(text, { start: 0, end: text.length }).find(({ start }) => start === left.length);
  return gap?.joined ?? "";
}
