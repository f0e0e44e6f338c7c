/**
 * Whether a page's headings stand above their articles. Extractors that follow the page's reading order leave them there;
 * others tear them off, and then an article may begin anywhere without a sign. Which of the two a page is shows in the
 * headings that a first reading finds.
 */

import type { ScoredReading } from "./reading-score.ts";
import type { Weights } from "./weights.ts";

/**
 * What one heading says, in nats: of pages in order some nine tenths of the found headings stand directly above their
 * articles, of others a third.
 */
const ABOVE = 1;
const ELSEWHERE = -1.5;
/** What speaks for order before any heading was seen. */
const PRIOR = 0.5;

/** What speaks for a page being in order, by the readings of its stretches, in nats; above 0 it rather is. */
export function orderOf(readings: readonly Pick<ScoredReading, "articles" | "headings">[]): number {
  let odds = PRIOR;
  for (const { articles, headings } of readings)
    for (const { place, article } of headings) {
      const own = articles[article];
      if (own) odds += own.from === place ? ABOVE : ELSEWHERE;
    }
  return odds;
}

/** For each nat of order, what an article costs more that begins without any sign, and a heading that stands apart; the most that costs. */
const BARE = 5;
const MOST_BARE = 30;
const FAR = 1;
const MOST_FAR = 4.4;

/** The weights of a page in order: there a change of vocabulary alone opens no article, however long the text. */
export function inOrder(weights: Weights, odds: number): Weights {
  return {
    ...weights,
    bare: weights.bare - Math.min(MOST_BARE, BARE * odds),
    far: weights.far - Math.min(MOST_FAR, FAR * odds),
    // Crossheads are as common there as headings.
    display: 0,
  };
}
