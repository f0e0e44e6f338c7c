/** Completes dates from their context: what a text states of one, as days and in normal form. */

import type { DateContext, LastDate, Scan } from "../types.ts";
import { civilOf, dayNumber, isoOf, monthLength, weekdayOf } from "./calendar.ts";
import { mayBeOfOtherYear, monthForDay, sameSentence, yearForMonth } from "./infer.ts";
import { type DateForm, dayForm, monthForm, yearForm } from "./normal-form.ts";
import type { Point, YearPart } from "./point.ts";

/** A date completed from its context. */
export interface ResolvedDate extends DateForm {
  /** The parts that the text leaves out (`year`, `month`; `date` for all), and the words that gave them. */
  readonly inferred: readonly string[];
  readonly evidence?: string;
  /** What the next date may take from it. */
  readonly date: Omit<LastDate, "start" | "end">;
}

/**
 * Completes a date that stands at an offset from what the text, the last date and the page's day tell; undefined where it
 * refers to a date named before (次日) and there is none.
 * @param from the first date of the range of which this is the second
 */
export function resolve(scan: Scan, at: number, point: Point, from?: ResolvedDate): ResolvedDate | undefined {
  if (point.problem) return { inferred: [], problem: point.problem, date: { stated: false, month: 12 } };
  if (point.follows) return from ? afterFirst(from, point) : fromLastDate(scan, at, point);
  if (point.year !== undefined) return complete(point, { inferred: [], stated: true, sure: true });
  if (point.shift) return fromPageDay(scan, point, point.shift);
  const sure = isSure(scan.context);
  if (point.month !== undefined) {
    const given =
      from?.date.year !== undefined
        ? yearAfter(from, point)
        : yearForMonth(scan, { start: at, end: point.end }, point.month, point.day);
    const certain = sure || hasYearBeside(scan, at, given?.year, from);
    const year = certain ? given?.year : weekdayYear(point, given?.year);
    if (year === undefined) return complete(point, { inferred: [], stated: false, sure });
    const basis = { evidence: given?.evidence, stated: false, sure: certain };
    if (!isMissingLeapDay(point, year)) return complete({ ...point, year }, { ...basis, inferred: ["year"] });
    const open = complete(point, { inferred: [], stated: false, sure: false });
    if (mayBeOfOtherYear(scan, at, year)) return open;
    if (certain) return complete({ ...point, year }, { ...basis, inferred: ["year"] });
    return { ...open, problem: { kind: "leap-day", stated: "29日", expected: "28日", within: `${year}年2月` } };
  }
  if (point.day !== undefined) {
    const given =
      from?.date.month !== undefined ? from.date : monthForDay(scan, { start: at, end: point.end }, point.day);
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

/** What was inferred about a date, and how certain its year is. */
interface Basis {
  readonly inferred: readonly string[];
  readonly evidence?: string | undefined;
  /** The text states the year, here or in the date from which it was taken. */
  readonly stated: boolean;
  /** The year is stated, or the page's own day is known. Then a weekday that does not fit is wrong, and not the year. */
  readonly sure: boolean;
}

/** Whether the page's own day is known, and not only likely. */
function isSure({ basis }: DateContext): boolean {
  return basis === "given" || basis === "masthead";
}

/** The year of a part of the current year: in January and February winter is that of the year before. */
function yearOfSeason(anchor: number, part: YearPart | undefined): number {
  const { year, month } = civilOf(anchor);
  return part === "winter" && month <= 2 ? year - 1 : year;
}

/** A date so many years, quarters, months, weeks or days from the page's own. */
function fromPageDay({ anchor, context }: Scan, point: Point, { unit, by }: NonNullable<Point["shift"]>): ResolvedDate {
  if (anchor === undefined) {
    // 去年2月30日 is no day of any year.
    const open = complete(point, { inferred: [], stated: false, sure: false });
    return open.problem ? open : undated(point);
  }
  if (unit === "day") return onDay(anchor + by, ["date"], context.evidence);
  if (unit === "week") return inWeek(point, anchor + 7 * by, context.evidence);
  const own = civilOf(anchor);
  const basis = { evidence: context.evidence, stated: false, sure: isSure(context) };
  if (unit === "quarter") {
    const quarter = 4 * own.year + Math.floor((own.month - 1) / 3) + by;
    const yearPart = `Q${1 + (quarter % 4)}` as YearPart;
    return complete({ ...point, year: Math.floor(quarter / 4), yearPart }, { ...basis, inferred: ["year"] });
  }
  if (unit === "year") {
    // 今冬 is the current winter; 去冬 and 明春 go by the calendar's year.
    const year = by === 0 ? yearOfSeason(anchor, point.yearPart) : own.year + by;
    return complete({ ...point, year }, { ...basis, inferred: ["year"] });
  }
  const { year, month } = civilOf(dayNumber(own.year, own.month + by, 1));
  return complete({ ...point, year, month }, { ...basis, inferred: ["year", "month"] });
}

/** The year of the second date of a range: the first one's, or the next where it would lie before that. */
function yearAfter(from: ResolvedDate, point: Point): { year: number; evidence?: string } {
  const { year = 0, month = 1, day = 1 } = from.date;
  const later = (point.month ?? 1) > month || (point.month === month && (point.day ?? 31) >= day);
  return { year: later ? year : year + 1, ...(from.evidence !== undefined && { evidence: from.evidence }) };
}

/** The likely year; where the weekday stated fits the year before or after and not this one, that other year. */
function weekdayYear({ month, day, weekday }: Point, year: number | undefined): number | undefined {
  if (year === undefined || month === undefined || day === undefined || weekday === undefined) return year;
  const years = [year, year - 1, year + 1];
  return years.find((candidate) => weekdayOf(dayNumber(candidate, month, day)) === weekday) ?? year;
}

function isMissingLeapDay({ month, day }: Point, year: number): boolean {
  return month === 2 && day === 29 && monthLength(year, 2) < 29;
}

/** Whether the date right before states this very year: 2023年国庆节10月1日, 2023年2月20日至29日. */
function hasYearBeside({ last }: Scan, at: number, year: number | undefined, from: ResolvedDate | undefined): boolean {
  if (year === undefined) return false;
  if (from) return from.date.stated && from.date.year === year;
  return last?.stated === true && last.year === year && at - last.end <= 2;
}

/** A date with all that can be inferred of it; without a year its year stays open. */
function complete(point: Point, basis: Basis): ResolvedDate {
  const { year, month, day } = point;
  const date = {
    stated: basis.stated,
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
  };
  const frame = { inferred: basis.inferred, ...(basis.evidence !== undefined && { evidence: basis.evidence }), date };
  if (month === undefined) return { ...frame, ...(year === undefined ? {} : yearForm(year, point.yearPart)) };
  if (day === undefined) return { ...frame, ...monthForm(year, month, point.monthPart) };
  return { ...frame, ...dayForm({ year, month, day, weekday: point.weekday }, basis) };
}

/** A single day. */
function onDay(number: number, inferred: readonly string[], evidence: string | undefined): ResolvedDate {
  return {
    edtf: isoOf(number),
    first: number,
    last: number,
    inferred,
    ...(evidence !== undefined && { evidence }),
    date: { ...civilOf(number), stated: false },
  };
}

/** The week of a day, or its day of the weekday stated. */
function inWeek(point: Point, day: number, evidence: string | undefined): ResolvedDate {
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

/** 当年, 次日 and their like, which stand for a date named before; undefined without one near enough. */
function fromLastDate(scan: Scan, at: number, point: Point): ResolvedDate | undefined {
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

/** The second date of a range that counts its year or day from the first: 次年3月 of 12月至次年3月; undefined where it can't. */
function afterFirst({ date, inferred, evidence }: ResolvedDate, point: Point): ResolvedDate | undefined {
  const { unit, by } = point.follows ?? { unit: "day", by: 0 };
  if (date.year === undefined) return undefined;
  const basis = { inferred, evidence, stated: date.stated, sure: false };
  if (unit === "year") return complete({ ...point, year: date.year + by }, basis);
  if (date.month === undefined || date.day === undefined) return undefined;
  return onDay(dayNumber(date.year, date.month, date.day + by), inferred, evidence);
}

/** A date of which nothing but its month is known. */
function undated(point: Point): ResolvedDate {
  return { inferred: [], date: { stated: false, ...(point.month !== undefined && { month: point.month }) } };
}
