/** Reads lunar dates, and years by stem and branch: 农历八月十五, 腊月廿三, 壬寅年. */

import type { DateValue } from "../../page/mention.ts";
import { match } from "../numerals/match.ts";
import type { Expression, Reader, Scan } from "../types.ts";
import { dayOfIso, dayOfLunar, isoOf, lunarMonthLength, lunarOf, pad, stemBranchOf } from "./calendar.ts";
import { smallNumber } from "./points.ts";
import { readYear } from "./years.ts";

/** The calendar's names, a year by stem, branch and animal, a month, and a day. */
const CALENDAR = /(?:农历|阴历|旧历|夏历)的?/y;
const STEM_BRANCH = /([甲乙丙丁戊己庚辛壬癸])([子丑寅卯辰巳午未申酉戌亥])[鼠牛虎兔龙蛇马羊猴鸡狗猪]?年/y;
const MONTH = /(闰?)(正|十[一二]?|[一二三四五六七八九]|冬|腊)月/y;
const DAY =
  /(初[一二三四五六七八九十]|廿[一二三四五六七八九]?|三十|二十[一二三四五六七八九]?|十[一二三四五六七八九]?)(?![一二三四五六七八九十日号个名人家户年月天元多余万])/y;
/** Days that no lunar month has. 日, a stop or the end must follow them: 三十一到 is 三十 and 一到. */
const NO_DAY =
  /(三十[一二三四五六七八九]|[四五六七八九]十[一二三四五六七八九]?)(?:[日号]|(?=[\s，。、；：！？（）”]|$))/y;
/** Month and day in digits, which are lunar only after the calendar's name: 农历2月30日. */
const IN_DIGITS = /(闰?)(\d{1,2})月(?:(\d{1,2})[日号]?)?(?![\d至到—～-])/y;
/** Days by the number of their month, without 初: 二月二, 九月九. */
const DOUBLED = /([二三五六七九])月\1(?![一二三四五六七八九十日号月个年点时分])/y;
const NEW_YEAR = /大年(初[一二三四五六七八九十]|三十)|年三十/y;
/** The months whose names are no numerals. */
const MONTHS: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 };

/** A lunar date or a range of two, alone or in a year: 今年农历八月十五, 腊月廿六至正月初四. */
export const readLunar: Reader = (scan, at) => {
  const first = readLunarDate(scan, at);
  const connector = first && match(/[至到—～-]/y, scan.text, first.end);
  const second = connector && readLunarDate(scan, connector.end);
  if (!first || !second || first.value.kind !== "date" || second.value.kind !== "date") return first;
  const [from, to] = [dayOfIso(first.value.edtf), dayOfIso(second.value.edtf)];
  if (from === undefined || to === undefined) return first;
  const start = from <= to ? from : yearEarlier(from);
  const inferred = first.value.inferred ? { inferred: first.value.inferred } : {};
  return { end: second.end, type: "DATE", value: { kind: "date", edtf: `${isoOf(start)}/${isoOf(to)}`, ...inferred } };
};

/** The day number of the same lunar date a year earlier. */
function yearEarlier(day: number): number {
  const date = lunarOf(day);
  return (date && dayOfLunar({ ...date, year: date.year - 1, leap: false })) ?? day;
}

