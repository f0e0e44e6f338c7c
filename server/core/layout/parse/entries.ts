/** What it costs to come to each kind of block by the cheapest way, and from where that way and those of paragraphs come. */

import { HEAD_COSTS } from "../weights.ts";
import type { Search } from "./found.ts";
import { FLAG, has } from "./line-table.ts";
import type { OutsideEntry } from "./outside.ts";
import { FROM, INTERRUPTED, interruptedCost } from "./passages.ts";
import { COLUMN, type Model, OUTSIDE_PARTS, UNREACHED } from "./states.ts";

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

/** From which states a paragraph starts with line `next` in a measure, of {@link FROM}. */
export function startsFrom({ passages, costs, turns, model }: Search, next: number, k: number): number {
  const at = (next - 1) * model.measures.length + k;
  let best = passages.elsewhere[next] as number;
  let from = passages.elsewhereFrom[next] as number;
  const sameEnded = (costs.column[COLUMN.ended][at] as number) + (turns.paragraph[next] as number);
  if (sameEnded < best) {
    best = sameEnded;
    from = FROM.sameEnded;
  }
  return (costs.crosshead[at] as number) + (turns.entersText[next] as number) < best ? FROM.crosshead : from;
}

/** From which states a paragraph goes on with line `next` in a measure, of {@link FROM} or beyond an interruption. */
export function insideFrom(found: Search, next: number, k: number): number {
  const { passages, costs, turns, model } = found;
  const count = model.measures.length;
  const at = (next - 1) * count + k;
  let best = passages.inElsewhere[next] as number;
  let from = passages.inElsewhereFrom[next] as number;
  const consider = (cost: number, comesFrom: number): void => {
    if (cost >= best) return;
    best = cost;
    from = comesFrom;
  };
  consider((costs.column[COLUMN.first][at] as number) + (turns.wrapAfterFirst[next] as number), FROM.sameFirst);
  consider((costs.column[COLUMN.middle][at] as number) + (turns.wrap[next] as number), FROM.sameMiddle);
  found.interruptions.get(next)?.forEach((interruption, n) => {
    consider(interruptedCost(costs, interruption, k, count), INTERRUPTED + n);
  });
  return from;
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
