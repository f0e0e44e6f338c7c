/** Lunar dates, years by stem and branch, and festivals: 农历八月十五, 腊月廿三, 壬寅年, 中秋节. */

import type { DateValue } from "../types.ts";
import {
  civilOf,
  dayNumber,
  dayOfIso,
  dayOfLunar,
  isoOf,
  lunarMonthLength,
  lunarOf,
  pad,
  pureBrightness,
  stemBranchOf,
} from "./calendar.ts";
import { yearForMonth } from "./infer.ts";
import { match } from "./numerals.ts";
import { readYear, smallNumber } from "./points.ts";
import type { Found, Reader, Scan } from "./types.ts";

const CALENDAR = /(?:农历|阴历|旧历|夏历)的?/y;
const STEM_BRANCH = /([甲乙丙丁戊己庚辛壬癸])([子丑寅卯辰巳午未申酉戌亥])[鼠牛虎兔龙蛇马羊猴鸡狗猪]?年/y;
const MONTH = /(闰?)(正|十[一二]?|[一二三四五六七八九]|冬|腊)月/y;
const DAY =
  /(初[一二三四五六七八九十]|廿[一二三四五六七八九]?|三十|二十[一二三四五六七八九]?|十[一二三四五六七八九]?)(?![一二三四五六七八九十日号个名人家户年月天元多余万])/y;
const NEW_YEAR = /大年(初[一二三四五六七八九十]|三十)|年三十/y;
const MONTHS: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 };

/** A lunar date or a range of two, alone or in a year (今年农历八月十五, 腊月廿五至正月初五). */
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
    if (first) return lunarFound(scan, eve.end, year, 1, first, false, inferred);
    return newYearsEve(scan, eve.end, inferred && !stated ? undefined : year, inferred);
  }
  if (!month) return cycle && !stated ? lunarYear(cycle.end, cycleYear) : undefined;
  const name = month.groups[2] ?? "";
  const day = match(DAY, text, month.end);
  const dayName = day?.groups[1] ?? "";
  const number = MONTHS[name] ?? smallNumber(name) ?? 0;
  const own_ = /[正冬腊]/.test(name) || month.groups[1] || /^[初廿]/.test(dayName) || dayName === "十五";
  if (!calendar && !cycle && !own_) return undefined;
  if (!day && /[\d日号]/.test(text[month.end] ?? "")) return undefined;
  const dayNumberOf = day ? smallNumber(dayName.replace("初", "")) : undefined;
  return lunarFound(scan, day?.end ?? month.end, year, number, dayNumberOf, Boolean(month.groups[1]), inferred);
};

type Festival = readonly [sticky: RegExp, calendar: "solar" | "lunar", month: number, day: number];

const HOLIDAY = "(?=假期|小长假|长假|黄金周|期间|前夕|当天|佳节|之夜)";
const FESTIVALS: readonly Festival[] = [
  [/元旦(?!晚会|联欢|文艺)/y, "solar", 1, 1],
  [/(?:三八)?(?:国际劳动)?妇女节/y, "solar", 3, 8],
  [/植树节/y, "solar", 3, 12],
  [/(?:[“"]?五一[”"]?)?(?:国际)?劳动节/y, "solar", 5, 1],
  [new RegExp(`[“"]?五一[”"]?${HOLIDAY}`, "y"), "solar", 5, 1],
  [new RegExp(`[“"]?十一[”"]?${HOLIDAY}`, "y"), "solar", 10, 1],
  [/(?:五四)?青年节/y, "solar", 5, 4],
  [/(?:六一)?(?:国际)?儿童节/y, "solar", 6, 1],
  [/建党节/y, "solar", 7, 1],
  [/建军节/y, "solar", 8, 1],
  [/教师节/y, "solar", 9, 10],
  [new RegExp(`国庆(?:节|${HOLIDAY})`, "y"), "solar", 10, 1],
  [/圣诞节/y, "solar", 12, 25],
  [/春节(?!联欢|晚会|档)/y, "lunar", 1, 1],
  [/元宵节/y, "lunar", 1, 15],
  [new RegExp(`端午(?:节|${HOLIDAY})`, "y"), "lunar", 5, 5],
  [/七夕节/y, "lunar", 7, 7],
  [new RegExp(`中秋(?:节|${HOLIDAY})`, "y"), "lunar", 8, 15],
  [/重阳节/y, "lunar", 9, 9],
  [/腊八节/y, "lunar", 12, 8],
];
const EVE = /除夕/y;
const PURE_BRIGHTNESS = new RegExp(`清明(?:节|${HOLIDAY})`, "y");

