/** Makes a reading of a page better place by place. */

import type { ChangeBound } from "./change-bound.ts";
import { HEADING, PART } from "./heading-runs.ts";
import { allOf, insideLabellings, LABELLINGS, type Labelling, labellingsNear, TRY_ALL } from "./labellings.ts";
import type { CutPlace, PageModel } from "./page-model.ts";
import { areSame, copyOf, type Reading } from "./reading.ts";
import type { ReadingScorer } from "./reading-score.ts";

/** What an article loses most when its texts are cut in two and a heading still may gain it back, in nats. */
const HOPELESS = -9;
/** What is no more than this is no gain. */
export const EPSILON = 1e-9;
/** How far a cut is moved, in texts. */
export const STEPS = [-1, 1, -2, 2, -3, 3];

/** Takes the best change of each place in turn, as long as that makes the whole better. */
export class Climb {
  readonly reading: Reading;
  score: number;
  private readonly model: PageModel;
  private readonly scorer: ReadingScorer;
  /** The place at which nothing changes whether an article begins; -1 for none. */
  private readonly fixed: number;
  private readonly last: number;
  private readonly bound: ChangeBound;
  /** Of the articles of the best reading so far. */
  private prices: Float64Array;

  constructor(model: PageModel, scorer: ReadingScorer, start: Reading, fixed = -1) {
    this.model = model;
    this.scorer = scorer;
    this.reading = copyOf(start);
    this.fixed = fixed;
    this.last = model.places.length - 1;
    this.score = scorer.scoreOf(this.reading);
    this.prices = scorer.pricesOfLast();
    this.bound = scorer.changeBound();
    this.bound.know(this.reading, this.prices);
  }

  /**
   * Goes round the page until a whole round brought nothing, `rounds` times at most; or until the reading is one of those that another
   * climb could not make better. Returns whether nothing makes it better.
   */
  run(rounds: number, settled: readonly Reading[]): boolean {
    const isSettled = (): boolean => settled.some((reading) => areSame(reading, this.reading));
    if (isSettled()) return true;
    const steps = this.last + 1 + Math.max(0, this.last - 1);
    let idle = 0;
    const ends = (changes: boolean): boolean => {
      idle = changes ? 0 : idle + 1;
      return idle === steps || (changes && isSettled());
    };
    for (let round = 0; round < rounds; round += 1) {
      for (let p = 0; p <= this.last; p += 1) if (ends(this.changePlace(p))) return true;
      for (let p = 1; p < this.last; p += 1) if (ends(this.reading.cuts[p] === 1 && this.moveCut(p))) return true;
    }
    return false;
  }

  /** Leaves the best of all cuts and labellings at a place; whether that is another one. */
  private changePlace(p: number): boolean {
    const { cuts } = this.reading;
    const size = this.shortLinesAt(p).length;
    const stays = p === 0 || p === this.last || p === this.fixed;
    let cut = cuts[p] as number;
    let labels: Labelling = this.labelsAt(p);
    let isBetter = false;
    const consider = (newCut: number, newLabels: Labelling): void => {
      this.set(p, newCut, newLabels);
      if (!this.isBetter(p, p)) return;
      isBetter = true;
      cut = newCut;
      labels = [...newLabels];
    };
    if (size === 0) {
      if (!stays && (cut || this.isWorthCutting(p))) consider(1 - cut, []);
    } else {
      if (!stays && cut) {
        consider(0, allOf(labels, PART));
      }
      if (p > 0 && p < this.last && !(p === this.fixed && cut) && this.scorer.headsInside)
        for (const way of insideLabellings(size)) consider(0, way);
      const ways = stays && !cut ? [] : size <= TRY_ALL ? LABELLINGS[size] : labellingsNear(labels, cut === 0);
      for (const way of ways as Iterable<Labelling>) consider(1, way);
    }
    this.set(p, cut, labels);
    if (isBetter) this.bound.know(this.reading, this.prices);
    return isBetter;
  }

  /** Moves a cut a little way where that is better; the short lines that it reaches become headings. */
  private moveCut(p: number): boolean {
    const { cuts } = this.reading;
    if (p === this.fixed) return false;
    for (const step of STEPS) {
      const there = p + step;
      if (there < 1 || there >= this.last || there === this.fixed || cuts[there]) continue;
      const [here, yonder] = [this.labelsAt(p), this.labelsAt(there)];
      this.set(p, 0, allOf(here, PART));
      this.set(there, 1, allOf(yonder, HEADING));
      if (this.isBetter(Math.min(p, there), Math.max(p, there))) {
        this.bound.know(this.reading, this.prices);
        return true;
      }
      this.set(there, 0, yonder);
      this.set(p, 1, here);
    }
    return false;
  }

  /** Whether the reading is better than the best so far, from which it differs at the places `lowest`…`highest`; then its score is the new one. */
  private isBetter(lowest: number, highest: number): boolean {
    const asked = this.score + EPSILON;
    if (this.bound.atMost(this.reading, lowest, highest) <= asked) return false;
    const score = this.scorer.scoreAbove(asked, this.reading);
    if (score <= asked) return false;
    this.score = score;
    this.prices = this.scorer.pricesOfLast();
    return true;
  }

  /** Whether the texts on both sides of a place without short lines come near to falling apart. */
  private isWorthCutting(p: number): boolean {
    const { cuts } = this.reading;
    let from = p - 1;
    while (!cuts[from]) from -= 1;
    let to = p + 1;
    while (!cuts[to]) to += 1;
    const { articles } = this.scorer.terms;
    const { begins, unheaded } = (this.model.places[p] as CutPlace).evidence;
    const apart = articles.scoreOf(from, p) + articles.scoreOf(p, to) + begins + unheaded;
    return apart - articles.scoreOf(from, to) > HOPELESS;
  }

  private set(p: number, cut: number, labels: Labelling): void {
    this.reading.cuts[p] = cut;
    const own = this.shortLinesAt(p);
    for (let i = 0; i < own.length; i += 1) this.reading.labels[own[i] as number] = labels[i] as number;
  }

  private labelsAt(p: number): number[] {
    return this.shortLinesAt(p).map((s) => this.reading.labels[s] as number);
  }

  private shortLinesAt(p: number): readonly number[] {
    return (this.model.places[p] as CutPlace).shortLines;
  }
}
