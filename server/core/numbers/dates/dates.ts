/** Reads dates and ranges of dates: 2021年1月1日, 8月19日至21日, 今年以来, 1—7月, 本周三. */

import type { DateProblem } from "../../page/mention.ts";
import { before } from "../../text/text.ts";
import { match } from "../numerals/match.ts";
import type { Expression, Reader, Scan } from "../types.ts";
import { runsBackwards } from "./backwards.ts";
import { isoOf } from "./calendar.ts";
import type { Point } from "./point.ts";
import { countsDays, readPoint, smallNumber } from "./points.ts";
import { dateRange, dateValue, type PlacedDate } from "./ranges.ts";
import { type ResolvedDate, resolve } from "./resolve.ts";
import { readWithSharedUnit } from "./shared-unit.ts";
import { readWeekday, weekdayNumber } from "./weekdays.ts";

const CONNECTOR = /起?[至到—～]|-(?=\d)/y;

/** A date or a range of dates. */
export const readDate: Reader = (scan, at) => {
  const { text } = scan;
  if (/\d/.test(text[at] ?? "") && /[\d.:]/.test(text[at - 1] ?? "")) return undefined;
  if (text[at] === "第" && text[at + 2] !== "季") return undefined;
  const sharing = readWithSharedUnit(scan, at);
  if (sharing) return sharing;
  const point = readStatedDate(text, at);
  const first = point && resolve(scan, at, point);
  if (!point || !first) return undefined;
  const second = readSecond(scan, at, point, first);
  if (second) return dateRange(scan, { start: at, end: point.end, date: first }, second);
  return singleDate(scan, at, point, first);
};

/** A date of any kind, as the text states it. */
function readStatedDate(text: string, at: number): Point | undefined {
  return readPoint(text, at) ?? readRelativeDay(text, at) ?? readWeek(text, at) ?? readBareDay(text, at);
}

/** Days counted from the page's own, and what makes other words of them (明日之星). */
const RELATIVE_DAY =
  /(大前|大后|[今昨前明后])天(?![津系性培努])|([今昨])日(?!头条|朝)|(?<!光|清|黎)(明)日(?!报|之星)|[今明昨]晨(?!报)|[今明昨]晚(?![报会上])|[今昨]夜(?!话)/y;
const DAYS_AWAY: Readonly<Record<string, number>> = { 今: 0, 昨: -1, 前: -2, 大前: -3, 明: 1, 后: 2, 大后: 3 };
const FOLLOWING_DAY = /([当同次翌])[日天](?!报|本(?!报))/y;

/** 今天, 昨日, 明晨; 当天 and 次日. */
function readRelativeDay(text: string, at: number): Point | undefined {
  const found = match(RELATIVE_DAY, text, at);
  if (found) {
    const word = found.groups[1] ?? found.groups[2] ?? found.groups[3] ?? found.groups[0][0] ?? "";
    if (/[前后]/.test(word) && /[\d以之日月年]/.test(text[at - 1] ?? "")) return undefined;
    return { end: found.end, shift: { unit: "day", by: DAYS_AWAY[word] ?? 0 } };
  }
  const following = match(FOLLOWING_DAY, text, at);
  if (!following || /[适相正恰应]/.test(text[at - 1] ?? "")) return undefined;
  return { end: following.end, follows: { unit: "day", by: /[次翌]/.test(following.groups[1] ?? "") ? 1 : 0 } };
}

const WEEK = /(本|这|上|下)一?(?:个)?(?:周|星期)(?:([一二三四五六日天末])|(?![期年边岁刊]))/y;
const WEEKDAY = /(?:星期([一二三四五六日天])|周([一二三四五六日])(?![次年期届回场更歇报岁一二三四五六七八九十]))/y;
const NO_WEEKDAY_BEFORE = /[每一两三四五六七八九十几数百\d东西北商后欧环四圆姓前]$/;

