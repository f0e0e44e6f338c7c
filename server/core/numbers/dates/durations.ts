/** Reads durations: 4小时内, 3年零2个月, 两个半小时, 半年, 3至5天, and those that reach back from the page's day (五年来). */

import type { DateValue } from "../../page/mention.ts";
import { before } from "../../text/text.ts";
import { add, type Decimal, decimal, isWhole, multiply, numeralOf } from "../numerals/decimal.ts";
import { match } from "../numerals/match.ts";
import { type Numeral, readNumeral } from "../numerals/numerals.ts";
import { inQuotedName } from "../numerals/uncounted.ts";
import { readPostposition } from "../quantities/approximations.ts";
import { readRange } from "../quantities/numeral-range.ts";
import type { Expression, Reader, Scan } from "../types.ts";
import { civilOf, dayNumber, isoOf, pad } from "./calendar.ts";
import { type Designator, isLess, isoDuration, readTimeUnit, type TimeUnit } from "./time-units.ts";

/**
 * The duration that the numeral at an offset begins, with the words after it. One that reaches back from the page's day
 * (五年来) has that span of time, one that only tells when (三年前) is a date.
 */
export function readDuration(scan: Scan, at: number, numeral: Numeral): Expression | undefined {
  const { text } = scan;
  if (numeral.positional || (numeral.bare && numeral.end - at < 2)) return undefined;
  const unit = readTimeUnit(text, numeral.end);
  const range = readRange(text, numeral, unit?.end ?? numeral.end);
  const secondUnit = range && readTimeUnit(text, range.second.end);
  if (range && secondUnit && (!unit || unit.designator === secondUnit.designator)) {
    if (isYearNumber(text, numeral, numeral.end, secondUnit)) return undefined;
    const value = rangeValue(range.low, range.second.value, secondUnit);
    return withWordsAfter(scan, { start: at, end: secondUnit.end, value, approx: range.second.approx });
  }
  if (!unit || isYearNumber(text, numeral, numeral.end, unit)) return undefined;
  if (numeral.script === "han") {
    const one = text.slice(at, numeral.end) === "一";
    if (one && (THIS_ONE.test(before(text, at, 1)) || /^[一年天周度]/.test(text.slice(unit.end)))) return undefined;
    if (inQuotedName(text, at, unit.end)) return undefined;
  }
  if (numeral.range) {
    const value = rangeValue(numeral.range[0], numeral.range[1], unit);
    return withWordsAfter(scan, { start: at, end: unit.end, value, approx: numeral.approx });
  }
  const parts = readParts(text, numeral, unit);
  const hundredths = unit.designator === "S" || parts.amounts.has("S") ? match(HUNDREDTHS, text, parts.end) : undefined;
  if (hundredths) {
    const fraction = decimal(`0.${hundredths.groups[0]}`);
    parts.amounts.set("S", add(parts.amounts.get("S") ?? decimal("0"), fraction));
    const value = { iso: isoDuration(parts.amounts) };
    return withWordsAfter(scan, { start: at, end: hundredths.end, value, approx: numeral.approx });
  }
  const iso = isoDuration(parts.amounts);
  return withWordsAfter(scan, {
    start: at,
    end: parts.end,
    value: { iso },
    approx: numeral.approx ?? (unit.many ? "over" : undefined),
    ...(isWhole(numeral.value) && { count: countOf(iso) }),
  });
}

/** Half a unit: 半年, 半个月, 半小时, 半天. */
export const readHalf: Reader = (scan, at) => {
  if (scan.text[at] !== "半") return undefined;
  const found = match(/半(年多?|个月|个多月|个世纪|天|个小时|小时|个钟头|个多小时|分钟)(?![级龄会])/y, scan.text, at);
  if (!found || /[上下大小多夜前后每强]/.test(before(scan.text, at, 1))) return undefined;
  const unit = found.groups[1] ?? "";
  const value = { iso: halfOf(unit), ...(unit.includes("多") && { approx: "over" }) };
  return withWordsAfter(scan, { start: at, end: found.end, value });
};

function halfOf(unit: string): string {
  if (unit.startsWith("年")) return "P6M";
  if (unit.endsWith("月")) return "P15D";
  if (unit.endsWith("世纪")) return "P50Y";
  if (unit === "天") return "PT12H";
  return unit === "分钟" ? "PT30S" : "PT30M";
}

