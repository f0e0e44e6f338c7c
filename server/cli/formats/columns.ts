/** Columns and widths as people at a terminal count them. */

import { eastAsianWidth } from "get-east-asian-width";
import type { Analysis } from "../../core/analyze.ts";

/** The column of a protocol position, counted in characters from 1; an astral character is one. */
export function columnOf({ page }: Analysis, position: { readonly line: number; readonly character: number }): number {
  return [...(page.lines[position.line]?.text.slice(0, position.character) ?? "")].length + 1;
}

/** Columns of a terminal that a text takes up: two for a Han character. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) if (!/^[\p{Mn}\p{Cf}\p{Cc}]$/u.test(char)) width += eastAsianWidth(char.codePointAt(0) ?? 0);
  return width;
}

/** The text with blanks after it, up to a width. */
export function padTo(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}
