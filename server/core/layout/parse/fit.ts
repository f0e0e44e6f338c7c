/** How well a line, or the pieces of one that an extractor cut, fits a measure. */

import type { Dialect } from "../dialect.ts";
import { END, HEAD } from "../line-classes.ts";
import type { VisualLine } from "../lines.ts";
import type { Weights } from "../weights.ts";
import { endsWithClosingMark, pairGain } from "../width.ts";
import type { Model } from "./states.ts";

interface Composed {
  readonly em: number;
  /** Em by which the line may be narrower than its natural width: squeezed marks, a mark that hangs over. */
  readonly give: number;
  readonly tolerance: number;
}

/** The pieces `start`…`end` as one line. */
export function compose({ lines, dialect, weights }: Model, start: number, end: number): Composed {
  let em = 0;
  let squeezable = 0;
  let blanks = 0;
  let borders = 0;
  for (let i = start; i <= end; i += 1) {
    const { text, width } = lines[i] as VisualLine;
    em += width.em + dialect.numberGap * width.numberBorders;
    squeezable += width.squeezable;
    blanks += width.blanks;
    borders += width.numberBorders;
    if (i > start) em -= pairGain((lines[i - 1] as VisualLine).text, text);
  }
  const hangs = endsWithClosingMark((lines[end] as VisualLine).text) ? 0.5 : 0;
  return {
    em,
    give: (dialect.squeezes ? 0.5 * squeezable : 0) + hangs,
    tolerance: weights.tolerance + weights.tolerancePerBlank * blanks + weights.tolerancePerBorder * borders,
  };
}

/** A wrapped line: it fills the measure so far that the next unit had no room. `slack` in em. */
export function fullLineCost(
  w: Weights,
  slack: number,
  room: number,
  roomLeft: number,
  give: number,
  tolerance: number,
): number {
  if (slack > room + tolerance - w.tolerance - 0.1)
    return Math.min(w.misfitLimit, roomLeft + w.roomLeftPerEm * (slack - room));
  if (slack < -tolerance) {
    const over = -tolerance - slack;
    return over <= give
      ? w.squeezed + w.squeezedPerEm * over
      : Math.min(w.misfitLimit, w.overfull + w.overfullPerEm * (over - give));
  }
  return w.slack * Math.max(0, slack);
}

/**
 * Lines of a column that were joined before and end in a wrap: what is left over for the last of them fills the measure.
 * Each line joined makes that less certain, by half an em.
 */
export function joinedRunCost(w: Weights, em: number, measure: number, room: number, roomLeft: number): number {
  const full = Math.floor(em / measure);
  const slack = (full + 1) * measure - em;
  const doubt = w.tolerance + 0.5 * full;
  return slack <= room + doubt || slack >= measure - doubt ? 0 : roomLeft;
}

/** A last line: it ends anywhere in the measure. */
export function shortLineCost(w: Weights, slack: number, give: number, tolerance: number): number {
  if (slack >= -tolerance) return 0;
  const over = -tolerance - slack;
  return over <= give
    ? w.squeezed + w.squeezedPerEm * over
    : Math.min(w.misfitLimit, w.overfull + w.overfullPerEm * (over - give));
}

/** Whether lines `i` and `i + 1` may be pieces of one line. */
export function mayBeCut(lines: readonly VisualLine[], i: number, dialect: Dialect): boolean {
  const line = lines[i];
  const next = lines[i + 1];
  if (!line || !next || next.indented || line.blankLinesAfter > 0) return false;
  if (next.head === HEAD.closing || isOpeningOnly(line)) return true;
  return dialect.cutsLines && next.head === HEAD.opening && endsWithClosingMark(line.text);
}

/** An opening mark alone on its line was cut from what it opens. */
function isOpeningOnly(line: VisualLine): boolean {
  return line.endClass === END.opening && line.text.length <= 2;
}

/** A mark that may not open a line shows a cut; an opening mark after a closing one may be one. */
export function costOfCuts({ lines, weights }: Model, start: number, end: number): number {
  let cost = 0;
  for (let i = start; i < end; i += 1) {
    if ((lines[i + 1] as VisualLine).head === HEAD.closing || isOpeningOnly(lines[i] as VisualLine)) continue;
    cost += (lines[i] as VisualLine).endClass <= END.quotedStop ? weights.cutAfterStop : weights.cut;
  }
  return cost;
}
