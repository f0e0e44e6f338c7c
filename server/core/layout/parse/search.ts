/** Finds the cheapest way to every state of every line, from the page's first line to its last. */

import type { VisualLine } from "../lines.ts";
import { END_COSTS } from "../weights.ts";
import { columnArcsOf } from "./arcs.ts";
import { besideCost } from "./beside.ts";
import { dropCapCost, outsideCost } from "./entries.ts";
import type { Search } from "./found.ts";
import { type Interruption, interruptionsOf } from "./interruptions.ts";
import { type OutsideArc, outsideArcsOf, outsideEntries } from "./outside.ts";
import { newPassages, passTo, passToFirst } from "./passages.ts";
import { type Model, newCosts, OUTSIDE_PARTS, UNREACHED } from "./states.ts";
import { beginTables } from "./tables.ts";
import { turnCosts } from "./turns.ts";

const NONE: readonly Interruption[] = [];

/** Searches the explanations of a model's lines. Time and memory are linear in the number of lines. */
export function search(model: Model): Search {
  const { lines, measures } = model;
  beginTables();
  const outside = outsideArcsOf(model);
  const interruptions = model.coarse ? new Map<number, Interruption[]>() : interruptionsOf(model, outside);
  const found: Search = {
    model,
    columns: columnArcsOf(model),
    outside,
    entries: outsideEntries(model),
    interruptions,
    interruptionsAfter: byLineBefore(interruptions),
    costs: newCosts(lines.length, measures.length),
    passages: newPassages(lines.length, measures.length),
  };
  const { passages, costs } = found;
  for (let i = 0; i < lines.length; i += 1) {
    const turn = turnCosts(model, i - 1);
    if (i === 0) passToFirst(passages, model, turn);
    else passTo(passages, i, model, { costs, turn, interruptions: interruptions.get(i) ?? NONE });
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
  const { starts, inside } = passages;
  const count = measures.length;
  const [first, middle, ended] = costs.column;
  for (const { start, at } of columns.byEnd[end] ?? []) {
    const from = start * count;
    const to = end * count;
    for (let k = 0; k < count; k += 1) {
      const begins = starts[from + k] as number;
      const goesOn = inside[from + k] as number;
      lower(first, to + k, begins + (columns.first[at + k] as number));
      lower(middle, to + k, goesOn + (columns.middle[at + k] as number));
      lower(ended, to + k, begins + (columns.single[at + k] as number));
      lower(ended, to + k, goesOn + (columns.last[at + k] as number));
    }
  }
  const beside = besideCost(weights, lines[end - 1], lines[end] as VisualLine);
  const besideInside = passages.besideInside[end] as number;
  costs.beside[end] = Math.min(
    (passages.besideStarts[end] as number) + beside,
    besideInside + beside,
    afterDropCap(found, end),
  );
  costs.besideEnded[end] = besideInside + beside + weights.lastLine;
  for (const arc of outside[end] ?? []) {
    lower(costs.outside, end * OUTSIDE_PARTS.length + arc.as, outsideCost(found, arc));
    reachCrosshead(found, arc);
  }
}

/** What it costs that line `end` follows a drop cap, as the first line of its paragraph beside it. */
export function afterDropCap({ model, passages }: Search, end: number): number {
  return end === 0 ? UNREACHED : (passages.capStarts[end - 1] as number) + dropCapCost(model, end - 1);
}

function lower(costs: Float64Array, at: number, cost: number): void {
  if (cost < (costs[at] as number)) costs[at] = cost;
}

/** A display block between two paragraphs of a column, whose text goes on below in the same measure; others have none. */
function reachCrosshead({ model, costs, passages }: Search, arc: OutsideArc): void {
  const count = model.measures.length;
  const from = arc.start * count;
  const to = arc.end * count;
  for (let k = arc.narrowest; k < count; k += 1)
    lower(costs.crosshead, to + k, (passages.crosshead[from + k] as number) + arc.cost);
}

/** What the page's last line costs as the end of a paragraph. */
export function lastEnd({ lines }: Model): number {
  return END_COSTS.paragraph[(lines.at(-1) as VisualLine).endClass] ?? 0;
}
