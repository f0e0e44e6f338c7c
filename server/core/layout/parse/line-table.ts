/** The lines of a page as columns of numbers: a parse asks them for each line in each measure. */

import { endsWithNumeral } from "../dialect.ts";
import type { VisualLine } from "../lines.ts";
import { endsWithClosingMark } from "../width.ts";

/** What is so or not of a line, as bits of {@link LineTable.flags}. */
export const FLAG = {
  indented: 1,
  wideIndent: 2,
  spacedOut: 4,
  plainRow: 8,
  maybeDropCap: 16,
  cutsByline: 32,
  isFigure: 64,
  ofPicture: 128,
  dated: 256,
  listed: 512,
  /** It ends with a full-width closing mark, which may hang over. */
  hangs: 1024,
  /** It ends in a digit. */
  endsInDigit: 2048,
  /** A blank line follows. */
  blankAfter: 4096,
} as const;

/** What the lines of a page show, by line: as in {@link VisualLine}. */
export interface LineTable {
  readonly em: Float64Array;
  readonly firstUnit: Float64Array;
  readonly numberBorders: Int32Array;
  readonly squeezable: Int32Array;
  readonly blanks: Int32Array;
  readonly hanBlanks: Int32Array;
  readonly stops: Int32Array;
  readonly commas: Int32Array;
  readonly leavesOpen: Int32Array;
  readonly closesOpen: Int32Array;
  readonly endClass: Uint8Array;
  readonly head: Uint8Array;
  readonly flags: Uint16Array;
}

/** The table of lines. */
export function lineTableOf(lines: readonly VisualLine[]): LineTable {
  const count = lines.length;
  const table: LineTable = {
    em: new Float64Array(count),
    firstUnit: new Float64Array(count),
    numberBorders: new Int32Array(count),
    squeezable: new Int32Array(count),
    blanks: new Int32Array(count),
    hanBlanks: new Int32Array(count),
    stops: new Int32Array(count),
    commas: new Int32Array(count),
    leavesOpen: new Int32Array(count),
    closesOpen: new Int32Array(count),
    endClass: new Uint8Array(count),
    head: new Uint8Array(count),
    flags: new Uint16Array(count),
  };
  for (let i = 0; i < count; i += 1) {
    const line = lines[i] as VisualLine;
    const { width } = line;
    table.em[i] = width.em;
    table.firstUnit[i] = line.firstUnit;
    table.numberBorders[i] = width.numberBorders;
    table.squeezable[i] = width.squeezable;
    table.blanks[i] = width.blanks;
    table.hanBlanks[i] = line.hanBlanks;
    table.stops[i] = line.stops;
    table.commas[i] = line.commas;
    table.leavesOpen[i] = line.leavesOpen;
    table.closesOpen[i] = line.closesOpen;
    table.endClass[i] = line.endClass;
    table.head[i] = line.head;
    table.flags[i] = flagsOf(line);
  }
  return table;
}

function flagsOf(line: VisualLine): number {
  return (
    (line.indented ? FLAG.indented : 0) |
    (line.wideIndent ? FLAG.wideIndent : 0) |
    (line.spacedOut ? FLAG.spacedOut : 0) |
    (line.plainRow ? FLAG.plainRow : 0) |
    (line.maybeDropCap ? FLAG.maybeDropCap : 0) |
    (line.cutsByline ? FLAG.cutsByline : 0) |
    (line.isFigure ? FLAG.isFigure : 0) |
    (line.ofPicture ? FLAG.ofPicture : 0) |
    (line.dated ? FLAG.dated : 0) |
    (line.listed ? FLAG.listed : 0) |
    (endsWithClosingMark(line.text) ? FLAG.hangs : 0) |
    (endsWithNumeral(line) === 1 ? FLAG.endsInDigit : 0) |
    (line.blankLinesAfter > 0 ? FLAG.blankAfter : 0)
  );
}

/** Whether the line has the flag. */
export function has(table: LineTable, i: number, flag: number): boolean {
  return ((table.flags[i] as number) & flag) !== 0;
}
