/** Dates in normal form: what a point says, completed from its context, as days and as EDTF. */

import type { DateProblem } from "../../page/mention.ts";
import type { DateContext, LastDate, Scan } from "../types.ts";
import { civilOf, dayNumber, isoOf, LONGEST, monthLength, pad, weekdayName, weekdayOf } from "./calendar.ts";
import { mayBeElsewhen, monthForDay, sameSentence, yearForMonth } from "./infer.ts";
import type { MonthPart, Point, YearPart } from "./point.ts";

/** A date with its year, as far as that is known. */
export interface Resolved {
  readonly edtf?: string;
  readonly edtfSeason?: string;
  /** First and last day meant; missing where the year is unknown. */
  readonly first?: number;
  readonly last?: number;
  readonly approx?: string;
  readonly inferred: readonly string[];
  readonly evidence?: string;
  readonly problem?: DateProblem;
  readonly sameSpanAs?: "previous";
  readonly date: Omit<LastDate, "start" | "end">;
}

/** What was inferred about a date, and how sure its year is. */
interface Basis {
  readonly inferred: readonly string[];
  readonly evidence?: string | undefined;
  /** The year stands in the text, here or in the date it was taken from. */
  readonly stated: boolean;
  /** The year is stated, or the page's own day is known: a wrong weekday is wrong then, and not the year. */
  readonly sure: boolean;
}

/** Completes a point that stands at an offset; `from` is the first date of a range whose second this is. */
export function resolve(scan: Scan, at: number, point: Point, from?: Resolved): Resolved | undefined {
  if (point.problem) return { inferred: [], problem: point.problem, date: { stated: false, month: 12 } };
  if (point.follows) return followed(scan, at, point);
  if (point.year !== undefined) return complete(point, { inferred: [], stated: true, sure: true });
  if (point.shift) return shifted(scan, point, point.shift);
  const sure = isSure(scan.context);
  if (point.month !== undefined) {
    const given = from?.date.year !== undefined ? after(from, point) : yearForMonth(scan, at, point.month, point.day);
    const certain = sure || besideYear(scan, at, given?.year, from);
    const year = certain ? given?.year : weekdayYear(point, given?.year);
    if (year === undefined) return complete(point, { inferred: [], stated: false, sure });
    const basis = { evidence: given?.evidence, stated: false, sure: certain };
    if (!isMissingLeapDay(point, year)) return complete({ ...point, year }, { ...basis, inferred: ["year"] });
    const open = complete(point, { inferred: [], stated: false, sure: false });
    if (mayBeElsewhen(scan, at, year)) return open;
    if (certain) return complete({ ...point, year }, { ...basis, inferred: ["year"] });
    return { ...open, problem: { kind: "leap-day", stated: "29日", expected: "28日", within: `${year}年2月` } };
  }
  if (point.day !== undefined) {
    const given = from?.date.month !== undefined ? from.date : monthForDay(scan, at, point.day);
    if (given?.month === undefined) return undated(point);
    const evidence = "evidence" in given ? given.evidence : undefined;
    const dated = { ...point, month: given.month, ...(given.year !== undefined && { year: given.year }) };
    return complete(dated, { inferred: ["year", "month"], evidence, stated: false, sure });
  }
  const { anchor, context } = scan;
  if (anchor === undefined) return undated(point);
  if (point.weekday !== undefined) return inWeek(point, anchor, context.evidence);
  const year = yearOfSeason(anchor, point.yearPart);
  return complete({ ...point, year }, { inferred: ["year"], evidence: context.evidence, stated: false, sure });
}

/** The page's own day is known, and not only likely. */
function isSure({ basis }: DateContext): boolean {
  return basis === "given" || basis === "masthead";
}

/** The year that a part of a year belongs to on a day: in January and February winter is still the one of the year before. */
function yearOfSeason(anchor: number, part: YearPart | undefined): number {
  const { year, month } = civilOf(anchor);
  return part === "winter" && month <= 2 ? year - 1 : year;
}

/** A date so many years, months, weeks or days from the page's own. */
function shifted({ anchor, context }: Scan, point: Point, { unit, by }: NonNullable<Point["shift"]>): Resolved {
  if (anchor === undefined) {
    // 去年2月30日 is no day of any year.
    const open = complete(point, { inferred: [], stated: false, sure: false });
    return open.problem ? open : undated(point);
  }
  if (unit === "day") return onDay(anchor + by, ["date"], context.evidence);
  if (unit === "week") return inWeek(point, anchor + 7 * by, context.evidence);
  const own = civilOf(anchor);
  const basis = { evidence: context.evidence, stated: false, sure: isSure(context) };
  if (unit === "year") {
    // 今冬 is the winter that it is; 去冬 and 明春 go by the calendar's year.
    const year = by === 0 ? yearOfSeason(anchor, point.yearPart) : own.year + by;
    return complete({ ...point, year }, { ...basis, inferred: ["year"] });
  }
  const { year, month } = civilOf(dayNumber(own.year, own.month + by, 1));
  return complete({ ...point, year, month }, { ...basis, inferred: ["year", "month"] });
}

function after(from: Resolved, point: Point): { year: number; evidence?: string } {
  const { year = 0, month = 1, day = 1 } = from.date;
  const later = (point.month ?? 1) > month || (point.month === month && (point.day ?? 31) >= day);
  return { year: later ? year : year + 1, ...(from.evidence !== undefined && { evidence: from.evidence }) };
}

/** Of the years around the likely one, that in which the date falls on the weekday stated; else the likely one. */
function weekdayYear({ month, day, weekday }: Point, year: number | undefined): number | undefined {
  if (year === undefined || month === undefined || day === undefined || weekday === undefined) return year;
  const years = [year, year - 1, year + 1];
  return years.find((candidate) => weekdayOf(dayNumber(candidate, month, day)) === weekday) ?? year;
}

