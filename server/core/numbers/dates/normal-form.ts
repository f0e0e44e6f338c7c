/**
 * The normal form of days, months, years and their parts, in the Extended Date/Time Format (ISO 8601-2): seasons of level 1
 * (2023-21 is spring), quarters of level 2 (2023-33 is the first).
 */

import type { DateProblem } from "../../page/mention.ts";
import { dayNumber, LONGEST, monthLength, pad, weekdayName, weekdayOf } from "./calendar.ts";
import type { MonthPart, YearPart } from "./point.ts";

/** A date in normal form, as far as it is known. */
export interface DateForm {
  readonly edtf?: string;
  /** A quarter as EDTF writes it; `edtf` then has the form that newspapers know (`2023-Q1`). */
  readonly edtfSeason?: string;
  /** Day numbers of the first and last day meant; missing where the year is unknown. */
  readonly first?: number;
  readonly last?: number;
  /** How the words are vaguer than the days: `start_of_month` … */
  readonly approx?: string;
  /** The same months as the span named before (同期); the days are those of the whole year. */
  readonly sameSpanAs?: "previous";
  /** What cannot be about it. */
  readonly problem?: DateProblem;
}

/** A day of a month, in a known year or in none; with the weekday that the text gives it. */
export interface StatedDay {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
  readonly weekday?: number | undefined;
}

/**
 * The form of a day: its problem where the month has no such day or the date fell on another weekday.
 * @param basis.stated the text states the year
 * @param basis.sure the year is certain; one that is not is no ground for a problem
 */
export function dayForm(
  { year, month, day, weekday }: StatedDay,
  basis: { readonly stated: boolean; readonly sure: boolean },
): DateForm {
  const length = year === undefined ? (LONGEST[month - 1] ?? 31) : monthLength(year, month);
  const form = `${year === undefined ? "XXXX" : yearName(year)}-${pad(month, 2)}-${pad(day, 2)}`;
  if (day < 1 || day > length) {
    // A 29 February may be right in a year that is not certain.
    if (month === 2 && day === 29 && !basis.sure) return { edtf: `XXXX-02-29` };
    // The year matters to the length of February alone.
    const known = month === 2 && (basis.stated || (basis.sure && day === 29)) && year !== undefined && year > 0;
    const within = `${known ? `${year}年` : ""}${month}月`;
    return { problem: { kind: "day", stated: `${day}日`, expected: `${length}日`, within } };
  }
  if (year === undefined) return { edtf: form };
  const number = dayNumber(year, month, day);
  const found = { edtf: form, first: number, last: number };
  if (weekday === undefined || weekday === weekdayOf(number) || !basis.sure) return found;
  const expected = weekdayName(weekdayOf(number));
  return { ...found, problem: { kind: "weekday", stated: weekdayName(weekday), expected } };
}

/** The form of a month or a part of one, in a known year or in none. */
export function monthForm(year: number | undefined, month: number, part: MonthPart | undefined): DateForm {
  const approx = part && monthApprox(part);
  const about = approx ? { approx } : {};
  if (year === undefined) return { edtf: `XXXX-${pad(month, 2)}`, ...about };
  const form = `${yearName(year)}-${pad(month, 2)}`;
  const [from, to] = part ? daysOf(part, monthLength(year, month)) : [1, monthLength(year, month)];
  const edtf = part ? `${form}-${pad(from, 2)}/${form}-${pad(to, 2)}` : form;
  return { edtf, first: dayNumber(year, month, from), last: dayNumber(year, month, to), ...about };
}

/** The form of a year or a part of one. Winter begins in it and ends in the next. */
export function yearForm(year: number, part: YearPart | undefined): DateForm {
  const y = yearName(year);
  const months = (from: number, to: number) => ({
    first: dayNumber(year, from, 1),
    last: dayNumber(year, to, monthLength(year, to)),
  });
  const form = (month: number): string => `${y}-${pad(month, 2)}`;
  if (part === undefined) return { edtf: y, ...months(1, 12) };
  if (part === "same-period") return { edtf: y, ...months(1, 12), sameSpanAs: "previous" };
  if (part === "start") return { edtf: form(1), ...months(1, 1), approx: "start_of_year" };
  if (part === "end") return { edtf: form(12), ...months(12, 12), approx: "end_of_year" };
  if (part === "H1") return { edtf: `${form(1)}/${form(6)}`, ...months(1, 6) };
  if (part === "H2") return { edtf: `${form(7)}/${form(12)}`, ...months(7, 12) };
  const quarters = /^Q(\d)-(\d)$/.exec(part);
  if (quarters) {
    const [from, to] = [3 * Number(quarters[1]) - 2, 3 * Number(quarters[2])];
    return { edtf: `${form(from)}/${form(to)}`, ...months(from, to) };
  }
  if (part.startsWith("Q")) {
    const quarter = Number(part[1]);
    return {
      edtf: `${y}-${part}`,
      edtfSeason: `${y}-${FIRST_QUARTER + quarter - 1}`,
      ...months(3 * quarter - 2, 3 * quarter),
    };
  }
  if (part.startsWith("first-")) {
    const last = Number(part.slice(6));
    return { edtf: `${form(1)}/${form(last)}`, ...months(1, last) };
  }
  const season = SEASONS.indexOf(part);
  return {
    edtf: `${y}-${FIRST_SEASON + season}`,
    first: dayNumber(year, 3 * season + 3, 1),
    last: dayNumber(year, 3 * season + 6, 0),
  };
}

/** The first and last day of a part of a month that has `length` days. */
function daysOf(part: MonthPart, length: number): [number, number] {
  if (part === "H1") return [1, 15];
  if (part === "H2") return [16, length];
  if (part === "early-middle") return [1, 20];
  if (part === "middle-late") return [11, length];
  if (part === "early" || part === "start") return [1, 10];
  return part === "middle" || part === "mid" ? [11, 20] : [21, length];
}

function monthApprox(part: MonthPart): string | undefined {
  return part === "start"
    ? "start_of_month"
    : part === "end"
      ? "end_of_month"
      : part === "mid"
        ? "middle_of_month"
        : undefined;
}

/** A year in four digits as ISO 8601 writes it; 1 BC is 0000, 2 BC -0001. */
function yearName(year: number): string {
  return year < 0 ? `-${pad(-year, 4)}` : pad(year, 4);
}

const SEASONS = ["spring", "summer", "autumn", "winter"];
/** EDTF's codes for spring and for the first quarter. */
const FIRST_SEASON = 21;
const FIRST_QUARTER = 33;
