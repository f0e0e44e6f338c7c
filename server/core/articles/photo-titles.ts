/** Titles of photographs: short lines above a caption that says their words, where no text of theirs follows. */

import type { Block } from "../layout/types.ts";
import { type BlockKind, LONGEST_CAPTION } from "./classify.ts";
import { comesFromElsewhere } from "./jumps.ts";
import { OPENS, PHOTOGRAPHER } from "./patterns.ts";
import { factsOf } from "./text-facts.ts";

/** So many pairs of characters that title and caption share are more than chance. */
const FEWEST_SHARED = 2;

/** The kinds of a page's blocks, where sentences above their photographer and the titles of photographs are captions as well. */
export function withPhotoTitles(blocks: readonly Block[], kinds: readonly BlockKind[]): BlockKind[] {
  const known = kinds.map((kind, b) => (kind === "text" && isAbovePhotographer(blocks, kinds, b) ? "caption" : kind));
  return known.map((kind, b) => (kind === "short" && isPhotoTitle(blocks, known, b) ? "caption" : kind));
}

/**
 * Whether a text is what a photograph shows: nothing but the photographer stands below it. Below a line that says other
 * words, such as 图片报道, it is a report of its own.
 */
function isAbovePhotographer(blocks: readonly Block[], kinds: readonly BlockKind[], b: number): boolean {
  const { text, setting } = blocks[b] as Block;
  const [above, below] = [blocks[b - 1], blocks[b + 1]];
  if (setting === "row" || setting === "verse" || text.length > LONGEST_CAPTION || !below) return false;
  if (!PHOTOGRAPHER.test(below.text.trim()) || !OPENS.test(text.trim())) return false;
  return kinds[b - 1] !== "short" || shareWords(above?.text ?? "", [text]);
}

function isPhotoTitle(blocks: readonly Block[], kinds: readonly BlockKind[], title: number): boolean {
  let below = title + 1;
  while (kinds[below] === "caption") below += 1;
  if (below === title + 1 || mayBelongTo(blocks[below], kinds[below])) return false;
  const captions = blocks.slice(title + 1, below).map(({ text }) => text);
  return shareWords(blocks[title]?.text ?? "", captions);
}

function shareWords(title: string, captions: readonly string[]): boolean {
  const said = new Set(captions.flatMap(pairsIn));
  return pairsIn(title).filter((pair) => said.has(pair)).length >= FEWEST_SHARED;
}

/** The pairs of characters of a text, each once. */
function pairsIn(text: string): number[] {
  return [...factsOf(text).pairs.pairs];
}

/** Whether what stands below a caption may be the text of a heading above it: nothing that goes on from another page is. */
function mayBelongTo(block: Block | undefined, kind: BlockKind | undefined): boolean {
  if (!block) return false;
  return (kind === "jump" || kind === "text") && !comesFromElsewhere(block.text);
}
