/** The states of the parse: what a line can be, and what every explanation of the page up to it costs. */

import type { Dialect, Turn } from "../dialect.ts";
import type { VisualLine } from "../lines.ts";
import type { SeenTogether } from "../pairs.ts";
import type { Weights } from "../weights.ts";
import type { LineTable } from "./line-table.ts";
import { costTable } from "./tables.ts";

/**
 * What a line is in the explanation. `cut` is a piece of a line that goes on in the next one, `beside` a line of text
 * that runs along a picture, `row` a row of a table, `verse` a line of a poem.
 */
export type Part =
  | "first"
  | "middle"
  | "last"
  | "single"
  | "beside"
  | "cut"
  | "joined"
  | "display"
  | "caption"
  | "crosshead"
  | "row"
  | "verse";

/** An explanation of a page's lines. */
export interface Parse {
  /** The part of each line. */
  readonly parts: readonly Part[];
  /** The measure of each line of a column in em, 0 for the others. */
  readonly measures: readonly number[];
  /** The turn after each line (the last one: a break); `undefined` where a line was cut. */
  readonly turns: readonly (Turn | undefined)[];
  /** Cost of the whole explanation, in nats. */
  readonly cost: number;
}

/** What a parse goes by. */
export interface Model {
  readonly lines: readonly VisualLine[];
  readonly table: LineTable;
  readonly seen: SeenTogether;
  /** What the characters on both sides of each line's end cost as a wrap, in nats; 0 for the last line. */
  readonly words: Float64Array;
  readonly outside: OutsideCosts;
  readonly dialect: Dialect;
  readonly weights: Weights;
  /** The measures that a column may have, in em, ascending. */
  readonly measures: Float64Array;
  /** The parse only looks for the page's habits. */
  readonly coarse: boolean;
}

/** What each line costs in a block that runs over lines, in nats, but for blank lines and what lets any block go on. */
export interface LineCosts {
  /** As its first line, as a further one, and its end as that of the block. */
  readonly first: Float64Array;
  readonly more: Float64Array;
  readonly end: Float64Array;
}

/** What each line costs outside columns, in nats, whatever a parse shows of the page's habits. */
export interface OutsideCosts {
  /** That a block goes on after it, but for blank lines and what the kind of block adds. */
  readonly goesOn: Float64Array;
  readonly display: LineCosts;
  readonly caption: LineCosts;
  /** Whether it is complete as a display block: see `outside-costs.ts`. */
  readonly isComplete: readonly boolean[];
  /** As one that was joined before, its end included. */
  readonly joined: Float64Array;
  /** As a row of a table, and as one right after another row; as a line of verse, and as one right after another. */
  readonly row: Float64Array;
  readonly rowAgain: Float64Array;
  readonly verse: Float64Array;
  readonly verseAgain: Float64Array;
}

/** The cost of a state that nothing leads to. */
export const UNREACHED = 1e9;

/** The states outside columns, by their index: what the block is that ends with the line. */
export const OUTSIDE = { joined: 0, display: 1, caption: 2, row: 3, verse: 4 } as const;
export type Outside = (typeof OUTSIDE)[keyof typeof OUTSIDE];
export const OUTSIDE_PARTS = ["joined", "display", "caption", "row", "verse"] as const satisfies readonly Part[];

/** What a paragraph of a column has come to, by its index. */
export const COLUMN = { first: 0, middle: 1, ended: 2 } as const;
export type Column = (typeof COLUMN)[keyof typeof COLUMN];

/**
 * The costs of the states after every line, by which the cheapest way is found: how much the cheapest explanation of
 * the lines so far costs that ends in the state or, read from the end, of the lines that follow it.
 */
export interface Costs {
  /** By line × measure: the line is the first of a paragraph that goes on; a later one; a paragraph ends with it. */
  readonly column: readonly [Float64Array, Float64Array, Float64Array];
  /** By line × measure: a display block inside the column ends with it. */
  readonly crosshead: Float64Array;
  /** By line: text that runs along a picture goes on after it; a paragraph of it ends with it. */
  readonly beside: Float64Array;
  readonly besideEnded: Float64Array;
  /** By line × {@link OUTSIDE}. */
  readonly outside: Float64Array;
}

export function newCosts(lines: number, measures: number): Costs {
  const states = (count: number): Float64Array => costTable(lines * count, UNREACHED);
  return {
    column: [states(measures), states(measures), states(measures)],
    crosshead: states(measures),
    beside: states(1),
    besideEnded: states(1),
    outside: states(OUTSIDE_PARTS.length),
  };
}

/** The lowest of `count` costs from `at` on. */
export function leastOf(costs: Float64Array, at: number, count: number): number {
  let least = UNREACHED;
  for (let i = at; i < at + count; i += 1) least = Math.min(least, costs[i] as number);
  return least;
}

/** Index, from `at` on, of the lowest of `count` costs, the first of equals. */
export function cheapestOf(costs: Float64Array, at: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i += 1) if ((costs[at + i] as number) < (costs[at + best] as number)) best = i;
  return best;
}
