/** Short lines with a byline below them and text below that: a headline each, or the head of one part of a feature. */

import type { Block } from "../layout/types.ts";
import type { BlockKind } from "./classify.ts";

/** What a signed line heads: an article, or a part of one whose parts have a writer each. */
export type SignedHead = "article" | "part";

/** So many signed heads in a row that are set to one length head the parts of a feature. */
const FEWEST_PARTS = 3;

/** The signed heads of a page, by their block. */
export function signedHeadsOf(blocks: readonly Block[], kinds: readonly BlockKind[]): ReadonlyMap<number, SignedHead> {
  const heads = kinds.flatMap((_, b) => (isSignedHead(kinds, b) ? [b] : []));
  const lengthOf = (head: number | undefined): number | undefined =>
    head === undefined ? undefined : blocks[head]?.text.trim().length;
  const found = new Map<number, SignedHead>();
  for (let first = 0, end = 0; first < heads.length; first = end) {
    const length = lengthOf(heads[first]);
    while (end < heads.length && lengthOf(heads[end]) === length) end += 1;
    const heading = end - first >= FEWEST_PARTS ? "part" : "article";
    for (const head of heads.slice(first, end)) found.set(head, heading);
  }
  return found;
}

function isSignedHead(kinds: readonly BlockKind[], b: number): boolean {
  if (kinds[b] !== "short" || kinds[b + 1] !== "byline") return false;
  let below = b + 1;
  while (kinds[below] === "byline") below += 1;
  // An article may open with a line as short as a heading.
  return kinds[below] === "text" || (kinds[below] === "short" && kinds[below + 1] === "text");
}