/** A duration counted from the page's day, as the word before it tells: 过去5年, 近三年来, 未来五年. */
export const readAnchored: Reader = (scan, at) => {
  const word = match(/过去的?|最近的?|近(?!日)|未来的?|今后的?/y, scan.text, at);
  if (!word) return undefined;
  const numeral = readNumeral(scan.text, word.end);
  if (!numeral || numeral.bare) return undefined;
  const near = word.groups[0] === "近";
  if (near && /[时达了用经超将已接附最临要需够隔有]$/.test(before(scan.text, at, 1))) return undefined;
  const found = readDuration(scan, word.end, numeral);
  if (found?.value.kind !== "duration" || found.value.range) return undefined;
  const count = countOf(found.value.iso);
  if (!count) return undefined;
  const edtf = spanFromPageDay(scan, count, /^[未今]/.test(word.groups[0]) ? 1 : -1);
  return { ...found, type: "DATE", value: { ...found.value, ...(edtf && { edtf }) } };
};

/** Before 一 with a unit these make no duration of it (这一年, 每一天). */
const THIS_ONE = /[这那某每另任哪上下新的有同每前后第万之唯统初]$/;

/** Whether a numeral with 年 is a year (1949年) and no duration (3000年, 2000年历史). `end` is where the numeral ends. */
function isYearNumber(text: string, numeral: Numeral, end: number, unit: TimeUnit): boolean {
  if (unit.designator !== "Y" || numeral.script !== "arabic" || numeral.magnitude || numeral.approx) return false;
  const digits = numeralOf(numeral.value);
  if (!/^\d{4}$/.test(digits) || text.slice(end - 5, end).includes(",")) return false;
  return Number(digits) <= 2100 && !/^年(?:的?历史|文明|以上|之久|古)/.test(text.slice(end, end + 4));
}

/** The parts of a duration: 3年零2个月, 1小时30分, 两天一夜. */
function readParts(
  text: string,
  first: Numeral,
  unit: TimeUnit,
): { readonly amounts: Map<Designator, Decimal>; readonly end: number } {
  const amounts = new Map<Designator, Decimal>();
  const put = (designator: Designator, amount: Decimal): void => {
    amounts.set(designator, add(amounts.get(designator) ?? decimal("0"), amount));
  };
  const putUnit = (value: Decimal, { designator, factor, half }: TimeUnit): void => {
    put(designator, multiply(value, decimal(factor)));
    if (half && designator === "Y") put("M", decimal("6"));
    else if (half && designator === "H") put("m", decimal("30"));
    else if (half) put(designator, decimal("0.5"));
  };
  putUnit(first.value, unit);
  let { end, designator } = unit;
  for (;;) {
    const from = /[零又]/.test(text[end] ?? "") ? end + 1 : end;
    const numeral = readNumeral(text, from);
    if (!numeral || numeral.positional || numeral.bare) break;
    const night = designator === "D" ? match(/夜/y, text, numeral.end) : undefined;
    if (night) return { amounts, end: night.end };
    const minutes = designator === "H" ? match(MINUTES_IN_TIME, text, numeral.end) : undefined;
    const next: TimeUnit | undefined =
      readTimeUnit(text, numeral.end) ??
      (minutes && { designator: "m", factor: "1", end: minutes.end, half: false, many: false });
    if (!next || !isLess(next.designator, designator) || !isWhole(numeral.value)) break;
    putUnit(numeral.value, next);
    ({ end, designator } = next);
  }
  return { amounts, end };
}

/** 分 as minutes, where hours stand before. */
const MINUTES_IN_TIME = /分(?=\d|[一二三四五六七八九十]|[，。、；]|$|\d+秒)/y;
/** What a stop-watch shows after 秒: 11秒52. */
const HUNDREDTHS = /(?<=秒)\d{1,2}(?=[，。；！？、）”的]|夺|获|创|打破|刷新|摘|完赛|名列|位列|率先|$)/y;

/** A duration as it is read, before the words after it. */
interface ReadDuration {
  readonly start: number;
  readonly end: number;
  readonly value: Omit<DateValue, "kind">;
  /** How its own words are vaguer than its value. */
  readonly approx?: "over" | "several" | undefined;
  /** What it counts, where it counts whole units of one kind. */
  readonly count?: Count | undefined;
}

/** A duration with the words after it: 来, 前, 内, 以上. */
function withWordsAfter(scan: Scan, duration: ReadDuration): Expression {
  return untilNow(scan, duration) ?? timeAgo(scan, duration) ?? withPostposition(scan, duration);
}

