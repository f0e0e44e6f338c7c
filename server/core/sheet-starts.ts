/**
 * Cuts a long text into sheets, each laid out and read as a page of its own. A page of a newspaper has 3,000 to 20,000
 * characters; a longer text is several of them, and no habit of one holds for all.
 */

import { standFor } from "./tables/look-alike.ts";
import { isWhiteSpaceAt } from "./text/text.ts";

/** A text of no more characters than this is one page. Characters are UTF-16 units without white space, here and below. */
export const LONGEST_PAGE = 24_000;
/** A sheet has so many characters at least and, where a line ends in time, at most twice as many. */
export const SHEET = 6_000;

/** What speaks for an end of a sheet behind a line: nothing, the end of a sentence, two blank lines or more, a page's end. */
const END = { line: 0, sentence: 1, blankLines: 2, page: 3 } as const;

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
    if (counted >= SHEET && last < i - 1) {
      const end = endBetween(text, last, i);
      if (end !== undefined) best = better(best, candidateAt(text, { last, next: i, end, counted }));
    }
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

/** What speaks for an end of a sheet between two characters with white space between them; `undefined` on one line. */
function endBetween(text: string, last: number, next: number): number | undefined {
  let breaks = 0;
  let pageEnds = false;
  for (let i = last + 1; i < next; i += 1) {
    const code = text.charCodeAt(i);
    if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) breaks += 1;
    else if (code === FORM_FEED) pageEnds = true;
  }
  if (breaks === 0) return undefined;
  if (pageEnds) return END.page;
  if (breaks > 2) return END.blankLines;
  return classAt(text, last) === CLASS.stop ? END.sentence : END.line;
}

const LF = 10;
const FORM_FEED = 12;
const CR = 13;

/** The place between the last character of a line and the first one of the next line that is not blank. */
function candidateAt(
  text: string,
  { last, next, end, counted }: Pick<Candidate, "end" | "counted"> & { readonly last: number; readonly next: number },
): Candidate {
  let start = next;
  while (text.charCodeAt(start - 1) !== LF && text.charCodeAt(start - 1) !== CR) start -= 1;
  return { start, counted, end, sign: signOf(text, last, next) };
}

/** The one for which more speaks; of equals the one with the greater sign, and of these the first. */
function better(best: Candidate | undefined, other: Candidate): Candidate {
  if (!best || other.end > best.end) return other;
  return other.end === best.end && other.sign > best.sign ? other : best;
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
