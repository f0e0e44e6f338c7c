/** Infers the year or month that a date leaves out: from its sentence, from an event's name, from the page's own day. */

import { EVENT_ENDS } from "../../tables/around-numbers.ts";
import { before, type Span } from "../../text/text.ts";
import { match } from "../numerals/match.ts";
import type { Scan } from "../types.ts";
import { civilOf, dayNumber } from "./calendar.ts";
import { smallNumber } from "./points.ts";
import { tenseOf } from "./tense.ts";

/** A year that a date does not state, and the words that gave it. */
export interface InferredYear {
  readonly year: number;
  readonly evidence?: string;
}

const EVENT_YEAR = "(?<![\\d.])((?:19|20)\\d\\d)";
/** After a year in digits these make an amount or a date of it. */
const NO_EVENT_AFTER = "(?![年个人名家元米户条项次亿万多余吨公平亩座套])";
const EVENT_NAME = "[\\u4e00-\\u9fff·“”（）]{2,24}?";

/** A year in an event's name (2022云溪县苹果采摘节). It is no quantity, but dates the page. Its first group is the year. */
export const EVENT = new RegExp(`${EVENT_YEAR}${NO_EVENT_AFTER}${EVENT_NAME}(?:${EVENT_ENDS.join("|")})`, "g");

/** How many days ahead of the page's day a date may lie without such a word. */
const NEAR = 45;

/**
 * The year of a month, or of a day of it, that stands at a span without one; undefined where nothing tells. Of a date that
 * reaches into the next year (12月至次年3月) it is the year of the one that is on, or comes next.
 */
export function yearForMonth(scan: Scan, at: Span, month: number, day = 1): InferredYear | undefined {
  const { last, context, text } = scan;
  if (last?.stated && last.year !== undefined && last.month !== undefined && sameSentence(scan, last.end, at.start)) {
    const later = month > last.month || (month === last.month && day >= (last.day ?? 1));
    const anchor = scan.anchor ?? Number.POSITIVE_INFINITY;
    const year = later || dayNumber(last.year + 1, month, day) > anchor ? last.year : last.year + 1;
    return { year, evidence: text.slice(last.start, last.end) };
  }
  // 今年国庆节10月1日: the year is that of the date right before.
  if (last?.year !== undefined && last.month === month && at.start - last.end <= 2) {
    return { year: last.year, evidence: text.slice(last.start, last.end) };
  }
  const event = eventBefore(scan, at.start);
  if (event) return event;
  const anchor = scan.anchor;
  if (anchor === undefined) return undefined;
  const opening = stillAhead(scan, at.start, anchor);
  const year = opening === undefined ? yearByTense(text, at, { anchor, month, day }) : yearFrom(opening, month, day);
  return { year, ...(context.evidence !== undefined && { evidence: context.evidence }) };
}

/** The year of the first such day that is no earlier than another. */
function yearFrom(earliest: number, month: number, day: number): number {
  const { year } = civilOf(earliest);
  return dayNumber(year, month, day) >= earliest ? year : year + 1;
}

/** A month and day without a year, and the page's day. */
interface BareDay {
  readonly anchor: number;
  readonly month: number;
  readonly day: number;
}

/** The year of a day as the words beside it and the page's day tell. */
function yearByTense(text: string, at: Span, { anchor, month, day }: BareDay): number {
  const { year } = civilOf(anchor);
  const candidate = dayNumber(year, month, day);
  const tense = tenseOf(text, at);
  const intoNext = match(INTO_NEXT_YEAR, text, at.end);
  if (intoNext && tense !== "past") {
    const ends = smallNumber(intoNext.groups[2] ?? "") ?? 12;
    if (intoNext.groups[1] === "明") return year;
    return dayNumber(year, ends + 1, 0) >= anchor && ends < month ? year - 1 : year;
  }
  const ago = anchor - candidate;
  if (ago >= 0)
    return (tense === "planned" && ago > 2 * NEAR) || (tense === "due" && ago > HALF_YEAR) ? year + 1 : year;
  return tense === "planned" || tense === "due" || -ago <= NEAR ? year : year - 1;
}

