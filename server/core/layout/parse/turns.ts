/** What the turn from one line to the next costs, as a wrap and as a break, whatever the measure. */

import { endsWithNumeral, TURN, type Turn } from "../dialect.ts";
import type { VisualLine } from "../lines.ts";
import { END_COSTS, HEAD_COSTS } from "../weights.ts";
import { CLASS, classAt } from "../width.ts";
import { CAPTION, CAPTION_MORE, type Column, DISPLAY, FAR, JOINED, type Model, SCALARS } from "./states.ts";
import { isUnitAcross } from "./units.ts";

/** Costs of the turn after a line, whatever the measure. */
interface TurnCosts {
  readonly wrapAfterFirst: number;
  readonly wrap: number;
  readonly paragraph: number;
}

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
    against(model, i, "wrap");
  const paragraph =
    (END_COSTS.paragraph[line.endClass] ?? 0) +
    (HEAD_COSTS.paragraph[next.head] ?? 0) +
    weights.endParagraph +
    indentCost(model, next) +
    breakHabit(model, i);
  return {
    wrapAfterFirst: wrap + blankLineCost(model, i, TURN.wrapAfterFirst),
    wrap: wrap + blankLineCost(model, i, TURN.wrap),
    paragraph,
  };
}

/** What the words say of a line end: a figure and its unit join, pairs seen elsewhere too, pairs seen nowhere part. */
export function wordCost(
  { pairs, weights }: Pick<Model, "pairs" | "weights">,
  line: VisualLine,
  next: VisualLine,
): number {
  const a = line.text.length - 1;
  if (isUnitAcross(line.text, next.text)) return weights.unitAcross;
  if (classAt(line.text, a) !== CLASS.full || classAt(next.text, 0) !== CLASS.full) return 0;
  const pair = line.text.charAt(a) + next.text.charAt(0);
  if (!pairs.has(pair)) return weights.pairUnseen;
  const triple =
    (a > 0 && pairs.has(line.text.charAt(a - 1) + pair)) ||
    (next.text.length > 1 && pairs.has(pair + next.text.charAt(1)));
  return weights.pairSeen + (triple ? weights.tripleSeen : 0);
}

/** What the blank line after line `i`, or its absence, says of the turn there. */
export function blankLineCost({ lines, dialect }: Pick<Model, "lines" | "dialect">, i: number, turn: Turn): number {
  const line = lines[i] as VisualLine;
  return dialect.blankLineCosts[turn]?.[endsWithNumeral(line)]?.[line.blankLinesAfter > 0 ? 1 : 0] ?? 0;
}

export function breakHabit(model: Model, i: number): number {
  return against(model, i, "break") + blankLineCost(model, i, TURN.break);
}

/** A paragraph's first line: with its indent on pages that keep them, without on the others. */
export function indentCost({ dialect, weights }: Model, line: VisualLine): number {
  if (dialect.keepsIndents) return line.wideIndent ? 0 : weights.bodyIndented;
  if (!line.indented) return 0;
  return line.wideIndent ? 0.5 : weights.bodyIndented;
}

export function endCost(line: VisualLine, state: number): number {
  if (state === JOINED) return END_COSTS.paragraph[line.endClass] ?? 0;
  const display = END_COSTS.display[line.endClass] ?? 0;
  // A caption is a sentence or ends with the photographer's name.
  return state === CAPTION || state === CAPTION_MORE
    ? Math.min(display, (END_COSTS.paragraph[line.endClass] ?? 0) + 0.3)
    : display;
}

/** Whether the line before ends a paragraph, a display block or a joined line, and what its end costs as such. */
export function scalarEnd(model: Model, column: Column, i: number): { cost: number; state: number } {
  const line = model.lines[i] as VisualLine;
  let cost = FAR;
  let state = DISPLAY;
  for (let s = 0; s < SCALARS.length; s += 1) {
    const c = (column.scalars[s] ?? FAR) + endCost(line, s);
    if (c < cost) {
      cost = c;
      state = s;
    }
  }
  return { cost, state };
}

const FORBIDDEN = 1e5;

/** What a turn costs that is laid down otherwise. */
export function against({ forced }: Model, i: number, turn: "wrap" | "break"): number {
  return forced && forced.line === i && forced.turn !== turn ? FORBIDDEN : 0;
}
