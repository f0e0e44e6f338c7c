/** The search for the best reading: its bound holds, its memory changes nothing, and it grows with the page only. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { blockKindsOf } from "../../../server/core/articles/block-kinds.ts";
import { HEADING, PART } from "../../../server/core/articles/heading-runs.ts";
import { findArticles } from "../../../server/core/articles/index.ts";
import { inOrder, tornOff } from "../../../server/core/articles/order.ts";
import { modelOf, type PageModel } from "../../../server/core/articles/page-model.ts";
import type { Reading } from "../../../server/core/articles/reading.ts";
import { ReadingScorer } from "../../../server/core/articles/reading-score.ts";
import { WEIGHTS, type Weights } from "../../../server/core/articles/weights.ts";
import { layOut } from "../../../server/core/layout/index.ts";
import { pageOf } from "../../../server/core/text/text.ts";
import { layoutOf } from "../../support/blocks.ts";
import {
  BRIDGE,
  BRIDGE_HEADLINE,
  CLINIC,
  CLINIC_HEADLINE,
  LIBRARY,
  LIBRARY_HEADLINE,
  TEA,
  TEA_HEADLINE,
} from "./stock.ts";

const HEADLINES = [TEA_HEADLINE, BRIDGE_HEADLINE, CLINIC_HEADLINE, LIBRARY_HEADLINE, "停水通知", "——建设现场见闻"];

/** Texts and short lines in any order. */
const anyTexts = fc.array(
  fc.oneof(fc.constantFrom(...TEA, ...BRIDGE, ...CLINIC, ...LIBRARY), fc.constantFrom(...HEADLINES)),
  { minLength: 3, maxLength: 24 },
);

/** A reading of a model by a run of random numbers. */
function readingOf({ places, shortLines }: PageModel, numbers: readonly number[]): Reading {
  const at = (i: number): number => numbers[i % numbers.length] as number;
  const last = places.length - 1;
  const cuts = Uint8Array.from(places, (_, p) => (p === 0 || p === last || at(p) % 3 === 0 ? 1 : 0));
  const labels = Uint8Array.from(shortLines, ({ place }, s) => (cuts[place] && at(s + 7) % 4 > 0 ? HEADING : PART));
  return { cuts, labels };
}

/** The reading with a place cut or joined and its short lines read otherwise. */
function changedAt({ cuts, labels }: Reading, { places }: PageModel, place: number, heading: boolean): Reading {
  const changed = { cuts: cuts.slice(), labels: labels.slice() };
  const isEdge = place === 0 || place === places.length - 1;
  if (!isEdge) changed.cuts[place] = 1 - (cuts[place] as number);
  for (const s of places[place]?.shortLines ?? []) changed.labels[s] = heading && changed.cuts[place] ? HEADING : PART;
  return changed;
}

describe("the bound of a change", () => {
  const anyCase = fc.record({
    texts: anyTexts,
    weights: fc.constantFrom<Weights>(WEIGHTS, inOrder(WEIGHTS), tornOff(WEIGHTS)),
    numbers: fc.array(fc.nat(1000), { minLength: 5, maxLength: 40 }),
    first: fc.nat(),
    step: fc.nat(3),
    heading: fc.boolean(),
  });

  test("is never less than the score, wherever the reading changes", () => {
    fc.assert(
      fc.property(anyCase, ({ texts, weights, numbers, first, step, heading }) => {
        const { blocks } = layoutOf(texts);
        const model = modelOf(blocks, blockKindsOf(blocks), weights);
        const scorer = new ReadingScorer(model, weights);
        const reading = readingOf(model, numbers);
        const score = scorer.scoreOf(reading);
        const bound = scorer.changeBound();
        bound.know(reading, scorer.pricesOfLast());
        const lowest = first % model.places.length;
        const highest = Math.min(model.places.length - 1, lowest + step);
        assert.ok(bound.atMost(reading, lowest, highest) >= score);
        const once = changedAt(reading, model, lowest, heading);
        const changed = lowest === highest ? once : changedAt(once, model, highest, !heading);
        assert.ok(bound.atMost(changed, lowest, highest) >= scorer.scoreOf(changed));
      }),
      { numRuns: Number(process.env.GALLEY_RUNS ?? 2000) },
    );
  });

  test("is the score itself for the known reading", () => {
    const { blocks } = layoutOf([TEA_HEADLINE, BRIDGE_HEADLINE, ...TEA, ...BRIDGE, TEA_HEADLINE]);
    const model = modelOf(blocks, blockKindsOf(blocks), WEIGHTS);
    const scorer = new ReadingScorer(model, WEIGHTS);
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const reading = readingOf(model, [seed, 3 * seed, 5, 0, 4 * seed]);
      const score = scorer.scoreOf(reading);
      const bound = scorer.changeBound();
      bound.know(reading, scorer.pricesOfLast());
      assert.ok(Math.abs(bound.atMost(reading, 0, 0) - score) < 1e-4);
    }
  });
});

/** A page of so many articles, each unlike the others. */
function pageOfArticles(count: number): string {
  const articles = Array.from({ length: count }, (_, i) => {
    const [headline, texts] = [
      [TEA_HEADLINE, TEA],
      [BRIDGE_HEADLINE, BRIDGE],
      [CLINIC_HEADLINE, CLINIC],
      [LIBRARY_HEADLINE, LIBRARY],
    ][i % 4] as [string, readonly string[]];
    return [`${headline}之${i + 1}`, ...texts.map((text) => `${text}这是第${i + 1}回。`)].join("\n\n");
  });
  return `${articles.join("\n\n")}\n`;
}

/** How many readings are scored exactly while something is done. */
function scoresOf(work: () => void): number {
  const { scoreAbove } = ReadingScorer.prototype;
  let count = 0;
  ReadingScorer.prototype.scoreAbove = function (asked, reading): number {
    count += 1;
    return scoreAbove.call(this, asked, reading);
  };
  work();
  ReadingScorer.prototype.scoreAbove = scoreAbove;
  return count;
}

test("of a page read before, only the stretch that an edit touched is read anew, and the articles are those of a fresh reading", () => {
  const text = pageOfArticles(120);
  const edited = text.replace("第60回", "第六十回");
  const [before, after] = [layOut(pageOf(text)), layOut(pageOf(edited))];
  const first = scoresOf(() => findArticles(before));
  assert.equal(
    scoresOf(() => findArticles(before)),
    0,
  );
  const again = scoresOf(() => findArticles(after));
  assert.ok(again > 0 && again < first / 2, `${again} of ${first}`);
  assert.deepEqual(findArticles(after), findArticles(after, { ...WEIGHTS }));
});

test("the search grows with the page, and no faster", () => {
  const [few, many] = [60, 240].map((count) => {
    const layout = layOut(pageOf(pageOfArticles(count)));
    return scoresOf(() => findArticles(layout, { ...WEIGHTS }));
  }) as [number, number];
  assert.ok(many <= 5 * few, `${many} for four times as much, after ${few}`);
});
