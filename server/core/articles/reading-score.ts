/** What a reading of a page is worth: one sum of weights over articles, headings, and which heading is whose. */

import { ArticleScorer, areAlike } from "./article-score.ts";
import { valueAt } from "./cohesion.ts";
import { evidenceAt } from "./cut-places.ts";
import { HeadingForm } from "./heading-form.ts";
import { HEADING, HeadingRuns, PART } from "./heading-runs.ts";
import { HeadingMatcher } from "./match-headings.ts";
import type { CutPlace, PageModel, ShortLine } from "./page-model.ts";
import type { Reading, ScoredReading, WhatIf } from "./reading.ts";
import type { NoteTerm, Term, TermRecorder } from "./terms.ts";
import type { Weights } from "./weights.ts";

/** No sum of what speaks for a heading comes near this: what weighs so much against it forbids. */
const NEVER = -15;
const MOST_SHORT_LINES = 70;

/** Outweighs any sum of terms, yet leaves the sums exact enough. */
const BY_DECREE = 1e5;

/** Whether a heading may stand inside its article; not where there are so many short lines that it takes too long. */
export function mayHeadInside({ shortLines }: PageModel, weights: Weights): boolean {
  return weights.inside > NEVER && shortLines.length <= MOST_SHORT_LINES;
}

/** What is asked of a score. */
interface ScoreRequest {
  readonly record?: TermRecorder | undefined;
  readonly whatIf?: WhatIf | undefined;
  /** A score that is no more than this need not be exact. */
  readonly asked?: number;
}

/** Scores readings of one page. It keeps scratch space and what it has worked out, and serves one call at a time. */
export class ReadingScorer {
  readonly articles: ArticleScorer;
  /** See {@link mayHeadInside}. */
  readonly headsInside: boolean;
  private readonly model: PageModel;
  private readonly weights: Weights;
  private readonly forms: HeadingForm;
  private readonly matcher = new HeadingMatcher();
  /** The articles of the reading at hand: article `a` is the texts `from[a]`…`to[a] - 1`. */
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  /** Whether a heading stands where it begins. */
  private readonly headed: boolean[] = [];
  private readonly headings = new HeadingRuns();
  private isCut: Uint8Array = new Uint8Array(0);
  /** `gain[h * articles + a]`: what heading `h` and article `a` gain by each other. */
  private gain = new Float64Array(256);

  constructor(model: PageModel, weights: Weights) {
    this.model = model;
    this.weights = weights;
    this.articles = new ArticleScorer(model, weights);
    this.forms = new HeadingForm(model.shortLines, weights);
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
    const { firstLine, lines, place } = this.headings;
    return {
      score,
      reading,
      articles: this.from.map((from, a) => ({ from, to: this.to[a] as number })),
      headings: firstLine.map((line, h) => ({
        place: place[h] as number,
        shortLines: Array.from({ length: lines[h] as number }, (_, i) => line + i),
        article: articleOf[h] as number,
      })),
    };
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
    let score = 0;
    for (let a = 0; a < this.from.length; a += 1) score += this.scoreOfArticle(a, record);
    for (let p = 0, above = -1; p < this.model.places.length; p += 1) {
      if (!reading.cuts[p]) {
        score += this.scoreOfInside(p, above, reading.labels, record);
        continue;
      }
      if ((this.model.places[p] as CutPlace).shortLines.length) {
        score += this.scoreOfParts(p, above, reading.labels, noteOf(record, "place", p));
      }
      above += 1;
    }
    const headings = this.headings.count;
    const articles = this.from.length;
    if (headings * articles > this.gain.length) this.gain = new Float64Array(2 * headings * articles);
    for (let h = 0; h < headings; h += 1) score += this.scoreOfHeading(h, record);
    const decreed = whatIf ? this.decree(whatIf) : 0;
    const { articleOf, sum } = this.matcher.match(this.gain, headings, articles, asked - score);
    if (record) this.recordPairs(articleOf, record);
    return { score: score + (sum - decreed), articleOf };
  }

