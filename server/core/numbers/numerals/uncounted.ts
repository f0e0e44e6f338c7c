/** Where a numeral counts nothing: in idioms, identifiers, and names in quotation marks. */

import { NUMERAL_WORDS } from "../../tables/numeral-words.ts";
import type { Span } from "../../text/text.ts";
import { isDigit } from "./match.ts";

const WORDS = byOpening(NUMERAL_WORDS);

/** Where the word ends that begins with a numeral at an offset and counts nothing (一心一意); undefined where none begins. */
export function uncountedWordEnd(text: string, at: number): number | undefined {
  const word = WORDS.get(text.slice(at, at + 2))?.find((candidate) => text.startsWith(candidate, at));
  return word ? at + word.length : undefined;
}

/** Whether the digits at an offset belong to an identifier: `G209`, `K1+200`, `1.2.3`, `PM2.5`. */
export function inIdentifier(text: string, at: number): boolean {
  if (!isDigit(text.charCodeAt(at))) return false;
  const before = text[at - 1] ?? "";
  if (/[A-Za-z_#@]/.test(before)) return true;
  if (before === "+") return /[A-Za-z]\d{1,4}\+$/.test(text.slice(Math.max(0, at - 6), at));
  if (before === "." || before === "/" || before === "-")
    return isDigit(text.charCodeAt(at - 2)) || /[A-Za-z]/.test(text[at - 2] ?? "");
  return isDigit(before.charCodeAt(0));
}

/**
 * Whether a span stands in a short quotation or in a book title, where a Chinese numeral is part of a name: `“三张网”`,
 * `《三国演义》`.
 */
export function inQuotedName(text: string, start: number, end: number): boolean {
  return QUOTATIONS.some((marks) => isEnclosed(text, { start, end }, marks));
}

interface Marks {
  readonly open: string;
  readonly close: string;
  /** The most characters between the two. */
  readonly longest: number;
}

const QUOTATIONS: readonly Marks[] = [
  { open: "“", close: "”", longest: 10 },
  { open: "《", close: "》", longest: 24 },
];

function isEnclosed(text: string, { start, end }: Span, { open, close, longest }: Marks): boolean {
  const before = text.slice(Math.max(0, start - longest), start);
  const opens = before.lastIndexOf(open);
  if (opens < 0 || before.includes(close, opens)) return false;
  const after = text.slice(end, end + longest);
  const closes = after.indexOf(close);
  return closes >= 0 && before.length - opens - 1 + (end - start) + closes <= longest;
}

/** Words by their first two characters, the longest first; none is shorter. */
function byOpening(words: readonly string[]): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const word of words) index.set(word.slice(0, 2), [...(index.get(word.slice(0, 2)) ?? []), word]);
  for (const list of index.values()) list.sort((a, b) => b.length - a.length);
  return index;
}
