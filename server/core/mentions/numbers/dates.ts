/** Dates and ranges of dates: 2021年1月1日, 8月19日至21日, 今年以来, 1—7月, 本周三, 近日. */

import type { DateValue } from "../types.ts";
import { isoOf } from "./calendar.ts";
import { match } from "./numerals.ts";
import {
  countsDays,
  type Point,
  readDay,
  readMonth,
  readPoint,
  readWeekday,
  readYear,
  smallNumber,
  weekdayNumber,
} from "./points.ts";
import { type Resolved, resolve } from "./resolve.ts";
import { before, type Found, type Reader, type Scan } from "./types.ts";

const CONNECTOR = /[至到—～]|-(?=\d)/y;

/** A date or a range of dates. */
export const readDate: Reader = (scan, at) => {
  const { text } = scan;
  if (/\d/.test(text[at] ?? "") && /[\d.:]/.test(text[at - 1] ?? "")) return undefined;
  if (text[at] === "第" && text[at + 2] !== "季") return undefined;
  const elided = readElided(scan, at);
  if (elided) return elided;
  const point = readAny(text, at);
  const first = point && resolve(scan, at, point);
  if (!point || !first) return undefined;
  const second = readSecond(scan, point, first);
  if (second) return range(scan, at, point.end, first, second.start, second.end, second.resolved);
  return single(scan, at, point, first);
};

/** One date of any kind. */
function readAny(text: string, at: number): Point | undefined {
  return readPoint(text, at) ?? readRelativeDay(text, at) ?? readWeek(text, at) ?? readBareDay(text, at);
}

const RELATIVE_DAY =
  /(大前|大后|[今昨前明后])天(?![津系性培努])|([今昨])日(?!头条|朝)|(?<!光|清|黎)(明)日(?!报|之星)|[今明昨]晨(?!报)/y;
const DAYS_AWAY: Readonly<Record<string, number>> = { 今: 0, 昨: -1, 前: -2, 大前: -3, 明: 1, 后: 2, 大后: 3 };
const FOLLOWING_DAY = /([当同次翌])[日天](?!报|本(?!报))/y;

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

const WEEK = /(本|这|上|下)(?:个)?(?:周|星期)(?:([一二三四五六日天末])|(?![期年边岁刊]))/y;
const WEEKDAY = /(?:星期([一二三四五六日天])|周([一二三四五六日])(?![次年期届回场更歇报岁一二三四五六七八九十]))/y;
const NO_WEEKDAY_BEFORE = /[每一两三四五六七八九十几数百\d东西北商后欧环四圆姓前]$/;

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

/** A day of the month alone: 15日, and 十六日 as agencies' datelines write it. */
function readBareDay(text: string, at: number): Point | undefined {
  const found = match(BARE_DAY, text, at) ?? match(BARE_HAN_DAY, text, at);
  if (!found || countsDays(text, at) || /[\d.]/.test(text[at - 1] ?? "")) return undefined;
  const day = smallNumber(found.groups[1] ?? "");
  if (day === undefined || day < 1 || day > 31) return undefined;
  return { end: found.end, day, ...readWeekday(text, found.end) };
}

const YEARS = /((?:19|20)\d\d)年?(?:—|～|至|-|到)((?:19|20)\d\d)(?:年度?(?![级代])|学年|赛季|财年)/y;
const NUMBERS = /(\d{1,2})(?:—|～|至|-|到)(\d{1,2})(?=[月日号])/y;

/** Ranges whose first date leaves its unit to the second: 2021—2025年, 1—7月, 8月19—21日. */
function readElided(scan: Scan, at: number): Found | undefined {
  const { text } = scan;
  const years = match(YEARS, text, at);
  if (years) {
    const [all, from = "", to = ""] = years.groups;
    if (Number(from) >= Number(to)) return undefined;
    const full = all.indexOf("年") === 4 && all.endsWith("年");
    const value: DateValue = { kind: "date", edtf: `${from}/${to}` };
    const last = { stated: false, ...(scan.last?.year !== undefined && { year: scan.last.year }) };
    const range: Found = { end: years.end, type: "DATE", value, last };
    if (!full) return range;
    const halves = [
      { start: at, end: at + 5, value: { kind: "date", edtf: from } as const },
      { start: years.end - 5, end: years.end, value: { kind: "date", edtf: to } as const },
    ];
    return { ...range, parts: halves };
  }
  const year = readYear(text, at);
  const start = year?.end ?? at;
  const months = match(NUMBERS, text, start);
  if (months && text[months.end] === "月") {
    const second = readMonth(
      text,
      start + (months.groups[0].length - (months.groups[2]?.length ?? 0)),
      year ?? { end: at },
    );
    const from = Number(months.groups[1]);
    if (!second || second.problem || from < 1 || from > 12) return undefined;
    const first = resolve(scan, at, { ...(year ?? {}), end: start, month: from });
    const last = first && resolve(scan, at, { ...second }, year ? undefined : first);
    return first && last ? range(scan, at, months.end, first, start, second.end, last) : undefined;
  }
  const month = readMonth(text, start, year ?? { end: at });
  const from =
    month && month.day === undefined && !month.monthPart && !month.problem ? month.end : month || year ? undefined : at;
  const days = from === undefined ? undefined : match(NUMBERS, text, from);
  if (
    !days ||
    from === undefined ||
    text[days.end] === "月" ||
    (!month && (text[days.end] !== "日" || countsDays(text, at)))
  )
    return undefined;
  if (!month && /[元均内游]/.test(text[days.end + 1] ?? "")) return undefined;
  const base = month ?? { end: at };
  const first = resolve(scan, at, { ...base, end: days.end, day: Number(days.groups[1]) });
  const second = readDay(text, from + (days.groups[0].length - (days.groups[2]?.length ?? 0)));
  const last = first && second && resolve(scan, at, { end: second.end, day: second.day }, first);
  return first && last ? range(scan, at, days.end, first, from, second.end, last) : undefined;
}

