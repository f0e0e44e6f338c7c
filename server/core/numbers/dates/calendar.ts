/**
 * The calendar: days as numbers, months' lengths, weekdays, the lunar calendar and public holidays. The lunar calendar and
 * the holidays are the library's (chinese-days): the former as GB/T 33661 reckons it, the latter as the State Council sets
 * them each year.
 */

import chineseDays from "chinese-days";

/** A date of the Gregorian calendar, also before 1582; months and days count from 1, and the year 0 is 1 BC. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A date of the lunar calendar, with its lunar year; `leap` where its month is the leap month. */
export interface Lunar extends Civil {
  readonly leap: boolean;
}

/** A day in ms. */
const DAY = 86_400_000;
/** The years whose lunar calendar the library has. */
const FIRST_LUNAR = 1901;
const LAST_LUNAR = 2099;

/** The day number of a date: days since 1970-01-01. Days and months beyond their month's or year's end run on into the next. */
export function dayNumber(year: number, month: number, day: number): number {
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, day);
  return Math.floor(time.getTime() / DAY);
}

/** The date of a day number. */
export function civilOf(number: number): Civil {
  const time = new Date(number * DAY);
  return { year: time.getUTCFullYear(), month: time.getUTCMonth() + 1, day: time.getUTCDate() };
}

/** The weekday of a day number as ISO 8601 counts: 1 (Monday) to 7 (Sunday). */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** The most days that each month can have, January first. */
export const LONGEST: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** How many days a month has. */
export function monthLength(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

/** A day number in the form of ISO 8601 (GB/T 7408): `2022-08-16`. */
export function isoOf(number: number): string {
  const { year, month, day } = civilOf(number);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The day number of `2022-08-16`; undefined for any other text. */
export function dayOfIso(iso: string | undefined): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso ?? "") ?? [];
  return year ? dayNumber(Number(year), Number(month), Number(day)) : undefined;
}

/** The number with noughts before it, up to the width given. */
export function pad(number: number, width: number): string {
  return `${number}`.padStart(width, "0");
}

/** The lunar date of a day number; undefined outside 1901–2099. */
export function lunarOf(number: number): Lunar | undefined {
  const { year } = civilOf(number);
  if (year < FIRST_LUNAR || year > LAST_LUNAR) return undefined;
  const { lunarYear, lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(isoOf(number));
  return { year: lunarYear, month: lunarMon, day: lunarDay, leap: isLeap };
}

/** How many days a lunar month has; 0 where the lunar year has no such month or is outside 1901–2099. */
export function lunarMonthLength(year: number, month: number, leap: boolean): number {
  if (year < FIRST_LUNAR || year > LAST_LUNAR || month < 1 || month > 12) return 0;
  if (!leap) return chineseDays.monthDays(year, month);
  const found = chineseDays.getYearLeapMonth(year);
  return found.leapMonth === month ? found.days : 0;
}

/** The day number of a lunar date; undefined where there is no such day, or outside 1901–2099. */
export function dayOfLunar({ year, month, day, leap }: Lunar): number | undefined {
  if (day < 1 || day > lunarMonthLength(year, month, leap)) return undefined;
  const newYear = dayOfIso(chineseDays.getSolarDateFromLunar(`${year}-01-01`).date);
  if (newYear === undefined) return undefined;
  const leapMonth = chineseDays.getYearLeapMonth(year).leapMonth ?? 0;
  let days = 0;
  for (let m = 1; m < month; m += 1)
    days += lunarMonthLength(year, m, false) + (m === leapMonth ? lunarMonthLength(year, m, true) : 0);
  if (leap) days += lunarMonthLength(year, month, false);
  return newYear + days + day - 1;
}

/** The day number of 清明 in a year; undefined outside 1901–2099. */
export function pureBrightness(year: number): number | undefined {
  if (year < FIRST_LUNAR || year > LAST_LUNAR) return undefined;
  return dayOfIso(chineseDays.getSolarTermDate(year, 4, "pure_brightness"));
}

/** More days than any run of days off has had, weekends beside the festival included. */
const LONGEST_HOLIDAY = 14;

/**
 * The day numbers of the first and last of the days off round a public holiday; undefined for any other day, and for years
 * of which the library has no list.
 */
export function daysOff(day: number | undefined): readonly [number, number] | undefined {
  if (day === undefined || !isPublicHoliday(day)) return undefined;
  let [first, last] = [day, day];
  while (last - first < LONGEST_HOLIDAY && !works(first - 1)) first -= 1;
  while (last - first < LONGEST_HOLIDAY && !works(last + 1)) last += 1;
  return [first, last];
}

/** Whether a day is a public holiday: the library names those in three parts (`National Day,国庆节,3`), others by weekday. */
function isPublicHoliday(day: number): boolean {
  const { work, name } = chineseDays.getDayDetail(isoOf(day));
  return !work && name.includes(",");
}

/** Whether a day is a working day, moved weekends included. */
function works(day: number): boolean {
  return chineseDays.getDayDetail(isoOf(day)).work;
}

const MONTHS = ["正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊"];
const DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/** Month and day of a lunar date: `六月廿三`, `闰二月初一`. */
export function lunarName(date: Lunar): string {
  const { day } = date;
  const tens = day <= 10 ? "初" : day < 20 ? "十" : day === 20 ? "二十" : day < 30 ? "廿" : "三十";
  return `${lunarMonthName(date)}${tens}${day <= 10 ? DIGITS[day] : day % 10 ? DIGITS[day % 10] : ""}`;
}

/** A lunar month by its name: `腊月`, `闰二月`. */
export function lunarMonthName({ month, leap }: Pick<Lunar, "month" | "leap">): string {
  return `${leap ? "闰" : ""}${MONTHS[month - 1]}月`;
}

/** A weekday (1 to 7) in Chinese: `星期四` for 4. */
export function weekdayName(weekday: number): string {
  return `星期${"一二三四五六日"[weekday - 1]}`;
}

/** A weekday (1 to 7) in English: `Thursday` for 4. */
export function englishWeekday(weekday: number): string {
  return ENGLISH_WEEKDAYS[weekday - 1] ?? "";
}

const ENGLISH_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** The stem and branch of a year: 壬寅 for 2022. */
export function stemBranchOf(year: number): string {
  const index = (((year - 4) % 60) + 60) % 60;
  return `${"甲乙丙丁戊己庚辛壬癸"[index % 10]}${"子丑寅卯辰巳午未申酉戌亥"[index % 12]}`;
}
