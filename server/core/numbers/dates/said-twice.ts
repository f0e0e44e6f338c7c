/** Finds days that a text gives twice, in words and in figures, and differently: 昨日（8月15日） on a page of the 17th. */

import type { DateValue } from "../../page/mention.ts";
import type { Localised } from "../../text/locale.ts";
import type { Span } from "../../text/text.ts";
import type { NumericMention } from "../index.ts";
import { civilOf, dayOfIso, isoOf, weekdayName, weekdayOf } from "./calendar.ts";
import { readWeekday } from "./weekdays.ts";

/** Figures that don't fit the words beside them; offsets into the text. */
export interface DifferentDay extends Span {
  readonly message: Localised;
}

/** The days that a text may be written on, as day numbers. */
export interface DaysOfWriting {
  /** The page's own, from its masthead or folio. */
  readonly page: number;
  /** Those of the datelines of its article. */
  readonly datelines: readonly number[];
}

/**
 * The days, months and years that a text names by a word and gives in figures right after it or before it, in brackets, where
 * the two differ. A word goes by the page's day or by a dateline's. What is written in the evening for the next morning's paper
 * often calls its own day today, so 今天, 明天 and their like may also go by the day before the page's.
 * @param mentions the dates and quantities of the text, as the page's day makes them
 */
export function* differentDays(
  text: string,
  mentions: readonly NumericMention[],
  days: DaysOfWriting,
): Generator<DifferentDay> {
  for (const [i, word] of mentions.entries()) {
    const kind = KINDS.find(([pattern]) => pattern.test(word.text))?.[1];
    const { edtf } = word.value as DateValue;
    if (!kind || edtf === undefined) continue;
    const meant = meanings(kind, edtf, days);
    const figures = [mentions[i + 1], mentions[i - 1]].find((other) => other && standTogether(text, word, other));
    const written = figures ? figuresOf(figures.value as DateValue, kind) : undefined;
    if (
      figures &&
      written &&
      isNear(figures.value as DateValue, days.page) &&
      !meant.some((iso) => iso.endsWith(written))
    ) {
      yield { ...spanOf(figures), message: message(word.text, nameOf(edtf, written, kind), figures.text) };
    }
    const weekday = kind === "day" ? readWeekday(text, word.end) : undefined;
    if (weekday && !meant.some((iso) => weekdayOf(dayOfIso(iso) ?? 0) === weekday.weekday)) {
      const right = weekdayName(weekdayOf(dayOfIso(edtf) ?? 0));
      const [stated = ""] = /(?:星期|周|礼拜)./u.exec(text.slice(word.end, weekday.end)) ?? [];
      const start = text.indexOf(stated, word.end);
      yield { start, end: start + stated.length, message: message(word.text, right, stated) };
    }
  }
}

type Kind = "day" | "weekday" | "month" | "year";

/** The words that name a day, month or year from the day they are written on. */
const KINDS: readonly (readonly [pattern: RegExp, kind: Kind])[] = [
  [/^(?:(?:大前|大后|[今昨前明后])天|[今昨明]日|[今昨明][晨晚夜])$/u, "day"],
  [/^(?:本|这|上|下)(?:一?个?)(?:周|星期)[一二三四五六日天]$/u, "weekday"],
  [/^(?:本|上一?个?|下一?个?)月$/u, "month"],
  [/^(?:大前|大后|[今去明前后])年$/u, "year"],
];

/** The days, months or years that a word may mean, in ISO form; `edtf` is what it means on the page's day. */
function meanings(kind: Kind, edtf: string, { page, datelines }: DaysOfWriting): string[] {
  const day = dayOfIso(edtf);
  if (day === undefined) return [edtf];
  // 上周五 and 下周三 are counted from either end of the week.
  if (kind === "weekday") return [-14, -7, 0, 7, 14].map((days) => isoOf(day + days));
  const away = day - page;
  const from = [page, ...datelines, ...(away >= 0 ? [page - 1] : [])];
  return from.map((written) => isoOf(written + away));
}

/** Whether figures stand in brackets right after a word, or the word in brackets right after them. */
function standTogether(text: string, a: NumericMention, b: NumericMention): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  if (b.type !== "DATE" || b.value.kind !== "date" || b.parts || b.vague) return false;
  return /^(?:[（(]|，?即)$/u.test(text.slice(first.end, second.start)) && /^[)），]/u.test(text.slice(second.end));
}

/** Whether a date lies near the page's day, as a slip does; a text that is far off is of another day altogether. */
function isNear({ edtf = "" }: DateValue, page: number): boolean {
  const day = dayOfIso(edtf);
  if (day !== undefined) return Math.abs(day - page) <= NEAR_DAYS;
  return Math.abs(Number(edtf.slice(0, 4)) - civilOf(page).year) <= NEAR_YEARS;
}

const NEAR_DAYS = 45;
const NEAR_YEARS = 4;

/** What the figures of a date state of a day, month or year, as the end of its ISO form; undefined where they are of another kind. */
function figuresOf({ edtf = "", inferred = [], problem }: DateValue, kind: Kind): string | undefined {
  const form = { day: /^\d{4}-\d\d-\d\d$/, weekday: /^\d{4}-\d\d-\d\d$/, month: /^\d{4}-\d\d$/, year: /^\d{4}$/ }[kind];
  if (problem || !form.test(edtf) || inferred.includes("date")) return undefined;
  if (kind === "year") return inferred.length > 0 ? undefined : edtf;
  if (inferred.includes("month")) return edtf.slice(7);
  return inferred.includes("year") ? edtf.slice(4) : edtf;
}

/** What a word means, written as the figures are: 8月16日 beside 8月15日, 16日 beside 15日. */
function nameOf(edtf: string, written: string, kind: Kind): string {
  const day = dayOfIso(edtf);
  if (kind === "year") return `${edtf}年`;
  if (kind === "month" || day === undefined) return `${Number(edtf.slice(5, 7))}月`;
  const { year, month, day: ofMonth } = civilOf(day);
  const withMonth = written.length > 3 ? `${month}月` : "";
  return `${written.length > 6 ? `${year}年` : ""}${withMonth}${ofMonth}日`;
}

function message(word: string, right: string, stated: string): Localised {
  return {
    zh: `按本页日期，“${word}”是${right}，不是${stated}`,
    en: `by the page's date “${word}” is ${right}, not ${stated}`,
  };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
