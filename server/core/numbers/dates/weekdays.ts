/** Reads the weekday after a date. */

import { match } from "../numerals/match.ts";

const WEEKDAY = / ?(?:[(（](?:星期|周|礼拜)([一二三四五六日天])[)）]|(?:星期|礼拜)([一二三四五六日天]))/y;

/** The weekday (1 to 7) at an offset after a date, in brackets or not, and where it ends. */
export function readWeekday(text: string, at: number): { weekday: number; end: number } | undefined {
  const found = match(WEEKDAY, text, at);
  const sign = found?.groups[1] ?? found?.groups[2];
  return found && sign ? { weekday: weekdayNumber(sign), end: found.end } : undefined;
}

/** The weekday of the character that names it: 1 for 一 to 6 for 六, 7 for 日 and 天. */
export function weekdayNumber(sign: string): number {
  return "一二三四五六".indexOf(sign) + 1 || 7;
}
