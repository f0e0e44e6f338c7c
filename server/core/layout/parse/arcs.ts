/** What each line costs by itself as a line of a column, in each measure: the evidence of widths, before any way is chosen. */

import { END, HEAD, ITEM_HEADS } from "../line-classes.ts";
import type { VisualLine } from "../lines.ts";
import { costOfCuts, fullLineCost, joinedLinesCost, mayBeCut, setLineOf, shortLineCost } from "./fit.ts";
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

/** The lines `start`…`end` as one line of a column: pieces of it where they are several. */
export interface ColumnArc {
  readonly start: number;
  readonly end: number;
  /** Where its costs begin among those of all arcs; they stand there by the index of the measure. */
  readonly at: number;
}

/** The arcs of a page's columns, and what their lines cost by themselves. */
export interface ColumnArcs {
  /** The arcs by the line that they end with. */
  readonly byEnd: readonly (readonly ColumnArc[])[];
  /** As the first line of a paragraph that goes on, as a later one, as the only line of a paragraph, as its last one. */
  readonly first: Float64Array;
  readonly middle: Float64Array;
  readonly single: Float64Array;
  readonly last: Float64Array;
}

/** The arcs of a page's columns. */
export function columnArcsOf(model: Model): ColumnArcs {
  const { lines, dialect, measures } = model;
  let count = 0;
  const arc = (start: number, end: number): ColumnArc => {
    count += 1;
    return { start, end, at: (count - 1) * measures.length };
  };
  const byEnd = lines.map((_, end) => {
    const arcs = [arc(end, end)];
    for (let start = end - 1; start >= 0 && end - start < MOST_PIECES; start -= 1) {
      if (!mayBeCut(lines, start, dialect)) break;
      arcs.push(arc(start, end));
    }
    return arcs;
  });
  const costs = (): Float64Array => costTable(count * measures.length, UNREACHED);
  const columns = { byEnd, first: costs(), middle: costs(), single: costs(), last: costs() };
  for (const arcs of byEnd) for (const one of arcs) weigh(model, one, columns);
  return columns;
}

function weigh(model: Model, { start, end, at }: ColumnArc, { first, middle, single, last }: ColumnArcs): void {
  const { measures, weights, dialect, lines } = model;
  const count = measures.length;
  const line = setLineOf(model, start, end);
  const blanks = Math.min(MOST_BLANKS, (lines[end] as VisualLine).hanBlanks);
  const { plainRow, head: endHead } = lines[end] as VisualLine;
  const noText = (plainRow ? weights.rowInText : 0) + (endHead === HEAD.folio ? weights.furnitureInText : 0);
  const cuts = costOfCuts(model, start, end) + weights.blankInText * blanks + noText;
  const indent = dialect.indents ? INDENT : 0;
  // What goes on from another page opens in the middle of a paragraph.
  const head = lines[start]?.head ?? HEAD.han;
  const withoutIndent =
    head === HEAD.jump || head === HEAD.resumed || (ITEM_HEADS.has(head) && head !== HEAD.label)
      ? 0
      : weights.firstWithoutIndent;
  const joinedCost = dialect.joinedLinesCost ?? weights.joinedLines;
  // Whoever joined lines stopped where a sentence ends.
  const stopsShort = joinedCost + (MID_SENTENCE.has(lines[end]?.endClass ?? END.han) ? 0 : weights.joinedStopsShort);
  const lastLine = cuts + weights.lastLine + (line.stretched ? weights.stretchedLast : 0);
  const narrowest = line.em - line.shrink - line.tolerance - TOO_WIDE;
  const widestWrapped = line.em + line.room + TOO_NARROW;
  for (let k = 0; k < count; k += 1) {
    const measure = measures[k] as number;
    const slack = measure - line.em;
    const joined = measure < narrowest && !line.isUnbreakable;
    if (joined && (end > start || line.em < measure * SHORTEST_JOINED)) continue;
    if (joined || measure - indent <= widestWrapped) {
      const full = joined
        ? stopsShort + joinedLinesCost(weights, line, line.em, measure)
        : fullLineCost(weights, line, slack);
      const indented = joined
        ? stopsShort + joinedLinesCost(weights, line, line.em + indent, measure)
        : fullLineCost(weights, line, slack - indent);
      first[at + k] = cuts + Math.min(indented, full + withoutIndent);
      middle[at + k] = cuts + full + (joined ? weights.joinedTail : 0);
    }
    const short = joined ? joinedCost : shortLineCost(weights, line, slack);
    const shortFirst = joined
      ? joinedCost
      : Math.min(shortLineCost(weights, line, slack - indent), short + withoutIndent);
    single[at + k] = shortFirst + weights.single + lastLine;
    last[at + k] = short + lastLine + (joined ? weights.joinedTail : 0);
  }
}
