/** What a page is made of: UTF-16 offsets, spans, lines, edits, and the classes of its characters. */

/** A half-open range of UTF-16 offsets into a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text of `[start, end)` becomes `newText`. */
export interface TextEdit extends Span {
  readonly newText: string;
}

/** One line of a page. `start`…`end` leaves the line break out; `next` is where the next line starts. */
export interface Line extends Span {
  readonly index: number;
  readonly text: string;
  readonly next: number;
}

/** A page as lines; `eol` is the line break the page uses most. */
export interface Page {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly eol: "\n" | "\r\n" | "\r";
  /** More of its text follows, so that its end is not the text's. */
  readonly followed?: boolean;
}

/** Line breaks as the Language Server Protocol counts them: CRLF, LF, CR. */
const LINE_BREAK = /\r\n|\n|\r/g;

/** Splits a text into its lines; a text that ends in a line break has an empty last line, as an editor shows it. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const match of text.matchAll(LINE_BREAK)) {
    const next = match.index + match[0].length;
    lines.push({ index: lines.length, start, end: match.index, text: text.slice(start, match.index), next });
    start = next;
  }
  lines.push({ index: lines.length, start, end: text.length, text: text.slice(start), next: text.length });
  return lines;
}

/** The line break the text uses most (`\n` where it has none). */
export function lineBreakOf(text: string): "\n" | "\r\n" | "\r" {
  if (!text.includes("\r")) return "\n";
  const counts = { "\r\n": 0, "\n": 0, "\r": 0 };
  for (const [br] of text.matchAll(LINE_BREAK)) counts[br as keyof typeof counts] += 1;
  if (counts["\r\n"] > counts["\n"] && counts["\r\n"] >= counts["\r"]) return "\r\n";
  return counts["\r"] > counts["\n"] ? "\r" : "\n";
}

/** Where two versions of a text differ: what stands before `start`, and after each one's end, is the same in both. */
export interface Change {
  readonly start: number;
  readonly endBefore: number;
  readonly endAfter: number;
}

/** So many UTF-16 units are compared at once, which is faster by far than one by one. */
const COMPARED = 4096;

/** The least stretch in which two versions of a text differ. */
export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start + COMPARED <= shorter && before.slice(start, start + COMPARED) === after.slice(start, start + COMPARED))
    start += COMPARED;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let [endBefore, endAfter] = [before.length, after.length];
  const left = (): number => Math.min(endBefore, endAfter) - start;
  while (
    left() >= COMPARED &&
    before.slice(endBefore - COMPARED, endBefore) === after.slice(endAfter - COMPARED, endAfter)
  ) {
    endBefore -= COMPARED;
    endAfter -= COMPARED;
  }
  while (left() > 0 && before.charCodeAt(endBefore - 1) === after.charCodeAt(endAfter - 1)) {
    endBefore -= 1;
    endAfter -= 1;
  }
  return { start, endBefore, endAfter };
}

/** The page of a text. */
export function pageOf(text: string): Page {
  return { text, lines: splitLines(text), eol: lineBreakOf(text) };
}

/** Index of the last item of an ascending list whose `start` is at or before the offset; -1 where none is. */
export function indexAtOffset(items: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Applies edits to a text. Edits are given in any order; equal edits count once. Of two edits that overlap the
 * later one is left out, so the result is always defined.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let done = 0;
  let last: TextEdit | undefined;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < done || (last && sameEdit(last, edit))) continue;
    parts.push(text.slice(done, edit.start), edit.newText);
    done = edit.end;
    last = edit;
  }
  parts.push(text.slice(done));
  return parts.join("");
}

function sameEdit(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start && a.end === b.end && a.newText === b.newText;
}

/**
 * White space as invariant 1 counts it: Unicode White_Space, the zero-width space and the BOM. It is all that a safe
 * fix may add or remove.
 */
export function isWhiteSpace(char: string): boolean {
  return /^[\p{White_Space}\u200b\ufeff]$/u.test(char);
}

/** Whether white space stands at a UTF-16 offset; none of it takes more than one unit. */
export function isWhiteSpaceAt(text: string, offset: number): boolean {
  return WHITE_UNITS[text.charCodeAt(offset)] === 1;
}

const WHITE_UNITS = whiteUnits();

function whiteUnits(): Uint8Array {
  const units = new Uint8Array(65536);
  for (const [from, to] of [
    [0, 0x3001],
    [0xfeff, 0xff00],
  ] as const)
    for (let unit = from; unit < to; unit += 1) if (isWhiteSpace(String.fromCharCode(unit))) units[unit] = 1;
  return units;
}

/** One character of the class of {@link isWhiteSpace}, for building patterns. */
export const WHITE_SPACE = "[\\p{White_Space}\\u200b\\ufeff]";

const WHITE_SPACE_RUN = new RegExp(`${WHITE_SPACE}+`, "gu");

/** The text without any white space: what invariant 1 keeps the same. */
export function withoutWhiteSpace(text: string): string {
  return text.replace(WHITE_SPACE_RUN, "");
}

/** The text before an offset, at most `length` code units of it. */
export function before(text: string, at: number, length: number): string {
  return text.slice(Math.max(0, at - length), at);
}

/** How many characters (code points) a text has, white space left out. */
export function characterCount(text: string): number {
  const solid = withoutWhiteSpace(text);
  return solid.length - (solid.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}
