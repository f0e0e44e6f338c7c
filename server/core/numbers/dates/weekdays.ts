/** The weekday that stands behind a date. */

import { match } from "../numerals/numerals.ts";

const WEEKDAY = / ?(?:[(（](?:星期|周|礼拜)([一二三四五六日天])[)）]|(?:星期|礼拜)([一二三四五六日天]))/y;

/** The weekday that stands behind a date, in brackets or not. */
export function readWeekday(text: string, at: number): { weekday: number; end: number } | undefined {
  const found = match(WEEKDAY, text, at);
  const sign = found?.groups[1] ?? found?.groups[2];
  return found && sign ? { weekday: weekdayNumber(sign), end: found.end } : undefined;
}

/** 1 for 一 to 6 for 六, 7 for 日 and 天. */
export function weekdayNumber(sign: string): number {
  return "一二三四五六".indexOf(sign) + 1 || 7;
}
