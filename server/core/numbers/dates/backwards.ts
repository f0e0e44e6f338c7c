/** Tells a span of days, months or years that ends before it begins: 8月20日至15日, 2025年至2023年. */

import type { Point } from "./point.ts";

/**
 * Whether the second date of a span lies before the first, as the text states both. 11月至3月 and 8月28日至2日 go on into the next
 * year and month.
 */
export function runsBackwards(first: Point, second: Point): boolean {
  if (first.problem || second.problem || first.shift || second.shift || first.follows || second.follows) return false;
  if (first.year !== undefined && second.year !== undefined) return isBefore(second, first);
  if (first.year === undefined && second.year !== undefined) return false;
  if (first.day === undefined || second.day === undefined || first.month === undefined) return false;
  // The same month again: 8月20日至8月15日.
  if (second.month !== undefined) return second.month === first.month && second.day < first.day;
  return second.day < first.day && 30 - first.day + second.day > LONGEST_INTO_NEXT;
}

/** A span into the next month that leaves that month out is no longer, in days. */
const LONGEST_INTO_NEXT = 20;

/** Whether a date with its year lies before another, as far as both say. */
function isBefore(a: Point, b: Point): boolean {
  const [years, months, days] = [(a.year ?? 0) - (b.year ?? 0), difference(a.month, b.month), difference(a.day, b.day)];
  if (a.yearPart || b.yearPart || a.monthPart || b.monthPart) return years < 0;
  return years < 0 || (years === 0 && (months < 0 || (months === 0 && days < 0)));
}

function difference(a: number | undefined, b: number | undefined): number {
  return a === undefined || b === undefined ? 0 : a - b;
}
