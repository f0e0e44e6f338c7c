/** What a reading of a page is worth: one sum of weights over articles, headings, and which heading is whose. */

import { ChangeBound } from "./change-bound.ts";
import { valueAt } from "./cohesion.ts";
import { headingsAt, type PlacedHeading } from "./heading-runs.ts";
import { HeadingMatcher, type Matching } from "./match-headings.ts";
import type { CutPlace, PageModel, ShortLine, TextRange } from "./page-model.ts";
import type { Reading, ScoredReading, WhatIf } from "./reading.ts";
import { mayHeadInside, noteOf, ReadingTerms } from "./reading-terms.ts";
import type { NoteTerm, TermRecorder } from "./terms.ts";
import type { Weights } from "./weights.ts";

/** Outweighs any sum of terms, yet leaves the sums exact enough. */
const BY_DECREE = 1e5;

/** What is asked of a score. */
interface ScoreRequest {
  readonly record?: TermRecorder | undefined;
  readonly whatIf?: WhatIf | undefined;
  /** A score that is no more than this need not be exact. */
  readonly asked?: number;
}

/** Scores readings of one page. It keeps scratch space and what it has worked out, and serves one call at a time. */
export class ReadingScorer {
  readonly terms: ReadingTerms;
  /** See {@link mayHeadInside}. */
  readonly headsInside: boolean;
  private readonly model: PageModel;
  private readonly weights: Weights;
  private readonly matcher = new HeadingMatcher();
  /** The articles of the reading at hand. */
  private articles: TextRange[] = [];
  /** Whether a heading stands where each begins. */
  private headed: boolean[] = [];
  private headings: PlacedHeading[] = [];
  /** `gain[h * articles + a]`: what heading `h` and article `a` gain by each other. */
  private gain = new Float64Array(256);
  private prices: Matching["prices"] = new Float64Array(0);

  /** @param like the scorer of another reading of the page, where the weights differ in `inside` alone */
  constructor(model: PageModel, weights: Weights, like?: ReadingScorer) {
    this.model = model;
    this.weights = weights;
    this.terms = new ReadingTerms(model, weights, like?.terms.articles);
    this.headsInside = mayHeadInside(model, weights);
  }

  /** The score of a reading, in nats. */
  scoreOf(reading: Reading, whatIf?: WhatIf): number {
    return this.score(reading, { whatIf }).score;
  }

  /** The same where it is more than `asked`; else no more than that. */
  scoreAbove(asked: number, reading: Reading): number {
    return this.score(reading, { asked }).score;
  }

  /** The same with all that follows from it. `record` is told every term of the score, so that they add up to it. */
  read(reading: Reading, record?: TermRecorder, whatIf?: WhatIf): ScoredReading {
    const { score, articleOf } = this.score(reading, { record, whatIf });
    return {
      score,
      reading,
      articles: this.articles,
      headings: this.headings.map(({ firstLine, lines, place }, h) => ({
        place,
        shortLines: Array.from({ length: lines }, (_, i) => firstLine + i),
        article: articleOf[h] as number,
      })),
    };
  }

  /** What readings that differ little from another one are worth at most. */
  changeBound(): ChangeBound {
    return new ChangeBound(this.model, this.weights, this.terms);
  }

  /** The prices of the articles of the reading that was scored last, see {@link Matching.prices}. */
  pricesOfLast(): Float64Array {
    return this.prices.slice(0, this.articles.length);
  }

  /** How well the short lines of a place go as headings, whosesoever they are. */
  worthAsHeadings(place: CutPlace): number {
    const { weights } = this;
    let sum = 0;
    for (const s of place.shortLines) {
      const { asHeading, known } = this.model.shortLines[s] as ShortLine;
      sum += asHeading + Math.min(weights.similarCap, weights.similar * known * 0.5);
    }
    return sum;
  }

