/** What a run of texts is worth as an article, whatever its heading, and what a short line is worth as a part of it. */

import { IMPOSSIBLE, valueAt } from "./cohesion.ts";
import { evidenceAt } from "./cut-places.ts";
import type { CutPlace, PageModel, ShortLine } from "./page-model.ts";
import { formAsPart } from "./short-lines.ts";
import type { NoteTerm } from "./terms.ts";
import type { Weights } from "./weights.ts";

/** Scores runs of texts of one page, in nats, each worked out once. */
export class ArticleScorer {
  private readonly model: PageModel;
  private readonly weights: Weights;
  private readonly known: Float64Array;
  /** For each place, what speaks for going on at all places before it; for each text, the leads among those before it. */
  private readonly goesOnBefore: Float64Array;
  private readonly leadsBefore: Float64Array;
  /** For each short line, the nearest one before it that looks like a crosshead of one series with it; -1 where there is none. */
  private readonly alikeBefore: Int32Array;

  constructor(model: PageModel, weights: Weights) {
    const width = model.places.length;
    this.model = model;
    this.weights = weights;
    this.known = new Float64Array(width * width).fill(Number.NaN);
    this.goesOnBefore = new Float64Array(width + 1);
    this.leadsBefore = new Float64Array(width + 1);
    this.alikeBefore = alikeBeforeOf(model.shortLines);
    for (let p = 0; p < width; p += 1) {
      this.goesOnBefore[p + 1] = valueAt(this.goesOnBefore, p) + (model.places[p] as CutPlace).evidence.goesOn;
      this.leadsBefore[p + 1] = valueAt(this.leadsBefore, p) + (model.leads[p] === 1 ? 1 : 0);
    }
  }

  /** The score of the texts `from`…`to - 1` as one article, crossheads included, without its heading. */
  scoreOf(from: number, to: number): number {
    const cell = from * this.model.places.length + to;
    const known = this.known[cell] as number;
    if (!Number.isNaN(known)) return known;
    const score = this.workOut(from, to);
    this.known[cell] = score;
    return score;
  }

  /** The same, worked out anew; `note` is told the terms. */
  workOut(from: number, to: number, note?: NoteTerm): number {
    const { model, weights } = this;
    const alike = model.cohesion.of(from, to);
    if (alike === IMPOSSIBLE) {
      note?.("impossible", IMPOSSIBLE);
      return IMPOSSIBLE;
    }
    const cohesion = weights.vocabulary * alike;
    note?.("article", weights.article);
    note?.("cohesion", cohesion);
    if (note) for (let p = from + 1; p < to; p += 1) noteGoingOn(model, weights, p, note);
    let score = weights.article + cohesion + valueAt(this.goesOnBefore, to) - valueAt(this.goesOnBefore, from + 1);
    let inner = valueAt(this.leadsBefore, to) - valueAt(this.leadsBefore, from);
    if (model.leads[from]) {
      score += weights.lead / 2;
      note?.("lead", weights.lead / 2);
      inner = Math.max(0, inner - 1);
    } else if (to === from + 1 && !model.cues[from]?.piece) {
      score += weights.single;
      note?.("single", weights.single);
    }
    score -= (inner * weights.lead) / 2;
    note?.("innerLead", -(inner * weights.lead) / 2);
    return this.withParts(score, from, to, note);
  }

  /** The score with that of the short lines inside the article. */
  private withParts(score: number, from: number, to: number, note?: NoteTerm): number {
    const { weights } = this;
    const { shortLines, nextShortLine } = this.model;
    let sum = score;
    let parts = 0;
    const first = nextShortLine[from + 1] as number;
    let parallel = 0;
    let marked = 0;
    /** Of a bulletin's notices: they stand in any number below one another. */
    let fields = 0;
    let numbers = 0;
    let words = 0;
    for (let s = first; s >= 0 && s < shortLines.length; s += 1) {
      const line = shortLines[s] as ShortLine;
      if (line.place >= to) break;
      parts += 1;
      if (line.form.uncounted) fields += 1;
      if (line.form.numberAlone) numbers += 1;
      else if (!line.form.sentence) words += 1;
      sum += this.partScore(line, from, to, note);
      const alike = this.alikeBefore[s] as number;
      if (alike < first) continue;
      if (areMarkedAlike(shortLines[alike] as ShortLine, line)) marked += weights.marked;
      else parallel += weights.parallel;
    }
    note?.("parallel", parallel);
    note?.("marked", marked);
    const alone = parts === 1 ? weights.alone : 0;
    const crowded = parts > fields && to - from < TEXTS_PER_PART * (parts + 1) ? weights.crowded : 0;
    const among = numbers > 1 ? words * weights.amongNumbers : 0;
    if (alone) note?.("alone", alone);
    if (among) note?.("amongNumbers", among);
    if (crowded) note?.("crowded", crowded);
    return sum + parallel + marked + alone + among + crowded;
  }

  /**
   * What a line is worth as a part of the article of the texts `from`…`to - 1`, between or beside which it stands. Of the
   * texts above and below it those count that it resembles more.
   */
  partScore(line: ShortLine, from: number, to: number, note?: NoteTerm): number {
    const { weights } = this;
    let best = Number.NEGATIVE_INFINITY;
    if (line.place > from) best = this.resemblance(line, from, line.place);
    if (line.place < to) best = Math.max(best, this.resemblance(line, line.place, to));
    const likeness = Math.min(weights.similarCap, weights.similar * best);
    if (note) {
      formAsPart(line.form, weights, note);
      note("partLikeness", likeness);
    }
    return line.asPart + likeness;
  }

  /** What share of a line's words any run of the length of the texts `from`…`to - 1` would hold, and what a resemblance has to be more than. */
  expected(from: number, to: number): number {
    const { weights } = this;
    const { reach } = this.model;
    return weights.threshold + weights.expected * (valueAt(reach, to) - valueAt(reach, from));
  }

  /** How much of a line's words stands in the texts `from`…`to - 1`, beyond what is expected. */
  private resemblance({ shares, known }: ShortLine, from: number, to: number): number {
    return valueAt(shares, to) - valueAt(shares, from) - known * this.expected(from, to);
  }
}

function noteGoingOn({ places }: PageModel, weights: Weights, place: number, note: NoteTerm): void {
  evidenceAt((places[place] as CutPlace).facts, weights, undefined, note);
}

/** An article with crossheads has so many texts for each of its parts, or more. */
const TEXTS_PER_PART = 3;

/** How many short lines before a line are looked at for one with the same marks; crossheads may have two lines each. */
const ALIKE_WITHIN = 4;

function alikeBeforeOf(shortLines: readonly ShortLine[]): Int32Array {
  return Int32Array.from(shortLines, (line, s) => {
    for (let before = s - 1; before >= Math.max(0, s - ALIKE_WITHIN); before -= 1) {
      const other = shortLines[before] as ShortLine;
      if (before === s - 1 ? areAlike(other, line) : areMarkedAlike(other, line)) return before;
    }
    return -1;
  });
}

/** Whether two lines look like crossheads of one series: set to the same length, or with the same marks. */
export function areAlike(a: ShortLine, b: ShortLine): boolean {
  return Math.abs(a.form.text.length - b.form.text.length) <= 1 || areMarkedAlike(a, b);
}

/** Whether two lines are both in quotation marks, both lead over to what follows, or are parted in clauses at the same place. */
function areMarkedAlike({ form: a }: ShortLine, { form: b }: ShortLine): boolean {
  if ((a.inQuotes && b.inQuotes) || (a.leadsOver && b.leadsOver)) return true;
  return a.parting > 0 && a.parting === b.parting;
}
