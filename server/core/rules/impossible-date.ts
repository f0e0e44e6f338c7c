/** A date that no calendar has, or one whose weekday is another. */

import { toPageSpans } from "../layout/joined.ts";
import type { Found, Rule } from "./types.ts";

export const impossibleDate: Rule = {
  id: "impossible-date",
  title: { zh: "日期有误", en: "Impossible date" },
  why: {
    zh: "日期写错，一处计一个差错（《报纸编校差错率计算方法》）；十三月、二月三十日和对不上的星期，编辑一眼难以看出，推算却不会错。",
    en: "A wrong date counts as a full error in the newspapers' own rules. A thirteenth month, a thirtieth of February and a weekday that does not fit are hard to see and easy to work out.",
  },
  severity: "error",
  fixes: [],
  examples: [
    { page: "云溪县⟦2月30日⟧召开大会。\n" },
    { page: "大会定于⟦13月5日⟧举行。\n" },
    { page: "青川日报 2022年8月16日 ⟦星期三⟧\n" },
    { page: "⟦2023年2月29日⟧，云溪县召开大会。\n" },
  ],
  silent: [
    { page: "2024年2月29日，云溪县召开大会。\n" },
    { page: "第3版 2022年8月16日 星期二\n" },
    { page: "农历2月30日，庙会开场。\n" },
    { page: "每年2月29日前后，河开雁来。\n" },
  ],

  *check({ text, blocks }) {
    for (const block of blocks) {
      for (const { start, end, message } of faultsIn(block.text)) {
        const spans = toPageSpans(text, block, start, end);
        const first = spans[0];
        if (first) yield { start: first.start, end: spans.at(-1)?.end ?? first.end, message };
      }
    }
  },
};

const DATE =
  /(?<![\d.])(?:(?<year>\d{4})年)?(?<month>\d{1,2})月(?<day>\d{1,2})[日号](?:[\s（(，]{0,2}(?<weekday>(?:星期|周|礼拜)[一二三四五六日天]))?/gu;
const LUNAR = /(?:农历|阴历|旧历|夏历)(?:\d{4}年)?[^\d，。]{0,4}$/u;
const WEEKDAYS = "日一二三四五六";

/**
 * The dates of a text that cannot be; offsets into it. The full grammar of dates in `mentions/numbers` (`findDates`)
 * covers relative and Chinese-numeral dates; a month and a day that do not exist only show in written-out figures,
 * which is all that this one reads.
 */
function faultsIn(text: string): Found[] {
  const faults: Found[] = [];
  for (const { index, 0: date, groups } of text.matchAll(DATE)) {
    const year = groups?.year === undefined ? undefined : Number(groups.year);
    const month = Number(groups?.month);
    const day = Number(groups?.day);
    if (LUNAR.test(text.slice(Math.max(0, index - 12), index))) continue;
    const weekday = groups?.weekday ?? "";
    const written = date.slice(0, date.length - weekday.length).replace(/[\s（(，]+$/u, "");
    const span = { start: index, end: index + written.length };
    if (month < 1 || month > 12) {
      faults.push({ ...span, message: { zh: `没有${month}月`, en: `There is no month ${month}` } });
    } else if (day < 1 || day > daysOf(year, month)) {
      const days = daysOf(year, month);
      faults.push({
        ...span,
        message:
          year !== undefined && month === 2 && day === 29
            ? { zh: `${year}年不是闰年，2月没有29日`, en: `${year} is no leap year; February has no day 29` }
            : {
                zh: `${month}月只有${days}天，没有${day}日`,
                en: `Month ${month} has ${days} days; it has no day ${day}`,
              },
      });
    } else if (weekday && year !== undefined && year >= GREGORIAN) {
      const right = WEEKDAYS.charAt(new Date(Date.UTC(year, month - 1, day)).getUTCDay());
      if (right === weekday.slice(-1).replace("天", "日")) continue;
      const start = index + date.length - weekday.length;
      faults.push({
        start,
        end: start + weekday.length,
        message: {
          zh: `${year}年${month}月${day}日是星期${right}，不是${weekday}`,
          en: `${year}-${month}-${day} is not ${weekday} but 星期${right}`,
        },
      });
    }
  }
  return faults;
}

/** China has counted by this calendar since 1912. */
const GREGORIAN = 1912;

/** Days of a month; without a year February may have 29. */
function daysOf(year: number | undefined, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (year === undefined) return 29;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}
