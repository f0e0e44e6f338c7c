/** What a reading can be worth at most after a change, by differences from one that is known: most changes need no exact score. */

import { valueAt } from "./cohesion.ts";
import { HEADING, headingsAt, type PlacedHeading } from "./heading-runs.ts";
import type { CutPlace, PageModel, TextRange } from "./page-model.ts";
import { copyOf, type Reading } from "./reading.ts";
import type { ReadingTerms } from "./reading-terms.ts";
import type { Weights } from "./weights.ts";

/** More than what rounding makes of sums that are added in another order. */
const ROUNDING = 1e-6;

/** Articles of the known reading, `firstOld`…`endOld - 1`, and those that the changed one has in their place. */
interface Exchange {
  readonly firstOld: number;
  readonly endOld: number;
  readonly articles: readonly TextRange[];
}

/** A change of the known reading. */
interface Change extends Exchange {
  readonly reading: Reading;
  /** The nearest cuts before and after the changed places, which both readings have; the articles are those between them. */
  readonly begin: number;
  readonly end: number;
  /** Whether they are other articles, and not the same ones with other short lines. */
  readonly isCutAnew: boolean;
}

/**
 * Bounds the scores of readings that differ from a known one at a few places that stand together. The bound is the score but for
 * which heading is whose. There each heading gains the most that it can by an article of both readings beyond the price which that has
 * in the known one's matching (see `match-headings.ts`), and an article of the changed reading alone brings what one heading gains
 * most by it beyond that. No matching brings more.
 */
export class ChangeBound {
  private readonly model: PageModel;
  private readonly weights: Weights;
  private readonly terms: ReadingTerms;
  /** Of the known reading. */
  private reading: Reading = { cuts: new Uint8Array(0), labels: new Uint8Array(0) };
  private articles: TextRange[] = [];
  private prices: Float64Array<ArrayBufferLike> = new Float64Array(0);
  private headings: PlacedHeading[] = [];
  /** The number of the article that begins at each cut, or that would, at the last. */
  private readonly articleAt: Int32Array;
  /** How many headings stand at the places before each. */
  private readonly headingsBefore: Int32Array;
  /** With their prices. */
  private readonly articleScores: Float64Array;
  private readonly placeScores: Float64Array;
  /** With what they gain most. */
  private headingScores = new Float64Array(0);
  /** By heading, the best of the articles before each one and of those from it on. */
  private before = new BestOfRows(0, 0);
  private after = new BestOfRows(0, 0);
  /** The sum of all these scores. */
  private all = 0;
  /** What each article of the changed reading alone brings. */
  private readonly extra: number[] = [];
  /** Of one heading with each of these. */
  private readonly likenesses: number[] = [];

  constructor(model: PageModel, weights: Weights, terms: ReadingTerms) {
    const places = model.places.length;
    this.model = model;
    this.weights = weights;
    this.terms = terms;
    this.articleAt = new Int32Array(places);
    this.headingsBefore = new Int32Array(places + 1);
    this.articleScores = new Float64Array(places);
    this.placeScores = new Float64Array(places);
  }

  /** Takes a reading for the known one; `prices` are those of its articles. */
  know(reading: Reading, prices: Float64Array): void {
    const { model, articleAt, headingsBefore } = this;
    this.reading = copyOf(reading);
    this.prices = prices;
    this.articles = [];
    this.headings = [];
    let start = 0;
    for (let p = 0; p < model.places.length; p += 1) {
      headingsBefore[p] = this.headings.length;
      for (const heading of this.headingsIn(reading, p)) this.headings.push(heading);
      if (!reading.cuts[p]) continue;
      if (p > 0) this.articles.push({ from: start, to: p });
      articleAt[p] = this.articles.length;
      start = p;
    }
    headingsBefore[model.places.length] = this.headings.length;
    this.all = this.scoreArticles() + this.scorePlaces() + this.scoreHeadings();
  }

  /** What a reading is worth at most that differs from the known one only at the places `lowest`…`highest`. */
  atMost(reading: Reading, lowest: number, highest: number): number {
    const { cuts } = reading;
    const last = this.model.places.length - 1;
    let begin = Math.max(0, lowest - 1);
    while (!cuts[begin]) begin -= 1;
    let end = Math.min(last, highest + 1);
    while (!cuts[end]) end += 1;
    const change: Change = {
      reading,
      begin,
      end,
      firstOld: this.articleAt[begin] as number,
      endOld: this.articleAt[end] as number,
      articles: articlesBetween(cuts, begin, end),
      isCutAnew: !this.hasSameCuts(reading, lowest, highest),
    };
    const sum = this.all + this.changeOfArticles(change) + this.changeOfPlaces(change);
    return sum + this.changeOfHeadings(change, lowest, highest) + ROUNDING;
  }

