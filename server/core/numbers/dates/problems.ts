/** What cannot be about a date or time, as a sentence. */

import type { DateProblem } from "../../page/mention.ts";
import type { Localised } from "../../text/locale.ts";
import { englishWeekday } from "./calendar.ts";
import { weekdayNumber } from "./weekdays.ts";

/** The sentence that says what cannot be, and what would be right. It has no stop at its end. */
export function describeProblem({ kind, stated, expected, within }: DateProblem): Localised {
  switch (kind) {
    case "weekday":
      return {
        zh: `当天是${expected}，不是${stated}`,
        en: `that day was a ${weekday(expected)}, not a ${weekday(stated)}`,
      };
    case "month":
      return { zh: `没有${stated}`, en: `there is no month ${digits(stated)}` };
    case "day": {
      const leap = /^(\d+)年2月$/.exec(within ?? "");
      if (leap && stated === "29日") {
        return { zh: `${leap[1]}年不是闰年，2月没有29日`, en: `${leap[1]} is no leap year; February has no day 29` };
      }
      return {
        zh: `${within ?? "该月"}只有${digits(expected)}天，没有${stated}`,
        en: `there is no day ${digits(stated)}: the month has ${digits(expected)} days`,
      };
    }
    case "leap-day":
      return {
        zh: `年份存疑：推定的${within?.replace(/2月$/, "")}2月没有${stated}`,
        en: `which year is in doubt: the likeliest, ${digits(within?.slice(0, 4) ?? "")}, has no day ${digits(stated)} in February`,
      };
    case "lunar-day":
      return {
        zh: `农历一个月最多${expected}天，没有${stated}日`,
        en: `a lunar month has ${expected} days at most; there is no day ${stated}`,
      };
    case "hour": {
      const [hour, minute] = stated.split(/[时点]/);
      const en = minute ? `there is no ${hour}:${digits(minute)}; a day ends at 24:00` : `there is no hour ${hour}`;
      return { zh: `没有${stated}，一天至${expected}`, en };
    }
    case "minute":
      return { zh: `没有${stated}，一小时至${expected}`, en: `there is no minute ${digits(stated)}` };
    case "backwards":
      return {
        zh: `起止颠倒：“${stated}”在“${expected}”之前`,
        en: `the span ends (${stated}) before it begins (${expected})`,
      };
  }
}

/** The English name of a weekday: Thursday for 星期四. */
function weekday(name: string): string {
  return englishWeekday(weekdayNumber(name.slice(-1)));
}

/** The number of a part of a date, in digits: 13 of 13月. */
function digits(part: string): string {
  return part.replace(/\D/g, "");
}
