/** Things that one article gives with two figures: a headline's count, an amount a year. */

import type { Contradiction, FigureBlock } from "./figure-blocks.ts";
import { contradictedHeadings } from "./headings.ts";
import { contradictingRates } from "./rates.ts";

/** The contradictions of an article, given all its blocks. */
export function contradictions(blocks: readonly FigureBlock[]): Contradiction[] {
  return [...contradictedHeadings(blocks), ...contradictingRates(blocks)];
}
