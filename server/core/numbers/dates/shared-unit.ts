/** Reads ranges and lists of dates that share their unit: 2021—2025年, 1—7月, 8月19—21日, 七、八月. */

import type { Span } from "../../text/text.ts";
import { match } from "../numerals/match.ts";
import type { Expression, Scan } from "../types.ts";
import type { Point } from "./point.ts";
import { countsDays, readMonth, smallNumber } from "./points.ts";
import { dateRange } from "./ranges.ts";
import { type ResolvedDate, resolve } from "./resolve.ts";
import { readYear } from "./years.ts";

const YEARS = /((?:19|20)\d\d)年?(?:—|～|至|-|到)((?:19|20)\d\d)(?:年度?(?![级代])|学年|赛季|财年)/y;
/** A number of up to two digits. */
const N = "(\\d{1,2}|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])";
const RANGE = new RegExp(`${N}(?:—|～|至|-|到)${N}(?=[月日号])`, "y");
const LIST = new RegExp(`${N}((?:、${N}){1,11})(?=[月日号])`, "y");
const NEIGHBOURS = /([一二三四五六七八])([二三四五六七八九])(?=月)/y;

/** The range or list at an offset of which only the last date has its unit. */
export function readWithSharedUnit(scan: Scan, at: number): Expression | undefined {
  const { text } = scan;
  const years = match(YEARS, text, at);
  if (years) return yearRange(scan, at, years.groups, years.end);
  const year = readYear(text, at);
  const start = year?.end ?? at;
  const base: Point = year ?? { end: at };
  const months = readNumbers(text, start);
  if (months && text[months.end] === "月") {
    const valid = months.numbers.every((month) => month >= 1 && month <= 12);
    const end = readMonth(text, months.last, base)?.end;
    if (!valid || end === undefined || /[日号]/.test(text[end - 1] ?? "")) return undefined;
    const pointOf = (month: number): Point => ({ ...base, end, month });
    return resolveAll(scan, { start: at, end, numbers: months, pointOf, follow: !year });
  }
  const month = readMonth(text, start, base);
  if (month ? month.day !== undefined || month.monthPart || month.problem : year) return undefined;
  const days = readNumbers(text, month?.end ?? at);
  if (!days || !/[日号]/.test(text[days.end] ?? "")) return undefined;
  const bare =
    !month && (text[days.end] !== "日" || countsDays(text, at) || /[元均内游]/.test(text[days.end + 1] ?? ""));
  if (bare) return undefined;
  const end = days.end + 1;
  const pointOf = (day: number): Point => ({ ...(month ?? base), end, day });
  return resolveAll(scan, { start: at, end, numbers: days, pointOf, follow: false });
}

/** The numbers of months or days that share their unit. */
interface SharingNumbers {
  readonly numbers: readonly number[];
  /** Where the last of them starts, and where they end. */
  readonly last: number;
  readonly end: number;
  /** They are the two ends of a range; else a list. */
  readonly ranged: boolean;
}

function readNumbers(text: string, at: number): SharingNumbers | undefined {
  const range = match(RANGE, text, at);
  const list = range ?? match(LIST, text, at) ?? match(NEIGHBOURS, text, at);
  if (!list) return undefined;
  const words = range || !list.groups[0].includes("、") ? list.groups.slice(1, 3) : list.groups[0].split("、");
  const numbers = words.map((word) => smallNumber(word ?? "") ?? 0);
  const rising = numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
  const neighbours = range !== undefined || words.length !== 2 || list.groups[0].includes("、");
  if (!neighbours && numbers[1] !== (numbers[0] ?? 0) + 1) return undefined;
  if (!range && !rising) return undefined;
  return { numbers, last: list.end - (words.at(-1)?.length ?? 0), end: list.end, ranged: range !== undefined };
}

/** Dates that share their unit, as they stand in the text. */
interface SharingDates extends Span {
  readonly numbers: SharingNumbers;
  pointOf(number: number): Point;
  /** Months without a year follow the first of them. */
  readonly follow: boolean;
}

/** The range from the first date to the last, or the list of all; each takes from the first what it leaves out. */
function resolveAll(
  scan: Scan,
  { start, end, numbers: sharing, pointOf, follow }: SharingDates,
): Expression | undefined {
  const { numbers, ranged } = sharing;
  const first = resolve(scan, start, pointOf(numbers[0] ?? 0));
  if (!first) return undefined;
  const rest = numbers.slice(1).map((number) => {
    const point = pointOf(number);
    const { year, month } = first.date;
    const inherits = follow || point.day !== undefined;
    return inherits && year !== undefined && month !== undefined && point.day !== undefined
      ? resolve(scan, start, { end, day: number }, first)
      : resolve(scan, start, point, inherits ? first : undefined);
  });
  const second = rest.at(-1);
  if (!second || rest.some((one) => !one)) return undefined;
  const found = dateRange(scan, { start, end, date: first }, { start: end, end, date: second });
  if (ranged || found.value.kind !== "date") return found;
  const each = [first, ...rest].map((one) => (one as ResolvedDate).edtf);
  if (each.some((edtf) => edtf === undefined)) return found;
  return { ...found, value: { ...found.value, edtf: `{${each.join(",")}}` } };
}

/** 2021—2025年, with two parts where both have their 年. */
function yearRange(scan: Scan, at: number, groups: RegExpExecArray, end: number): Expression | undefined {
  const [all, from = "", to = ""] = groups;
  if (from === to) return undefined;
  if (Number(from) > Number(to)) {
    if (!/[至到—～]/.test(all)) return undefined;
    const problem = { kind: "backwards", stated: `${to}年`, expected: `${from}年` } as const;
    return { end, type: "DATE", value: { kind: "date", problem } };
  }
  const last = { stated: false, ...(scan.last?.year !== undefined && { year: scan.last.year }) };
  const range: Expression = { end, type: "DATE", value: { kind: "date", edtf: `${from}/${to}` }, last };
  if (all.indexOf("年") !== 4 || !all.endsWith("年")) return range;
  const halves = [
    { start: at, end: at + 5, value: { kind: "date", edtf: from } as const },
    { start: end - 5, end, value: { kind: "date", edtf: to } as const },
  ];
  return { ...range, parts: halves };
}