const readLunarDate: Reader = (scan, at) => {
  const { text } = scan;
  const stated = readYear(text, at);
  const from = stated?.end ?? at;
  if (!/[农阴旧夏闰正冬腊甲乙丙丁戊己庚辛壬癸大年一二三四五六七八九十]/.test(text[from] ?? "")) return undefined;
  const calendar = match(CALENDAR, text, from);
  const digits = calendar && match(IN_DIGITS, text, calendar.end);
  const inDigits = digits && readInDigits(scan, digits.end, digits.groups, stated?.year);
  if (inDigits) return inDigits;
  const cycle = match(STEM_BRANCH, text, calendar?.end ?? from);
  const eve = match(NEW_YEAR, text, cycle?.end ?? calendar?.end ?? from);
  const month = eve ? undefined : match(MONTH, text, cycle?.end ?? calendar?.end ?? from);
  if (!eve && !month && !cycle) return undefined;
  const own = ownLunarYear(scan);
  const cycleYear = cycle && cycleYearOf(`${cycle.groups[1]}${cycle.groups[2]}`, own);
  const year = cycleYear ?? stated?.year ?? (own !== undefined ? own + (stated?.shift?.by ?? 0) : undefined);
  const inferred = cycle || stated?.year ? undefined : ["year"];
  if (eve && text[at - 1] !== "大") {
    const first = eve.groups[1]?.startsWith("初") ? smallNumber(eve.groups[1].slice(1)) : undefined;
    if (first) return lunarDate(scan, eve.end, { year, month: 1, day: first, leap: false, inferred });
    return newYearsEve(scan, eve.end, inferred && !stated ? undefined : year, inferred);
  }
  if (!month) return cycle && !stated ? lunarYear(cycle.end, cycleYear) : undefined;
  const doubled = match(DOUBLED, text, month.end - 2);
  if (doubled) {
    const number = smallNumber(doubled.groups[1] ?? "") ?? 0;
    return lunarDate(scan, doubled.end, { year, month: number, day: number, leap: false, inferred });
  }
  const name = month.groups[2] ?? "";
  const day = match(DAY, text, month.end);
  const dayName = day?.groups[1] ?? "";
  const number = MONTHS[name] ?? smallNumber(name) ?? 0;
  const isLunarName = /[正冬腊]/.test(name) || month.groups[1] || /^[初廿]/.test(dayName) || dayName === "十五";
  if (!calendar && !cycle && !isLunarName) return undefined;
  const noDay = day || (!calendar && !/[正冬腊闰]/.test(month.groups[0])) ? undefined : match(NO_DAY, text, month.end);
  if (noDay) {
    const problem = tooLong(smallNumber(noDay.groups[1] ?? "") ?? 0, LONGEST);
    return { end: noDay.end, type: "DATE", value: { kind: "date", ...problem } };
  }
  if (!day && /[\d日号]/.test(text[month.end] ?? "")) return undefined;
  const dayOfMonth = day ? smallNumber(dayName.replace("初", "")) : undefined;
  const leap = Boolean(month.groups[1]);
  return lunarDate(scan, day?.end ?? month.end, { year, month: number, day: dayOfMonth, leap, inferred });
};

/** A month and day in digits; `groups` are those of {@link IN_DIGITS}. */
function readInDigits(
  scan: Scan,
  end: number,
  groups: RegExpExecArray,
  stated: number | undefined,
): Expression | undefined {
  const [month, day] = [Number(groups[2]), groups[3] === undefined ? undefined : Number(groups[3])];
  if (month < 1 || month > 12 || day === 0) return undefined;
  const inferred = stated === undefined ? ["year"] : undefined;
  return lunarDate(scan, end, { year: stated ?? ownLunarYear(scan), month, day, leap: Boolean(groups[1]), inferred });
}

/** The lunar year of the page's own day. */
function ownLunarYear(scan: Scan): number | undefined {
  const anchor = scan.anchor;
  return anchor === undefined ? undefined : lunarOf(anchor)?.year;
}

/** The lunar year of a month without a year: the page's own, or the one beside it where that month is nearer. */
export function lunarYearFor(scan: Scan, month: number): number | undefined {
  const anchor = scan.anchor;
  const own = anchor === undefined ? undefined : lunarOf(anchor);
  if (!own) return undefined;
  if (own.month >= 11 && month <= 1) return own.year + 1;
  // Until summer the last months of the year before are nearer than those to come.
  return month >= 11 && own.month <= 5 ? own.year - 1 : own.year;
}

/** What a text states of a lunar date, or what was inferred for it. */
interface StatedLunar {
  readonly year: number | undefined;
  readonly month: number;
  /** Missing where the whole month is meant. */
  readonly day: number | undefined;
  readonly leap: boolean;
  /** The parts that the text leaves out. */
  readonly inferred: readonly string[] | undefined;
}

