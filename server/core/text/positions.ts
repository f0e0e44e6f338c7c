/** The only file that turns offsets into protocol positions and back. */

import type { Page, Span, TextEdit } from "./text.ts";

/** A place as the protocol counts: zero-based line, UTF-16 code units into it. */
export interface Position {
  line: number;
  character: number;
}

/** From a position up to another one, which is not in it. */
export interface Range {
  start: Position;
  end: Position;
}

/** An edit as the protocol has it. */
export interface RangeEdit {
  range: Range;
  newText: string;
}

/** Where the offsets of one page (UTF-16 code units) stand as positions of the protocol, and the other way. */
export interface Positions {
  /** The position of an offset; one inside a line break is the end of its line. */
  position(offset: number): Position;
  range(span: Span): Range;
  edit(edit: TextEdit): RangeEdit;
  /** The offset of a position; beyond the line's or the page's end, that end. */
  offset(position: Position): number;
  /** The span of a range; a range given from back to front counts the same. */
  span(range: Range): Span;
}

/** The positions of a page. */
export function positionsOf(page: Pick<Page, "text">): Positions {
  const { text } = page;
  const starts = lineStartsOf(page);
  const endOf = (line: number): number => {
    const next = starts[line + 1];
    if (next === undefined) return text.length;
    return text.charCodeAt(next - 2) === CR && text.charCodeAt(next - 1) === LF ? next - 2 : next - 1;
  };
  const position = (offset: number): Position => {
    const line = lineAt(starts, offset);
    const start = starts[line] ?? 0;
    return { line, character: Math.max(0, Math.min(offset, endOf(line)) - start) };
  };
  const range = (span: Span): Range => ({ start: position(span.start), end: position(span.end) });
  const offset = (at: Position): number => {
    if (at.line < 0) return 0;
    const start = starts[at.line];
    return start === undefined ? text.length : Math.min(start + Math.max(0, at.character), endOf(at.line));
  };
  return {
    position,
    range,
    edit: (edit) => ({ range: range(edit), newText: edit.newText }),
    offset,
    span(given) {
      const [a, b] = [offset(given.start), offset(given.end)];
      return { start: Math.min(a, b), end: Math.max(a, b) };
    },
  };
}

const LF = 10;
const CR = 13;

/** Where each line of a page starts, looked for once: every answer about a page needs it. */
const LINE_STARTS = new WeakMap<object, Int32Array>();

function lineStartsOf(page: Pick<Page, "text">): Int32Array {
  const known = LINE_STARTS.get(page);
  if (known) return known;
  const { text } = page;
  const starts = [0];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
  }
  const found = Int32Array.from(starts);
  LINE_STARTS.set(page, found);
  return found;
}

/** The line in which an offset stands; the first one for those before it. */
function lineAt(starts: Int32Array, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
