/** Short lines with a byline below them and text below that: a headline each, or the head of one part of a feature. */

import type { Block } from "../layout/types.ts";
import type { BlockKind } from "./classify.ts";
import { LEAD } from "./patterns.ts";

/** What a signed line heads: an article, or a part of one whose parts have a writer each. */
export type SignedHead = "article" | "part";

/** So many signed heads in a row that are set to one length, below an introduction, head the parts of a feature. */
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
    const arePartsOfOne = end - first >= FEWEST_PARTS && isIntroduced(blocks, kinds, heads[first] as number);
    const heading = arePartsOfOne ? "part" : "article";
    for (const head of heads.slice(first, end)) found.set(head, heading);
  }
  return found;
}

/**
 * Whether an introduction stands above a head: a few texts with a heading of their own, which has no byline, and no lead.
 * Where nothing leads over to them, pieces of one length are articles that a column sets alike.
 */
function isIntroduced(blocks: readonly Block[], kinds: readonly BlockKind[], head: number): boolean {
  let above = head - 1;
  let texts = 0;
  for (; INTRODUCES.has(kinds[above] as BlockKind); above -= 1) {
    if (kinds[above] === "text") texts += 1;
    if (LEAD.test(blocks[above]?.text.trim() ?? "")) return false;
  }
  return texts > 0 && texts <= LONGEST_INTRODUCTION && kinds[above] === "short";
}

const INTRODUCES: ReadonlySet<BlockKind> = new Set(["text", "part", "note", "caption", "credit"]);
const LONGEST_INTRODUCTION = 6;

function isSignedHead(kinds: readonly BlockKind[], b: number): boolean {
  if (kinds[b] !== "short" || kinds[b + 1] !== "byline") return false;
  let below = b + 1;
  while (kinds[below] === "byline") below += 1;
  // An article may open with a line as short as a heading.
  return kinds[below] === "text" || (kinds[below] === "short" && kinds[below + 1] === "text");
}