/**
 * A lunar date or month that ends at an offset, as solar days. Without a year it is a lunar date alone; a leap month without
 * a stated year is the latest of its number up to 30 years back; a day beyond the thirtieth is a problem.
 */
export function lunarDate(scan: Scan, end: number, stated: StatedLunar): Expression {
  const { month, day, leap, inferred } = stated;
  const year = inferred && stated.year === ownLunarYear(scan) ? lunarYearFor(scan, month) : stated.year;
  const given = inferred && year !== undefined ? { inferred } : {};
  if (year === undefined) {
    const lunar = `XXXX-${pad(month, 2)}${day ? `-${pad(day, 2)}` : ""}`;
    return {
      end,
      type: "DATE",
      value: { kind: "date", ...(day && day > LONGEST ? tooLong(day, LONGEST) : { lunar }) },
    };
  }
  if (leap && inferred && lunarMonthLength(year, month, true) === 0) {
    const earlier = Array.from({ length: 30 }, (_, back) => year - back).find(
      (one) => lunarMonthLength(one, month, true) > 0,
    );
    if (earlier !== undefined) return lunarDate(scan, end, { ...stated, year: earlier });
  }
  const lunar = `${pad(year, 4)}-${leap ? "L" : ""}${pad(month, 2)}`;
  const length = lunarMonthLength(year, month, leap);
  if (day === undefined) {
    const first = dayOfLunar({ year, month, day: 1, leap });
    const edtf = first === undefined ? {} : { edtf: `${isoOf(first)}/${isoOf(first + length - 1)}` };
    return { end, type: "DATE", value: { kind: "date", ...edtf, lunar, ...given } };
  }
  const number = dayOfLunar({ year, month, day, leap });
  const value: DateValue = {
    kind: "date",
    ...(number !== undefined && { edtf: isoOf(number) }),
    lunar: `${lunar}-${pad(day, 2)}`,
    ...given,
    ...(number === undefined && day > LONGEST && tooLong(day, LONGEST)),
  };
  return { end, type: "DATE", value };
}

/** The most days that a lunar month has. */
const LONGEST = 30;

function tooLong(day: number, length: number): Pick<DateValue, "problem"> {
  return { problem: { kind: "lunar-day", stated: `${day}`, expected: `${length}` } };
}

/** The last day of a lunar year (除夕); without a year the one nearest to the page's day. */
export function newYearsEve(
  scan: Scan,
  end: number,
  stated: number | undefined,
  inferred: readonly string[] | undefined,
): Expression {
  const own = ownLunarYear(scan);
  const year = stated ?? (own === undefined ? undefined : nearestEve(scan.anchor ?? 0, own));
  const eve = { month: 12, leap: false, inferred: undefined };
  if (year === undefined) return lunarDate(scan, end, { ...eve, year, day: 30 });
  const found = lunarDate(scan, end, { ...eve, year, day: lunarMonthLength(year, 12, false) });
  return inferred && found.value.kind === "date" ? { ...found, value: { ...found.value, inferred } } : found;
}

/** The lunar year, of the page's own and the one before, whose last day is nearer to the page's day. */
function nearestEve(anchor: number, own: number): number {
  const away = (year: number): number =>
    Math.abs((dayOfLunar({ year: year + 1, month: 1, day: 1, leap: false }) ?? 0) - anchor);
  return away(own - 1) <= away(own) ? own - 1 : own;
}

/** A lunar year by its stem and branch. */
function lunarYear(end: number, year: number | undefined): Expression {
  return {
    end,
    type: "DATE",
    value: { kind: "date", ...(year !== undefined && { edtf: pad(year, 4) }), lunarYear: true },
  };
}

/** The latest year of a stem and branch that is at most two years after the page's own. */
function cycleYearOf(name: string, own: number | undefined): number | undefined {
  if (own === undefined) return undefined;
  for (let year = own + 2; year > own - 58; year -= 1) if (stemBranchOf(year) === name) return year;
  return undefined;
}