  /** Lists the articles of a reading and its headings. */
  private takeApart({ cuts, labels }: Reading): void {
    this.isCut = cuts;
    const { places } = this.model;
    const { from, to, headed, headings } = this;
    from.length = to.length = headed.length = 0;
    headings.clear();
    let start = 0;
    for (let p = 0; p < places.length; p += 1) {
      if (!cuts[p]) {
        const { shortLines } = places[p] as CutPlace;
        if (shortLines.some((s) => labels[s] !== PART)) headings.add(p, shortLines, labels);
        continue;
      }
      if (p > 0) {
        from.push(start);
        to.push(p);
        start = p;
      }
      const before = headings.count;
      headings.add(p, (places[p] as CutPlace).shortLines, labels);
      headed.push(headings.count > before);
    }
  }

  /** The score of an article by itself and of its beginning where it does. */
  private scoreOfArticle(a: number, record?: TermRecorder): number {
    const from = this.from[a] as number;
    const to = this.to[a] as number;
    const { evidence, facts } = this.model.places[from] as CutPlace;
    if (record) {
      record({ name: "headless", nats: this.headless(a), of: "article", at: from });
      this.articles.workOut(from, to, noteOf(record, "article", from));
      if (from > 0) evidenceAt(facts, this.weights, noteOf(record, "place", from));
    }
    const score = this.articles.scoreOf(from, to) + this.headless(a);
    if (from === 0) return score;
    const headed = this.headed[a];
    const shown = headed ? evidence.headed : evidence.unheaded;
    if (shown) record?.({ name: headed ? "plain" : "bare", nats: shown, of: "place", at: from });
    return score + evidence.begins + shown;
  }

  /** What an article without a heading costs; nothing where it goes on from another page, on which its headline stands. */
  private headless(a: number): number {
    const { facts } = this.model.places[this.from[a] as number] as CutPlace;
    return facts.continued ? 0 : this.weights.headless;
  }

  /** What an article's parts lose by those of its short lines that are a heading inside it. */
  private scoreOfInside(p: number, a: number, labels: Uint8Array, record?: TermRecorder): number {
    let score = 0;
    for (const s of (this.model.places[p] as CutPlace).shortLines) {
      if (labels[s] === PART) continue;
      const line = this.model.shortLines[s] as ShortLine;
      const note = noteOf(record, "place", p);
      score -= this.articles.partScore(
        line,
        this.from[a] as number,
        this.to[a] as number,
        note && ((name, nats) => note(name, -nats)),
      );
    }
    return score;
  }

  /** Short lines that are parts of the text at a cut: those above all headings go up, those below all go down. */
  private scoreOfParts(p: number, above: number, labels: Uint8Array, note?: NoteTerm): number {
    const { model, weights } = this;
    const own = (model.places[p] as CutPlace).shortLines;
    let score = 0;
    let headings = 0;
    for (const s of own) if (labels[s] === HEADING) headings += 1;
    let passed = 0;
    for (const s of own) {
      if (labels[s] === HEADING) passed += 1;
      if (labels[s] !== PART) continue;
      const line = model.shortLines[s] as ShortLine;
      if (passed === headings && p < model.places.length - 1) {
        const to = this.to[above + 1] as number;
        score += this.articles.partScore(line, p, to, note) + weights.intro;
        note?.("intro", weights.intro);
        const next = model.shortLines[model.nextShortLine[p + 1] as number];
        if (s === own.at(-1) && next && next.place < to && areAlike(line, next)) {
          score += weights.parallel;
          note?.("parallel", weights.parallel);
        }
      } else if (passed === 0 && p > 0) {
        score += this.articles.partScore(line, this.from[above] as number, p, note) + weights.stray;
        note?.("stray", weights.stray);
      } else {
        score += 2 * weights.stray;
        note?.("stray", 2 * weights.stray);
      }
    }
    return score;
  }

  /** The score of a heading by itself; fills in what it and each article would gain by each other. */
  private scoreOfHeading(h: number, record?: TermRecorder): number {
    const { weights } = this;
    const firstLine = this.headings.firstLine[h] as number;
    const articles = this.from.length;
    const row = h * articles;
    let most = 0;
    for (let a = 0; a < articles; a += 1) {
      const likeness = this.likeness(h, a);
      if (likeness > most) most = likeness;
      this.gain[row + a] = likeness + this.nearness(h, a) - this.headless(a) - weights.homeless;
    }
    const denied = weights.denied * most;
    for (let a = 0; a < articles; a += 1) this.gain[row + a] = valueAt(this.gain, row + a) - denied;
    const note = noteOf(record, "heading", firstLine);
    note?.("homeless", weights.homeless);
    note?.("denied", denied);
    return this.forms.scoreOf(firstLine, this.headings.lines[h] as number, note) + weights.homeless + denied;
  }

