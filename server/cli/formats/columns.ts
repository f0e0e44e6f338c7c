/** Columns and widths as people at a terminal count them. */

import { eastAsianWidth } from "get-east-asian-width";
import type { Page } from "../../core/text/text.ts";

interface Place {
  /** From 0. */
  readonly line: number;
  /** UTF-16 code units from the start of the line. */
  readonly character: number;
}

/**
 * The columns of a page's places, counted in characters from 1; an astral character is one. Quick for places that are
 * asked for in page order, even on one endless line.
 */
export function columnsOf({ lines }: Page): (place: Place) => number {
  let last = { line: -1, character: 0, column: 1 };
  return ({ line, character }) => {
    const from = last.line === line && last.character <= character ? last : { line, character: 0, column: 1 };
    const between = lines[line]?.text.slice(from.character, character) ?? "";
    last = { line, character, column: from.column + lengthOf(between) };
    return last.column;
  };
}

function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** Columns of a terminal that a text takes up: two for a Han character. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) if (!INVISIBLE.test(char)) width += eastAsianWidth(char.codePointAt(0) ?? 0);
  return width;
}

const INVISIBLE = /^[\p{Mn}\p{Cf}\p{Cc}]$/u;

/** The width of the widest text; 0 where there is none. */
export function widestOf(texts: readonly string[]): number {
  return texts.reduce((widest, text) => Math.max(widest, widthOf(text)), 0);
}

/** The text with blanks after it, up to a width. */
export function padTo(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}
