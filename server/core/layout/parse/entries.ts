/** What it costs to come to each kind of block by the cheapest way, and from where that way comes. */

import type { VisualLine } from "../lines.ts";
import { HEAD_COSTS } from "../weights.ts";
import type { Search } from "./found.ts";
import type { OutsideArc, OutsideEntry } from "./outside.ts";
import { type Model, OUTSIDE_PARTS, UNREACHED } from "./states.ts";
import type { TurnCosts } from "./turns.ts";

/** After what a block outside columns comes: text, a line joined before, another such block, one of its own kind. */
export type After = "text" | "joined" | "block" | "same";

/** What a block outside columns costs with the cheapest way to it. */
export function outsideCost(found: Search, arc: OutsideArc): number {
  const { start, as, cost, again, afterBlock } = arc;
  const { passages } = found;
  const { enters, entersAfterJoined, entersAgain } = found.entries[as] as OutsideEntry;
  return Math.min(
    (passages.afterText[start] as number) + enters + cost,
    (passages.afterJoined[start] as number) + entersAfterJoined + cost,
    (passages.afterBlock[start] as number) + entersAgain + afterBlock + cost,
    again < UNREACHED ? afterSame(found, arc) + again : UNREACHED,
  );
}

/** What it costs to come to the first line of a block from one of its own kind. */
function afterSame({ passages, costs }: Search, { start, as }: OutsideArc): number {
  if (start === 0) return UNREACHED;
  return (
    (costs.outside[(start - 1) * OUTSIDE_PARTS.length + as] as number) + (passages.turns[start] as TurnCosts).break
  );
}

/** After what the cheapest way to a block outside columns comes. */
export function wayTo(found: Search, arc: OutsideArc): After {
  const { start, as, cost, again, afterBlock } = arc;
  const { passages } = found;
  const { enters, entersAfterJoined, entersAgain } = found.entries[as] as OutsideEntry;
  const least = outsideCost(found, arc);
  if ((passages.afterText[start] as number) + enters + cost <= least) return "text";
  if ((passages.afterJoined[start] as number) + entersAfterJoined + cost <= least) return "joined";
  return again < UNREACHED &&
    afterSame(found, arc) + again < (passages.afterBlock[start] as number) + entersAgain + afterBlock + cost
    ? "same"
    : "block";
}

/**
 * What it costs that line `cap` is the large first character of a paragraph that goes on with the next line; the lines
 * beside it are narrower, as those beside a picture are.
 */
export function dropCapCost({ lines, words, weights }: Model, cap: number): number {
  const line = lines[cap] as VisualLine;
  const next = lines[cap + 1];
  const before = lines[cap - 1];
  if (!line.maybeDropCap || !next || next.indented || before?.cutsByline || (before?.leavesOpen ?? 0) > 0)
    return UNREACHED;
  return weights.dropCap + (words[cap] as number) + (HEAD_COSTS.wrap[next.head] ?? 0);
}
