/** How the blocks of a page are set: as running text, as display, as the rows of a table or the lines of a poem. */

import { cellTexts, isName } from "./cells.ts";
import { HEAD } from "./line-classes.ts";
import type { VisualLine } from "./lines.ts";
import type { LineRange } from "./page-parse.ts";
import type { Part } from "./parse/index.ts";
import type { Setting } from "./types.ts";
import { endsWithUnitNote } from "./unit-notes.ts";

/**
 * The setting of each block. `ranges` are the blocks of a parse of `lines`, `parts` what each line is in it. One row alone
 * may as well be a heading, and two that have two cells each a heading of two lines; one line of verse is a sentence.
 */
export function settingsOf(
  lines: readonly VisualLine[],
  parts: readonly Part[],
  ranges: readonly LineRange[],
): Setting[] {
  const settings = ranges.map(({ last }): Setting => SETTINGS[parts[last] as Part] ?? "body");
  const cellsIn = ({ first, last }: LineRange): number =>
    first === last ? cellTexts((lines[first] as VisualLine).text).length : 0;
  const linesOf = (start: number, end: number): string[] =>
    ranges.slice(start, end).map(({ last }) => (lines[last] as VisualLine).text.trim());
  for (const { start, end } of runsOf(settings, "verse")) {
    const marks = ranges.slice(start, end).map(({ last }) => MARKED.test((lines[last] as VisualLine).text));
    const marked = marks.filter((is) => is).length * 2 >= marks.length;
    // Where lines end with marks, one without any above them is their title or their poet.
    const first = start + (marked ? marks.indexOf(true) : titleLinesOf(linesOf(start, end), settings[start - 1]));
    const below = lines[ranges[end]?.first ?? -1];
    const allMarked = marked && marks.slice(first - start).every((is) => is);
    const fewest = allMarked ? FEWEST_LINES : isByline(below) ? FEWEST_SIGNED : FEWEST_UNMARKED;
    settings.fill("display", start, end - first < fewest ? end : first);
  }
  const namesUnit = (i: number): boolean => endsWithUnitNote((lines[ranges[i]?.first ?? 0] as VisualLine).text);
  const tables = runsOf(settings, "row").flatMap((run) => {
    const columns = columnsOf(ranges.slice(run.start, run.end).map(cellsIn));
    if (columns === 0) settings.fill("display", run.start, run.end);
    return columns === 0 ? [] : [{ ...run, columns }];
  });
  for (const { start, end, columns } of tables) {
    // A line above or below with as many cells is a row, too: a head of words looks like a heading by itself. With two
    // cells it may well be a heading of two halves.
    const isRow = (i: number): boolean =>
      columns > FEWEST_CELLS &&
      settings[i] === "display" &&
      cellsIn(ranges[i] as LineRange) === columns &&
      !namesUnit(i);
    for (let i = start - 1; isRow(i); i -= 1) settings[i] = "row";
    for (let i = end; isRow(i); i += 1) settings[i] = "row";
  }
  return settings;
}

/**
 * How many lines above those of a poem without marks are its title and its poet. A poem has a title: where none stands
 * above it, a first line shorter than all others is that; and so is one in title marks, or one that a bare name follows.
 */
function titleLinesOf(lines: readonly string[], above: Setting | undefined): number {
  const [title = "", second = ""] = lines;
  const shortest = (from: number): number => Math.min(...lines.slice(from).map(({ length }) => length));
  if (isName(second) && lines.length >= 2 + FEWEST_UNMARKED && second.length < shortest(2)) return 2;
  if (lines.length <= FEWEST_UNMARKED) return 0;
  return /^《[^《》]+》$/u.test(title) || (above !== "display" && title.length < shortest(1)) ? 1 : 0;
}

/** A line of verse with a mark at its end. */
const MARKED = /[，。；：？！…]”?$/u;

const SETTINGS: Partial<Record<Part, Setting>> = {
  display: "display",
  caption: "display",
  crosshead: "display",
  row: "row",
  verse: "verse",
};

/**
 * A poem has so many lines; where not all of them end with a mark, more, as headings come in several lines, too; and
 * more still above a byline, which stands between a heading and its text.
 */
const FEWEST_LINES = 2;
const FEWEST_UNMARKED = 4;
const FEWEST_SIGNED = 6;

function isByline(line: VisualLine | undefined): boolean {
  return line !== undefined && (line.head === HEAD.byline || line.maybeName);
}
/** A table has so many rows, and where they have no more than so many cells, one more. */
const FEWEST_ROWS = 2;
const FEWEST_CELLS = 2;

/**
 * How many columns the rows with these numbers of cells make; 0 where they are no table. In a table half of the rows have
 * the same number of cells, and more than one.
 */
function columnsOf(counts: readonly number[]): number {
  const alike = new Map<number, number>();
  for (const count of counts) alike.set(count, (alike.get(count) ?? 0) + 1);
  const [[columns, rows] = [0, 0]] = [...alike].sort(([, a], [, b]) => b - a);
  const enough = columns > FEWEST_CELLS ? FEWEST_ROWS : FEWEST_ROWS + 1;
  return columns >= FEWEST_CELLS && rows >= enough && rows * 2 >= counts.length ? columns : 0;
}

/** The runs of blocks that are set so, by their indexes, the end excluded. */
function runsOf(settings: readonly Setting[], as: Setting): { readonly start: number; readonly end: number }[] {
  const runs: { start: number; end: number }[] = [];
  settings.forEach((setting, i) => {
    if (setting !== as) return;
    const last = runs.at(-1);
    if (last?.end === i) last.end = i + 1;
    else runs.push({ start: i, end: i + 1 });
  });
  return runs;
}