/** 本周, 上周五; 星期三 and 周三 alone. */
function readWeek(text: string, at: number): Point | undefined {
  const week = match(WEEK, text, at);
  if (week) {
    const by = week.groups[1] === "上" ? -1 : week.groups[1] === "下" ? 1 : 0;
    const sign = week.groups[2];
    return {
      end: week.end,
      shift: { unit: "week", by },
      ...(sign && { weekday: sign === "末" ? 6 : weekdayNumber(sign) }),
    };
  }
  const day = match(WEEKDAY, text, at);
  const sign = day?.groups[1] ?? day?.groups[2];
  if (!day || !sign || NO_WEEKDAY_BEFORE.test(before(text, at, 1))) return undefined;
  return { end: day.end, weekday: weekdayNumber(sign) };
}

const BARE_DAY = /(\d{1,2})日(?![元均本游龄志程出产夜光常内子耗里圆以之历])/y;
const BARE_HAN_DAY =
  /(三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[二三四五六七八九])日(?=[电讯在上下凌晚晨从向致举发表抵会宣说，])/y;

/** A day of the month alone: 15日, and 十六日 as news agencies' datelines have it. */
function readBareDay(text: string, at: number): Point | undefined {
  const found = match(BARE_DAY, text, at) ?? match(BARE_HAN_DAY, text, at);
  if (!found || countsDays(text, at) || /[\d.]/.test(text[at - 1] ?? "")) return undefined;
  const day = smallNumber(found.groups[1] ?? "");
  if (day === undefined || day < 1 || day > 31) return undefined;
  return { end: found.end, day, ...readWeekday(text, found.end) };
}

/** The second date of a range, after a connector; it takes from the first what it leaves out. `at` is where the first begins. */
function readSecond(scan: Scan, at: number, point: Point, first: ResolvedDate): PlacedDate | undefined {
  const { text } = scan;
  const connector = match(CONNECTOR, text, point.end);
  if (!connector) return undefined;
  if (text.startsWith("今", connector.end) && !/[年天日]/.test(text[connector.end + 1] ?? "")) return undefined;
  const second = readStatedDate(text, connector.end) ?? readSecondWeekday(text, connector.end);
  if (!second || second.yearPart === "same-period") return undefined;
  if (point.weekday !== undefined && point.day === undefined && second.weekday === undefined) return undefined;
  if (/[至到—～]/.test(connector.groups[0]) && runsBackwards(point, second)) {
    const alone = resolve(scan, connector.end, second, second.month === undefined ? first : undefined);
    const expected = text.slice(at, point.end);
    const problem: DateProblem = { kind: "backwards", stated: text.slice(connector.end, second.end), expected };
    return alone && { start: connector.end, end: second.end, date: alone, problem };
  }
  const date = resolve(scan, connector.end, second, first);
  if (!date || (first.first !== undefined && date.last !== undefined && date.last < first.first)) return undefined;
  return { start: connector.end, end: second.end, date };
}

/** 周五 of 周一至周五. */
function readSecondWeekday(text: string, at: number): Point | undefined {
  const found = match(/(?:周|星期)([一二三四五六日天])/y, text, at);
  return found && { end: found.end, weekday: weekdayNumber(found.groups[1] ?? "") };
}

const AS_OF = /(?:截至|截止到?|截至到)(?:目前)?$/;
const SINCE = /以来/y;
const UNTIL_NOW = /至今(?!年|天|日|后)/y;

/** One date, with the 以来 or 至今 after it and the 截至 before it. */
function singleDate(scan: Scan, at: number, point: Point, resolved: ResolvedDate): Expression {
  const { text } = scan;
  const since = match(SINCE, text, point.end) ?? match(UNTIL_NOW, text, point.end);
  const asOf = AS_OF.test(before(text, at, 5)) && resolved.last !== undefined ? { asOf: isoOf(resolved.last) } : {};
  const { edtfSeason, ...value } = dateValue(resolved);
  if (since && resolved.first !== undefined) {
    const open = `${isoOf(resolved.first)}/${scan.context.anchor ?? ".."}`;
    return { end: since.end, type: "DATE", value: { ...value, edtf: open }, last: resolved.date };
  }
  const season = edtfSeason && !since ? { edtfSeason } : {};
  return { end: since?.end ?? point.end, type: "DATE", value: { ...value, ...season, ...asOf }, last: resolved.date };
}