  private scoreArticles(): number {
    let sum = 0;
    this.articles.forEach((article, a) => {
      const score = this.articleScore(this.reading, article) + valueAt(this.prices, a);
      this.articleScores[a] = score;
      sum += score;
    });
    return sum;
  }

  private scorePlaces(): number {
    const { reading, articles } = this;
    let sum = 0;
    for (let p = 0, above = -1; p < this.placeScores.length; p += 1) {
      if (reading.cuts[p]) above += 1;
      const score = this.placeScore(reading, p, articles[reading.cuts[p] ? above - 1 : above], articles[above]);
      this.placeScores[p] = score;
      sum += score;
    }
    return sum;
  }

  private scoreHeadings(): number {
    const { articles, headings } = this;
    this.headingScores = new Float64Array(headings.length);
    this.before = new BestOfRows(headings.length, articles.length);
    this.after = new BestOfRows(headings.length, articles.length);
    let sum = 0;
    headings.forEach((heading, h) => {
      let best = new Best();
      this.after.put(h, articles.length, best);
      for (let a = articles.length - 1; a >= 0; a -= 1) {
        this.take(best, heading, a);
        this.after.put(h, a, best);
      }
      const score = this.headingScore(heading, best);
      this.headingScores[h] = score;
      sum += score;
      best = new Best();
      for (let a = 0; a < articles.length; a += 1) {
        this.before.put(h, a, best);
        this.take(best, heading, a);
      }
      this.before.put(h, articles.length, best);
    });
    return sum;
  }

  private changeOfArticles({ reading, firstOld, endOld, articles, isCutAnew }: Change): number {
    let sum = 0;
    for (const article of articles) sum += this.articleScore(reading, article);
    for (let a = firstOld; a < endOld; a += 1) {
      sum -= valueAt(this.articleScores, a);
      if (!isCutAnew) sum += valueAt(this.prices, a);
    }
    return sum;
  }

  private changeOfPlaces({ reading, begin, end, firstOld, endOld, articles }: Change): number {
    let sum = 0;
    let own = -1;
    for (let p = begin; p <= end; p += 1) {
      const isCut = reading.cuts[p];
      if (isCut) own += 1;
      if (this.place(p).shortLines.length === 0) continue;
      const upper = articles[isCut ? own - 1 : own] ?? this.articles[firstOld - 1];
      const lower = articles[own] ?? this.articles[endOld];
      sum += this.placeScore(reading, p, upper, lower) - valueAt(this.placeScores, p);
    }
    return sum;
  }

  private changeOfHeadings(change: Change, lowest: number, highest: number): number {
    const { headingsBefore, headingScores, extra } = this;
    const first = headingsBefore[lowest] as number;
    const end = headingsBefore[highest + 1] as number;
    const exchange = change.isCutAnew ? change : NO_EXCHANGE;
    extra.length = 0;
    let sum = 0;
    for (let h = first; h < end; h += 1) sum -= valueAt(headingScores, h);
    for (let p = lowest; p <= highest; p += 1)
      for (const heading of this.headingsIn(change.reading, p)) sum += this.newScore(heading, exchange);
    if (!change.isCutAnew) return sum;
    for (let h = 0; h < headingScores.length; h += 1)
      if (h < first || h >= end) sum += this.changedScore(h, exchange) - valueAt(headingScores, h);
    for (const gain of extra) sum += gain;
    return sum;
  }

  private hasSameCuts({ cuts }: Reading, lowest: number, highest: number): boolean {
    for (let p = lowest; p <= highest; p += 1) if (cuts[p] !== this.reading.cuts[p]) return false;
    return true;
  }

  /** The score of a heading that only the changed reading has. */
  private newScore(heading: PlacedHeading, exchange: Exchange): number {
    const best = new Best();
    for (let a = 0; a < exchange.firstOld; a += 1) this.take(best, heading, a);
    for (let a = exchange.endOld; a < this.articles.length; a += 1) this.take(best, heading, a);
    return this.scoreBeside(heading, best, exchange);
  }

