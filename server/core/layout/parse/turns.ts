/** What the turn from one line to the next costs, as a wrap and as a break, whatever the measure. */

import { endsWithNumeral, TURN, type Turn } from "../dialect.ts";
import { END, HEAD, ITEM_HEADS } from "../line-classes.ts";
import type { VisualLine } from "../lines.ts";
import type { SeenTogether } from "../pairs.ts";
import { END_COSTS, HEAD_COSTS, type Weights } from "../weights.ts";
import { WIDTH_CLASS, widthClassAt } from "../width.ts";
import type { Model } from "./states.ts";
import { isUnitAcross } from "./units.ts";

/** Costs of the turn after a line, by what it is. */
export interface TurnCosts {
  /** Inside a paragraph, after its first line and after a later one. */
  readonly wrapAfterFirst: number;
  readonly wrap: number;
  /** From a paragraph to the next. */
  readonly paragraph: number;
  /** From a paragraph to a block outside columns, but for that block. */
  readonly leavesText: number;
  /** From a block outside columns to a paragraph. */
  readonly entersText: number;
  /** Any break, whatever ends and begins there. */
  readonly break: number;
}

/** The costs of the turn from line `i` to line `next`; those of the page's beginning where `i` is -1. */
export function turnCosts(model: Model, i: number, next = i + 1): TurnCosts {
  const { lines, words, weights, dialect } = model;
  const line = lines[i];
  const after = lines[next] as VisualLine;
  const opens = (HEAD_COSTS.paragraph[after.head] ?? 0) + indentCost(model, after);
  if (!line) return { wrapAfterFirst: 0, wrap: 0, paragraph: opens, leavesText: 0, entersText: opens, break: 0 };
  const wrap =
    (END_COSTS.wrap[line.endClass] ?? 0) +
    (HEAD_COSTS.wrap[after.head] ?? 0) +
    weights.goOn +
    joinedPageCost(model) +
    (isValue(line) ? weights.wrapAfterValue : 0) +
    (after.isFigure ? weights.figureGoesOn : 0) +
    (!dialect.indents && line.endClass <= END.quotedStop ? weights.stopInsideUnindented : 0) +
    (next === i + 1 ? (words[i] as number) : wordCost(model, line, after)) +
    (line.leavesOpen > 0 && after.closesOpen > 0 ? weights.openAcross : 0) +
    (after.wideIndent ? weights.wideIndentInside : after.indented ? weights.indentInside : 0);
  const breaks = next === i + 1 ? blankLineCost(model, i, TURN.break) : 0;
  const ends = paragraphEndCost(model, line, after) + weights.endParagraph;
  return {
    wrapAfterFirst: wrap + (next === i + 1 ? blankLineCost(model, i, TURN.wrapAfterFirst) : 0),
    wrap: wrap + (next === i + 1 ? blankLineCost(model, i, TURN.wrap) : 0),
    paragraph: ends + opens + breaks,
    leavesText: ends + breaks,
    entersText: opens + breaks,
    break: breaks,
  };
}

/** Whether a line is a field of a notice with its whole value: 报名热线：0350-3021234. */
function isValue({ head, endClass, stops, commas }: VisualLine): boolean {
  return (head === HEAD.label || head === HEAD.credit) && endClass === END.numeral && stops + commas === 0;
}

/** What any wrap costs on a page most of whose text was joined before: whoever joined it has left few. */
export function joinedPageCost({ dialect, weights }: Pick<Model, "dialect" | "weights">): number {
  return weights.goOnJoined * Math.max(0, dialect.joinedShare - MOSTLY_JOINED);
}

/** So much of a page's text in joined lines, squared, is most of it. */
export const MOSTLY_JOINED = 0.3;

/** What a line's end costs as the end of a paragraph: items of a list need no full stop. */
export function paragraphEndCost({ weights }: Pick<Model, "weights">, line: VisualLine, after?: VisualLine): number {
  const cost = END_COSTS.paragraph[line.endClass] ?? 0;
  return after && ITEM_HEADS.has(after.head) ? Math.min(cost, weights.endBeforeItem) : cost;
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
  if (line.cutsAddress) return weights.addressAcross;
  if (line.cutsCredit) return weights.creditAcross;
  if (line.cutsByline) return weights.bylineAcross;
  if (widthClassAt(line.text, a) !== WIDTH_CLASS.full || widthClassAt(next.text, 0) !== WIDTH_CLASS.full) return 0;
  const pair = line.text.charAt(a) + next.text.charAt(0);
  if (!seen.has(pair)) return weights.pairUnseen;
  const triple =
    (a > 0 && seen.has(line.text.charAt(a - 1) + pair)) ||
    (next.text.length > 1 && seen.has(pair + next.text.charAt(1)));
  return weights.pairSeen + (triple ? weights.tripleSeen : 0);
}

/** What the characters on both sides of each line's end cost, in nats; nothing follows the last line, which costs 0. */
export function wordCostsOf(lines: readonly VisualLine[], seen: SeenTogether, weights: Weights): Float64Array {
  const costs = new Float64Array(lines.length);
  for (let i = 0; i + 1 < lines.length; i += 1)
    costs[i] = wordCost({ seen, weights }, lines[i] as VisualLine, lines[i + 1] as VisualLine);
  return costs;
}

/** What the blank line after line `i`, or its absence, costs with the turn there. */
export function blankLineCost({ lines, dialect }: Pick<Model, "lines" | "dialect">, i: number, turn: Turn): number {
  const line = lines[i] as VisualLine;
  return dialect.blankLineCosts[turn]?.[endsWithNumeral(line)]?.[line.blankLinesAfter > 0 ? 1 : 0] ?? 0;
}

/** What the white space before a paragraph's first line costs: pages keep all indents or lose them all. */
function indentCost({ dialect, weights }: Model, line: VisualLine): number {
  if (dialect.keepsIndents) return line.wideIndent || line.head === HEAD.jump ? 0 : weights.bodyIndented;
  if (!line.indented) return 0;
  return line.wideIndent ? 0.5 : weights.bodyIndented;
}