/** A festival as the day it falls on, alone or in a year (2022年春节). */
export const readFestival: Reader = (scan, at) => {
  const { text } = scan;
  const stated = readYear(text, at);
  const from = stated?.end ?? at;
  if (!/[元妇三植劳五十青六儿建教国圣春端七中重腊除清“]/.test(text[from] ?? "")) return undefined;
  const { anchor } = scan;
  const ownYear = anchor === undefined ? undefined : civilOf(anchor).year;
  const year = stated?.year ?? (stated?.shift && ownYear !== undefined ? ownYear + stated.shift.by : undefined);
  const inferred = stated?.year ? undefined : ["year"];
  for (const [sticky, calendar, month, day] of FESTIVALS) {
    const found = match(sticky, text, from) ?? (stated && shortFestival(sticky, text, from));
    if (!found) continue;
    if (calendar === "lunar") {
      return lunarFound(scan, found.end, year ?? lunarYearFor(scan, month), month, day, false, inferred);
    }
    const solar = year ?? yearForMonth(scan, at, month, day)?.year;
    return dateFound(found.end, solar === undefined ? undefined : dayNumber(solar, month, day), inferred);
  }
  const eve = match(EVE, text, from);
  if (eve) {
    return newYearsEve(scan, eve.end, year === undefined ? undefined : year - 1, inferred);
  }
  const brightness = match(PURE_BRIGHTNESS, text, from);
  const brightYear = year ?? ownYear;
  if (!brightness) return undefined;
  return dateFound(brightness.end, brightYear === undefined ? undefined : pureBrightness(brightYear), inferred);
};

/** Behind a year a festival's name does without its 节: 去年国庆. */
function shortFestival(sticky: RegExp, text: string, at: number): { end: number } | undefined {
  const name = match(/国庆|中秋|端午|元宵|重阳/y, text, at);
  return name && match(sticky, `${name.groups[0]}节`, 0) ? { end: name.end } : undefined;
}

function ownLunarYear(scan: Scan): number | undefined {
  const anchor = scan.anchor;
  return anchor === undefined ? undefined : lunarOf(anchor)?.year;
}

/** The lunar year a month without a year belongs to: the page's own, across a new year the near side of it. */
function lunarYearFor(scan: Scan, month: number): number | undefined {
  const anchor = scan.anchor;
  const own = anchor === undefined ? undefined : lunarOf(anchor);
  if (!own) return undefined;
  if (own.month >= 11 && month <= 1) return own.year + 1;
  // The year's last months lie nearer in the year before until summer.
  return month >= 11 && own.month <= 5 ? own.year - 1 : own.year;
}

function lunarFound(
  scan: Scan,
  end: number,
  stated: number | undefined,
  month: number,
  day: number | undefined,
  leap: boolean,
  inferred: readonly string[] | undefined,
): Found {
  const year = inferred && stated === ownLunarYear(scan) ? lunarYearFor(scan, month) : stated;
  const given = inferred && year !== undefined ? { inferred } : {};
  if (year === undefined)
    return {
      end,
      type: "DATE",
      value: { kind: "date", lunar: `XXXX-${pad(month, 2)}${day ? `-${pad(day, 2)}` : ""}` },
    };
  if (leap && inferred && lunarMonthLength(year, month, true) === 0) {
    const earlier = Array.from({ length: 30 }, (_, back) => year - back).find(
      (one) => lunarMonthLength(one, month, true) > 0,
    );
    if (earlier !== undefined) return lunarFound(scan, end, earlier, month, day, true, inferred);
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
    ...(number === undefined &&
      length > 0 &&
      day > 30 && { problem: { kind: "lunar-day" as const, stated: `${day}`, expected: `${length}` } }),
  };
  return { end, type: "DATE", value };
}

/** The last day of a lunar year; without a year the one nearest to the page's day. */
function newYearsEve(
  scan: Scan,
  end: number,
  stated: number | undefined,
  inferred: readonly string[] | undefined,
): Found {
  const own = ownLunarYear(scan);
  const year = stated ?? (own === undefined ? undefined : nearestEve(scan.anchor ?? 0, own));
  if (year === undefined) return lunarFound(scan, end, undefined, 12, 30, false, undefined);
  const length = lunarMonthLength(year, 12, false);
  const found = lunarFound(scan, end, year, 12, length, false, undefined);
  return inferred && found.value.kind === "date" ? { ...found, value: { ...found.value, inferred } } : found;
}

function nearestEve(anchor: number, own: number): number {
  const away = (year: number): number =>
    Math.abs((dayOfLunar({ year: year + 1, month: 1, day: 1, leap: false }) ?? 0) - anchor);
  return away(own - 1) <= away(own) ? own - 1 : own;
}

function lunarYear(end: number, year: number | undefined): Found {
  return {
    end,
    type: "DATE",
    value: { kind: "date", ...(year !== undefined && { edtf: pad(year, 4) }), lunarYear: true },
  };
}

/** The year of a stem and branch: the last one up to two years after the page's own. */
function cycleYearOf(name: string, own: number | undefined): number | undefined {
  if (own === undefined) return undefined;
  for (let year = own + 2; year > own - 58; year -= 1) if (stemBranchOf(year) === name) return year;
  return undefined;
}

function dateFound(end: number, day: number | undefined, inferred: readonly string[] | undefined): Found {
  return {
    end,
    type: "DATE",
    value: { kind: "date", ...(day !== undefined && { edtf: isoOf(day), ...(inferred && { inferred }) }) },
  };
}
