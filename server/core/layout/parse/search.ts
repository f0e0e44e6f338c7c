/** Finds the cheapest way to every state of every line, from the page's first line to its last. */

import type { VisualLine } from "../lines.ts";
import { END_COSTS } from "../weights.ts";
import { type ColumnArc, columnArcsOf } from "./arcs.ts";
import { besideCost } from "./beside.ts";
import { crossheadEntry, dropCapCost, fitsCrosshead, outsideCost } from "./entries.ts";
import { type Interruption, interruptionsOf } from "./interruptions.ts";
import { type OutsideArc, outsideArcsOf } from "./outside.ts";
import { firstPassage, type Passage, passageAfter } from "./passages.ts";
import { type Costs, type Model, newCosts, OUTSIDE, OUTSIDE_PARTS, UNREACHED } from "./states.ts";
import { turnCosts } from "./turns.ts";

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
  const interruptions = model.coarse ? new Map<number, Interruption[]>() : interruptionsOf(model, outside);
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
  costs.beside[end] = Math.min(passage.besideStarts + beside, passage.besideInside + beside, afterDropCap(found, end));
  costs.besideEnded[end] = passage.besideInside + beside + weights.lastLine;
  for (const arc of outside[end] ?? []) {
    const cost = outsideCost(model, passages[arc.start] as Passage, costs, arc).cost;
    lower(costs.outside, end * OUTSIDE_PARTS.length + arc.as, cost);
    if (arc.as === OUTSIDE.display) reachCrosshead(found, arc);
  }
}

/** What it costs that line `end` follows a drop cap, as the first line of its paragraph beside it. */
export function afterDropCap({ model, passages }: Search, end: number): number {
  return end === 0 ? UNREACHED : (passages[end - 1] as Passage).capStarts + dropCapCost(model, end - 1);
}

function lower(costs: Float64Array, at: number, cost: number): void {
  if (cost < (costs[at] as number)) costs[at] = cost;
}

/** A display block between two paragraphs of a column, whose text goes on below in the same measure. */
function reachCrosshead({ model, costs, passages }: Search, arc: OutsideArc): void {
  if (arc.start === 0 || !fitsCrosshead(arc)) return;
  const count = model.measures.length;
  const passage = passages[arc.start] as Passage;
  for (let k = 0; k < count; k += 1) {
    if (!fitsCrosshead(arc, model, k)) continue;
    lower(costs.crosshead, arc.end * count + k, crossheadEntry(model, costs, arc, k, passage).cost + arc.cost);
  }
}

/** What the page's last line costs as the end of a paragraph. */
export function lastEnd({ lines }: Model): number {
  return END_COSTS.paragraph[(lines.at(-1) as VisualLine).endClass] ?? 0;
}