/** The second month of a span that ends in the next year: 3 of 12月至次年3月. */
const INTO_NEXT_YEAR = /起?[至到—～-](次|翌|第二|来|明)年的?(\d{1,2}|十[一二]?|[一二三四五六七八九])月/y;
/** A term of half a year and more ago is the next one. */
const HALF_YEAR = 182;

/** Words before and after a day that make it one of every year, or of a year the reader knows: 每年2月29日, 生于2月29日. */
const NO_YEAR = /(?:每年|每逢|历年|逢|闰年?|生于|生日|出生)[^。；！？]{0,8}$/;
const NO_YEAR_AFTER = /^[^。；！？]{0,12}(?:闰|生日|出生)/;

/**
 * Whether a 29 February that stands at an offset without a year may be of another one than the likeliest, which has no such
 * day: it is a day of no one year, or the text tells of another year.
 */
export function mayBeOfOtherYear({ text, last }: Scan, at: number, year: number): boolean {
  if (NO_YEAR.test(before(text, at, 16)) || NO_YEAR_AFTER.test(text.slice(at + 4, at + 24))) return true;
  if (last?.stated && last.year !== year) return true;
  return [...text.matchAll(/(?<!\d)((?:19|20)\d\d)年/g)].some((found) => Number(found[1]) !== year);
}

/**
 * The year and month of a day of the month that stands at an offset without them; undefined where nothing tells. They are
 * those of the date before it in its sentence, else of the latest such day before the page's own, or of the next one where
 * the words put it ahead or it is at most three days away.
 */
export function monthForDay(
  scan: Scan,
  { start: at, end }: Span,
  day: number,
): { year?: number; month: number; evidence?: string } | undefined {
  const { last, context } = scan;
  if (last?.month !== undefined && sameSentence(scan, last.end, at) && (last.day === undefined || day >= last.day)) {
    return { month: last.month, ...(last.year !== undefined && { year: last.year }) };
  }
  const anchor = scan.anchor;
  if (anchor === undefined) return undefined;
  const own = civilOf(anchor);
  const tense = tenseOf(scan.text, { start: at, end });
  const ahead = tense === "planned" || tense === "due" || day - own.day <= 3;
  const { year, month } = civilOf(dayNumber(own.year, own.month - (day <= own.day || ahead ? 0 : 1), 1));
  return { year, month, ...(context.evidence !== undefined && { evidence: context.evidence }) };
}

/** Whether two offsets lie in one sentence and at most 120 characters apart. */
export function sameSentence(scan: Scan, from: number, to: number): boolean {
  return to - from <= 120 && !/[。！？]/.test(scan.text.slice(from, to));
}

/**
 * The day of the date before in this sentence, where that lies ahead of the page's own. The date at the offset is then no
 * earlier: nothing closes before it opens (1月6日开幕，3月10日闭幕).
 */
function stillAhead({ text, last }: Scan, at: number, anchor: number): number | undefined {
  if (last?.year === undefined || last.month === undefined || last.day === undefined) return undefined;
  if (at - last.end > 60 || /[。！？；]/.test(text.slice(last.end, at))) return undefined;
  const day = dayNumber(last.year, last.month, last.day);
  const back = BACK.test(text.slice(last.end, at)) || DONE.test(text.slice(at, at + 16));
  return day > anchor && !back ? day : undefined;
}

/** Words between the two, and after the second, that turn from what is planned to what has been. */
const BACK = /此前|之前|已于|曾|[自从]$/;
const DONE = /^\d{1,2}月(?:\d{1,2}日)?[^，。；！？]{0,3}[已曾]/;

/** The year in the name of an event shortly before an offset, if it is the page's own or next to it. */
function eventBefore(scan: Scan, at: number): InferredYear | undefined {
  const anchor = scan.anchor;
  for (const found of before(scan.text, at, 60).matchAll(EVENT)) {
    const year = Number(found[1]);
    if (anchor === undefined || Math.abs(civilOf(anchor).year - year) <= 1) return { year, evidence: found[0] };
  }
  return undefined;
}
