/** What a reading can be worth at most after a change, by differences from one that is known: most changes need no exact score. */

import { valueAt } from "./cohesion.ts";
import { HEADING, headingsAt, type PlacedHeading } from "./heading-runs.ts";
import type { CutPlace, PageModel, TextRange } from "./page-model.ts";
import { copyOf, type Reading } from "./reading.ts";
import type { ReadingTerms } from "./reading-terms.ts";
import type { Weights } from "./weights.ts";

/** More than what rounding makes of sums that are added in another order. */
const ROUNDING = 1e-6;

/**
 * Bounds the scores of readings that differ from a known one at a few places that stand together. The bound is the score but for
 * one thing: each heading gets the article that it gains most by, though another may have it.
 */
export class ChangeBound {
  private readonly model: PageModel;
  private readonly weights: Weights;
  private readonly terms: ReadingTerms;
  /** Of the known reading. */
  private reading: Reading;
  private articles: TextRange[] = [];
  /** The number of the article that begins at each cut, or that would, at the last. */
  private readonly articleAt: Int32Array;
  private headings: PlacedHeading[] = [];
  /** How many headings stand at the places before each. */
  private readonly headingsBefore: Int32Array;
  private readonly articleScores: Float64Array;
  private readonly placeScores: Float64Array;
  /** What each heading is worth at most, its article included. */
  private headingScores = new Float64Array(0);
  /** By heading, what it gains most by the articles before each one and by those from it on. */
  private before: BestOfRows;
  private after: BestOfRows;
  /** The sum of all these scores. */
  private all = 0;

  constructor(model: PageModel, weights: Weights, terms: ReadingTerms, reading: Reading) {
    const places = model.places.length;
    this.model = model;
    this.weights = weights;
    this.terms = terms;
    this.articleAt = new Int32Array(places);
    this.headingsBefore = new Int32Array(places + 1);
    this.articleScores = new Float64Array(places);
    this.placeScores = new Float64Array(places);
    this.before = new BestOfRows(0, 0);
    this.after = new BestOfRows(0, 0);
    this.reading = reading;
    this.know(reading);
  }

  /** Takes a reading for the known one. */
  know(reading: Reading): void {
    const { model, articleAt, headingsBefore } = this;
    this.reading = copyOf(reading);
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
    this.addUp(reading);
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
    };
    const sum = this.all + this.changeOfArticles(change) + this.changeOfPlaces(change);
    return sum + this.changeOfHeadings(change, lowest, highest) + ROUNDING;
  }

  private addUp(reading: Reading): void {
    const { model, articles, headings, articleScores, placeScores } = this;
    this.all = 0;
    articles.forEach((article, a) => {
      articleScores[a] = this.articleScore(reading, article);
      this.all += valueAt(articleScores, a);
    });
    for (let p = 0, above = -1; p < model.places.length; p += 1) {
      if (reading.cuts[p]) above += 1;
      placeScores[p] = this.placeScore(reading, p, articles[reading.cuts[p] ? above - 1 : above], articles[above]);
      this.all += valueAt(placeScores, p);
    }
    this.before = new BestOfRows(headings.length, articles.length);
    this.after = new BestOfRows(headings.length, articles.length);
    this.headingScores = Float64Array.from(headings, (heading, h) => {
      const own = new Best();
      articles.forEach((article, a) => {
        this.before.put(h, a, own);
        this.take(own, heading, article);
      });
      this.before.put(h, articles.length, own);
      const score = this.headingScore(heading, own);
      this.all += score;
      own.clear();
      this.after.put(h, articles.length, own);
      for (let a = articles.length - 1; a >= 0; a -= 1) {
        this.take(own, heading, articles[a] as TextRange);
        this.after.put(h, a, own);
      }
      return score;
    });
  }

  private changeOfArticles({ reading, firstOld, endOld, articles }: Change): number {
    let sum = 0;
    for (const article of articles) sum += this.articleScore(reading, article);
    for (let a = firstOld; a < endOld; a += 1) sum -= valueAt(this.articleScores, a);
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
    const { headingsBefore, headingScores } = this;
    const first = headingsBefore[lowest] as number;
    const end = headingsBefore[highest + 1] as number;
    let sum = 0;
    for (let h = first; h < end; h += 1) sum -= valueAt(headingScores, h);
    for (let p = lowest; p <= highest; p += 1)
      for (const heading of this.headingsIn(change.reading, p)) sum += this.newScore(heading, change);
    if (this.hasSameCuts(change.reading, lowest, highest)) return sum;
    for (let h = 0; h < headingScores.length; h += 1)
      if (h < first || h >= end) sum += this.changedScore(h, change) - valueAt(headingScores, h);
    return sum;
  }

  /** The score of a heading that only the changed reading has. */
  private newScore(heading: PlacedHeading, { firstOld, endOld, articles }: Change): number {
    const best = new Best();
    for (let a = 0; a < firstOld; a += 1) this.take(best, heading, this.articles[a] as TextRange);
    for (const article of articles) this.take(best, heading, article);
    for (let a = endOld; a < this.articles.length; a += 1) this.take(best, heading, this.articles[a] as TextRange);
    return this.headingScore(heading, best);
  }

  /** The score of a heading of both readings among the changed articles. */
  private changedScore(h: number, { firstOld, endOld, articles }: Change): number {
    const heading = this.headings[h] as PlacedHeading;
    const best = new Best();
    this.before.addTo(best, h, firstOld);
    this.after.addTo(best, h, endOld);
    for (const article of articles) this.take(best, heading, article);
    return this.headingScore(heading, best);
  }

  private hasSameCuts({ cuts }: Reading, lowest: number, highest: number): boolean {
    for (let p = lowest; p <= highest; p += 1) if (cuts[p] !== this.reading.cuts[p]) return false;
    return true;
  }

  /** Takes in what a heading gains by an article. */
  private take(best: Best, heading: PlacedHeading, article: TextRange): void {
    const { terms, weights } = this;
    const likeness = terms.likeness(heading, article);
    const gain = likeness + terms.nearness(heading, article) - terms.headless(article.from) - weights.homeless;
    best.take(likeness, gain);
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

const NO_HEADINGS: readonly PlacedHeading[] = [];

/** A change of the known reading. */
interface Change {
  readonly reading: Reading;
  /** The nearest cuts before and after the changed places, which both readings have. */
  readonly begin: number;
  readonly end: number;
  /** The articles of the known reading between these (`endOld` is excluded), and those of the changed one. */
  readonly firstOld: number;
  readonly endOld: number;
  readonly articles: readonly TextRange[];
}

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

  clear(): void {
    this.likeness = 0;
    this.gain = Number.NEGATIVE_INFINITY;
  }

  take(likeness: number, gain: number): void {
    if (likeness > this.likeness) this.likeness = likeness;
    if (gain > this.gain) this.gain = gain;
  }
}

/** What each heading gains most by the articles on one side of each. */
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
