/** How wide a text was set, in em, and how wide its first unbreakable unit is: what decides whether a line had room. */

import { isWhiteSpace } from "../text/text.ts";

/** Marks that may not open a line (GB/T 15834-2011, 5.1.1–5.1.9). */
export const CLOSING = "。，、；：？！”’）》〉」』】〕］｝·…—～%‰℃.,;:?!)]}／/";
/** Marks that may not end a line (GB/T 15834-2011, 5.1.3). */
export const OPENING = "“‘（《〈「『【〔［｛([{￥$";

const FULL_WIDTH_CLOSING = new Set("。，、；：？！”’）》〉」』】〕］｝");
const FULL_WIDTH_OPENING = new Set("“‘（《〈「『【〔［｛");
/** Signs that cling to the numeral before them. */
const NUMERAL_SIGNS = new Set("%‰℃％");

/** Widths of half-width characters, measured in newspapers' and browsers' faces. */
const DIGIT_EM = 0.54;
const LATIN_EM = 0.58;
const ASCII_EM = 0.4;
/** A blank that the text keeps: from ¼ em (a browser's) to 1 em (a typesetter's). */
const BLANK_EM = 0.5;
/** A pair of adjacent full-width marks is set half an em narrower. */
const PAIR_EM = 0.5;

/** What a character counts for in a width. */
export const WIDTH_CLASS = {
  other: 0,
  digit: 1,
  latin: 2,
  ascii: 3,
  blank: 4,
  full: 5,
  closing: 6,
  opening: 7,
} as const;
type WidthClass = (typeof WIDTH_CLASS)[keyof typeof WIDTH_CLASS];

/** The class of every UTF-16 code unit, worked out once: widths are asked for at every character of a page. */
const CLASSES = classTable();

function classTable(): Uint8Array {
  const table = new Uint8Array(65536).fill(WIDTH_CLASS.full);
  for (let code = 0; code < 0x2000; code += 1) {
    const char = String.fromCharCode(code);
    if (code >= 0x30 && code <= 0x39) table[code] = WIDTH_CLASS.digit;
    else if (/[A-Za-z\u00c0-\u024f]/.test(char)) table[code] = WIDTH_CLASS.latin;
    else if (!isWhiteSpace(char)) table[code] = WIDTH_CLASS.ascii;
  }
  table.fill(WIDTH_CLASS.other, 0xdc00, 0xe000);
  for (const char of FULL_WIDTH_CLOSING) table[char.charCodeAt(0)] = WIDTH_CLASS.closing;
  for (const char of FULL_WIDTH_OPENING) table[char.charCodeAt(0)] = WIDTH_CLASS.opening;
  for (const char of "\t\n\v\f\r \u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\u200b\ufeff")
    table[char.charCodeAt(0)] = WIDTH_CLASS.blank;
  table.fill(WIDTH_CLASS.blank, 0x2000, 0x200b);
  return table;
}

/** Which UTF-16 code units may not open a line, and which may not end one. */
const NO_OPENERS = unitsOf(CLOSING);
const NO_ENDERS = unitsOf(OPENING);

function unitsOf(marks: string): Uint8Array {
  const table = new Uint8Array(65536);
  for (const mark of marks) table[mark.charCodeAt(0)] = 1;
  return table;
}

/** The class of the UTF-16 code unit at an index; `full` where there is none. */
export function widthClassAt(text: string, index: number): WidthClass {
  return (CLASSES[text.charCodeAt(index)] ?? WIDTH_CLASS.full) as WidthClass;
}

export interface LineWidth {
  /** Natural width in em, without the gaps beside numerals. */
  readonly em: number;
  /** How often a numeral or Latin word stands beside a full-width character: there the page's number gap is set. */
  readonly numberBorders: number;
  /** How many full-width marks a typesetter may squeeze, by half an em each. */
  readonly squeezable: number;
  /** How many blanks the text keeps; their width is uncertain. */
  readonly blanks: number;
}

const EM_OF_CLASS = [0, DIGIT_EM, LATIN_EM, ASCII_EM, 0, 1, 1, 1];

/**
 * The width of a line's text. Blanks beside numerals count nothing, nor do those of a line that was stretched with blanks,
 * see {@link isSpacedOut}.
 */
