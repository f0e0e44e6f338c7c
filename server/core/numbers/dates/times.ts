/** Reads times of day: 上午9时30分至11时, 20:00, 下午3点半. */

import type { DateProblem } from "../../page/mention.ts";
import { before } from "../../text/text.ts";
import { numeralOf } from "../numerals/decimal.ts";
import { match } from "../numerals/match.ts";
import { readNumeral } from "../numerals/numerals.ts";
import type { Reader } from "../types.ts";
import { pad } from "./calendar.ts";

/** Words for parts of the day, by group: morning, afternoon, night, noon. */
const DAY_PART =
  /(上午|早上|早晨|清晨|凌晨|今晨|早)|(下午|午后|傍晚)|(晚上|晚间|当晚|今晚|昨晚|晚|夜间|深夜|夜里|半夜|午夜|子夜)|(中午|正午)/y;
const CLOCK = /(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])/y;
const HOUR_WORD = /(时)(?![代间尚候速段装长限刻效不常而期空节下政评事差务局机光髦钟])|(点)/y;
const MINUTE_WORD = /分(?!之|[别钟公])/y;
/** Words before and after figures that are a game's score and no time: 以21:15取胜. */
const SCORE_BEFORE = /(?:以|比分|胜|负|败|平|为|领先|落后|追至|扳成)(?:了|是)?$/;
const SCORE_AFTER =
  /的?(?:比分|战胜|击败|胜|负|取胜|险胜|大胜|力克|不敌|淘汰|落后|领先|战平|逆转|完胜|告负|告捷|横扫|轻取)/y;

/** Before a number with 点 these say that points are meant: 上涨8点. */
const POINTS_BEFORE = /[涨跌升降低报增减收了为约以下提出列共]$/;

interface ClockTime {
  readonly end: number;
  readonly hour: number;
  readonly minute?: number;
  readonly second?: number;
  readonly part?: "am" | "pm" | "night" | "noon" | undefined;
  readonly problem?: DateProblem;
  readonly approx?: string;
}

/** A time of day, or a range of them. */
export const readTime: Reader = ({ text }, at) => {
  const first = readClock(text, at, undefined);
  if (!first) return undefined;
  const connector = match(/[至到—～-]/y, text, first.end);
  const clock = connector && readClock(text, connector.end, first);
  const second = connector && clock && { ...clock, start: connector.end };
  const problem = first.problem ?? second?.problem ?? backwards(text, at, first, second);
  if (problem && LENGTH_BEFORE.test(before(text, at, 6))) return undefined;
  const iso = second ? `${isoTime(first)}/${isoTime(second)}` : isoTime(first);
  return {
    end: second?.end ?? first.end,
    type: "DATE",
    value: {
      kind: "time",
      ...(problem ? { problem } : { iso }),
      ...(first.approx && !second && { approx: first.approx }),
    },
  };
};

/** Before figures beyond a clock's these say that they are a length of time: 用时25时30分. */
const LENGTH_BEFORE = /(?:[用历耗费]时|时长|为时|飞行|工作|连续|累计|总计|共计|长达|[共达约近超过])(?:了|为|约|达)?$/;

/**
 * What cannot be about a span of the day's bright hours that ends at most six hours before it begins: 15时至14时. A longer way
 * back goes over night.
 */
function backwards(
  text: string,
  at: number,
  first: ClockTime,
  second: (ClockTime & { readonly start: number }) | undefined,
): DateProblem | undefined {
  if (!second || !/[至到]/.test(text[second.start - 1] ?? "") || second.hour < 6 || first.hour > 21) return undefined;
  const back = 60 * (first.hour - second.hour) + (first.minute ?? 0) - (second.minute ?? 0);
  if (back <= 0 || back > 360) return undefined;
  return { kind: "backwards", stated: text.slice(second.start, second.end), expected: text.slice(at, first.end) };
}

/**
 * A clock time; its hour is of the whole day, 15 for 下午3时.
 * @param from the first time of the range of which this is the second: it may leave out its part of the day
 */
function readClock(text: string, at: number, from: ClockTime | undefined): ClockTime | undefined {
  const found = match(DAY_PART, text, at);
  const part = found && (["am", "pm", "night", "noon"] as const)[found.groups.slice(1).findIndex((word) => word)];
  const start = found?.end ?? at;
  const clock =
    readDigital(text, start, part !== undefined) ??
    readSpoken(text, start, Boolean(part ?? from) || isAfterDate(text, start));
  if (!clock) return undefined;
  const half = part ?? from?.part;
  const later =
    half === "pm" ||
    (half === "noon" && clock.hour < 6) ||
    (half === "night" && (part ? clock.hour >= 5 : clock.hour < 12)) ||
    (!part && from && clock.hour < from.hour && clock.hour + 12 > from.hour);
  const midnight = part === "night" && clock.hour === 12;
  const hour = midnight ? 24 : later && clock.hour > 0 && clock.hour < 12 ? clock.hour + 12 : clock.hour;
  return { ...clock, hour, part: half };
}

