/** What of a line's head belongs to the figure that the line before it ends in: more digits, a magnitude, a unit. */

import { makesOtherWord, UNIT_TABLE, type UnitWord } from "../tables/units.ts";

/** The words that can be a unit at the head of a line, by their first character, longest first. */
const AT_HEAD = new Map<string, UnitWord[]>();
for (const entry of UNIT_TABLE) {
  const first = entry.word.charAt(0);
  // After a figure a Latin unit keeps its blank, and the signs before an amount begin a figure.
  if (entry.atHead === "never" || entry.kind === "prefix" || /[A-Za-zμµ]/u.test(first)) continue;
  AT_HEAD.set(first, [...(AT_HEAD.get(first) ?? []), entry]);
}
for (const entries of AT_HEAD.values()) entries.sort((a, b) => b.word.length - a.word.length);

/** The unit that the head of a line can be: its longest, unless the line goes on to another word. */
export function unitAtHead(line: string): UnitWord | undefined {
  const unit = AT_HEAD.get(line.charAt(0))?.find(({ word }) => line.startsWith(word));
  return unit && !makesOtherWord(unit.word, line, unit.word.length) ? unit : undefined;
}

const DIGITS = /^(?:[\d０-９]+(?:[.,．，][\d０-９]+)*|[.,]\d+)/u;
const MAGNITUDE = /^(?:[十百千万亿]+[余多]?|[余多])/u;

/**
 * What of the next line goes on with a figure, inside a paragraph: `亿元` of 200|亿元投资, `毫升` of 12|毫升.
 * @param figure the digits and magnitudes that the line ends in, without blanks
 */
export function restOfNumber(figure: string, next: string): string | undefined {
  const digits = DIGITS.exec(next)?.[0];
  if (digits) return digits;
  // `3.` numbers a paragraph.
  if (!/[\p{Nd}十百千万亿]$/u.test(figure)) return undefined;
  const unit = unitAtHead(next);
  if (unit && !(unit.atHead === "everyday" && isYear(figure))) return unit.word;
  const magnitude = MAGNITUDE.exec(next)?.[0];
  if (!magnitude) return undefined;
  const counted = unitAtHead(next.slice(magnitude.length));
  if (counted) return magnitude + counted.word;
  return /^[余多]/u.test(magnitude) ? undefined : magnitude;
}

/** Whether a figure reads as a year: 1900 to 2099, in digits alone. */
export function isYear(figure: string): boolean {
  return /^(?:19|20)\d\d$/u.test(figure.normalize("NFKC"));
}