function isMissingLeapDay({ month, day }: Point, year: number): boolean {
  return month === 2 && day === 29 && monthLength(year, 2) < 29;
}

/** Whether the year is that of a date which states it right before: 2023年国庆节10月1日, 2023年2月20日至29日. */
function besideYear({ last }: Scan, at: number, year: number | undefined, from: Resolved | undefined): boolean {
  if (year === undefined) return false;
  if (from) return from.date.stated && from.date.year === year;
  return last?.stated === true && last.year === year && at - last.end <= 2;
}

/** A date whose year is known, or known to be unknown. */
function complete(point: Point, basis: Basis): Resolved {
  const { year, month, day } = point;
  const date = {
    stated: basis.stated,
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
  };
  const frame = { inferred: basis.inferred, ...(basis.evidence !== undefined && { evidence: basis.evidence }), date };
  if (month === undefined) return { ...frame, ...(year === undefined ? {} : inYear(year, point.yearPart)) };
  if (day === undefined) return { ...frame, ...inMonth(year, month, point.monthPart) };
  return { ...frame, ...inDay(year, month, day, basis, point.weekday) };
}

function inDay(year: number | undefined, month: number, day: number, basis: Basis, weekday: number | undefined) {
  const length = year === undefined ? (LONGEST[month - 1] ?? 31) : monthLength(year, month);
  const form = `${year === undefined ? "XXXX" : yearForm(year)}-${pad(month, 2)}-${pad(day, 2)}`;
  if (day < 1 || day > length) {
    // Whether an unstated year is a leap year no one can know.
    if (month === 2 && day === 29 && !basis.sure) return { edtf: `XXXX-02-29` };
    // The year matters to February alone, and counts where it is certain.
    const known = month === 2 && (basis.stated || (basis.sure && day === 29)) && year !== undefined && year > 0;
    const within = `${known ? `${year}年` : ""}${month}月`;
    return { problem: { kind: "day", stated: `${day}日`, expected: `${length}日`, within } } as const;
  }
  if (year === undefined) return { edtf: form };
  const number = dayNumber(year, month, day);
  const found = { edtf: form, first: number, last: number };
  if (weekday === undefined || weekday === weekdayOf(number) || !basis.sure) return found;
  const expected = weekdayName(weekdayOf(number));
  return { ...found, problem: { kind: "weekday", stated: weekdayName(weekday), expected } } as const;
}

function inMonth(year: number | undefined, month: number, part: MonthPart | undefined) {
  const approx = part && monthApprox(part);
  const about = approx ? { approx } : {};
  if (year === undefined) return { edtf: `XXXX-${pad(month, 2)}`, ...about };
  const form = `${yearForm(year)}-${pad(month, 2)}`;
  const [from, to] = part ? daysOf(part, monthLength(year, month)) : [1, monthLength(year, month)];
  const edtf = part ? `${form}-${pad(from, 2)}/${form}-${pad(to, 2)}` : form;
  return { edtf, first: dayNumber(year, month, from), last: dayNumber(year, month, to), ...about };
}

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

const SEASONS = ["spring", "summer", "autumn", "winter"];

function inYear(
  year: number,
  part: YearPart | undefined,
): Pick<Resolved, "edtf" | "edtfSeason" | "approx" | "first" | "last" | "sameSpanAs"> {
  const y = yearForm(year);
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
    return { edtf: `${y}-${part}`, edtfSeason: `${y}-${32 + quarter}`, ...months(3 * quarter - 2, 3 * quarter) };
  }
  if (part.startsWith("first-")) {
    const last = Number(part.slice(6));
    return { edtf: `${form(1)}/${form(last)}`, ...months(1, last) };
  }
  const season = SEASONS.indexOf(part);
  return {
    edtf: `${y}-${21 + season}`,
    first: dayNumber(year, 3 * season + 3, 1),
    last: dayNumber(year, 3 * season + 6, 0),
  };
}

function onDay(number: number, inferred: readonly string[], evidence: string | undefined): Resolved {
  return {
    edtf: isoOf(number),
    first: number,
    last: number,
    inferred,
    ...(evidence !== undefined && { evidence }),
    date: { ...civilOf(number), stated: false },
  };
}

function inWeek(point: Point, day: number, evidence: string | undefined): Resolved {
  const monday = day - weekdayOf(day) + 1;
  if (point.weekday !== undefined) return onDay(monday + point.weekday - 1, ["date"], evidence);
  return {
    edtf: `${isoOf(monday)}/${isoOf(monday + 6)}`,
    first: monday,
    last: monday + 6,
    inferred: ["date"],
    date: { stated: false },
  };
}

/** 当年, 次日 and their like stand for a date spoken of before; without one they name none. */
function followed(scan: Scan, at: number, point: Point): Resolved | undefined {
  const { last } = scan;
  const { unit, by } = point.follows ?? { unit: "day", by: 0 };
  const near = last && (unit === "year" ? at - last.end <= 200 : sameSentence(scan, last.end, at));
  if (!near || last?.year === undefined) return undefined;
  const evidence = scan.text.slice(last.start, last.end);
  const basis = { inferred: ["year"], evidence, stated: last.stated, sure: false };
  if (unit === "year") return complete({ ...point, year: last.year + by }, basis);
  if (last.month === undefined || last.day === undefined) return undefined;
  return onDay(dayNumber(last.year, last.month, last.day + by), ["date"], evidence);
}

function undated(point: Point): Resolved {
  return { inferred: [], date: { stated: false, ...(point.month !== undefined && { month: point.month }) } };
}

function yearForm(year: number): string {
  return year < 0 ? `-${pad(-year, 4)}` : pad(year, 4);
}
