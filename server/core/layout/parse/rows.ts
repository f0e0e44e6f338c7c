/** Rows of tables: what makes a line look like one, and what makes it look like the row before it. */

import { CELL } from "../cells.ts";
import { HEAD } from "../line-classes.ts";
import type { VisualLine } from "../lines.ts";
import type { Weights } from "../weights.ts";
import { UNREACHED } from "./states.ts";

/** Whether a line may be a row: it has cells and no sentence. */
export function isRowLike(line: VisualLine): boolean {
  return line.cells.length > 0;
}

/** What a line costs as a row of a table, whatever row stands before it. */
export function rowCost(weights: Weights, line: VisualLine): number {
  const { cells } = line;
  if (cells.length === 0 || !(ROW_HEADS.has(line.head) || isNumberedRow(line))) return UNREACHED;
  const parted = line.cellsParted ? weights.rowParted : 0;
  const few = cells.length === 1 ? weights.rowOfOneCell : 0;
  const names = cells.length > 1 && cells.every((cell) => cell === CELL.name);
  const ofWords = parted === 0 && cells.every((cell) => cell === CELL.han || cell === CELL.name);
  const words = names ? weights.rowOfNames : ofWords ? weights.rowOfWords : 0;
  return words + weights.row + weights.rowPerEm * line.width.em + parted + few + weights.rowComma * line.commas;
}

/** A line that opens as bylines, remarks and the like do is no row. */
const ROW_HEADS: ReadonlySet<number> = new Set([HEAD.han, HEAD.numeral, HEAD.item, HEAD.label, HEAD.opening]);

/** Whether a line that opens with a number which goes on counting is a row all the same: it has figures further on. */
function isNumberedRow({ head, cells }: VisualLine): boolean {
  return head === HEAD.numbered && cells.length > 2 && cells.slice(2).some((cell) => cell <= CELL.amount);
}

/** What it costs that a row follows a row: rows of a table have as many cells, of the same kinds. */
export function rowLikeness(weights: Weights, before: VisualLine, line: VisualLine): number {
  const a = before.cells;
  const b = line.cells;
  let alike = 0;
  const least = Math.min(a.length, b.length);
  const most = Math.max(a.length, b.length);
  for (let i = 0; i < least; i += 1) {
    if (a[i] === b[i]) alike += 1;
    else if (a[a.length - 1 - i] === b[b.length - 1 - i]) alike += 0.7;
  }
  return (
    weights.rowAgain + weights.rowUnlike * (1 - alike / most) + (a.length === b.length ? 0 : weights.rowCellsDiffer)
  );
}
