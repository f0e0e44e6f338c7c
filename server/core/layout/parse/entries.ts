/** What it costs to come to each kind of block by the cheapest way, and from where that way comes. */

import type { VisualLine } from "../lines.ts";
import { HEAD_COSTS } from "../weights.ts";
import { type OutsideArc, outsideEntry } from "./outside.ts";
import type { Passage } from "./passages.ts";
import { COLUMN, type Costs, type Model, OUTSIDE_PARTS, UNREACHED } from "./states.ts";
import { wordCost } from "./turns.ts";

/** After what a block outside columns comes: text, a line joined before, another such block, one of its own kind. */
export type After = "text" | "joined" | "block" | "same";

/** What a block outside columns costs with the cheapest way to it, and after what that way comes. */
export function outsideCost(
  model: Model,
  passage: Passage,
  costs: Costs,
  arc: OutsideArc,
): { readonly cost: number; readonly after: After } {
  const { as } = arc;
  const { enters, entersAfterJoined, entersAgain } = outsideEntry(model, as);
  let cost = passage.afterText + enters + arc.cost;
  let after: After = "text";
  const joined = passage.afterJoined + entersAfterJoined + arc.cost;
  if (joined < cost) {
    cost = joined;
    after = "joined";
  }
  const block = passage.afterBlock + entersAgain + arc.cost;
  if (block < cost) {
    cost = block;
    after = "block";
  }
  if (arc.again < UNREACHED && arc.start > 0) {
    const before = costs.outside[(arc.start - 1) * OUTSIDE_PARTS.length + as] as number;
    const same = before + passage.turn.break + arc.again;
    if (same < cost) {
      cost = same;
      after = "same";
    }
  }
  return { cost, after };
}

/** Whether a display block can be a crosshead: it has few lines, and they fit the measure of the index if one is given. */
export function fitsCrosshead({ start, end, widest }: OutsideArc, model?: Model, k = 0): boolean {
  if (end - start > 2) return false;
  return !model || (model.measures[k] as number) + model.weights.tolerance >= widest;
}

/** What it costs to come to a crosshead in a measure, and whether from another block of the column. */
export function crossheadEntry(
  { weights, measures }: Model,
  costs: Costs,
  { start }: OutsideArc,
  k: number,
  { turn }: Passage,
): { readonly cost: number; readonly afterCrosshead: boolean } {
  const at = (start - 1) * measures.length + k;
  const text = (costs.column[COLUMN.ended][at] as number) + turn.leavesText + weights.crosshead;
  const crosshead = (costs.crosshead[at] as number) + turn.break + weights.displayAfterDisplay;
  return text <= crosshead ? { cost: text, afterCrosshead: false } : { cost: crosshead, afterCrosshead: true };
}

/**
 * What it costs that line `cap` is the large first character of a paragraph that goes on with the next line; the lines
 * beside it are narrower, as those beside a picture are.
 */
export function dropCapCost(model: Model, cap: number): number {
  const { lines, weights } = model;
  const line = lines[cap] as VisualLine;
  const next = lines[cap + 1];
  if (!line.maybeDropCap || !next || next.indented || (lines[cap - 1]?.leavesOpen ?? 0) > 0) return UNREACHED;
  return weights.dropCap + wordCost(model, line, next) + (HEAD_COSTS.wrap[next.head] ?? 0);
}