/** 五年来: a duration that lasts to the page's day. */
function untilNow(scan: Scan, { end, value, approx, count }: ReadDuration): Expression | undefined {
  const { text } = scan;
  if (text[end] !== "来") return undefined;
  const ranged = /^P\d+[YMWD]\//.test(value.iso ?? "");
  if (!ranged && (!count || /[自到源访宾说看]/.test(text[end + 1] ?? ""))) return undefined;
  const edtf = count && spanFromPageDay(scan, count, -1);
  return {
    end: end + 1,
    type: "DATE",
    value: { kind: "duration", ...value, ...(edtf && { edtf }), approx: approx ?? "about" },
  };
}

/** 三年前, 三五年前: a time so long before the page's day. */
function timeAgo(scan: Scan, { end, value, approx, count }: ReadDuration): Expression | undefined {
  const years = /^P(\d+)Y\/P(\d+)Y$/.exec(value.iso ?? "");
  const back = count || years ? match(BACKWARD, scan.text, end) : undefined;
  if (!back) return undefined;
  const begins = (ago: Count): string | undefined => spanFromPageDay(scan, ago, -1)?.split("/")[0];
  const [late, early] = (years ?? []).slice(1).map((number) => begins({ number: Number(number), designator: "Y" }));
  const edtf = count ? begins(count) : early && late && `${early}/${late}`;
  return {
    end: back.end,
    plainEnd: end,
    type: "DATE",
    value: { kind: "date", ...value, ...(edtf && { edtf }), approx: approx ?? "about" },
  };
}

/** 4小时内, 三天以上; 新时代十年 is the span of time that it names. */
function withPostposition(scan: Scan, { start, end, value, approx: own, count }: ReadDuration): Expression {
  const { text } = scan;
  const inside =
    text[end] === "内" && !/[部外容地蒙]/.test(text[end + 1] ?? "") ? { end: end + 1, approx: "at_most" } : undefined;
  const post = inside ?? readPostposition(text, end);
  const approx = own ?? post?.approx;
  const era =
    count?.designator === "Y" && /新时代$/.test(before(text, start, 3)) ? spanFromPageDay(scan, count, -1) : undefined;
  return {
    end: post?.end ?? end,
    ...(post && { plainEnd: end }),
    type: era ? "DATE" : "QTY",
    value: { kind: "duration", ...value, ...(era && { edtf: era }), ...(approx && { approx }) },
  };
}

/** Words after a duration that count it back from the page's day. */
const BACKWARD = /前(?![期后景提来往沿夕所面三后端台列])|以前|之前/y;

/** The value of a range of durations: the shortest and the longest meant. */
function rangeValue(low: Decimal, high: Decimal, unit: TimeUnit): Pick<DateValue, "iso" | "range"> {
  const one = (value: Decimal): string =>
    isoDuration(new Map([[unit.designator, multiply(value, decimal(unit.factor))]]));
  return { iso: `${one(low)}/${one(high)}`, range: [one(low), one(high)] };
}

/** So many years, months, weeks or days. */
interface Count {
  readonly number: number;
  readonly designator: Designator;
}

/** The count that an ISO duration has, where it is of one unit and whole. */
function countOf(iso: string | undefined): Count | undefined {
  const [, number, designator] = /^P(\d+)([YMWD])$/.exec(iso ?? "") ?? [];
  return number === undefined ? undefined : { number: Number(number), designator: designator as Designator };
}

/**
 * The time from the page's day so far back (-1) or on (1), as EDTF: in years for years, in months for months, else in days.
 * Undefined where the page's day is unknown.
 */
function spanFromPageDay(
  { anchor }: Scan,
  { number: count, designator }: Count,
  direction: 1 | -1,
): string | undefined {
  if (anchor === undefined || count > MOST_UNITS) return undefined;
  const { year, month, day } = civilOf(anchor);
  const [here, there] =
    designator === "Y"
      ? [pad(year, 4), pad(year + direction * count, 4)]
      : designator === "M"
        ? [isoOf(anchor).slice(0, 7), isoOf(dayNumber(year, month + direction * count, Math.min(day, 28))).slice(0, 7)]
        : [isoOf(anchor), isoOf(anchor + direction * count * (designator === "W" ? 7 : 1))];
  return direction < 0 ? `${there}/${here}` : `${here}/${there}`;
}

/** No page means so far a time by the day it was written on. */
const MOST_UNITS = 3000;