  private score(
    reading: Reading,
    { record, whatIf, asked = Number.NEGATIVE_INFINITY }: ScoreRequest,
  ): { readonly score: number; readonly articleOf: Int32Array } {
    this.takeApart(reading);
    const { terms, articles, headings } = this;
    let score = 0;
    articles.forEach(({ from, to }, a) => {
      score += terms.article(from, to, this.headed[a] as boolean, record);
    });
    score = this.withPlaces(score, reading, record);
    const cells = headings.length * articles.length;
    if (cells > this.gain.length) this.gain = new Float64Array(2 * cells);
    for (let h = 0; h < headings.length; h += 1) score += this.scoreOfHeading(h, record);
    const decreed = whatIf ? this.decree(whatIf) : 0;
    const { articleOf, sum, prices } = this.matcher.match(this.gain, headings.length, articles.length, asked - score);
    this.prices = prices;
    if (record) this.recordPairs(articleOf, record);
    return { score: score + (sum - decreed), articleOf };
  }

  /** Lists the articles of a reading and its headings. */
  private takeApart({ cuts, labels }: Reading): void {
    const { places } = this.model;
    const articles: TextRange[] = [];
    const headed: boolean[] = [];
    const headings: PlacedHeading[] = [];
    let start = 0;
    for (let p = 0; p < places.length; p += 1) {
      const atCut = cuts[p] === 1;
      const { shortLines } = places[p] as CutPlace;
      const own = shortLines.length > 0 ? headingsAt({ place: p, atCut }, shortLines, labels) : [];
      for (const heading of own) headings.push(heading);
      if (!atCut) continue;
      headed.push(own.length > 0);
      if (p > 0) {
        articles.push({ from: start, to: p });
        start = p;
      }
    }
    this.articles = articles;
    this.headed = headed;
    this.headings = headings;
  }

  /** A score with what the short lines at each place are worth as parts of the text. */
  private withPlaces(score: number, { cuts, labels }: Reading, record: TermRecorder | undefined): number {
    const { terms, articles, model } = this;
    const none: TextRange = { from: 0, to: model.places.length - 1 };
    let sum = score;
    for (let p = 0, above = -1; p < model.places.length; p += 1) {
      if (!cuts[p]) {
        sum += terms.inside(p, articles[above] as TextRange, labels, record);
        continue;
      }
      if ((model.places[p] as CutPlace).shortLines.length) {
        const { from } = articles[above] ?? none;
        const { to } = articles[above + 1] ?? none;
        sum += terms.parts(p, { from, to }, labels, noteOf(record, "place", p));
      }
      above += 1;
    }
    return sum;
  }

  /** The score of a heading by itself; fills in what it and each article would gain by each other. */
  private scoreOfHeading(h: number, record?: TermRecorder): number {
    const { weights, terms, articles } = this;
    const heading = this.headings[h] as PlacedHeading;
    const row = h * articles.length;
    let most = 0;
    for (let a = 0; a < articles.length; a += 1) {
      const article = articles[a] as TextRange;
      const likeness = terms.likeness(heading, article);
      if (likeness > most) most = likeness;
      this.gain[row + a] =
        likeness + terms.nearness(heading, article) - terms.headless(article.from) - weights.homeless;
    }
    const denied = weights.denied * most;
    for (let a = 0; a < articles.length; a += 1) this.gain[row + a] = valueAt(this.gain, row + a) - denied;
    const note = noteOf(record, "heading", heading.firstLine);
    note?.("homeless", weights.homeless);
    note?.("denied", denied);
    return terms.form(heading, note) + weights.homeless + denied;
  }

  /** Makes the matching answer a question; returns by how much its sum is then too large. */
  private decree({ article, line }: WhatIf): number {
    const articles = this.articles.length;
    if (line < 0) {
      for (let h = 0; h < this.headings.length; h += 1) this.gain[h * articles + article] = -BY_DECREE;
      return 0;
    }
    const cell = this.headings.findIndex(({ firstLine }) => firstLine === line) * articles + article;
    this.gain[cell] = valueAt(this.gain, cell) + BY_DECREE;
    return BY_DECREE;
  }

  /** Records what each heading and its article gain by each other. */
  private recordPairs(articleOf: Int32Array, record: TermRecorder): void {
    const { weights, terms, articles } = this;
    this.headings.forEach((heading, h) => {
      const own = articles[articleOf[h] as number];
      if (!own) return;
      const note = noteOf(record, "pair", heading.firstLine) as NoteTerm;
      terms.likeness(heading, own, note);
      terms.nearness(heading, own, note);
      note("headless", -terms.headless(own.from));
      note("homeless", -weights.homeless);
      let most = 0;
      for (const article of articles) most = Math.max(most, terms.likeness(heading, article));
      note("denied", -weights.denied * most);
    });
  }
}
