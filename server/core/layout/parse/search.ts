/** Finds the cheapest explanation of a page: forward through its lines, then back along the cheapest way. */

import { TURN, type Turn } from "../dialect.ts";
import type { VisualLine } from "../lines.ts";
import { END_COSTS, HEAD_COSTS } from "../weights.ts";
import { type ColumnArc, columnArcsOf } from "./arcs.ts";
import { besideCost } from "./beside.ts";
import { type Interruption, interruptionsOf } from "./interruptions.ts";
import { type OutsideArc, outsideArcsOf, outsideEntry } from "./outside.ts";
import { firstPassage, type Passage, passageAfter } from "./passages.ts";
import { COLUMN, type Costs, type Model, newCosts, OUTSIDE, OUTSIDE_PARTS, type Parse, UNREACHED } from "./states.ts";
import { WayBack } from "./trace-back.ts";
import { turnCosts, wordCost } from "./turns.ts";

/** All that the search goes by and has found. `passages[i]` leads to line `i`. */
export interface Search {
  readonly model: Model;
  readonly columns: readonly (readonly ColumnArc[])[];
  readonly outside: readonly (readonly OutsideArc[])[];
  /** Interruptions by the line with which the paragraph goes on, and by the line before them. */
  readonly interruptions: ReadonlyMap<number, readonly Interruption[]>;
  readonly interruptionsAfter: ReadonlyMap<number, readonly Interruption[]>;
  readonly costs: Costs;
  readonly passages: readonly Passage[];
}

const NONE: readonly Interruption[] = [];

/** Searches the explanations of a model's lines. Time and memory are linear in the number of lines. */
export function search(model: Model): Search {
  const { lines, measures, weights } = model;
  const columns = columnArcsOf(model);
  const outside = outsideArcsOf(model);
  const interruptions = interruptionsOf(model, outside);
  const costs = newCosts(lines.length, measures.length);
  const passages: Passage[] = [];
  const interruptionsAfter = byLineBefore(interruptions);
  const found = { model, columns, outside, interruptions, interruptionsAfter, costs, passages };
  for (let i = 0; i < lines.length; i += 1) {
    const turn = turnCosts(model, i - 1);
    passages.push(
      i === 0
        ? firstPassage(measures.length, turn, weights)
        : passageAfter(costs, i - 1, measures.length, { turn, interruptions: interruptions.get(i) ?? NONE, weights }),
    );
    reach(found, i);
  }
  return found;
}

function byLineBefore(interruptions: Search["interruptions"]): Map<number, Interruption[]> {
  const after = new Map<number, Interruption[]>();
  for (const list of interruptions.values())
    for (const one of list) after.set(one.before, [...(after.get(one.before) ?? []), one]);
  return after;
}

/** Sets what the states after line `end` cost. */
function reach(found: Search, end: number): void {
  const { model, columns, outside, costs, passages } = found;
  const { lines, measures, weights } = model;
  const count = measures.length;
  const line = lines[end] as VisualLine;
  const [first, middle, ended] = costs.column;
  for (const arc of columns[end] ?? []) {
    const { starts, inside } = passages[arc.start] as Passage;
    for (let k = 0; k < count; k += 1) {
      const at = end * count + k;
      const start = starts[k] as number;
      const goesOn = inside[k] as number;
      lower(first, at, start + (arc.first[k] as number));
      lower(middle, at, goesOn + (arc.middle[k] as number));
      lower(ended, at, start + (arc.single[k] as number));
      lower(ended, at, goesOn + (arc.last[k] as number));
    }
  }
  const passage = passages[end] as Passage;
  const beside = besideCost(weights, lines[end - 1], line);
  costs.beside[end] = Math.min(passage.besideStarts + beside, passage.besideInside + beside, dropCapCost(found, end));
  costs.besideEnded[end] = passage.besideInside + beside + weights.lastLine;
  for (const arc of outside[end] ?? []) {
    const cost = outsideCost(model, passages[arc.start] as Passage, costs, arc).cost;
    lower(costs.outside, end * OUTSIDE_PARTS.length + arc.as, cost);
    if (arc.as === OUTSIDE.display) reachCrosshead(model, costs, arc);
  }
}

/**
 * What it costs that line `end` follows a drop cap and is the first line of its paragraph; the lines beside the drop cap
 * are narrower, as those beside a picture are.
 */
export function dropCapCost({ model, passages }: Search, end: number): number {
  const { lines, weights } = model;
  const cap = lines[end - 1];
  if (!cap?.maybeDropCap || (lines[end - 2]?.leavesOpen ?? 0) > 0 || (lines[end] as VisualLine).indented)
    return UNREACHED;
  return (
    (passages[end - 1] as Passage).capStarts +
    weights.dropCap +
    wordCost(model, cap, lines[end] as VisualLine) +
    (HEAD_COSTS.wrap[(lines[end] as VisualLine).head] ?? 0)
  );
}

function lower(costs: Float64Array, at: number, cost: number): void {
  if (cost < (costs[at] as number)) costs[at] = cost;
}

/** What a block outside columns costs with the cheapest way to it, and after what that way comes: text, a joined line, another block. */
export function outsideCost(
  model: Model,
  passage: Passage,
  costs: Costs,
  arc: OutsideArc,
): { readonly cost: number; readonly after: "text" | "joined" | "block" | "same" } {
  const { as } = arc;
  const { enters, entersAfterJoined, entersAgain } = outsideEntry(model, as);
  let cost = passage.afterText + enters + arc.cost;
  let after: "text" | "joined" | "block" | "same" = "text";
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
    const same = before + turnBreak(model, arc.start) + arc.again;
    if (same < cost) {
      cost = same;
      after = "same";
    }
  }
  return { cost, after };
}

function turnBreak(model: Model, next: number): number {
  return turnCosts(model, next - 1).break;
}

/** A display block between two paragraphs of a column, whose text goes on below in the same measure. */
function reachCrosshead(model: Model, costs: Costs, arc: OutsideArc): void {
  if (arc.start === 0 || !fitsCrosshead(arc)) return;
  const count = model.measures.length;
  const turn = turnCosts(model, arc.start - 1);
  for (let k = 0; k < count; k += 1) {
    if (!fitsCrosshead(arc, model, k)) continue;
    lower(costs.crosshead, arc.end * count + k, crossheadEntry(model, costs, arc, k, turn).cost + arc.cost);
  }
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
  turn: { readonly leavesText: number; readonly break: number },
): { readonly cost: number; readonly afterCrosshead: boolean } {
  const at = (start - 1) * measures.length + k;
  const text = (costs.column[COLUMN.ended][at] as number) + turn.leavesText + weights.crosshead;
  const crosshead = (costs.crosshead[at] as number) + turn.break + weights.displayAfterDisplay;
  return text <= crosshead ? { cost: text, afterCrosshead: false } : { cost: crosshead, afterCrosshead: true };
}

/** What the page's last line costs as the end of a paragraph. */
export function lastEnd({ lines }: Model): number {
  return END_COSTS.paragraph[(lines.at(-1) as VisualLine).endClass] ?? 0;
}

/** The cheapest explanation that a search has found. */
export function cheapestParse(found: Search): Parse {
  return new WayBack(found).parse();
}

export type { Turn };
export { TURN };
