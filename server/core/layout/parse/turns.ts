/** What the turn from one line to the next costs, as a wrap and as a break, whatever the measure. */

import { endsWithNumeral, TURN, type Turn } from "../dialect.ts";
import { END, HEAD, ITEM_HEADS } from "../line-classes.ts";
import type { VisualLine } from "../lines.ts";
import type { SeenTogether } from "../pairs.ts";
import { END_COSTS, HEAD_COSTS, type Weights } from "../weights.ts";
import { WIDTH_CLASS, widthClassAt } from "../width.ts";
import { FLAG, has } from "./line-table.ts";
import type { Model } from "./states.ts";
import { costTable } from "./tables.ts";
import { isUnitAcross } from "./units.ts";

/** Costs of the turn to each line from the one before it, by what it is; to the first line, those of the page's beginning. */
export interface TurnCosts {
  /** Inside a paragraph, after its first line and after a later one. */
  readonly wrapAfterFirst: Float64Array;
  readonly wrap: Float64Array;
  /** From a paragraph to the next. */
  readonly paragraph: Float64Array;
  /** From a paragraph to a block outside columns, but for that block. */
  readonly leavesText: Float64Array;
  /** From a block outside columns to a paragraph. */
  readonly entersText: Float64Array;
  /** Any break, whatever ends and begins there. */
  readonly break: Float64Array;
}

/** The costs of the turns between the lines of a model. */
export function turnCostsOf(model: Model): TurnCosts {
  const { lines, words, weights, table } = model;
  const count = lines.length;
  const costs: TurnCosts = {
    wrapAfterFirst: costTable(count, 0),
    wrap: costTable(count, 0),
    paragraph: costTable(count, 0),
    leavesText: costTable(count, 0),
    entersText: costTable(count, 0),
    break: costTable(count, 0),
  };
  for (let next = 0; next < count; next += 1) {
    const i = next - 1;
    const opens = (HEAD_COSTS.paragraph[table.head[next] as number] ?? 0) + indentCost(model, next);
    if (i < 0) {
      costs.paragraph[next] = opens;
      costs.entersText[next] = opens;
      continue;
    }
    const wrap = wrapCost(model, i, next, words[i] as number);
    const breaks = blankLineCost(model, i, TURN.break);
    const ends = endCost(model, i, next) + weights.endParagraph;
    costs.wrapAfterFirst[next] = wrap + blankLineCost(model, i, TURN.wrapAfterFirst);
    costs.wrap[next] = wrap + blankLineCost(model, i, TURN.wrap);
    costs.paragraph[next] = ends + opens + breaks;
    costs.leavesText[next] = ends + breaks;
    costs.entersText[next] = opens + breaks;
    costs.break[next] = breaks;
  }
  return costs;
}

/**
 * What it costs that a paragraph goes on from line `i` with line `next`, but for blank lines; `words` is what the characters on
 * both sides cost.
 */
export function wrapCost(model: Model, i: number, next: number, words: number): number {
  const { weights, dialect, table } = model;
  const endClass = table.endClass[i] as number;
  return (
    (END_COSTS.wrap[endClass] ?? 0) +
    (HEAD_COSTS.wrap[table.head[next] as number] ?? 0) +
    weights.goOn +
    joinedPageCost(model) +
    (isValue(model, i) ? weights.wrapAfterValue : 0) +
    (has(table, next, FLAG.isFigure) ? weights.figureGoesOn : 0) +
    (!dialect.indents && endClass <= END.quotedStop ? weights.stopInsideUnindented : 0) +
    words +
    ((table.leavesOpen[i] as number) > 0 && (table.closesOpen[next] as number) > 0 ? weights.openAcross : 0) +
    (has(table, next, FLAG.wideIndent)
      ? weights.wideIndentInside
      : has(table, next, FLAG.indented)
        ? weights.indentInside
        : 0)
  );
}

/** Whether a line is a field of a notice with its whole value: 报名热线：0350-3021234. */
function isValue({ table }: Model, i: number): boolean {
  const head = table.head[i];
  return (
    (head === HEAD.label || head === HEAD.credit) &&
    table.endClass[i] === END.numeral &&
    (table.stops[i] as number) + (table.commas[i] as number) === 0
  );
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

function endCost({ weights, lines }: Model, i: number, next: number): number {
  return paragraphEndCost({ weights }, lines[i] as VisualLine, lines[next]);
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
  const before = line.text;
  const after = next.text;
  const a = before.length - 1;
  if (isUnitAcross(before, after)) return weights.unitAcross;
  if (line.cutsAddress) return weights.addressAcross;
  if (line.cutsCredit) return weights.creditAcross;
  if (line.cutsByline) return weights.bylineAcross;
  if (widthClassAt(before, a) !== WIDTH_CLASS.full || widthClassAt(after, 0) !== WIDTH_CLASS.full) return 0;
  const left = before.charCodeAt(a);
  const right = after.charCodeAt(0);
  if (!seen.pair(left, right)) return weights.pairUnseen;
  const triple =
    (a > 0 && seen.triple(before.charCodeAt(a - 1), left, right)) ||
    (after.length > 1 && seen.triple(left, right, after.charCodeAt(1)));
  return weights.pairSeen + (triple ? weights.tripleSeen : 0);
}

/** What the characters on both sides of each line's end cost, in nats; nothing follows the last line, which costs 0. */
export function wordCostsOf(lines: readonly VisualLine[], seen: SeenTogether, weights: Weights): Float64Array {
  const costs = new Float64Array(lines.length);
  const known = { seen, weights };
  for (let i = 0; i + 1 < lines.length; i += 1)
    costs[i] = wordCost(known, lines[i] as VisualLine, lines[i + 1] as VisualLine);
  return costs;
}

/** What the blank line after line `i`, or its absence, costs with the turn there. */
export function blankLineCost({ lines, dialect }: Pick<Model, "lines" | "dialect">, i: number, turn: Turn): number {
  const line = lines[i] as VisualLine;
  return dialect.blankLineCosts[turn]?.[endsWithNumeral(line)]?.[line.blankLinesAfter > 0 ? 1 : 0] ?? 0;
}

/** What the white space before a paragraph's first line costs: pages keep all indents or lose them all. */
function indentCost({ dialect, weights, table }: Model, i: number): number {
  const wide = has(table, i, FLAG.wideIndent);
  if (dialect.keepsIndents) return wide || table.head[i] === HEAD.jump ? 0 : weights.bodyIndented;
  if (!has(table, i, FLAG.indented)) return 0;
  return wide ? 0.5 : weights.bodyIndented;
}
