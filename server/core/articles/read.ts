/** Reads a page: decides where its articles begin and which of its short lines are whose headings. */

import type { Block, Layout } from "../layout/types.ts";
import { PageMemory } from "../text/page-memory.ts";
import { blockKindsOf, cuesOf, withParts } from "./block-kinds.ts";
import type { BlockKind } from "./classify.ts";
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

/** What a stretch was read as, with the means to ask why it was read so. */
interface ReadModel {
  readonly model: PageModel;
  readonly scorer: ReadingScorer;
  readonly search: ReadingSearch;
  /** The best reading. */
  readonly found: ScoredReading;
}

/** A stretch of a page that was read by itself; the model numbers its blocks from the first. Almost all pages are one stretch. */
export interface ReadStretch extends ReadModel {
  readonly blocks: readonly Block[];
  /** Whether the headings of the page stand above their articles. */
  readonly isInOrder: boolean;
}

/** Reads the blocks of a page, stretch by stretch in page order. */
export function readPage({ blocks }: Pick<Layout, "blocks">, weights: Weights): ReadStretch[] {
  beginPage();
  const kinds = withPhotoTitles(blocks, blockKindsOf(blocks));
  const whole = withParts(blocks, kinds);
  const { stretches, brief } = divide(kinds, (b) => blocks[b] !== undefined && cuesOf(blocks[b]).lead);
  const memory = memoryFor(weights);
  memory.begin();
  const readings = stretches.map(({ start, end }) => {
    // Where a stretch begins inside a table, the rest of that is a text there.
    const ownKinds = kinds.slice(start, end).map((kind, b) => (b === 0 && kind === "part" ? "text" : kind));
    const own = whole.slice(start, end);
    const key = `${brief} ${signatureOf(own, ownKinds)}`;
    return memory.of(key, () => new StretchReadings(modelOf(own, ownKinds, weights), weights, brief));
  });
  const isInOrder = orderOf(readings.map(({ first }) => first)) > 0;
  return readings.map((reading, s) => ({
    blocks: blocks.slice(stretches[s]?.start, stretches[s]?.end),
    isInOrder,
    ...(isInOrder ? reading.ordered : reading.torn),
  }));
}

/** The readings of a stretch, each made when it is first asked for. */
class StretchReadings {
  readonly first: ReadModel;
  readonly #weights: Weights;
  readonly #brief: boolean;
  #ordered: ReadModel | undefined;
  #torn: ReadModel | undefined;

  constructor(model: PageModel, weights: Weights, brief: boolean) {
    this.#weights = weights;
    this.#brief = brief;
    this.first = this.#read(model, weights);
  }

  /** As it is read on a page in order. */
  get ordered(): ReadModel {
    const ordered = inOrder(this.#weights);
    this.#ordered ??= this.#read(weighedAnew(this.first.model, ordered), ordered, this.first.found.reading);
    return this.#ordered;
  }

  /** As it is read on a page of which the headings are torn off. */
  get torn(): ReadModel {
    this.#torn ??= this.#readTorn();
    return this.#torn;
  }

  #read(model: PageModel, weights: Weights, known?: Reading): ReadModel {
    const scorer = new ReadingScorer(model, weights);
    const search = new ReadingSearch(model, scorer, this.#brief);
    return { model, scorer, search, found: scorer.read(search.best(known)) };
  }

  /** Torn off, only whether a heading may stand inside its article weighs otherwise; where it may not, all stays as it is. */
  #readTorn(): ReadModel {
    const { model, scorer: first, search: firstSearch, found } = this.first;
    const weights = tornOff(this.#weights);
    if (!mayHeadInside(model, weights)) return this.first;
    const scorer = new ReadingScorer(model, weights, first);
    const search = new ReadingSearch(model, scorer, this.#brief, firstSearch);
    return { model, scorer, search, found: scorer.read(search.best(found.reading)) };
  }
}

/** Of so many pages the readings are remembered: after an edit only the stretch that it touched is read anew, after a fix none. */
const REMEMBERED_PAGES = 4;

const memories = new WeakMap<Weights, PageMemory<StretchReadings>>();

function memoryFor(weights: Weights): PageMemory<StretchReadings> {
  const memory = memories.get(weights) ?? new PageMemory<StretchReadings>(REMEMBERED_PAGES);
  memories.set(weights, memory);
  return memory;
}

/** All that the readings of a stretch depend on; two stretches with one signature are alike. */
function signatureOf(blocks: readonly Block[], kinds: readonly BlockKind[]): string {
  return blocks.map(({ setting, text }, b) => `${kinds[b]} ${setting} ${text.length} ${text}`).join("\n");
}