  /** What speaks for a heading being an article's by its words: they stand in it, above all at its beginning. */
  private likeness(h: number, a: number, note?: NoteTerm): number {
    const { weights } = this;
    const from = this.from[a] as number;
    const to = this.to[a] as number;
    const firstLine = this.headings.firstLine[h] as number;
    const end = firstLine + (this.headings.lines[h] as number);
    let sum = 0;
    for (let s = firstLine; s < end; s += 1) {
      const line = this.model.shortLines[s] as ShortLine;
      const opening = valueAt(line.shares, from + 1) - valueAt(line.shares, from);
      const resembles = weights.similar * this.articles.resemblance(line, from, to);
      const like = resembles + weights.first * opening;
      sum += Math.min(weights.similarCap, like);
      if (!note) continue;
      note("likeness", resembles);
      note("first", weights.first * opening);
      note("likenessCap", Math.min(0, weights.similarCap - like));
    }
    return sum;
  }

  /** What speaks for a heading being an article's by where it stands. */
  private nearness(h: number, a: number, note?: NoteTerm): number {
    const { weights, model, headings } = this;
    const from = this.from[a] as number;
    const to = this.to[a] as number;
    const place = headings.place[h] as number;
    if (to === place && headings.above[h] === 0) {
      note?.("below", weights.below);
      return weights.below;
    }
    if (from === place && headings.below[h] === 0) {
      const byline = (model.places[place] as CutPlace).signed ? weights.bylineBetween : 0;
      const { notice } = (model.shortLines[headings.firstLine[h] as number] as ShortLine).form;
      // A notice may well be a single paragraph, so what that cost is given back.
      const bonus = notice ? weights.noticeAbove - (to === from + 1 ? weights.single : 0) : 0;
      note?.("beside", weights.beside);
      note?.("bylineBetween", byline);
      note?.("noticeAbove", bonus);
      return weights.beside + byline + bonus;
    }
    if (from < place && place < to) {
      note?.("inside", weights.inside);
      return weights.inside;
    }
    if (!this.isCut[place]) {
      note?.("inside", NEVER);
      return NEVER;
    }
    const edge = place === 0 || place === model.places.length - 1;
    note?.(edge ? "farEdge" : "far", edge ? weights.farEdge : weights.far);
    return edge ? weights.farEdge : weights.far;
  }

  /** Makes the matching answer a question; returns by how much its sum is then too large. */
  private decree({ article, line }: WhatIf): number {
    const articles = this.from.length;
    if (line < 0) {
      for (let h = 0; h < this.headings.count; h += 1) this.gain[h * articles + article] = -BY_DECREE;
      return 0;
    }
    const cell = this.headings.firstLine.indexOf(line) * articles + article;
    this.gain[cell] = valueAt(this.gain, cell) + BY_DECREE;
    return BY_DECREE;
  }

  /** Records what each heading and its article gain by each other. */
  private recordPairs(articleOf: Int32Array, record: TermRecorder): void {
    const { weights } = this;
    for (let h = 0; h < this.headings.count; h += 1) {
      const own = articleOf[h] as number;
      if (own < 0) continue;
      const note = noteOf(record, "pair", this.headings.firstLine[h] as number) as NoteTerm;
      this.likeness(h, own, note);
      this.nearness(h, own, note);
      note("headless", -this.headless(own));
      note("homeless", -weights.homeless);
      let most = 0;
      for (let a = 0; a < this.from.length; a += 1) most = Math.max(most, this.likeness(h, a));
      note("denied", -weights.denied * most);
    }
  }
}

function noteOf(record: TermRecorder | undefined, of: Term["of"], at: number): NoteTerm | undefined {
  return record && ((name, nats) => record({ name, nats, of, at }));
}
