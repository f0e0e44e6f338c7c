/** The terms of a reading's score, each of one thing: an article, a place, a heading, or a heading as an article's. */

import { ArticleScorer, areAlike } from "./article-score.ts";
import { valueAt } from "./cohesion.ts";
import { evidenceAt } from "./cut-places.ts";
import { HeadingForm } from "./heading-form.ts";
import { HEADING, PART, type PlacedHeading } from "./heading-runs.ts";
import type { CutPlace, PageModel, ShortLine, TextRange } from "./page-model.ts";
import type { NoteTerm, Term, TermRecorder } from "./terms.ts";
import type { Weights } from "./weights.ts";

/** No sum of what speaks for a heading comes near this: what weighs so much against it forbids. */
const NEVER = -15;
const MOST_SHORT_LINES = 70;

/** Whether a heading may stand inside its article; not where there are so many short lines that it takes too long. */
export function mayHeadInside({ shortLines }: PageModel, weights: Weights): boolean {
  return weights.inside > NEVER && shortLines.length <= MOST_SHORT_LINES;
}

/** Works out the terms of readings of one page. In nats. */
export class ReadingTerms {
  readonly articles: ArticleScorer;
  private readonly model: PageModel;
  private readonly weights: Weights;
  private readonly forms: HeadingForm;
  /** By the first line of a heading, then by how many it has. */
  private readonly knownForms: readonly number[][];

  /** @param articles the scorer of another reading of the page, where the weights differ in `inside` alone */
  constructor(model: PageModel, weights: Weights, articles = new ArticleScorer(model, weights)) {
    this.model = model;
    this.weights = weights;
    this.articles = articles;
    this.knownForms = model.shortLines.map(() => []);
    this.forms = new HeadingForm(model.shortLines, weights);
  }

  /** The score of an article by itself and of its beginning where it does; `headed` where a heading stands there. */
  article(from: number, to: number, headed: boolean, record?: TermRecorder): number {
    const { evidence, facts } = this.place(from);
    if (record) {
      record({ name: "headless", nats: this.headless(from), of: "article", at: from });
      this.articles.workOut(from, to, noteOf(record, "article", from));
      if (from > 0) evidenceAt(facts, this.weights, noteOf(record, "place", from));
    }
    const score = this.articles.scoreOf(from, to) + this.headless(from);
    if (from === 0) return score;
    const shown = headed ? evidence.headed : evidence.unheaded;
    if (shown) record?.({ name: headed ? "plain" : "bare", nats: shown, of: "place", at: from });
    return score + evidence.begins + shown;
  }

  /** What an article without a heading costs; nothing where it goes on from another page, on which its headline stands. */
  headless(from: number): number {
    return this.place(from).facts.continued ? 0 : this.weights.headless;
  }

  /** What an article's parts lose by those of its short lines at a place inside it that are a heading. */
  inside(p: number, { from, to }: TextRange, labels: Uint8Array, record?: TermRecorder): number {
    let score = 0;
    for (const s of this.place(p).shortLines) {
      if (labels[s] === PART) continue;
      const line = this.model.shortLines[s] as ShortLine;
      const note = noteOf(record, "place", p);
      score -= this.articles.partScore(line, from, to, note && ((name, nats) => note(name, -nats)));
    }
    return score;
  }

  /**
   * Short lines that are parts of the text at a cut: those above all headings go up, those below all go down.
   * @param from where the article above begins, if there is one
   * @param to where the one below ends, if there is one
   */
  parts(p: number, { from, to }: TextRange, labels: Uint8Array, note?: NoteTerm): number {
    const { model, weights } = this;
    const own = this.place(p).shortLines;
    let score = 0;
    let headings = 0;
    for (const s of own) if (labels[s] === HEADING) headings += 1;
    let passed = 0;
    for (const s of own) {
      if (labels[s] === HEADING) passed += 1;
      if (labels[s] !== PART) continue;
      const line = model.shortLines[s] as ShortLine;
      if (passed === headings && p < model.places.length - 1) {
        score += this.articles.partScore(line, p, to, note) + weights.intro;
        note?.("intro", weights.intro);
        const next = model.shortLines[model.nextShortLine[p + 1] as number];
        if (s === own.at(-1) && next && next.place < to && areAlike(line, next)) {
          score += weights.parallel;
          note?.("parallel", weights.parallel);
        }
      } else if (passed === 0 && p > 0) {
        score += this.articles.partScore(line, from, p, note) + weights.stray;
        note?.("stray", weights.stray);
      } else {
        score += 2 * weights.stray;
        note?.("stray", 2 * weights.stray);
      }
    }
    return score;
  }

  /** The score of a heading by its form. */
  form({ firstLine, lines }: PlacedHeading, note?: NoteTerm): number {
    if (note) return this.forms.scoreOf(firstLine, lines, note);
    const known = this.knownForms[firstLine] as number[];
    known[lines] ??= this.forms.scoreOf(firstLine, lines);
    return known[lines];
  }

  /** What speaks for a heading being an article's by its words: they stand in it, above all at its beginning. */
  likeness({ firstLine, lines }: PlacedHeading, { from, to }: TextRange, note?: NoteTerm): number {
    const { weights, model } = this;
    const expected = this.articles.expected(from, to);
    let sum = 0;
    for (let s = firstLine; s < firstLine + lines; s += 1) {
      const { shares, known } = model.shortLines[s] as ShortLine;
      const before = valueAt(shares, from);
      const opening = valueAt(shares, from + 1) - before;
      const resembles = weights.similar * (valueAt(shares, to) - before - known * expected);
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
  nearness(heading: PlacedHeading, { from, to }: TextRange, note?: NoteTerm): number {
    const { weights, model } = this;
    const { place } = heading;
    if (to === place && heading.above === 0) {
      note?.("below", weights.below);
      return weights.below;
    }
    if (from === place && heading.below === 0) {
      const byline = this.place(place).signed ? weights.bylineBetween : 0;
      const { notice } = (model.shortLines[heading.firstLine] as ShortLine).form;
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
    if (!heading.atCut) {
      note?.("inside", NEVER);
      return NEVER;
    }
    const edge = place === 0 || place === model.places.length - 1;
    note?.(edge ? "farEdge" : "far", edge ? weights.farEdge : weights.far);
    return edge ? weights.farEdge : weights.far;
  }

  private place(p: number): CutPlace {
    return this.model.places[p] as CutPlace;
  }
}

/** A note that tells a recorder of what its terms are. */
export function noteOf(record: TermRecorder | undefined, of: Term["of"], at: number): NoteTerm | undefined {
  return record && ((name, nats) => record({ name, nats, of, at }));
}