/** The second date of a range, behind a connector; it takes from the first what it leaves out. */
function readSecond(
  scan: Scan,
  point: Point,
  first: Resolved,
): { start: number; end: number; resolved: Resolved } | undefined {
  const { text } = scan;
  const connector = match(CONNECTOR, text, point.end);
  if (!connector) return undefined;
  if (text.startsWith("今", connector.end) && !/[年天日]/.test(text[connector.end + 1] ?? "")) return undefined;
  const second = readAny(text, connector.end) ?? secondWeekday(text, connector.end);
  if (!second || second.yearPart === "same-period") return undefined;
  if (point.weekday !== undefined && point.day === undefined && second.weekday === undefined) return undefined;
  const resolved = resolve(scan, connector.end, second, first);
  if (!resolved || (first.first !== undefined && resolved.last !== undefined && resolved.last < first.first))
    return undefined;
  return { start: connector.end, end: second.end, resolved };
}

function secondWeekday(text: string, at: number): Point | undefined {
  const found = match(/(?:周|星期)([一二三四五六日天])/y, text, at);
  return found && { end: found.end, weekday: weekdayNumber(found.groups[1] ?? "") };
}

function range(
  scan: Scan,
  at: number,
  firstEnd: number,
  first: Resolved,
  secondStart: number,
  end: number,
  second: Resolved,
): Found {
  const plain = first.edtf && second.edtf && !first.edtf.includes("/") && !second.edtf.includes("/");
  const byDay =
    first.first !== undefined && second.last !== undefined ? `${isoOf(first.first)}/${isoOf(second.last)}` : undefined;
  const edtf = plain ? `${first.edtf}/${second.edtf}` : byDay;
  const inferred = first.inferred.length ? first.inferred : second.inferred;
  const evidence = first.evidence ?? second.evidence;
  const problem = first.problem ?? second.problem;
  const value: DateValue = {
    kind: "date",
    ...(edtf && !problem && { edtf }),
    ...(inferred.length > 0 && { inferred }),
    ...(evidence !== undefined && { evidence }),
    ...(problem && { problem }),
  };
  const found: Found = { end, type: "DATE", value, last: second.date };
  const full = /[年月日号]/.test(scan.text[firstEnd - 1] ?? "") && /[年月日号]/.test(scan.text[end - 1] ?? "");
  if (!full || secondStart <= firstEnd) return found;
  const halves = [
    { start: at, end: firstEnd, value: dateValue(first) },
    { start: secondStart, end, value: dateValue(second) },
  ];
  return { ...found, parts: halves };
}

const AS_OF = /(?:截至|截止到?|截至到)(?:目前)?$/;
const SINCE = /以来/y;
const UNTIL_NOW = /至今(?!年|天|日|后)/y;

function single(scan: Scan, at: number, point: Point, resolved: Resolved): Found {
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

/** The value of one date: its EDTF where there is such a date, and what was inferred. */
function dateValue(resolved: Resolved): DateValue {
  const { edtf, edtfSeason, approx, inferred, evidence, sameSpanAs, problem } = resolved;
  const possible = edtf !== undefined && (!problem || problem.kind === "weekday");
  return {
    kind: "date",
    ...(possible && { edtf }),
    ...(edtfSeason && { edtfSeason }),
    ...(approx && { approx }),
    ...(inferred.length > 0 && edtf && { inferred }),
    ...(evidence !== undefined && { evidence }),
    ...(sameSpanAs && { sameSpanAs }),
    ...(problem && { problem }),
  };
}
