/** The only file that turns offsets into protocol positions and back. */

import { indexAtOffset, type Page, type Span, type TextEdit } from "./text.ts";

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
export function positionsOf({ lines, text }: Pick<Page, "lines" | "text">): Positions {
  const position = (offset: number): Position => {
    const line = lines[Math.max(0, indexAtOffset(lines, offset))];
    if (!line) return { line: 0, character: 0 };
    return { line: line.index, character: Math.max(0, Math.min(offset, line.end) - line.start) };
  };
  const range = (span: Span): Range => ({ start: position(span.start), end: position(span.end) });
  const offset = (at: Position): number => {
    if (at.line < 0) return 0;
    const line = lines[at.line];
    return line ? Math.min(line.start + Math.max(0, at.character), line.end) : text.length;
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