/** 20:00, 9:30:15. `known` where a word for a part of the day says that it is a time: then 25:30 is no score. */
function readDigital(text: string, at: number, known: boolean): ClockTime | undefined {
  const found = match(CLOCK, text, at);
  if (!found || /[\d:.]/.test(text[at - 1] ?? "")) return undefined;
  if (SCORE_BEFORE.test(before(text, at, 3)) || match(SCORE_AFTER, text, found.end)) return undefined;
  const [hour, minute, second] = found.groups.slice(1).map((digits) => (digits ? Number(digits) : undefined));
  if (hour === undefined || minute === undefined) return undefined;
  const problem = timeProblem(hour, minute, "时");
  if (problem && !known && (hour > 24 || minute > 59)) return undefined;
  return {
    end: found.end,
    hour,
    minute,
    ...(second !== undefined && { second }),
    ...(problem && known && { problem }),
  };
}

/** 9时30分, 3点半. `known` where a word or date before says that a time follows. */
function readSpoken(text: string, at: number, known: boolean): ClockTime | undefined {
  const hours = readSmall(text, at);
  const word = hours && match(HOUR_WORD, text, hours.end);
  if (!hours || !word || /[\d.第]/.test(text[at - 1] ?? "") || hours.value > 99) return undefined;
  const minutes = readMinutes(text, word.end);
  const point = word.groups[2] !== undefined;
  const digits = /^\d/.test(text.slice(at, at + 1));
  // 三点 is three points, 3时 and 8点 are hours; with a half, minutes, 整 or 钟 each is a time.
  const points = point && (hours.value > 24 || POINTS_BEFORE.test(before(text, at, 1)));
  if (!known && !minutes && (points || !digits)) return undefined;
  if (point && !minutes && /[建意要希优]/.test(text[word.end] ?? "")) return undefined;
  const end = minutes?.end ?? word.end;
  const problem = timeProblem(hours.value, minutes?.minute ?? 0, point ? "点" : "时");
  // 得了8点70分 is no time.
  if (problem && point && !known) return undefined;
  return {
    end,
    hour: hours.value,
    ...(minutes?.minute !== undefined && { minute: minutes.minute }),
    ...(minutes?.second !== undefined && { second: minutes.second }),
    ...(minutes?.approx && { approx: minutes.approx }),
    ...(problem && { problem }),
  };
}

/** What follows an hour: 30分, 半, 一刻, 整, 许. */
function readMinutes(
  text: string,
  at: number,
): { end: number; minute?: number; second?: number; approx?: string } | undefined {
  const word = match(
    /(半)(?!期|年|导|岛|程)|(一刻)|(三刻)|(整|钟整|钟)(?!个|理|治|顿|体|合|改)|(许|左右|前后|多)(?!多|年|可)/y,
    text,
    at,
  );
  if (word) {
    const [, half, quarter, three, , about] = word.groups;
    if (about) return { end: word.end, approx: about === "多" ? "over" : "about" };
    return { end: word.end, ...(half ? { minute: 30 } : quarter ? { minute: 15 } : three ? { minute: 45 } : {}) };
  }
  const minutes = readSmall(text, /[零过]/.test(text[at] ?? "") ? at + 1 : at);
  const sign = minutes && match(MINUTE_WORD, text, minutes.end);
  if (!minutes || !sign) return undefined;
  const seconds = readSmall(text, sign.end);
  const second = seconds && text[seconds.end] === "秒" ? seconds : undefined;
  const about = match(/许|左右/y, text, second ? second.end + 1 : sign.end);
  return {
    end: about?.end ?? (second ? second.end + 1 : sign.end),
    minute: minutes.value,
    ...(second && { second: second.value }),
    ...(about && { approx: "about" }),
  };
}

/** What cannot be about an hour and minute. */
function timeProblem(hour: number, minute: number, word: string): DateProblem | undefined {
  if (hour > 24) return { kind: "hour", stated: `${hour}${word}`, expected: "24时" };
  if (hour === 24 && minute > 0) return { kind: "hour", stated: `24${word}${minute}分`, expected: "24时" };
  return minute > 59 ? { kind: "minute", stated: `${minute}分`, expected: "59分" } : undefined;
}

/** Whether a date or a word for a day stands right before an offset. */
function isAfterDate(text: string, at: number): boolean {
  return /(?:\d日|[一二三四五六七八九十]日|今日|昨日|当日|次日|[今昨明当]天|每[天日])$/.test(before(text, at, 3));
}

/** A number of one or two digits, or a Chinese one. */
function readSmall(text: string, at: number): { value: number; end: number } | undefined {
  const digits = match(/\d{1,2}(?![\d.])/y, text, at);
  if (digits) return { value: Number(digits.groups[0]), end: digits.end };
  if (/\d/.test(text[at] ?? "")) return undefined;
  const numeral = readNumeral(text, at);
  if (!numeral || numeral.range || numeral.approx || numeral.bare || numeral.magnitude) return undefined;
  return { value: Number(numeralOf(numeral.value)), end: numeral.end };
}

/** The time as ISO 8601-1 writes it: T09:30. */
function isoTime({ hour, minute = 0, second }: ClockTime): string {
  return `T${pad(hour, 2)}:${pad(minute, 2)}${second === undefined ? "" : `:${pad(second, 2)}`}`;
}
