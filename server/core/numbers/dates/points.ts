/** Reads dates as a text states them: a day, month or year, or a part of one. Nothing is inferred here. */

import type { DateProblem } from "../../page/mention.ts";
import { before } from "../../text/text.ts";
import { numeralOf } from "../numerals/decimal.ts";
import { match } from "../numerals/match.ts";
import { readNumeral } from "../numerals/numerals.ts";
import type { MonthPart, Point, YearPart } from "./point.ts";
import { readSeparated } from "./separated.ts";
import { readWeekday } from "./weekdays.ts";
import { readYear, YEARS_AWAY } from "./years.ts";

/** The date of the solar calendar that begins at an offset. */
export function readPoint(text: string, at: number): Point | undefined {
  const year = readYear(text, at);
  if (year) return readInYear(text, year);
  return (
    readShiftedSeason(text, at) ??
    readSeparated(text, at) ??
    readQuarterShift(text, at) ??
    readMonthShift(text, at) ??
    readMonth(text, at, { end: at }) ??
    readBarePart(text, at)
  );
}

/** A year with the part of it or the month that follows. */
function readInYear(text: string, year: Point): Point {
  return (
    readYearPart(text, year.end, year) ?? readMonth(text, year.end, year) ?? { ...year, ...readWeekday(text, year.end) }
  );
}

const QUARTERS = /([一二三])、?第?([二三四])季度/y;
const QUARTER = /第?([一二三四1-4])季度/y;
const HALF_YEAR = /(上|下)半年/y;
const FIRST_MONTHS = /(?:前|头)(\d{1,2}|[二两三四五六七八九十]|十一)个?月(?!份的)/y;
const FIRST_QUARTERS = /前([二两三23])季度/y;
const EDGE = /年?(?:(初)(?![一二三四五六七八九十级中])|([底末])|终(?=[，。、将前]))/y;
const SEASON = /(春|夏|秋|冬)(?:季|天)(?!节)|(春|夏|秋|冬)(?![节运播收耕种游雨粮季令晚奥风])/y;
const SHIFTED_SEASON = /([今去明])([春夏秋冬])(?![晚节运])/y;
const SAME_PERIOD = /同期/y;
const SEASONS: Readonly<Record<string, YearPart>> = { 春: "spring", 夏: "summer", 秋: "autumn", 冬: "winter" };

/** The part of a year at an offset: 上半年, 第三季度, 前7个月, 底, 春季, 同期. */
function readYearPart(text: string, at: number, year: Point): Point | undefined {
  if (!/[第一二三四1-4上下前头年初底末终春夏秋冬同]/.test(text[at] ?? "")) return undefined;
  const part = (found: { end: number } | undefined, yearPart: YearPart): Point | undefined =>
    found && { ...year, end: found.end, yearPart };
  const quarters = match(QUARTERS, text, at);
  const [from, to] = quarters
    ? ["一二三四".indexOf(quarters.groups[1] ?? ""), "一二三四".indexOf(quarters.groups[2] ?? "")]
    : [0, 0];
  if (from + 1 === to) return part(quarters, `Q${from + 1}-${to + 1}`);
  const quarter = match(QUARTER, text, at);
  if (quarter)
    return part(
      quarter,
      `Q${Math.max("一二三四".indexOf(quarter.groups[1] ?? "") + 1, Number(quarter.groups[1]) || 0)}` as YearPart,
    );
  const half = match(HALF_YEAR, text, at);
  if (half) return part(half, half.groups[1] === "上" ? "H1" : "H2");
  const months = match(FIRST_MONTHS, text, at);
  const count = months && smallNumber(months.groups[1] ?? "");
  if (count && count <= 12) return part(months, `first-${count}`);
  const first = match(FIRST_QUARTERS, text, at);
  if (first) return part(first, /[三3]/.test(first.groups[1] ?? "") ? "first-9" : "first-6");
  const edge = match(EDGE, text, at);
  if (edge) return part(edge, edge.groups[1] ? "start" : "end");
  const same = match(SAME_PERIOD, text, at);
  if (same) return part(same, "same-period");
  const season = match(SEASON, text, at);
  return season && part(season, SEASONS[season.groups[1] ?? season.groups[2] ?? ""] ?? "spring");
}

/** A season of a year in two characters: 今春, 去冬. */
function readShiftedSeason(text: string, at: number): Point | undefined {
  const found = match(SHIFTED_SEASON, text, at);
  const [, year = "", season = ""] = found?.groups ?? [];
  const yearPart = SEASONS[season];
  return found && yearPart && { end: found.end, shift: { unit: "year", by: YEARS_AWAY[year] ?? 0 }, yearPart };
}

const BARE_EDGE = /年(初|底|末)(?![一二三四五六七八九十级])/y;

/** A part of the page's own year that stands alone: 年初, 上半年, 三季度, 前7个月. */
function readBarePart(text: string, at: number): Point | undefined {
  const own: Point = { end: at };
  const previous = text[at - 1] ?? "";
  if (text[at] === "年") {
    const edge = /[\d〇一二三四五六七八九十百千万今去明前后上本当同次每大两几半整近]/.test(previous)
      ? undefined
      : match(BARE_EDGE, text, at);
    return edge && { end: edge.end, yearPart: edge.groups[1] === "初" ? "start" : "end" };
  }
  const part = readYearPart(text, at, own);
  if (!part || /^(?:spring|summer|autumn|winter|start|end|same-period)$/.test(part.yearPart ?? "")) return undefined;
  return /[\d每第个]/.test(previous) ? undefined : part;
}

