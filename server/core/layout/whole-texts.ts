/** The texts of a page as they are read: a paragraph that other blocks interrupt is one text. */

import { classifyGaps } from "./gaps.ts";
import type { Block, Interruption } from "./types.ts";

/**
 * The blocks of a page, one for one, as they are read: of the parts of an interrupted paragraph the first one has the whole
 * joined text, and pieces that lead from it to all its places on the page; the others have no text.
 */
export function wholeTextsOf(blocks: readonly Block[], interruptions: readonly Interruption[]): readonly Block[] {
  if (interruptions.length === 0) return blocks;
  const texts = [...blocks];
  const next = new Map(interruptions.map(({ before, after }) => [before, after]));
  const later = new Set(next.values());
  for (const first of next.keys()) {
    if (later.has(first)) continue;
    let part = blocks[first] as Block;
    const words = [part.text];
    const pieces = [...part.pieces];
    let length = part.text.length;
    for (let after = next.get(first); after !== undefined; after = next.get(after)) {
      const rest = blocks[after] as Block;
      const between = joinedAcross(part.text, rest.text);
      const offset = length + between.length;
      for (const piece of rest.pieces) pieces.push({ ...piece, joined: piece.joined + offset });
      words.push(between, rest.text);
      length = offset + rest.text.length;
      texts[after] = { ...rest, text: "", pieces: [] };
      part = rest;
    }
    texts[first] = { ...(blocks[first] as Block), text: words.join(""), pieces };
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
