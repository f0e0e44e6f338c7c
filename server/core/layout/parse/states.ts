/** What the parse knows after each line: what every state costs, and how it was reached. */

import type { Dialect, Turn } from "../dialect.ts";
import type { VisualLine } from "../lines.ts";
import type { SeenTogether } from "../pairs.ts";
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

/** The turn that the parse must take after one line: to see what the page costs with it. */
export interface Forced {
  readonly line: number;
  readonly turn: "wrap" | "break";
}

/** What a parse goes by. */
export interface Model {
  readonly lines: readonly VisualLine[];
  readonly seen: SeenTogether;
  readonly dialect: Dialect;
  readonly weights: Weights;
  /** The measures that a column may have, in em, ascending. */
  readonly measures: Float64Array;
  readonly forced?: Forced;
}

/** An extractor cuts a line into so many pieces at most. */
export const MOST_PIECES = 4;

/** The cost of a state that nothing leads to. */
export const UNREACHED = 1e9;

/** The states outside columns, by their index: the part that the line has in each. */
export const OUTSIDE_PARTS = ["joined", "display", "displayMore", "caption", "captionMore"] as const;
export const JOINED = 0;
export const DISPLAY = 1;
export const DISPLAY_MORE = 2;
export const CAPTION = 3;
export const CAPTION_MORE = 4;

/** From which state a line of a column follows. `sameMeasure` and `otherMeasure`: a paragraph that ended in one of the two. */
export const FROM = {
  sameMeasure: 0,
  otherMeasure: 1,
  outside: 2,
  first: 3,
  middle: 4,
  insideOtherMeasure: 5,
  crosshead: 6,
} as const;

/** From which state a line of a crosshead follows: text of the column, another block of the kind, its own block's line before. */
export const CROSSHEAD_FROM = { text: 0, crosshead: 1, ownBlock: 2 } as const;

/** The cost of every state after one line. Arrays of columns are by the index of the measure. */
export interface StateCosts {
  /** The line is the first of a paragraph that goes on. */
  readonly first: Float64Array;
  /** The line is a later one of a paragraph that goes on. */
  readonly middle: Float64Array;
  /** A paragraph ends with the line. */
  readonly ended: Float64Array;
  /** The line is a short display block between two paragraphs of a column: a crosshead, or a byline under one. */
  readonly crosshead: Float64Array;
  /** By the index of {@link OUTSIDE_PARTS}. */
  readonly outside: Float64Array;
  /** Index of the measure in which each of the three is cheapest. */
  bestFirst: number;
  bestMiddle: number;
  bestEnded: number;
}

/**
 * How each state of each line was reached. For `first`, `middle` and `ended`: the number of pieces less one in bits 0–1
 * and {@link FROM} in bits 2–4; for `ended`, bit 5 says that the paragraph is a single line ({@link SINGLE_LINE}).
 */
export interface BackPointers {
  readonly first: Uint8Array;
  readonly middle: Uint8Array;
  readonly ended: Uint8Array;
  /** {@link CROSSHEAD_FROM}. */
  readonly crosshead: Uint8Array;
  /** The state outside columns of the line before, by its index; -1 for a paragraph that ended there. */
  readonly outside: Int8Array;
  readonly bestFirst: Int16Array;
  readonly bestMiddle: Int16Array;
  readonly bestEnded: Int16Array;
  /** The cheapest state outside columns after each line. */
  readonly bestOutside: Int8Array;
  /** 1 where the cheapest paragraph that goes on after the line has only this line yet. */
  readonly insideFirst: Uint8Array;
}

export const SINGLE_LINE = 32;

/** One step of the parse: what the states after a line cost, given those after the line before it. */
export interface Step {
  readonly model: Model;
  /** The states after the line; explanations lower their costs. */
  readonly costs: StateCosts;
  /** The states after the line before; undefined at the page's beginning. */
  readonly before: StateCosts | undefined;
  readonly pointers: BackPointers;
}

export function newStateCosts(measures: number): StateCosts {
  return {
    first: new Float64Array(measures),
    middle: new Float64Array(measures),
    ended: new Float64Array(measures),
    crosshead: new Float64Array(measures),
    outside: new Float64Array(OUTSIDE_PARTS.length),
    bestFirst: 0,
    bestMiddle: 0,
    bestEnded: 0,
  };
}

/** Makes every state one that nothing leads to. */
export function clearCosts(costs: StateCosts): void {
  costs.first.fill(UNREACHED);
  costs.middle.fill(UNREACHED);
  costs.ended.fill(UNREACHED);
  costs.crosshead.fill(UNREACHED);
  costs.outside.fill(UNREACHED);
}

export function newBackPointers(lines: number, measures: number): BackPointers {
  return {
    first: new Uint8Array(lines * measures),
    middle: new Uint8Array(lines * measures),
    ended: new Uint8Array(lines * measures),
    crosshead: new Uint8Array(lines * measures),
    outside: new Int8Array(lines * OUTSIDE_PARTS.length).fill(-1),
    bestFirst: new Int16Array(lines),
    bestMiddle: new Int16Array(lines),
    bestEnded: new Int16Array(lines),
    bestOutside: new Int8Array(lines),
    insideFirst: new Uint8Array(lines),
  };
}

/** Index of the lowest cost, the first of equals. */
export function cheapest(costs: Float64Array): number {
  let best = 0;
  for (let i = 1; i < costs.length; i += 1) if ((costs[i] as number) < (costs[best] as number)) best = i;
  return best;
}
