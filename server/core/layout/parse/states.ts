/** What the parse knows after each line: the cost of every state, and how it was reached. */

import type { Dialect, Turn } from "../dialect.ts";
import type { VisualLine } from "../lines.ts";
import type { Pairs } from "../pairs.ts";
import type { Weights } from "../weights.ts";

/** What a line is in the explanation. `cut` is a piece of a line that goes on in the next one. */
export type Part =
  | "first"
  | "middle"
  | "last"
  | "single"
  | "joined"
  | "display"
  | "displayMore"
  | "caption"
  | "captionMore"
  | "crosshead"
  | "cut";

export interface Parse {
  /** The part of each line. */
  readonly parts: readonly Part[];
  /** The measure of each body line in em, 0 for the others. */
  readonly measures: readonly number[];
  /** The turn after each line (the last one: a break); `undefined` where a line was cut. */
  readonly turns: readonly (Turn | undefined)[];
  /** Cost of the whole explanation, in nats. */
  readonly cost: number;
}

/** The turn after one line, laid down from outside: to see what the other explanation costs. */
export interface Forced {
  readonly line: number;
  readonly turn: "wrap" | "break";
}

export interface Model {
  readonly lines: readonly VisualLine[];
  readonly pairs: Pairs;
  readonly dialect: Dialect;
  readonly weights: Weights;
  readonly measures: Float64Array;
  readonly forced: Forced | undefined;
}

/** Pieces of one line at most. */
export const PIECES = 4;

export const FAR = 1e9;

/** The states outside columns. */
export const SCALARS = ["joined", "display", "displayMore", "caption", "captionMore"] as const;

export const JOINED = 0;

export const DISPLAY = 1;

export const DISPLAY_MORE = 2;

export const CAPTION = 3;

export const CAPTION_MORE = 4;

/** How a column state was reached: from where, and over how many pieces. */
export const FROM = { same: 0, other: 1, scalar: 2, first: 3, middle: 4, otherInside: 5, heading: 6 } as const;

/** A crosshead's line: the first one under text, the next block under another one, or a block's next line. */
export const HEADING = { first: 0, next: 1, goesOn: 2 } as const;

export interface Column {
  /** A paragraph goes on after its first line / a later line; a paragraph has ended: cost by measure. */
  readonly first: Float64Array;
  readonly middle: Float64Array;
  readonly ended: Float64Array;
  /** A short display block stands between two paragraphs of a column: a crosshead, or the byline under it. */
  readonly heading: Float64Array;
  readonly scalars: Float64Array;
  bestFirst: number;
  bestMiddle: number;
  bestEnded: number;
}

/** Back pointers: `pieces - 1` in bits 0–1, {@link FROM} in bits 2–4; for `ended`, bit 5 says it was a single line. */
export interface Trace {
  readonly first: Uint8Array;
  readonly middle: Uint8Array;
  readonly ended: Uint8Array;
  /** {@link HEADING}: what the line before is. */
  readonly heading: Uint8Array;
  readonly scalars: Int8Array;
  readonly bestFirst: Int16Array;
  readonly bestMiddle: Int16Array;
  readonly bestEnded: Int16Array;
  /** After each line: the cheapest state outside columns, and whether a paragraph that goes on came from its first line. */
  readonly bestScalar: Int8Array;
  readonly insideFirst: Uint8Array;
}

export function newColumn(size: number): Column {
  return {
    first: new Float64Array(size),
    middle: new Float64Array(size),
    ended: new Float64Array(size),
    heading: new Float64Array(size),
    scalars: new Float64Array(SCALARS.length),
    bestFirst: 0,
    bestMiddle: 0,
    bestEnded: 0,
  };
}

export function clear(column: Column): void {
  column.first.fill(FAR);
  column.middle.fill(FAR);
  column.ended.fill(FAR);
  column.heading.fill(FAR);
  column.scalars.fill(FAR);
}

export function newTrace(count: number, size: number): Trace {
  return {
    first: new Uint8Array(count * size),
    middle: new Uint8Array(count * size),
    ended: new Uint8Array(count * size),
    heading: new Uint8Array(count * size),
    scalars: new Int8Array(count * SCALARS.length).fill(-1),
    bestFirst: new Int16Array(count),
    bestMiddle: new Int16Array(count),
    bestEnded: new Int16Array(count),
    bestScalar: new Int8Array(count),
    insideFirst: new Uint8Array(count),
  };
}

export function cheapest(costs: Float64Array): number {
  let best = 0;
  for (let i = 1; i < costs.length; i += 1) if ((costs[i] as number) < (costs[best] as number)) best = i;
  return best;
}
