/** How wide a text was set, in em, and how wide its first unbreakable unit is: the physics of a line end. */

import { isWhiteSpace } from "../text/text.ts";

/** Marks that may not open a line (GB/T 15834-2011, 5.1.1–5.1.9). */
export const CLOSING = "。，、；：？！”’）》〉」』】〕］｝·…—～%‰℃.,;:?!)]}／/";
/** Marks that may not end a line (GB/T 15834-2011, 5.1.3). */
export const OPENING = "“‘（《〈「『【〔［｛([{￥$";

const FULL_WIDTH_CLOSING = new Set("。，、；：？！”’）》〉」』】〕］｝");
const FULL_WIDTH_OPENING = new Set("“‘（《〈「『【〔［｛");
const CLOSING_SET = new Set(CLOSING);
const OPENING_SET = new Set(OPENING);
/** Signs that cling to the numeral before them. */
const NUMERAL_SIGNS = new Set("%‰℃％");

/** Measured in newspapers' and browsers' faces: a digit 0.54 em, a Latin letter 0.58 em, other ASCII about half. */
const DIGIT_EM = 0.54;
const LATIN_EM = 0.58;
const ASCII_EM = 0.4;
/** A blank that the text keeps: from ¼ em (a browser's) to 1 em (a typesetter's). */
const BLANK_EM = 0.5;
/** A pair of adjacent full-width marks is set half an em narrower. */
const PAIR_EM = 0.5;

export const CLASS = { other: 0, digit: 1, latin: 2, ascii: 3, blank: 4, full: 5, closing: 6, opening: 7 } as const;
type CharClass = (typeof CLASS)[keyof typeof CLASS];

/** The class of every UTF-16 code unit, worked out once: widths are asked for at every character of a page. */
const CLASSES = classTable();

function classTable(): Uint8Array {
  const table = new Uint8Array(65536).fill(CLASS.full);
  for (let code = 0; code < 65536; code += 1) {
    const char = String.fromCharCode(code);
    if (code >= 0x30 && code <= 0x39) table[code] = CLASS.digit;
    else if (/[A-Za-z\u00c0-\u024f]/.test(char)) table[code] = CLASS.latin;
    else if (code < 0x2000 && !isWhiteSpace(char)) table[code] = CLASS.ascii;
    else if (code >= 0xdc00 && code <= 0xdfff) table[code] = CLASS.other;
    else if (FULL_WIDTH_CLOSING.has(char)) table[code] = CLASS.closing;
    else if (FULL_WIDTH_OPENING.has(char)) table[code] = CLASS.opening;
  }
  for (const char of "\t\n\v\f\r \u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\u200b\ufeff")
    table[char.charCodeAt(0)] = CLASS.blank;
  for (let code = 0x2000; code <= 0x200a; code += 1) table[code] = CLASS.blank;
  return table;
}

/** The class of the code unit at an index. */
export function classAt(text: string, index: number): CharClass {
  return (CLASSES[text.charCodeAt(index)] ?? CLASS.full) as CharClass;
}

export interface LineWidth {
  /** Natural width in em, without the gaps beside numerals. */
  readonly em: number;
  /** Borders between a numeral or Latin word and a full-width character: each takes the page's number gap. */
  readonly numberBorders: number;
  /** Full-width marks that a typesetter may squeeze by half an em each. */
  readonly squeezable: number;
  /** Blanks the text keeps, of uncertain width. */
  readonly blanks: number;
}

const EM_OF_CLASS = [0, DIGIT_EM, LATIN_EM, ASCII_EM, 0, 1, 1, 1];

/** The width of a line's text. Blanks beside numerals and between all the characters of a justified line count nothing. */
export function widthOf(text: string): LineWidth {
  const justified = isSpacedOut(text);
  let em = 0;
  let numberBorders = 0;
  let squeezable = 0;
  let blanks = 0;
  let before: CharClass = CLASS.blank;
  let pendingBlank: number = 0;
  for (let i = 0; i < text.length; i += 1) {
    const now = classAt(text, i);
    if (now === CLASS.blank) {
      pendingBlank = text.charCodeAt(i) === 0x3000 ? 1 : Math.max(pendingBlank, BLANK_EM);
      continue;
    }
    const numeral = now === CLASS.digit || now === CLASS.latin;
    const numeralBefore = before === CLASS.digit || before === CLASS.latin;
    if ((numeral && before === CLASS.full) || (numeralBefore && now === CLASS.full)) numberBorders += 1;
    else if (pendingBlank > 0 && before !== CLASS.blank && !justified) {
      em += pendingBlank;
      blanks += 1;
    }
    pendingBlank = 0;
    em += EM_OF_CLASS[now] ?? 1;
    if (now === CLASS.closing || now === CLASS.opening) {
      squeezable += 1;
      if (isPair(before, now)) em -= PAIR_EM;
    }
    before = now;
  }
  return { em, numberBorders, squeezable, blanks };
}

/** Whether two adjacent full-width marks are set closer: anything but an opening mark followed by a closing one. */
function isPair(before: CharClass, now: CharClass): boolean {
  if (before === CLASS.closing) return now === CLASS.closing || now === CLASS.opening;
  return before === CLASS.opening && now === CLASS.opening;
}

/** How much narrower two line pieces are when they stand side by side (0 or half an em). */
export function pairGain(left: string, right: string): number {
  return isPair(classAt(left, left.length - 1), classAt(right, 0)) ? PAIR_EM : 0;
}

/** Whether a line has blanks between most of its characters: it was stretched to the measure. */
export function isSpacedOut(text: string): boolean {
  let blanks = 0;
  let borders = 0;
  let before: CharClass = CLASS.blank;
  let pending = false;
  for (let i = 0; i < text.length; i += 1) {
    const now = classAt(text, i);
    if (now === CLASS.blank) {
      pending = true;
      continue;
    }
    if (before === CLASS.full && now === CLASS.full) {
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
    while (i < text.length && classAt(text, i) === CLASS.blank) i += 1;
  };
  skipBlanks();
  let em = 0;
  while (i < text.length && OPENING_SET.has(text[i] ?? "")) {
    em += EM_OF_CLASS[classAt(text, i)] ?? 1;
    i += 1;
  }
  const head = classAt(text, i);
  if (head === CLASS.digit || head === CLASS.latin || head === CLASS.ascii) {
    while (i < text.length && isRunOfAscii(text, i)) {
      em += EM_OF_CLASS[classAt(text, i)] ?? 0;
      i += 1;
    }
    const at = i;
    skipBlanks();
    if (!NUMERAL_SIGNS.has(text[i] ?? "")) i = at;
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
  while (i < text.length && CLOSING_SET.has(text[i] ?? "")) {
    em += EM_OF_CLASS[classAt(text, i)] ?? 1;
    if (isPair(classAt(text, i - 1), classAt(text, i))) em -= PAIR_EM;
    i += 1;
  }
  return em;
}

function isRunOfAscii(text: string, i: number): boolean {
  const now = classAt(text, i);
  return now === CLASS.digit || now === CLASS.latin || (now === CLASS.ascii && !OPENING_SET.has(text[i] ?? ""));
}

/** Whether the text opens with a mark that may not open a line: it is a piece of the line before it. */
export function opensWithClosingMark(text: string): boolean {
  return FULL_WIDTH_CLOSING.has(text[0] ?? "");
}

/** Whether the text ends with a full-width closing mark, which may hang over the measure by half an em. */
export function endsWithClosingMark(text: string): boolean {
  return FULL_WIDTH_CLOSING.has(text.at(-1) ?? "");
}