const MONTH = /(\d{1,2})月(?:份|(?![龄球饼嫂票薪息租刊子亮光历坛均]))/y;
const HAN_MONTH = /(十[一二]?|[一二三四五六七八九]|元)月(?:份|(?![龄球饼嫂票薪息租刊子亮光历坛均季牙]))/y;
const MONTH_PARTS: readonly (readonly [sticky: RegExp, part: MonthPart])[] = [
  [/上中旬/y, "early-middle"],
  [/中下旬/y, "middle-late"],
  [/上旬/y, "early"],
  [/中旬/y, "middle"],
  [/下旬/y, "late"],
  [/上半月/y, "H1"],
  [/下半月/y, "H2"],
  [/月?初(?![一二三四五六七八九十级中])/y, "start"],
  [/月?[底末]/y, "end"],
  [/中(?=[，。、；的])/y, "mid"],
];

/** The month at an offset, with its day or a part of it, in the year read before; 13 and more with its problem. */
export function readMonth(text: string, at: number, year: Point): Point | undefined {
  if (!/[\d一二三四五六七八九十元]/.test(text[at] ?? "")) return undefined;
  const found = match(MONTH, text, at) ?? match(HAN_MONTH, text, at);
  if (!found || /[\d.]/.test(text[at - 1] ?? "")) return undefined;
  const stated = found.groups[1] ?? "";
  const month = stated === "元" ? 1 : smallNumber(stated);
  // 一月一调度 is a rhythm and no January; 0月 is what is left of a figure that came apart (1 0月).
  if (!month || (stated === "一" && /^一[^日号至]/.test(text.slice(found.end, found.end + 2)))) return undefined;
  if (month > 12) {
    const day = readDay(text, found.end);
    const problem: DateProblem = { kind: "month", stated: `${month}月`, expected: "12月" };
    return { ...year, end: day?.end ?? found.end, month, problem };
  }
  return readInMonth(text, { ...year, end: found.end, month });
}

/** A month with its day or the part of it that follows. */
function readInMonth(text: string, month: Point): Point {
  for (const [sticky, monthPart] of MONTH_PARTS) {
    const part = match(sticky, text, month.end);
    if (part) return { ...month, end: part.end, monthPart };
  }
  const day = readDay(text, month.end);
  return day ? { ...month, day: day.day, end: day.end, ...readWeekday(text, day.end) } : month;
}

const DAY =
  /(\d{1,2})[日号]|(三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])[日号]/y;

/** The day of the month at an offset, with its 日 or 号. */
export function readDay(text: string, at: number): { day: number; end: number } | undefined {
  const found = match(DAY, text, at);
  const day = found && smallNumber(found.groups[1] ?? found.groups[2] ?? "");
  return found && day !== undefined ? { day, end: found.end } : undefined;
}

const QUARTER_SHIFT = /(本|这|上|下)一?个?季度/y;

/** A quarter counted from the page's own: 本季度, 上一季度. */
function readQuarterShift(text: string, at: number): Point | undefined {
  const found = match(QUARTER_SHIFT, text, at);
  const by = { 上: -1, 下: 1 }[found?.groups[1] ?? ""] ?? 0;
  return found && { end: found.end, shift: { unit: "quarter", by } };
}

const MONTH_SHIFT = /(本|上一?个?|下一?个?|当|这个)月(?:份|(?![球饼亮光球]))/y;

/** A month counted from the page's own (本月, 上月底), and 月初 and 月底 alone. */
function readMonthShift(text: string, at: number): Point | undefined {
  const found = match(MONTH_SHIFT, text, at);
  if (!found) {
    const edge = match(/月(初|底|末)/y, text, at);
    if (!edge || /[\d一二三四五六七八九十元正腊冬本上下个当每]/.test(text[at - 1] ?? "")) return undefined;
    return { end: edge.end, shift: { unit: "month", by: 0 }, monthPart: edge.groups[1] === "初" ? "start" : "end" };
  }
  const by = /^上/.test(found.groups[0]) ? -1 : /^下/.test(found.groups[0]) ? 1 : 0;
  return readInMonth(text, { end: found.end, shift: { unit: "month", by } });
}

/** The number of a string that is a numeral as a whole, in digits or in Chinese; 廿 is twenty. Else undefined. */
export function smallNumber(numeral: string): number | undefined {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  if (numeral.startsWith("廿")) return 20 + Math.max(0, "〇一二三四五六七八九".indexOf(numeral[1] ?? "〇"));
  const read = readNumeral(numeral, 0);
  return read && read.end === numeral.length ? Number(numeralOf(read.value)) : undefined;
}

/** Whether the words before a number of days make a duration of it: 连续5日. */
export function countsDays(text: string, at: number): boolean {
  return /(?:连续|为期|历时|第|[前后近满每约达月隔])$/.test(before(text, at, 2));
}
