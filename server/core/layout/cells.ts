/** The cells of a line that may be a row of a table: how many there are and of what kind each is. */

import { COMMON_SURNAMES, COMPOUND_SURNAMES } from "../tables/surnames.ts";
import { isWhiteSpace } from "../text/text.ts";
import { endsWithUnitNote } from "./unit-notes.ts";

/** What a cell holds. */
export const CELL = { number: 0, amount: 1, han: 2, other: 3, name: 4 } as const;
export type Cell = (typeof CELL)[keyof typeof CELL];

/** What a line shows of cells; no cells where it can be no row. */
export interface Cells {
  readonly cells: readonly Cell[];
  /** Its cells are parted by tabs, by upright strokes, or by more than one blank. */
  readonly parted: boolean;
}

/** A cell is no longer than this, in UTF-16 units, and a row has no more of them. */
const LONGEST_CELL = 14;
const MOST_CELLS = 16;

const NO_CELLS: Cells = { cells: [], parted: false };
const PARTED = /\t|[|｜│┃]|[^\S\t] {2,}|\S {2,}\S|\S\u3000+\S.*\S\u3000+\S/u;
/** What parts cells besides blanks: tabs and upright strokes, the dash, dots or colon before a value, a bracket. */
const PARTS = /[\t|｜│┃：（(]+|—{2,}|…+|\.{3,}/u;

const BLANK = /[ \u3000]/u;

/** The blank between a figure and its unit of one character, which parts no cells: 920 人. */
const BEFORE_UNIT = /(?<=[\d０-９]) (?=\p{Script=Han}(?:\s|$))/gu;

/** The wide blank inside a name of two characters, which is set as wide as one of three: 林　晓. */
const INSIDE_NAME = /(?<=(?:^|\s)\p{Script=Han})\u3000(?=\p{Script=Han}(?:\s|$))/gu;

/** The cells of a line without white space at its ends. A line with the marks of a sentence has none, nor has one that names the unit of a table. */
export function cellsOf(text: string): Cells {
  if (SENTENCE.test(text) || endsWithUnitNote(text)) return NO_CELLS;
  const parted = PARTED.test(text);
  const close = BLANK.test(text) ? text.replace(BEFORE_UNIT, "").replace(INSIDE_NAME, "") : text;
  const pieces = (PARTS.test(close) ? close.split(PARTS) : [close]).flatMap((piece) =>
    piece.split(/[\s\u3000]+/u).filter((part) => part !== "" && !isWhiteSpace(part)),
  );
  if (pieces.length === 0 || pieces.length > MOST_CELLS || pieces.some((piece) => piece.length > LONGEST_CELL))
    return NO_CELLS;
  const cells = pieces.map(cellOf);
  // The words of a sentence in Latin letters are no cells.
  if (cells.filter((cell) => cell === CELL.other).length * 2 > cells.length) return NO_CELLS;
  return { cells, parted };
}

/** Marks that make a sentence, quotes of speech, and a comma at the end. */
const SENTENCE = /[。；！？“”]|，.*，|[，、：]$/u;

const NAME = new RegExp(`^(?:(?:${COMPOUND_SURNAMES.join("|")})|[${COMMON_SURNAMES}])\\p{Script=Han}{1,2}$`, "u");

/** Whether a text may be a person's name and nothing else: a surname and one or two Han characters. */
export function isName(text: string): boolean {
  return NAME.test(text);
}

function cellOf(piece: string): Cell {
  if (/^[+\-−±＋－]?[\d０-９][\d０-９.,．，:：/／\-－—～~%％‰]*$/u.test(piece) || /^[—\-－–]+$/u.test(piece))
    return CELL.number;
  if (/[\d０-９]/u.test(piece)) return CELL.amount;
  if (isName(piece)) return CELL.name;
  return /^\p{Script=Han}/u.test(piece) ? CELL.han : CELL.other;
}

/** A line as far as its cells are concerned. */
interface Celled {
  readonly text: string;
  readonly cells: readonly Cell[];
}

/** Three figures side by side stand in no sentence, but the digits of one may where a line was stretched. */
const FIGURES = /(?:^|\s)[\d.,%+-]{2,}\s+[\d.,%+-]+\s+[\d.,%+-]{2,}(?:\s|$)/u;
/** So many lines with the same two cells follow one another in a table, and so many with more cells. */
const ROWS_OF_TWO = 3;
const ROWS_OF_MORE = 2;

/** The lines, by their index, that are plainly rows: figures side by side, or the same kinds of cells as the lines beside them. */
export function plainRows(lines: readonly Celled[]): ReadonlySet<number> {
  const found = new Set<number>();
  let first = 0;
  for (let i = 0; i <= lines.length; i += 1) {
    const kinds = lines[i]?.cells ?? [];
    if (kinds.length > 2 && FIGURES.test(lines[i]?.text ?? "")) found.add(i);
    if (i > first && i < lines.length && (areAlike(kinds, lines[i - 1]?.cells ?? []) || areHalves(lines, i))) continue;
    const { length } = lines[first]?.cells ?? [];
    const fewest = length === 2 && !areHalves(lines, i - 1) ? ROWS_OF_TWO : ROWS_OF_MORE;
    if (i - first >= fewest) for (let row = first; row < i; row += 1) found.add(row);
    first = i;
  }
  return found;
}

/** Whether line `i` and the one before it are two halves each, all as long as one another: verse set two lines to a row. */
function areHalves(lines: readonly Celled[], i: number): boolean {
  const [before, line] = [HALVES.exec(lines[i - 1]?.text ?? ""), HALVES.exec(lines[i]?.text ?? "")];
  const length = line?.[1]?.length;
  return length !== undefined && [before?.[1], before?.[2], line?.[2]].every((half) => half?.length === length);
}

/** Names are words: 白渚县 may be one. */
function kindOf(cell: Cell | undefined): Cell | undefined {
  return cell === CELL.name ? CELL.han : cell;
}

function isWord(cell: Cell): boolean {
  return kindOf(cell) === CELL.han;
}

const HALVES = /^(\p{Script=Han}{4,7})[ \u3000]+(\p{Script=Han}{4,7})$/u;

/** Whether two lines have the same kinds of cells, two or more, and not only words. */
function areAlike(a: readonly Cell[], b: readonly Cell[]): boolean {
  return (
    a.length > 1 && a.length === b.length && a.every((cell, i) => kindOf(cell) === kindOf(b[i])) && !a.every(isWord)
  );
}

/**
 * The texts of a row's cells. Tabs and upright strokes part them where the row has any, and there may be an empty cell
 * between two; else wide blanks where there are several; else every blank and every leader of dots or dashes.
 */
export function cellTexts(row: string): string[] {
  if (RULE.test(row)) {
    const cells = row.split(RULE).map((cell) => cell.trim());
    // A rule at the row's edge parts nothing.
    return cells.slice(cells[0] === "" ? 1 : 0, cells.at(-1) === "" ? -1 : undefined);
  }
  const cells = row.trim().split(WIDE_BLANK);
  return cells.length > 2 ? cells : row.split(BLANK_OR_LEADER).filter((cell) => cell !== "");
}

const RULE = /[\t|｜│┃]/u;
const WIDE_BLANK = /\s{2,}/u;
const BLANK_OR_LEADER = /\s+|…{2,}|\.{3,}|(?<=\S)—{2,}(?=\S)/u;