export function widthOf(text: string, justified = isSpacedOut(text)): LineWidth {
  let em = 0;
  let numberBorders = 0;
  let squeezable = 0;
  let blanks = 0;
  let before: WidthClass = WIDTH_CLASS.blank;
  let pendingBlank: number = 0;
  for (let i = 0; i < text.length; i += 1) {
    const now = widthClassAt(text, i);
    if (now === WIDTH_CLASS.blank) {
      pendingBlank = text.charCodeAt(i) === 0x3000 ? 1 : Math.max(pendingBlank, BLANK_EM);
      continue;
    }
    const numeral = now === WIDTH_CLASS.digit || now === WIDTH_CLASS.latin;
    const numeralBefore = before === WIDTH_CLASS.digit || before === WIDTH_CLASS.latin;
    if ((numeral && before === WIDTH_CLASS.full) || (numeralBefore && now === WIDTH_CLASS.full)) numberBorders += 1;
    else if (pendingBlank > 0 && before !== WIDTH_CLASS.blank && !justified) {
      em += pendingBlank;
      blanks += 1;
    }
    pendingBlank = 0;
    em += EM_OF_CLASS[now] ?? 1;
    if (now === WIDTH_CLASS.closing || now === WIDTH_CLASS.opening) {
      squeezable += 1;
      if (isPair(before, now)) em -= PAIR_EM;
    }
    before = now;
  }
  return { em, numberBorders, squeezable, blanks };
}

/** Whether two adjacent full-width marks are set closer, as all are but an opening mark before a closing one. */
function isPair(before: WidthClass, now: WidthClass): boolean {
  if (before === WIDTH_CLASS.closing) return now === WIDTH_CLASS.closing || now === WIDTH_CLASS.opening;
  return before === WIDTH_CLASS.opening && now === WIDTH_CLASS.opening;
}

/** How much narrower two pieces of a line are side by side than apart, in em: a pair of marks is set closer. */
export function pairGain(left: string, right: string): number {
  return isPair(widthClassAt(left, left.length - 1), widthClassAt(right, 0)) ? PAIR_EM : 0;
}

/** Whether a line was stretched to the measure: it has blanks between most of its characters. */
export function isSpacedOut(text: string): boolean {
  let blanks = 0;
  let borders = 0;
  let before: WidthClass = WIDTH_CLASS.blank;
  let pending = false;
  for (let i = 0; i < text.length; i += 1) {
    const now = widthClassAt(text, i);
    if (now === WIDTH_CLASS.blank) {
      pending = true;
      continue;
    }
    if (before === WIDTH_CLASS.full && now === WIDTH_CLASS.full) {
      borders += 1;
      if (pending) blanks += 1;
    }
    before = now;
    pending = false;
  }
  return blanks >= 4 && blanks >= borders * 0.6;
}

/**
 * Width in em of the first unit that a typesetter keeps whole at the head of a text: a Han character with the marks
 * that may not open a line, opening marks with what they open, a numeral with its sign, a Latin word, —— and ……
 */
export function firstUnitOf(text: string): number {
  let i = 0;
  const skipBlanks = (): void => {
    while (i < text.length && widthClassAt(text, i) === WIDTH_CLASS.blank) i += 1;
  };
  skipBlanks();
  let em = 0;
  while (i < text.length && NO_ENDERS[text.charCodeAt(i)] === 1) {
    em += EM_OF_CLASS[widthClassAt(text, i)] ?? 1;
    i += 1;
  }
  const head = widthClassAt(text, i);
  if (head === WIDTH_CLASS.digit || head === WIDTH_CLASS.latin || head === WIDTH_CLASS.ascii) {
    while (i < text.length && isRunOfAscii(text, i)) {
      em += EM_OF_CLASS[widthClassAt(text, i)] ?? 0;
      i += 1;
    }
    const afterRun = i;
    skipBlanks();
    if (!NUMERAL_SIGNS.has(text[i] ?? "")) i = afterRun;
  } else if (text[i] === "—" || text[i] === "…") {
    const mark = text[i];
    while (text[i] === mark) {
      em += 1;
      i += 1;
    }
    return em;
  } else if (i < text.length) {
    em += 1;
    i += text.codePointAt(i) === text.charCodeAt(i) ? 1 : 2;
  }
  while (i < text.length && NO_OPENERS[text.charCodeAt(i)] === 1) {
    em += EM_OF_CLASS[widthClassAt(text, i)] ?? 1;
    if (isPair(widthClassAt(text, i - 1), widthClassAt(text, i))) em -= PAIR_EM;
    i += 1;
  }
  return em;
}

function isRunOfAscii(text: string, i: number): boolean {
  const now = widthClassAt(text, i);
  return (
    now === WIDTH_CLASS.digit ||
    now === WIDTH_CLASS.latin ||
    (now === WIDTH_CLASS.ascii && NO_ENDERS[text.charCodeAt(i)] !== 1)
  );
}

/** Whether the text opens with a mark that may not open a line, so that it is a piece of the line before it. */
export function opensWithClosingMark(text: string): boolean {
  return widthClassAt(text, 0) === WIDTH_CLASS.closing;
}

/** Whether the text ends with a full-width closing mark, which may hang over the measure by half an em. */
export function endsWithClosingMark(text: string): boolean {
  return widthClassAt(text, text.length - 1) === WIDTH_CLASS.closing;
}
