/** Reads a page: decides where its articles begin and which of its short lines are whose headings. */

import type { Block, Layout } from "../layout/types.ts";
import { blockKindsOf, cuesOf, withParts } from "./block-kinds.ts";
import { divide } from "./divide.ts";
import { inOrder, orderOf, tornOff } from "./order.ts";
import { modelOf, type PageModel, weighedAnew } from "./page-model.ts";
import { withPhotoTitles } from "./photo-titles.ts";
import type { Reading, ScoredReading } from "./reading.ts";
import { ReadingScorer } from "./reading-score.ts";
import { mayHeadInside } from "./reading-terms.ts";
import { ReadingSearch } from "./search.ts";
import { beginPage } from "./text-facts.ts";
import type { Weights } from "./weights.ts";

/** A stretch of a page that was read by itself, with the means to ask why it was read so. Almost all pages are one stretch. */
export interface ReadStretch {
  /** Its blocks; the model numbers them from the first. */
  readonly blocks: readonly Block[];
  readonly model: PageModel;
  readonly scorer: ReadingScorer;
  readonly search: ReadingSearch;
  /** The best reading. */
  readonly found: ScoredReading;
}

/** Reads the blocks of a page, stretch by stretch in page order. */
export function readPage({ blocks }: Pick<Layout, "blocks">, weights: Weights): ReadStretch[] {
  beginPage();
  const kinds = withPhotoTitles(blocks, blockKindsOf(blocks));
  const whole = withParts(blocks, kinds);
  const { stretches, brief } = divide(kinds, (b) => blocks[b] !== undefined && cuesOf(blocks[b]).lead);
  // Torn off, only whether a heading may stand inside its article weighs otherwise; where it may not, all stays as it is.
  const torn = tornOff(weights);
  const read = (own: readonly Block[], model: PageModel, of: Weights, known?: Reading): ReadStretch => {
    const scorer = new ReadingScorer(model, of);
    const search = new ReadingSearch(model, scorer, brief);
    return { blocks: own, model, scorer, search, found: scorer.read(search.best(known)) };
  };
  const readTorn = (stretch: ReadStretch): ReadStretch => {
    const { model } = stretch;
    const scorer = new ReadingScorer(model, torn, stretch.scorer);
    const search = new ReadingSearch(model, scorer, brief, stretch.search);
    return { ...stretch, scorer, search, found: scorer.read(search.best(stretch.found.reading)) };
  };
  const first = stretches.map(({ start, end }) => {
    // Where a stretch begins inside a table, the rest of that is a text there.
    const ownKinds = kinds.slice(start, end).map((kind, b) => (b === 0 && kind === "part" ? "text" : kind));
    return read(blocks.slice(start, end), modelOf(whole.slice(start, end), ownKinds, weights), weights);
  });
  if (orderOf(first) > 0) {
    const ordered = inOrder(weights);
    return first.map(({ blocks: own, model, found }) => read(own, weighedAnew(model, ordered), ordered, found.reading));
  }
  return first.map((stretch) => (mayHeadInside(stretch.model, torn) ? readTorn(stretch) : stretch));
}
