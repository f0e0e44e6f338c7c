/**
 * Whether a page's headings stand above their articles. Extractors that follow the page's reading order leave them there;
 * others tear them off, and then an article may begin anywhere without a sign. Which of the two a page is shows in where its
 * leads, bylines and edges stand to its short lines, and in the headings that a first reading finds.
 */

import type { PageModel } from "./page-model.ts";
import type { ScoredReading } from "./reading.ts";
import type { Weights } from "./weights.ts";

/**
 * What each sign says for a page in order, in nats: how much more common it is there than on pages of which the headings
 * are torn off, as counted on newspaper pages of both kinds.
 */
const SIGNS = {
  prior: -2,
  /** A heading directly above its article, and one elsewhere. */
  above: 1,
  elsewhere: -1.5,
  /** A lead (本报讯) with a short line above it, and one without. */
  headedLead: 0.5,
  bareLead: -2.6,
  /** A byline below a short line, and one elsewhere. */
  headedByline: 0.6,
  bareByline: -1.2,
  /** Each short line below the page's last text, where torn headings gather, up to so many; and none. */
  bottom: -1.5,
  mostBottom: 3,
  noBottom: 0.9,
  /** An article without a heading: where headings are torn off, the first reading finds one for nearly all; and for how many it counts. */
  headless: 0.2,
  mostHeadless: 15,
  /** No short line above the page's first text. */
  noTop: -1.5,
};

/** A stretch of a page as it was read first. */
export interface FirstReading {
  readonly model: PageModel;
  readonly found: Pick<ScoredReading, "articles" | "headings">;
}

/** What speaks for a page being in order, by the readings of its stretches, in nats; above 0 it rather is. */
export function orderOf(readings: readonly FirstReading[]): number {
  const [first, last] = [readings[0], readings.at(-1)];
  let odds = SIGNS.prior;
  const below = last?.model.places.at(-1)?.shortLines.length ?? 0;
  odds += below === 0 ? SIGNS.noBottom : SIGNS.bottom * Math.min(SIGNS.mostBottom, below);
  const top = first?.model.places[0];
  if (top && top.shortLines.length === 0 && !top.facts.continued) odds += SIGNS.noTop;
  for (const reading of readings) odds += signsOf(reading);
  return odds;
}

function signsOf({ found: { articles, headings }, model: { kinds, places, cues } }: FirstReading): number {
  let odds = 0;
  const headed = new Set(headings.map(({ article }) => article));
  const headless = articles.filter((_, a) => !headed.has(a)).length;
  odds += SIGNS.headless * Math.min(SIGNS.mostHeadless, headless);
  for (const { place, article } of headings) {
    const own = articles[article];
    if (own) odds += own.from === place ? SIGNS.above : SIGNS.elsewhere;
  }
  cues.forEach(({ lead }, t) => {
    if (lead) odds += places[t]?.shortLines.length ? SIGNS.headedLead : SIGNS.bareLead;
  });
  kinds.forEach((kind, b) => {
    if (kind !== "byline" || kinds[b - 1] === "byline") return;
    odds += kinds[b - 1] === "short" ? SIGNS.headedByline : SIGNS.bareByline;
  });
  return odds;
}

/**
 * The weights of a page in order. There a change of vocabulary alone opens no article, however long the text; headings
 * stand above their articles; crossheads are as common as headings, and a heading shows by its byline or tag.
 */
export function inOrder(weights: Weights): Weights {
  return {
    ...weights,
    bare: -40,
    plain: -2,
    vocabulary: 0.7,
    far: -6,
    below: -2,
    display: 0,
    opens: 1.6,
    signed: 6,
    marked: 6,
    series: 4,
    alone: -3,
    crowded: -3,
  };
}

/** The weights of a page of which the headings are torn off: there one may stand inside its article. */
export function tornOff(weights: Weights): Weights {
  return { ...weights, inside: -3 };
}
