/** How well a run of short lines goes as one heading, by form alone. */

import type { ShortLine } from "./page-model.ts";
import { formAsHeading } from "./short-lines.ts";
import type { NoteTerm } from "./terms.ts";
import type { Weights } from "./weights.ts";

/** Scores the short lines of one page as headings. */
export class HeadingForm {
  private readonly shortLines: readonly ShortLine[];
  private readonly weights: Weights;

  constructor(shortLines: readonly ShortLine[], weights: Weights) {
    this.shortLines = shortLines;
    this.weights = weights;
  }

  /** The score of `lines` short lines from `firstLine` on as one heading, in nats; `note` is told the terms. */
  scoreOf(firstLine: number, lines: number, note?: NoteTerm): number {
    const { shortLines, weights } = this;
    let sum = 0;
    let tags = 0;
    for (let i = 0; i < lines; i += 1) {
      const { form, asHeading } = shortLines[firstLine + i] as ShortLine;
      sum += asHeading;
      if (note) formAsHeading(form, weights, note);
      if (form.series) tags += 1;
      if (i > 0) sum = this.withFurtherLine(sum, firstLine, i, note);
      else if (form.dashed) {
        sum -= weights.deck;
        note?.("deck", -weights.deck);
      }
    }
    if ((shortLines[firstLine + lines - 1] as ShortLine).form.leadsOver) {
      sum -= weights.kicker;
      note?.("kicker", -weights.kicker);
    }
    if (tags <= 1) return sum;
    note?.("twoSeries", weights.twoSeries * (tags - 1));
    return sum + weights.twoSeries * (tags - 1);
  }

  /** The sum with what speaks for the line `i` of a heading being one with those before it. */
  private withFurtherLine(sum: number, firstLine: number, i: number, note?: NoteTerm): number {
    const { shortLines, weights } = this;
    const line = shortLines[firstLine + i] as ShortLine;
    const before = shortLines[firstLine + i - 1] as ShortLine;
    const further = i === 1 ? "second" : i === 2 ? "third" : "fourth";
    const mark = line.form.dashed ? "deck" : before.form.leadsOver ? "kicker" : undefined;
    let score = sum;
    if (line.form.notice) score -= weights.notice;
    if (line.form.counted) score -= 2 * weights.counted;
    score += weights[further];
    if (!line.follows) score += weights.apart;
    if (mark) score += weights[mark];
    if (line.form.across) score += weights.across;
    if (note) {
      if (line.form.notice) note("notice", -weights.notice);
      if (line.form.counted) note("counted", -2 * weights.counted);
      note(further, weights[further]);
      if (!line.follows) note("apart", weights.apart);
      if (mark) note(mark, weights[mark]);
      if (line.form.across) note("across", weights.across);
    }
    return score;
  }
}
