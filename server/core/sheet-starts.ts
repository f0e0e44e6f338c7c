/**
 * Cuts a long text into sheets, each laid out and read as a page of its own. A page of a newspaper has 3,000 to 20,000
 * characters; a longer text is several of them, and no habit of one holds for all.
 */

import { standFor } from "./tables/look-alike.ts";
import { isWhiteSpaceAt } from "./text/text.ts";

/** A text of no more characters than this is one page. Characters are UTF-16 units without white space, here and below. */
export const LONGEST_PAGE = 24_000;
/** A sheet has so many characters at least and, where a line ends in time, at most twice as many. */
export const SHEET = 4_000;

/** What speaks for the end of a sheet between two lines: nothing, the end of a sentence, a folio that comes next. */
const END = { line: 0, sentence: 1, page: 2 } as const;

/** White space, the ends of sentences and of what quotes them, and Han characters, by UTF-16 unit. */
const CLASS = { other: 0, blank: 1, stop: 2, han: 3, maybeLookalike: 4 } as const;
const CLASSES = classTable();

function classTable(): Uint8Array {
  const table = new Uint8Array(65536);
  for (let code = 0; code < table.length; code += 1)
    if (isWhiteSpaceAt(String.fromCharCode(code), 0)) table[code] = CLASS.blank;
  for (const stop of "。！？…”’）") table[stop.charCodeAt(0)] = CLASS.stop;
  table.fill(CLASS.han, 0x4e00, 0xa000);
  table.fill(CLASS.maybeLookalike, 0x2e80, 0x2fe0);
  table.fill(CLASS.maybeLookalike, 0xf900, 0xfb00);
  return table;
}

function classAt(text: string, index: number): number {
  return CLASSES[text.charCodeAt(index)] ?? CLASS.other;
}

/** A place where a sheet may begin. */
interface Candidate {
  readonly start: number;
  /** Characters of the sheet before it. */
  readonly counted: number;
  /** What speaks for it, one of {@link END}; of equals the one with the greater sign. */
  readonly end: number;
  readonly sign: number;
}

/**
 * Where the sheets of a text begin (UTF-16 offsets, ascending, the first 0): each but the first with a line that is not
 * blank. What decides is the text round each place, so that an edit moves only the places near it; and it is nothing that a
 * safe fix changes, so that the fixed text has the same sheets.
 */
export function sheetStartsOf(text: string): number[] {
  const starts = [0];
  if (text.length <= LONGEST_PAGE || charactersIn(text) <= LONGEST_PAGE) return starts;
  let counted = 0;
  let best: Candidate | undefined;
  let last = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (classAt(text, i) === CLASS.blank) continue;
    if (best && counted > 2 * SHEET) {
      starts.push(best.start);
      counted -= best.counted;
      best = undefined;
    }
    if (counted >= SHEET && last < i - 1 && isLineEnd(text, last, i)) best = better(text, best, last, i, counted);
    counted += 1;
    last = i;
  }
  return starts;
}

function charactersIn(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) if (classAt(text, i) !== CLASS.blank) count += 1;
  return count;
}

/** Whether a line ends between two characters with nothing but white space between them. */
function isLineEnd(text: string, last: number, next: number): boolean {
  for (let i = last + 1; i < next; i += 1) if (isLineBreak(text.charCodeAt(i))) return true;
  return false;
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}

/** How many characters tell whether a folio comes next. */
const FOLIO = 16;
/** 第3版, 3版, A03版, 2026年8月16日星期日, without their blanks. */
const OPENS_PAGE =
  /^(?:第[0-9一二三四五六七八九十]{1,3}版|[A-Z]?[0-9]{1,3}版|[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日(?:星期|第))/;

function endBetween(text: string, last: number, next: number): number {
  const code = text.charCodeAt(next);
  if (code === 0x7b2c || code < 0x80 || code >= 0xff10) {
    let opening = "";
    for (let i = next; opening.length < FOLIO && i < text.length; i += 1)
      if (classAt(text, i) !== CLASS.blank) opening += standFor(text.charAt(i));
    if (OPENS_PAGE.test(opening)) return END.page;
  }
  return classAt(text, last) === CLASS.stop ? END.sentence : END.line;
}

/**
 * The place between the last character of a line and the first one of the next line that is not blank, or the best one so
 * far: that for which more speaks, of equals the one with the greater sign, and of these the first.
 */
function better(
  text: string,
  best: Candidate | undefined,
  last: number,
  next: number,
  counted: number,
): Candidate | undefined {
  const end = endBetween(text, last, next);
  if (best && end < best.end) return best;
  const sign = signOf(text, last, next);
  if (best && end === best.end && sign <= best.sign) return best;
  let start = next;
  while (!isLineBreak(text.charCodeAt(start - 1))) start -= 1;
  return { start, counted, end, sign };
}

/** So many characters on either side of a place make its sign. */
const AROUND = 8;

/** A number that the Han characters round a place give, as good as random; look-alikes count as what they stand for. */
function signOf(text: string, last: number, next: number): number {
  let sign = 0x811c9dc5;
  for (const [from, step] of [
    [last, -1],
    [next, 1],
  ] as const) {
    let seen = 0;
    for (let i = from; seen < AROUND && i >= 0 && i < text.length; i += step) {
      const of = classAt(text, i);
      if (of === CLASS.blank) continue;
      seen += 1;
      const code = of === CLASS.maybeLookalike ? (standFor(text.charAt(i)).codePointAt(0) ?? 0) : text.charCodeAt(i);
      if (CLASSES[code] === CLASS.han) sign = Math.imul(sign ^ code, 0x01000193);
    }
  }
  // The low bits of such a product hang on the last characters only.
  return (sign ^ (sign >>> 15)) >>> 0;
}
