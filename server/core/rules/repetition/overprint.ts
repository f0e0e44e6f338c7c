/** Each character of a stretch twice, as where a heading was printed twice to look bold: 乡乡路路修修. */

import type { Block } from "../../layout/types.ts";
import { REDUPLICATING } from "../../tables/characters.ts";
import { shortened } from "../shortened.ts";
import type { Repetition } from "./types.ts";

const DOUBLES = /(?:([\p{Script=Han}，。、；：！？“”《》])\1){3,}/gu;
/**
 * Three pairs show it where none of the characters reduplicates, five where less than half do. Idioms such as 红红火火 have two
 * pairs, so an even number of pairs may be some of them, unless it is a long one.
 */
const MANY = 5;
const LONG = 8;

/** A stretch of doubles in a text, and its single characters. */
export interface Overprint {
  readonly start: number;
  readonly doubles: string;
  readonly once: string;
}

/** The stretches of doubles of a text that are no pattern. */
export function overprintsIn(text: string): Overprint[] {
  return [...text.matchAll(DOUBLES)].flatMap(({ index: start, 0: doubles }) => {
    const once = [...doubles].filter((_, i) => i % 2 === 0).join("");
    return new Set(once).size < 3 ? [] : [{ start, doubles, once }];
  });
}

/** Stretches of doubles that are no reduplications, or of which the page has the single characters elsewhere. */
export function* overprinted(
  blocks: readonly Block[],
  block: Block,
  overprints: readonly Overprint[],
): Generator<Repetition> {
  for (const { start, doubles, once } of overprints) {
    const reduplicate = [...once].filter((char) => REDUPLICATING.has(char)).length;
    const proof = placeOf(blocks, once.slice(0, 3)) ?? placeOf(blocks, once.slice(-3));
    const isPlain = reduplicate === 0 || (once.length >= MANY && 2 * reduplicate < once.length);
    if (!proof && (!isPlain || (once.length % 2 === 0 && once.length < LONG))) continue;
    const shown = shortened(doubles);
    yield {
      block,
      start,
      end: start + doubles.length,
      surplus: Array.from(once, (_, i) => ({ start: start + 2 * i + 1, end: start + 2 * i + 2 })),
      message: { zh: `“${shown}”每个字都印了两遍`, en: `Each character of “${shown}” stands twice` },
      title: { zh: `改为“${shortened(once)}”`, en: `Replace with “${shortened(once)}”` },
      ...(proof ? { proof } : {}),
    };
  }
}

/** Where the page has the words. */
export function placeOf(blocks: readonly Block[], words: string): Repetition["proof"] {
  for (const block of blocks) {
    const start = block.text.indexOf(words);
    if (start >= 0) return { block, start, end: start + words.length };
  }
  return undefined;
}
