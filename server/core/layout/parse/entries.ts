/** What it costs to come to each kind of block by the cheapest way, and from where that way comes. */

import { HEAD_COSTS } from "../weights.ts";
import type { Search } from "./found.ts";
import { FLAG, has } from "./line-table.ts";
import type { OutsideEntry } from "./outside.ts";
import { type Model, OUTSIDE_PARTS, UNREACHED } from "./states.ts";

/** After what a block outside columns comes: text, a line joined before, another such block, one of its own kind. */
export type After = "text" | "joined" | "block" | "same";

/** What a block outside columns, by the number of its arc, costs with the cheapest way to it. */
export function outsideCost(found: Search, arc: number): number {
  const { passages, outside, entries } = found;
  const start = outside.start[arc] as number;
  const cost = outside.cost[arc] as number;
  const { enters, entersAfterJoined, entersAgain } = entries[outside.as[arc] as number] as OutsideEntry;
  return Math.min(
    (passages.afterText[start] as number) + enters + cost,
    (passages.afterJoined[start] as number) + entersAfterJoined + cost,
    (passages.afterBlock[start] as number) + entersAgain + (outside.afterBlock[arc] as number) + cost,
    afterSame(found, arc),
  );
}

/** What it costs, with its own cost, to come to a block from one of its own kind. */
function afterSame({ costs, turns, outside }: Search, arc: number): number {
  const start = outside.start[arc] as number;
  const again = outside.again[arc] as number;
  if (start === 0 || again >= UNREACHED) return UNREACHED;
  const before = costs.outside[(start - 1) * OUTSIDE_PARTS.length + (outside.as[arc] as number)] as number;
  return before + (turns.break[start] as number) + again;
}

/** After what the cheapest way to a block outside columns comes. */
export function wayTo(found: Search, arc: number): After {
  const { passages, outside, entries } = found;
  const start = outside.start[arc] as number;
  const cost = outside.cost[arc] as number;
  const { enters, entersAfterJoined, entersAgain } = entries[outside.as[arc] as number] as OutsideEntry;
  const least = outsideCost(found, arc);
  if ((passages.afterText[start] as number) + enters + cost <= least) return "text";
  if ((passages.afterJoined[start] as number) + entersAfterJoined + cost <= least) return "joined";
  const afterBlock = (passages.afterBlock[start] as number) + entersAgain + (outside.afterBlock[arc] as number) + cost;
  return (outside.again[arc] as number) < UNREACHED && afterSame(found, arc) < afterBlock ? "same" : "block";
}

/**
 * What it costs that line `cap` is the large first character of a paragraph that goes on with the next line; the lines
 * beside it are narrower, as those beside a picture are.
 */
export function dropCapCost({ lines, words, weights, table }: Model, cap: number): number {
  if (!has(table, cap, FLAG.maybeDropCap) || cap + 1 >= lines.length || has(table, cap + 1, FLAG.indented))
    return UNREACHED;
  if (cap > 0 && (has(table, cap - 1, FLAG.cutsByline) || (table.leavesOpen[cap - 1] as number) > 0)) return UNREACHED;
  return weights.dropCap + (words[cap] as number) + (HEAD_COSTS.wrap[table.head[cap + 1] as number] ?? 0);
}
