/** What the turn from one line to the next costs, as a wrap and as a break, whatever the measure. */

import { endsWithNumeral, TURN, type Turn } from "../dialect.ts";
import type { VisualLine } from "../lines.ts";
import { END_COSTS, HEAD_COSTS } from "../weights.ts";
import { WIDTH_CLASS, widthClassAt } from "../width.ts";
import {
  CAPTION,
  CAPTION_MORE,
  DISPLAY,
  JOINED,
  type Model,
  OUTSIDE_PARTS,
  type StateCosts,
  UNREACHED,
} from "./states.ts";
import { isUnitAcross } from "./units.ts";

/** Costs of the turn after a line of a column: a wrap after a paragraph's first line, a later wrap, a paragraph's end. */
export interface TurnCosts {
  readonly wrapAfterFirst: number;
  readonly wrap: number;
  readonly paragraph: number;
}

/** The costs of the turn after line `i`. */
export function turnCosts(model: Model, i: number): TurnCosts {
  const { lines, weights, dialect } = model;
  const line = lines[i] as VisualLine;
  const next = lines[i + 1] as VisualLine;
  const wrap =
    (END_COSTS.wrap[line.endClass] ?? 0) +
    (HEAD_COSTS.wrap[next.head] ?? 0) +
    weights.goOn * (1 + 12 * dialect.joinedShare) +
    wordCost(model, line, next) +
    (line.leavesOpen > 0 && next.closesOpen > 0 ? weights.openAcross : 0) +
    (next.wideIndent ? weights.wideIndentInside : next.indented ? weights.indentInside : 0) +
    forbiddenCost(model, i, "wrap");
  const paragraph =
    (END_COSTS.paragraph[line.endClass] ?? 0) +
    (HEAD_COSTS.paragraph[next.head] ?? 0) +
    weights.endParagraph +
    indentCost(model, next) +
    breakCost(model, i);
  return {
    wrapAfterFirst: wrap + blankLineCost(model, i, TURN.wrapAfterFirst),
    wrap: wrap + blankLineCost(model, i, TURN.wrap),
    paragraph,
  };
}

/**
 * What the characters on both sides of a line end cost, as a wrap. A figure and its unit make one likely, and so does a
 * pair of characters that stands together elsewhere on the page; a pair that does not makes it less likely.
 */
export function wordCost(
  { seen, weights }: Pick<Model, "seen" | "weights">,
  line: VisualLine,
  next: VisualLine,
): number {
  const a = line.text.length - 1;
  if (isUnitAcross(line.text, next.text)) return weights.unitAcross;
  if (widthClassAt(line.text, a) !== WIDTH_CLASS.full || widthClassAt(next.text, 0) !== WIDTH_CLASS.full) return 0;
  const pair = line.text.charAt(a) + next.text.charAt(0);
  if (!seen.has(pair)) return weights.pairUnseen;
  const triple =
    (a > 0 && seen.has(line.text.charAt(a - 1) + pair)) ||
    (next.text.length > 1 && seen.has(pair + next.text.charAt(1)));
  return weights.pairSeen + (triple ? weights.tripleSeen : 0);
}

/** What the blank line after line `i`, or its absence, costs with the turn there. */
export function blankLineCost({ lines, dialect }: Pick<Model, "lines" | "dialect">, i: number, turn: Turn): number {
  const line = lines[i] as VisualLine;
  return dialect.blankLineCosts[turn]?.[endsWithNumeral(line)]?.[line.blankLinesAfter > 0 ? 1 : 0] ?? 0;
}

/** What a break after line `i` costs, whatever ends and begins there. */
export function breakCost(model: Model, i: number): number {
  return forbiddenCost(model, i, "break") + blankLineCost(model, i, TURN.break);
}

/** What the white space before a paragraph's first line costs: pages keep all indents or lose them all. */
export function indentCost({ dialect, weights }: Model, line: VisualLine): number {
  if (dialect.keepsIndents) return line.wideIndent ? 0 : weights.bodyIndented;
  if (!line.indented) return 0;
  return line.wideIndent ? 0.5 : weights.bodyIndented;
}

/** What the line's end costs as the end of what the state outside columns is. */
export function endCost(line: VisualLine, state: number): number {
  if (state === JOINED) return END_COSTS.paragraph[line.endClass] ?? 0;
  const display = END_COSTS.display[line.endClass] ?? 0;
  // A caption is a sentence or ends with the photographer's name.
  return state === CAPTION || state === CAPTION_MORE
    ? Math.min(display, (END_COSTS.paragraph[line.endClass] ?? 0) + 0.3)
    : display;
}

/** The cheapest state outside columns that ends with line `i`, the cost of its end included. */
export function cheapestOutside(model: Model, costs: StateCosts, i: number): { cost: number; state: number } {
  const line = model.lines[i] as VisualLine;
  let cost = UNREACHED;
  let state = DISPLAY;
  for (let s = 0; s < OUTSIDE_PARTS.length; s += 1) {
    const c = (costs.outside[s] ?? UNREACHED) + endCost(line, s);
    if (c < cost) {
      cost = c;
      state = s;
    }
  }
  return { cost, state };
}

/** More than any explanation of a page's evidence costs. */
const FORBIDDEN = 1e5;

/** What a turn after line `i` costs where the parse must take the other one. */
export function forbiddenCost({ forced }: Model, i: number, turn: "wrap" | "break"): number {
  return forced && forced.line === i && forced.turn !== turn ? FORBIDDEN : 0;
}
