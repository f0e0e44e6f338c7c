/** Reads what recurs, as iCalendar (RFC 5545) writes it: 每月, 每周三, 每年6月26日. */

import { FREQUENCIES } from "../../tables/frequencies.ts";
import { before } from "../../text/text.ts";
import { match } from "../numerals/match.ts";
import type { Expression, Reader } from "../types.ts";
import { smallNumber } from "./points.ts";
import { weekdayNumber } from "./weekdays.ts";

/** A recurrence: 每月, 每周三, 每年6月26日, 每3个月, or the 一月 of 一月一调度. */
export const readRecurrence: Reader = ({ text }, at) => {
  if (text[at] === "一") {
    const rhythm = match(ONE_BY_ONE, text, at);
    if (!rhythm || /[这那第某每十\d初周期]$/.test(before(text, at, 1))) return undefined;
    const again = text.slice(rhythm.end + 1, rhythm.end + 2);
    return /[日号至到]/.test(again) ? undefined : recurrence(rhythm.end, FREQUENCIES.get(rhythm.groups[1] ?? "") ?? "");
  }
  if (text[at] !== "每") return undefined;
  const date = match(EVERY_DATE, text, at);
  if (date) {
    const day = date.groups[2] ? `;BYMONTHDAY=${smallNumber(date.groups[2])}` : "";
    return recurrence(date.end, `FREQ=YEARLY;BYMONTH=${smallNumber(date.groups[1] ?? "")}${day}`);
  }
  const monthDay = match(EVERY_MONTH_DAY, text, at);
  if (monthDay) return recurrence(monthDay.end, `FREQ=MONTHLY;BYMONTHDAY=${Number(monthDay.groups[1])}`);
  const weekday = match(EVERY_WEEKDAY, text, at);
  if (weekday) {
    const from = weekdayNumber(weekday.groups[1] ?? "");
    const to = weekday.groups[2] ? weekdayNumber(weekday.groups[2]) : from;
    const others = (weekday.groups[3] ?? "").match(/[一二三四五六日天]/g) ?? [];
    const days = [...DAYS.slice(from, to + 1), ...others.map((sign) => DAYS[weekdayNumber(sign)])];
    return recurrence(weekday.end, `FREQ=WEEKLY;BYDAY=${days.join(",")}`);
  }
  const many = match(EVERY_N, text, at);
  if (many) {
    const count = smallNumber(many.groups[1] ?? "");
    const frequency = FREQUENCIES.get(many.groups[2] ?? "");
    if (count && frequency && !frequency.includes("INTERVAL"))
      return recurrence(many.end, `${frequency};INTERVAL=${count}`);
  }
  const every = match(EVERY, text, at);
  const frequency =
    every && (FREQUENCIES.get(every.groups[1] ?? "") ?? FREQUENCIES.get((every.groups[1] ?? "").replace("个", "")));
  return every && frequency ? recurrence(every.end, frequency) : undefined;
};

function recurrence(end: number, rrule: string): Expression {
  return { end, type: "DATE", value: { kind: "recurrence", rrule } };
}

const EVERY_DATE =
  /每年的?(\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份|(\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号])?/y;
const EVERY_MONTH_DAY = /每(?:个)?月的?(\d{1,2})[日号]/y;
const EVERY_WEEKDAY =
  /每(?:周|个?星期|逢周)([一二三四五六日天])(?![次期回场份个调通研督评排简总])(?:至(?:周|星期)?([一二三四五六日天])|((?:[、和及](?:周|星期)?[一二三四五六日天])+)(?![次期回场份个]))?/y;
const EVERY_N = /每隔?(\d{1,3}|[两二三四五六七八九十]{1,3})(年|个月|周|个星期|天|日|个?小时|分钟)(?!度)/y;
const EVERY = /每(?:隔)?(半年|年|个?季度|季|个?月|周|个?星期|天|日|晚|个?小时|分钟)(?![度轻级级报刊逢新])/y;
/** RFC 5545's weekdays, by the number of each from 1. */
const DAYS = ["", "MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const ONE_BY_ONE = /一(年|季度|季|月|周|天|日)(?=一[\u4e00-\u9fff《“])(?!一[年度天月周])/y;
