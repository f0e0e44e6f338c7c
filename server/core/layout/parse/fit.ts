/** How well a line, or the pieces of one that an extractor cut, fits a measure. */

import type { Dialect } from "../dialect.ts";
import { END, HEAD } from "../line-classes.ts";
import type { VisualLine } from "../lines.ts";
import type { Weights } from "../weights.ts";
import { endsWithClosingMark, pairGain } from "../width.ts";
import { FLAG, has } from "./line-table.ts";
import { type Model, UNREACHED } from "./states.ts";

/** A line as the typesetter set it, made of one or more pieces. Widths in em. */
export interface SetLine {
  /** Natural width, the page's gaps beside numerals included. */
  em: number;
  /** How much narrower the line may have been set: squeezed marks, a mark that hangs over. */
  shrink: number;
  /** How uncertain the width is. */
  tolerance: number;
  /** It is one unit, such as an address of the web, which stands on a line of its own however wide that is. */
  isUnbreakable: boolean;
  /** It was stretched to the measure with blanks between its characters. */
  stretched: boolean;
  /** The width that the next line's first unit would have needed; endless for the last line. */
  room: number;
  /** What it costs that the line was wrapped although that unit had room. */
  roomLeftCost: number;
}

/** Widths that differ by no more than this, in em, are the same. */
const SAME = 0.1;
/** No unit of Han text is wider than this, in em. */
const WIDE_UNIT = 6;

/** The line that is being weighed: one is enough, as each is done with before the next. */
const WEIGHED: SetLine = {
  em: 0.5,
  shrink: 0.5,
  tolerance: 0.5,
  isUnbreakable: false,
  stretched: false,
  room: 0.5,
  roomLeftCost: 0.5,
};

/** The pieces `start`…`end` as one line, which holds until the next one is asked for. */
export function setLineOf({ lines, table, dialect, weights }: Model, start: number, end: number): Readonly<SetLine> {
  let em = 0;
  let squeezable = 0;
  let blanks = 0;
  let borders = 0;
  for (let i = start; i <= end; i += 1) {
    const own = table.numberBorders[i] as number;
    em += (table.em[i] as number) + dialect.numberGap * own;
    squeezable += table.squeezable[i] as number;
    blanks += table.blanks[i] as number;
    borders += own;
    if (i > start) em -= pairGain((lines[i - 1] as VisualLine).text, (lines[i] as VisualLine).text);
  }
  const ownEm = table.em[end] as number;
  const stretched = has(table, end, FLAG.spacedOut);
  const hangs = has(table, end, FLAG.hangs) ? 0.5 : 0;
  WEIGHED.em = em;
  WEIGHED.shrink = (dialect.squeezes ? 0.5 * squeezable : 0) + hangs;
  WEIGHED.tolerance = weights.tolerance + weights.tolerancePerBlank * blanks + weights.tolerancePerBorder * borders;
  WEIGHED.isUnbreakable = start === end && (table.firstUnit[end] as number) > ownEm - SAME && ownEm > WIDE_UNIT;
  WEIGHED.stretched = stretched;
  WEIGHED.room =
    end + 1 < lines.length ? (table.firstUnit[end + 1] as number) + (stretched ? weights.stretchedGive : 0) : UNREACHED;
  WEIGHED.roomLeftCost = dialect.roomLeftCost ?? weights.roomLeft;
  return WEIGHED;
}

/** A wrapped line fills the measure so far that the next unit had no room. `slack`: em that the measure is wider. */
export function fullLineCost(weights: Weights, line: Readonly<SetLine>, slack: number): number {
  const { room, tolerance } = line;
  if (slack > room + tolerance - weights.tolerance - 0.1)
    return Math.min(weights.misfitLimit, line.roomLeftCost + weights.roomLeftPerEm * (slack - room));
  if (slack < -tolerance) return tooWideCost(weights, line, slack);
  return weights.slack * Math.max(0, slack);
}

/**
 * Lines of a column that were joined before and end in a wrap: what is left over for the last of them fills the measure.
 * Each line joined makes that less certain, by half an em. `em` is the width of all of them, an indent included.
 */
export function joinedLinesCost(
  weights: Weights,
  { room, roomLeftCost }: Readonly<SetLine>,
  em: number,
  measure: number,
): number {
  const full = Math.floor(em / measure);
  const slack = (full + 1) * measure - em;
  const doubt = weights.tolerance + 0.5 * full;
  return slack <= room + doubt || slack >= measure - doubt ? 0 : roomLeftCost;
}

/** A last line ends anywhere in the measure. `slack`: em that the measure is wider. */
export function shortLineCost(weights: Weights, line: Readonly<SetLine>, slack: number): number {
  return slack >= -line.tolerance ? 0 : tooWideCost(weights, line, slack);
}

/** A line wider than its measure was squeezed, or is no line of that measure. */
function tooWideCost(weights: Weights, { shrink, tolerance, isUnbreakable }: Readonly<SetLine>, slack: number): number {
  const over = -tolerance - slack;
  if (isUnbreakable) return weights.unbreakable;
  return over <= shrink
    ? weights.squeezed + weights.squeezedPerEm * over
    : Math.min(weights.misfitLimit, weights.overfull + weights.overfullPerEm * (over - shrink));
}

/** Whether lines `i` and `i + 1` may be pieces of one line. */
export function mayBeCut(lines: readonly VisualLine[], i: number, dialect: Dialect): boolean {
  const line = lines[i];
  const next = lines[i + 1];
  if (!line || !next || next.indented || line.head === HEAD.numbered || line.blankLinesAfter > 0) return false;
  if (next.head === HEAD.closing || isOpeningOnly(line)) return true;
  return dialect.cutsLines && next.head === HEAD.opening && endsWithClosingMark(line.text);
}

/** An opening mark alone on its line was cut from what it opens. */
function isOpeningOnly(line: VisualLine): boolean {
  return line.endClass === END.opening && line.text.length <= 2;
}

/** What the cuts between the pieces cost. A mark that may not open a line shows a cut, so that one costs nothing. */
export function costOfCuts({ lines, weights }: Model, start: number, end: number): number {
  let cost = 0;
  for (let i = start; i < end; i += 1) {
    if ((lines[i + 1] as VisualLine).head === HEAD.closing || isOpeningOnly(lines[i] as VisualLine)) continue;
    cost += (lines[i] as VisualLine).endClass <= END.quotedStop ? weights.cutAfterStop : weights.cut;
  }
  return cost;
}
