/** Kinds of blocks that are no running text: what a generator of one is given, and what it gives. */

import type { Random } from "../random.ts";
import { fillIn } from "../stock/names.ts";

/** One line as its writer meant it: a row, an item, a line of verse. It may stand on several lines of the page. */
export type Row = readonly string[];

/** The column that a block falls into. */
export interface ColumnAround {
  /** In em. */
  readonly measure: number;
  /** Whether its paragraphs are set in by two em; and the blanks that the extractor leaves in place of that. */
  readonly indent: boolean;
  readonly lead: string;
}

/** Writes a block for a column. */
export type WriteBlock = (random: Random, column: ColumnAround) => readonly Row[];

/** A kind of block, in its variants. */
export interface BlockKind {
  readonly name: "table" | "list" | "verse" | "furniture" | "caption" | "talk";
  /** Where it may fall: inside a paragraph, between two, or either. */
  readonly places: "inside" | "between" | "both";
  /** Whether each blank of its rows parts two cells, two names or two halves, and must stay. */
  readonly keepsBlanks: boolean;
  readonly variants: Readonly<Record<string, WriteBlock>>;
}

/** A template with its slots filled; each slot has another value each time. */
export function say(template: string, random: Random): string {
  return fillIn(template, new Map(), random);
}

/** As many values as asked, no two alike where there are as many. */
export function several<T>(list: readonly T[], low: number, high: number, random: Random): T[] {
  return random.shuffle(list).slice(0, random.int(low, Math.min(high, list.length)));
}

/** Rows that stand on one line each. */
export function rows(texts: readonly string[]): Row[] {
  return texts.map((text) => [text]);
}

/** A number of `times` things made one after the other. */
export function repeat<T>(times: number, make: (index: number) => T): T[] {
  return Array.from({ length: times }, (_, index) => make(index));
}