  /** The score of a heading of both readings among the changed articles. */
  private changedScore(h: number, exchange: Exchange): number {
    const best = new Best();
    this.before.addTo(best, h, exchange.firstOld);
    this.after.addTo(best, h, exchange.endOld);
    return this.scoreBeside(this.headings[h] as PlacedHeading, best, exchange);
  }

  /** The score of a heading by `best` of the other articles; what the changed ones bring beyond that goes to `extra`. */
  private scoreBeside(heading: PlacedHeading, best: Best, { articles }: Exchange): number {
    const { terms, weights, extra, likenesses } = this;
    for (let i = 0; i < articles.length; i += 1) {
      const likeness = terms.likeness(heading, articles[i] as TextRange);
      likenesses[i] = likeness;
      if (likeness > best.likeness) best.likeness = likeness;
    }
    const denied = weights.denied * best.likeness;
    const own = Math.max(0, best.gain - denied);
    for (let i = 0; i < articles.length; i += 1) {
      const gain = this.gain(heading, articles[i] as TextRange, likenesses[i] as number);
      extra[i] = Math.max(extra[i] ?? 0, gain - denied - own);
    }
    return this.headingScore(heading, best);
  }

  /** Takes in what a heading gains by an article of the known reading beyond its price. */
  private take(best: Best, heading: PlacedHeading, a: number): void {
    const article = this.articles[a] as TextRange;
    const likeness = this.terms.likeness(heading, article);
    best.take(likeness, this.gain(heading, article, likeness) - valueAt(this.prices, a));
  }

  private gain(heading: PlacedHeading, article: TextRange, likeness: number): number {
    const { terms, weights } = this;
    return likeness + terms.nearness(heading, article) - terms.headless(article.from) - weights.homeless;
  }

  private headingScore(heading: PlacedHeading, { likeness, gain }: Best): number {
    const { terms, weights } = this;
    const denied = weights.denied * likeness;
    return terms.form(heading) + weights.homeless + denied + Math.max(0, gain - denied);
  }

  private articleScore({ labels }: Reading, { from, to }: TextRange): number {
    const headed = this.place(from).shortLines.some((s) => labels[s] === HEADING);
    return this.terms.article(from, to, headed);
  }

  /** The score of the short lines at a place; `upper` and `lower` are the articles there, the same one where it is no cut. */
  private placeScore({ cuts, labels }: Reading, p: number, upper?: TextRange, lower?: TextRange): number {
    if (this.place(p).shortLines.length === 0) return 0;
    if (!cuts[p]) return this.terms.inside(p, upper as TextRange, labels);
    return this.terms.parts(p, { from: upper?.from ?? 0, to: lower?.to ?? p }, labels);
  }

  private headingsIn({ cuts, labels }: Reading, p: number): readonly PlacedHeading[] {
    const { shortLines } = this.place(p);
    return shortLines.length === 0 ? NO_HEADINGS : headingsAt({ place: p, atCut: cuts[p] === 1 }, shortLines, labels);
  }

  private place(p: number): CutPlace {
    return this.model.places[p] as CutPlace;
  }
}

const NO_EXCHANGE: Exchange = { firstOld: 0, endOld: 0, articles: [] };
const NO_HEADINGS: readonly PlacedHeading[] = [];

function articlesBetween(cuts: Uint8Array, begin: number, end: number): TextRange[] {
  const articles: TextRange[] = [];
  let from = begin;
  for (let p = begin + 1; p <= end; p += 1) {
    if (!cuts[p]) continue;
    articles.push({ from, to: p });
    from = p;
  }
  return articles;
}

/** What a heading resembles most, 0 or more, and what it gains most by an article. */
class Best {
  likeness = 0;
  gain = Number.NEGATIVE_INFINITY;

  take(likeness: number, gain: number): void {
    if (likeness > this.likeness) this.likeness = likeness;
    if (gain > this.gain) this.gain = gain;
  }
}

/** By heading, the best of the articles on one side of each article. */
class BestOfRows {
  private readonly width: number;
  private readonly likeness: Float64Array;
  private readonly gain: Float64Array;

  constructor(headings: number, articles: number) {
    this.width = articles + 1;
    this.likeness = new Float64Array(headings * this.width);
    this.gain = new Float64Array(headings * this.width);
  }

  put(heading: number, article: number, { likeness, gain }: Best): void {
    this.likeness[heading * this.width + article] = likeness;
    this.gain[heading * this.width + article] = gain;
  }

  addTo(best: Best, heading: number, article: number): void {
    const cell = heading * this.width + article;
    best.take(valueAt(this.likeness, cell), valueAt(this.gain, cell));
  }
}
