/** What each line costs by itself as a line of a column, in each measure: the evidence of widths, before any way is chosen. */

import { END, HEAD, type Head, ITEM_HEADS } from "../line-classes.ts";
import { costOfCuts, fullLineCost, joinedLinesCost, mayBeCut, setLineOf, shortLineCost } from "./fit.ts";
import { FLAG, has } from "./line-table.ts";
import { type Model, UNREACHED } from "./states.ts";
import { costTable } from "./tables.ts";

/** An extractor cuts a line into so many pieces at most. */
const MOST_PIECES = 4;
/** A line that could at the narrowest still be this many em wider than a measure was not set in it. */
const TOO_WIDE = 2.5;
/** A line with this many em to spare, beyond the room for the next unit, was not wrapped in a measure. */
const TOO_NARROW = 5;
/** A first line's indent in em, which extractors drop. */
const INDENT = 2;
/** Lines that were joined before are together at least this many measures wide. */
const SHORTEST_JOINED = 1.12;

/** More blanks between Han characters than this say no more. */
const MOST_BLANKS = 2;

/** Ends of lines in the middle of a sentence. */
const MID_SENTENCE: ReadonlySet<number> = new Set([END.han, END.comma, END.numeral, END.opening, END.dash, END.label]);

/**
 * The arcs of a page's columns, and what their lines cost by themselves. An arc is the lines `start`…`end` as one line of a
 * column: pieces of it where they are several. Arcs have numbers; those that end with a line have the numbers
 * `firstAt[end]`…`firstAt[end + 1] - 1`, the one of that line alone first, then with one line more before it, and so on.
 */
export interface ColumnArcs {
  readonly firstAt: Int32Array;
  /** By arc × measure: as the first line of a paragraph that goes on, as a later one, as the only line of a paragraph, as its last one. */
  readonly first: Float64Array;
  readonly middle: Float64Array;
  readonly single: Float64Array;
  readonly last: Float64Array;
}

/** The arcs of a page's columns. */
export function columnArcsOf(model: Model): ColumnArcs {
  const { lines, dialect, measures } = model;
  const firstAt = new Int32Array(lines.length + 1);
  for (let end = 0; end < lines.length; end += 1) {
    let pieces = 1;
    while (pieces < MOST_PIECES && pieces <= end && mayBeCut(lines, end - pieces, dialect)) pieces += 1;
    firstAt[end + 1] = (firstAt[end] as number) + pieces;
  }
  const size = (firstAt[lines.length] as number) * measures.length;
  const columns: ColumnArcs = {
    firstAt,
    first: costTable(size, UNREACHED),
    middle: costTable(size, UNREACHED),
    single: costTable(size, UNREACHED),
    last: costTable(size, UNREACHED),
  };
  for (let end = 0; end < lines.length; end += 1)
    for (let arc = firstAt[end] as number; arc < (firstAt[end + 1] as number); arc += 1)
      weigh(model, columns, end - (arc - (firstAt[end] as number)), end, arc * measures.length);
  return columns;
}

/** The number of the arc of the lines `start`…`end`; -1 where these are no arc. */
export function columnArc({ firstAt }: ColumnArcs, start: number, end: number): number {
  const arc = (firstAt[end] as number) + end - start;
  return end + 1 < firstAt.length && arc < (firstAt[end + 1] as number) ? arc : -1;
}

/** Weighs the arc of the lines `start`…`end` in each measure; its costs stand from `at` on. */
function weigh(model: Model, columns: ColumnArcs, start: number, end: number, at: number): void {
  const { measures, weights, dialect, table } = model;
  const { first, middle, single, last } = columns;
  const count = measures.length;
  const line = setLineOf(model, start, end);
  const { em, isUnbreakable } = line;
  const blanks = Math.min(MOST_BLANKS, table.hanBlanks[end] as number);
  const noText =
    (has(table, end, FLAG.plainRow) ? weights.rowInText : 0) +
    (table.head[end] === HEAD.folio ? weights.furnitureInText : 0);
  const cuts = (start < end ? costOfCuts(model, start, end) : 0) + weights.blankInText * blanks + noText;
  const indent = dialect.indents ? INDENT : 0;
  const withoutIndent = lacksIndent(table.head[start] as number) ? 0 : weights.firstWithoutIndent;
  const joinedCost = dialect.joinedLinesCost ?? weights.joinedLines;
  // Whoever joined lines stopped where a sentence ends.
  const stopsShort = joinedCost + (MID_SENTENCE.has(table.endClass[end] as number) ? 0 : weights.joinedStopsShort);
  const lastLine = cuts + weights.lastLine + (line.stretched ? weights.stretchedLast : 0);
  const narrowest = em - line.shrink - line.tolerance - TOO_WIDE;
  const widestWrapped = em + line.room + TOO_NARROW;
  for (let k = 0; k < count; k += 1) {
    const measure = measures[k] as number;
    const slack = measure - em;
    const joined = measure < narrowest && !isUnbreakable;
    if (joined) {
      if (end > start || em < measure * SHORTEST_JOINED) continue;
      const full = stopsShort + joinedLinesCost(weights, line, em, measure);
      const indented = stopsShort + joinedLinesCost(weights, line, em + indent, measure);
      first[at + k] = cuts + Math.min(indented, full + withoutIndent);
      middle[at + k] = cuts + full + weights.joinedTail;
      single[at + k] = joinedCost + weights.single + lastLine;
      last[at + k] = joinedCost + lastLine + weights.joinedTail;
      continue;
    }
    if (measure - indent <= widestWrapped) {
      const full = fullLineCost(weights, line, slack);
      first[at + k] = cuts + Math.min(fullLineCost(weights, line, slack - indent), full + withoutIndent);
      middle[at + k] = cuts + full;
    }
    const short = shortLineCost(weights, line, slack);
    const shortFirst = Math.min(shortLineCost(weights, line, slack - indent), short + withoutIndent);
    single[at + k] = shortFirst + weights.single + lastLine;
    last[at + k] = short + lastLine;
  }
}

/** Whether a line that opens so lacks its indent: what goes on from another page opens in the middle of a paragraph. */
function lacksIndent(head: number): boolean {
  return head === HEAD.jump || head === HEAD.resumed || (ITEM_HEADS.has(head as Head) && head !== HEAD.label);
}
