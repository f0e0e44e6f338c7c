/** Fills lines as a typesetter does: by the measure, and by which marks may open or end a line (GB/T 15834-2011, 5.1). */

import type { Random } from "./random.ts";
import type { Column, DisplayItem, SettingStyle } from "./types.ts";

/** Marks that never open a line (5.1.1–5.1.3, 5.1.6). */
export const CLOSING = /^[。，、；：？！”’）》〉】」』%‰℃～·—)]$/u;
/** Marks that never end a line (5.1.3). */
export const OPENING = /^[“‘（《〈【「『(]$/u;
/** Marks that can be set half as wide. */
const TRIMMABLE = /^[。，、；：”’）》〉】」』“‘（《〈【「『]$/u;
const STOP_OR_CLOSE = /^[。，、；：”’）》〉】」』]$/u;

/** A line as it was set. Widths in em. */
export interface SetLine {
  readonly text: string;
  readonly first: boolean;
  readonly last: boolean;
  /** By how much the line falls short of its column before it is justified; negative where marks were squeezed. */
  readonly slack: number;
  readonly measure: number;
  /** What comes after it, where its stretch of column ends. */
  readonly foot?: readonly DisplayItem[];
}

/** Where text is being set: the columns that are left, and the lines already in the first of them. */
export interface Cursor {
  columns: readonly Column[];
  used: number;
}

interface Unit {
  readonly text: string;
  readonly width: number;
  readonly marks: number;
  /** The blanks that stand before it and mean something; they are not set at a line's start. */
  readonly blank: string;
}

const DIGIT_EM = 0.54;
const LATIN_EM = 0.58;
const BLANK_EM = 0.5;
const INDENT_EM = 2;

/** The width of a character in em. */
export function charWidth(char: string): number {
  if (/[0-9.,%:/-]/.test(char)) return DIGIT_EM;
  if (char === " ") return BLANK_EM;
  return char.charCodeAt(0) < 0x80 ? LATIN_EM : 1;
}

/** Whether two neighbouring marks are set half an em closer than their widths. */
export function setsCloser(left: string, right: string): boolean {
  if (OPENING.test(right)) return TRIMMABLE.test(left) || /^[？！]$/.test(left);
  return STOP_OR_CLOSE.test(right) && STOP_OR_CLOSE.test(left);
}

/** Breaks a paragraph into lines, moving the cursor on. */
export function setParagraph(text: string, cursor: Cursor, style: SettingStyle, random: Random): SetLine[] {
  const lines: SetLine[] = [];
  const units = unitsOf(text, style);
  let index = 0;
  while (index < units.length) {
    const { measure, foot } = takeColumn(cursor);
    const first = lines.length === 0;
    const room = measure - (first && style.indent ? INDENT_EM : 0);
    const { next, width } = fill(units, index, room, style, random);
    const line = units.slice(index, next).map((unit, i) => (i > 0 ? unit.blank : "") + unit.text);
    const last = next === units.length;
    lines.push({ text: line.join(""), first, last, slack: last ? 0 : room - width, measure, ...(foot && { foot }) });
    index = next;
  }
  return lines;
}

/** Breaks a heading or caption into lines of at most `width` em, at a blank where one is near. */
export function setDisplay(text: string, width: number, style: SettingStyle, random: Random): SetLine[] {
  const flat = { ...style, indent: false, squeeze: 0 as const };
  return setParagraph(text, { columns: [{ measure: width }], used: 0 }, flat, random);
}

/**
 * Breaks a paragraph whose first character is enlarged and stands, on a line of its own, beside `height` lines, as wide
 * as it is high.
 */
export function setDropCap(
  text: string,
  height: number,
  cursor: Cursor,
  style: SettingStyle,
  random: Random,
): SetLine[] {
  const [cap = "", ...rest] = [...text];
  const [column = { measure: 17 }, ...others] = cursor.columns;
  const beside = { measure: Math.max(4, column.measure - height), lines: height };
  const { lines } = column;
  const below = lines === undefined ? column : { ...column, lines: Math.max(1, lines - height) };
  cursor.columns = [beside, below, ...others];
  cursor.used = 0;
  const set = setParagraph(rest.join(""), cursor, { ...style, indent: false }, random);
  const first = { text: cap, first: true, last: set.length === 0, slack: 0, measure: column.measure };
  return [first, ...set.map((line) => ({ ...line, first: false }))];
}

/** The measure of the next line, and what comes after it where it is the last of its stretch. */
function takeColumn(cursor: Cursor): { measure: number; foot?: readonly DisplayItem[] | undefined } {
  const column = cursor.columns[0] ?? { measure: 17 };
  cursor.used += 1;
  if (column.lines === undefined || cursor.used < column.lines || cursor.columns.length < 2)
    return { measure: column.measure };
  cursor.columns = cursor.columns.slice(1);
  cursor.used = 0;
  return { measure: column.measure, foot: column.foot };
}

/** How far a line goes from unit `from`: as many units as fit, at least one. */
function fill(units: readonly Unit[], from: number, room: number, style: SettingStyle, random: Random) {
  let next = from;
  let width = 0;
  let marks = 0;
  for (; next < units.length; next += 1) {
    const unit = units[next] as Unit;
    const before = next === from ? undefined : units[next - 1];
    const added = unit.width + (before ? between(before, unit, style) : 0);
    const over = width + added - room;
    if (before && over > 0.01) {
      const hang = style.hang && STOP_OR_CLOSE.test(unit.text.at(-1) ?? "") ? 0.5 : 0;
      const give = style.squeeze * (marks + unit.marks);
      // A setter takes marks to their narrowest only now and then: the tighter the line would get, the rarer.
      const willing = give > 0 && over <= give * (random.chance(0.8) ? 1 : 0.6);
      if (over > hang + 0.01 && !willing) break;
    }
    width += added;
    marks += unit.marks;
  }
  return { next, width };
}

function between(before: Unit, unit: Unit, style: SettingStyle): number {
  if (unit.blank) return BLANK_EM * unit.blank.length;
  const [left, right] = [before.text.at(-1) ?? "", unit.text[0] ?? ""];
  if (setsCloser(left, right)) return -0.5;
  return isHanBesideWord(left, right) ? style.numberGap : 0;
}

/** Whether one is a Han character and the other belongs to a numeral or Latin word: the place of a number gap. */
export function isHanBesideWord(left: string, right: string): boolean {
  const word = /[0-9A-Za-z%‰℃]/;
  const han = /\p{Script=Han}/u;
  return (han.test(left) && word.test(right)) || (word.test(left) && han.test(right));
}

/** Cuts a text into units that no line end may divide. */
function unitsOf(text: string, style: SettingStyle): Unit[] {
  const atoms =
    text.match(/ +|——|……|[0-9]+(?: [0-9]{3,4})+(?![0-9])|-?[0-9A-Za-z]+(?:[.,:@_/-][0-9A-Za-z]+)*(?:[%‰]|℃)?|./gsu) ??
    [];
  const units: Unit[] = [];
  let open = "";
  let blank = "";
  let glue = false;
  for (const atom of atoms) {
    if (atom.startsWith(" ")) {
      blank = atom;
      continue;
    }
    if (OPENING.test(atom)) {
      open += atom;
      continue;
    }
    const last = units.at(-1);
    if (last && !open && !blank && (glue || CLOSING.test(atom) || atom === "/")) {
      units[units.length - 1] = unit(last.text + atom, last.blank, style);
    } else {
      units.push(unit(open + atom, blank, style));
      open = "";
      blank = "";
    }
    glue = atom === "/";
  }
  if (open) units.push(unit(open, blank, style));
  return units;
}

function unit(text: string, blank: string, style: SettingStyle): Unit {
  const chars = [...text];
  let width = 0;
  let marks = 0;
  for (const [i, char] of chars.entries()) {
    const left = chars[i - 1];
    width += charWidth(char);
    if (left !== undefined && setsCloser(left, char)) width -= 0.5;
    else if (TRIMMABLE.test(char)) marks += 1;
    if (left !== undefined && isHanBesideWord(left, char)) width += style.numberGap;
  }
  return { text, width, marks, blank };
}
