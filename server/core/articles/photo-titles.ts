/** Titles of photographs: short lines above a caption that says their words, where no text of theirs follows. */

import type { Block } from "../layout/types.ts";
import { characterPairsOf } from "./character-pairs.ts";
import type { BlockKind } from "./classify.ts";
import { comesFromElsewhere } from "./jumps.ts";

/** So many pairs of characters that title and caption share are more than chance. */
const FEWEST_SHARED = 2;

/** The kinds of a page's blocks, where the titles of photographs are captions as well. */
export function withPhotoTitles(blocks: readonly Block[], kinds: readonly BlockKind[]): BlockKind[] {
  return kinds.map((kind, b) => (kind === "short" && isPhotoTitle(blocks, kinds, b) ? "caption" : kind));
}

function isPhotoTitle(blocks: readonly Block[], kinds: readonly BlockKind[], title: number): boolean {
  let below = title + 1;
  while (kinds[below] === "caption") below += 1;
  if (below === title + 1 || mayBelongTo(blocks[below], kinds[below])) return false;
  const said = new Set(blocks.slice(title + 1, below).flatMap(({ text }) => characterPairsOf(text)));
  const own = new Set(characterPairsOf(blocks[title]?.text ?? ""));
  return [...own].filter((pair) => said.has(pair)).length >= FEWEST_SHARED;
}

/** Whether what stands below a caption may be the text of a heading above it: nothing that goes on from another page is. */
function mayBelongTo(block: Block | undefined, kind: BlockKind | undefined): boolean {
  if (!block) return false;
  return (kind === "jump" || kind === "text") && !comesFromElsewhere(block.text);
}
