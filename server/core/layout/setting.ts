/** How the blocks of a page are set: as running text, as display, as the rows of a table or the lines of a poem. */

import { cellTexts } from "./cells.ts";
import type { VisualLine } from "./lines.ts";
import type { LineRange } from "./page-parse.ts";
import type { Part } from "./parse/index.ts";
import type { Setting } from "./types.ts";

/**
 * The setting of each block. `ranges` are the blocks of a parse of `lines`, `parts` what each line is in it. One row alone
 * may as well be a heading, and two that have two cells each a heading of two lines; one line of verse alone is a sentence.
 */
export function settingsOf(
  lines: readonly VisualLine[],
  parts: readonly Part[],
  ranges: readonly LineRange[],
): Setting[] {
  const settings = ranges.map(({ last }): Setting => SETTINGS[parts[last] as Part] ?? "body");
  const counts = ranges.map(({ first, last }) => (first === last ? cellTexts((lines[first] as VisualLine).text).length : 0));
  for (const { start, end } of runsOf(settings, "verse"))
    if (end - start < FEWEST_LINES) settings.fill("display", start, end);
  for (const { start, end } of runsOf(settings, "row"))
    if (!isTable(counts.slice(start, end))) settings.fill("display", start, end);
  for (let i = 1; i < settings.length; i += 1) takeIn(settings, counts, i, i - 1);
  for (let i = settings.length - 2; i >= 0; i -= 1) takeIn(settings, counts, i, i + 1);
  return settings;
}

const SETTINGS: Partial<Record<Part, Setting>> = {
  display: "display",
  caption: "display",
  crosshead: "display",
  row: "row",
  verse: "verse",
};

/** A poem has so many lines, a table so many rows; of two rows each has more than two cells. */
const FEWEST_LINES = 2;
const FEWEST_ROWS = 3;
const FEWEST_CELLS = 2;

/** Whether rows with these numbers of cells are a table: half of them have the same number of cells, and more than one. */
function isTable(counts: readonly number[]): boolean {
  if (counts.length < FEWEST_LINES) return false;
  if (counts.length < FEWEST_ROWS && counts.some((count) => count <= FEWEST_CELLS)) return false;
  const alike = new Map<number, number>();
  for (const count of counts) alike.set(count, (alike.get(count) ?? 0) + 1);
  return [...alike].some(([count, rows]) => count >= FEWEST_CELLS && rows * 2 >= counts.length);
}

/** A line beside a row that has as many cells is one, too: a head of words looks like a heading by itself. */
function takeIn(settings: Setting[], counts: readonly number[], i: number, beside: number): void {
  const count = counts[i] as number;
  if (settings[i] !== "display" || settings[beside] !== "row") return;
  if (count >= FEWEST_CELLS && count === counts[beside]) settings[i] = "row";
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
