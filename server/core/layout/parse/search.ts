/** Finds the cheapest way to every state of every line, from the page's first line to its last. */

import { END_COSTS } from "../weights.ts";
import { columnArcsOf } from "./arcs.ts";
import { besideCost } from "./beside.ts";
import { dropCapCost, outsideCost } from "./entries.ts";
import type { Search } from "./found.ts";
import { type Interruption, interruptionsOf } from "./interruptions.ts";
import { outsideArcsOf, outsideEntries } from "./outside.ts";
import { newPassages, passTo, passToFirst } from "./passages.ts";
import { type Model, newCosts, OUTSIDE_PARTS, UNREACHED } from "./states.ts";
import { beginTables } from "./tables.ts";
import { turnCostsOf } from "./turns.ts";

const NONE: readonly Interruption[] = [];

/** Searches the explanations of a model's lines. Time and memory are linear in the number of lines. */
export function search(model: Model): Search {
  const { lines, measures } = model;
  beginTables();
  const outside = outsideArcsOf(model);
  const interruptions = model.coarse ? new Map<number, Interruption[]>() : interruptionsOf(model, outside);
  const found: Search = {
    model,
    turns: turnCostsOf(model),
    columns: columnArcsOf(model),
    outside,
    entries: outsideEntries(model),
    interruptions,
    interruptionsAfter: byLineBefore(interruptions),
    costs: newCosts(lines.length, measures.length),
    passages: newPassages(lines.length, measures.length),
  };
  const { passages, costs, turns } = found;
  for (let i = 0; i < lines.length; i += 1) {
    if (i === 0) passToFirst(passages, model, turns);
    else passTo(passages, i, model, costs, turns, interruptions.get(i) ?? NONE);
    reachColumns(found, i);
    reachBeside(found, i);
    reachOutside(found, i);
  }
  return found;
}

function byLineBefore(interruptions: Search["interruptions"]): Map<number, Interruption[]> {
  const after = new Map<number, Interruption[]>();
  for (const list of interruptions.values())
    for (const one of list) after.set(one.before, [...(after.get(one.before) ?? []), one]);
  return after;
}

/** Sets what the states of columns after line `end` cost. */
function reachColumns({ model, columns, costs, passages }: Search, end: number): void {
  const { starts, inside } = passages;
  const { firstAt, first: asFirst, middle: asMiddle, single: asSingle, last: asLast } = columns;
  const count = model.measures.length;
  const [first, middle, ended] = costs.column;
  const own = firstAt[end] as number;
  const to = end * count;
  for (let arc = own; arc < (firstAt[end + 1] as number); arc += 1) {
    const from = (end - (arc - own)) * count;
    const at = arc * count;
    for (let k = 0; k < count; k += 1) {
      const begins = starts[from + k] as number;
      const goesOn = inside[from + k] as number;
      const firstCost = begins + (asFirst[at + k] as number);
      const middleCost = goesOn + (asMiddle[at + k] as number);
      const endedCost = Math.min(begins + (asSingle[at + k] as number), goesOn + (asLast[at + k] as number));
      if (firstCost < (first[to + k] as number)) first[to + k] = firstCost;
      if (middleCost < (middle[to + k] as number)) middle[to + k] = middleCost;
      if (endedCost < (ended[to + k] as number)) ended[to + k] = endedCost;
    }
  }
}

/** Sets what the states of text along a picture cost after line `end`. */
function reachBeside(found: Search, end: number): void {
  const { model, costs, passages } = found;
  const beside = besideCost(model, end);
  const inside = passages.besideInside[end] as number;
  costs.beside[end] = Math.min(
    (passages.besideStarts[end] as number) + beside,
    inside + beside,
    afterDropCap(found, end),
  );
  costs.besideEnded[end] = inside + beside + model.weights.lastLine;
}

/** Sets what the states outside columns cost after line `end`, and those of crossheads. */
function reachOutside(found: Search, end: number): void {
  const { outside, costs } = found;
  const { byEnd, endsAt, as } = outside;
  for (let n = endsAt[end] as number; n < (endsAt[end + 1] as number); n += 1) {
    const arc = byEnd[n] as number;
    const at = end * OUTSIDE_PARTS.length + (as[arc] as number);
    const cost = outsideCost(found, arc);
    if (cost < (costs.outside[at] as number)) costs.outside[at] = cost;
    reachCrosshead(found, arc);
  }
}

/** What it costs that line `end` follows a drop cap, as the first line of its paragraph beside it. */
export function afterDropCap({ model, passages }: Search, end: number): number {
  return end === 0 ? UNREACHED : (passages.capStarts[end - 1] as number) + dropCapCost(model, end - 1);
}

/** A display block between two paragraphs of a column, whose text goes on below in the same measure; others have none. */
function reachCrosshead({ model, costs, passages, outside }: Search, arc: number): void {
  const count = model.measures.length;
  const from = (outside.start[arc] as number) * count;
  const to = (outside.end[arc] as number) * count;
  const own = outside.cost[arc] as number;
  const { crosshead } = passages;
  const reached = costs.crosshead;
  for (let k = outside.narrowest[arc] as number; k < count; k += 1) {
    const cost = (crosshead[from + k] as number) + own;
    if (cost < (reached[to + k] as number)) reached[to + k] = cost;
  }
}

/** What the page's last line costs as the end of a paragraph. */
export function lastEnd({ lines, table }: Model): number {
  return END_COSTS.paragraph[table.endClass[lines.length - 1] as number] ?? 0;
}
