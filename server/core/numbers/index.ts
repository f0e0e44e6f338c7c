/** The grammar of numbers, dates and quantities: finds them in a text and gives their normal form. */

import type { TextMention } from "../page/mention.ts";
import { CURRENCIES_BY_SIGN } from "../tables/units.ts";
import { entityOf } from "./canonical.ts";
import { dayOfIso } from "./dates/calendar.ts";
import { readRecent, readVagueDate } from "./dates/date-words.ts";
import { readDate } from "./dates/dates.ts";
import { readAnchored, readHalf } from "./dates/durations.ts";
import { readEra, readPlan } from "./dates/eras.ts";
import { readFestival } from "./dates/festivals.ts";
import { readLunar } from "./dates/lunar-dates.ts";
import { readPerUnit, readRecurrence } from "./dates/periodic.ts";
import { readReign } from "./dates/reigns.ts";
import { readTime } from "./dates/times.ts";
import {
  readMeasure,
  readNegative,
  readSignedMoney,
  readTolerance,
  readVagueCount,
  readVagueMeasure,
} from "./measures.ts";
import { numeralWordEnd } from "./numerals/exceptions.ts";
import { HAN_RUN, isDigit, match, numeralRunEnd } from "./numerals/numerals.ts";
import { readOrdinal } from "./quantities/ordinals.ts";
import { readMultiple } from "./quantities/proportions.ts";
import type { DateContext, Found, Reader, Scan } from "./types.ts";
import { sourceSpan, type View, viewOf } from "./view.ts";

export { anchoredContext, dateContext } from "./dates/context.ts";
export { describeNumeric, describeProblem } from "./describe.ts";
export type { DateContext } from "./types.ts";

/** A date or quantity, with what a caller needs to tell kinds apart. */
export interface NumericMention extends TextMention {
  readonly type: "DATE" | "QTY";
  readonly value: NonNullable<TextMention["value"]>;
  /** Where it ends without its postposition, if it has one: 4小时|内. */
  readonly plainEnd?: number;
  /** The two dates of a range that are each written in full: 2023年|至|2025年. */
  readonly parts?: readonly NumericMention[];
  /** Worth a hover, but neither date nor quantity to list: 目前, 夏季, 六大. */
  readonly vague?: true;
}

/**
 * All dates, times, durations, quantities and ordinals of a text, in order, none overlapping another. Offsets are UTF-16,
 * into the text given; blanks and line breaks inside a mention belong to it.
 * @param options.vague also 目前, 夏季, 六大 and their like
 */
export function findNumeric(
  text: string,
  context: DateContext,
  options: { readonly vague?: boolean } = {},
): NumericMention[] {
  const view = viewOf(text);
  const scan: Scan = { text: view.text, context, anchor: dayOfIso(context.anchor) };
  const mentions: NumericMention[] = [];
  let at = nextStart(view.text, 0);
  while (at >= 0) {
    const found = read(scan, at);
    if (found) {
      if (found.last) scan.last = { ...found.last, start: at, end: found.end };
      if (!found.vague || options.vague) mentions.push(mentionOf(text, view, at, found));
      at = nextStart(view.text, found.end);
    } else {
      at = nextStart(view.text, numeralWordEnd(view.text, at) ?? afterNothing(view.text, at));
    }
  }
  return mentions;
}

type Readers = readonly Reader[];

/** The readers that a character may begin something for; the longest find wins, of equals the first. */
const READERS: readonly (readonly [starts: string, readers: Readers])[] = [
  ["几数", [readMeasure]],
  ["零〇", [readMeasure, readTime]],
  ["零-负", [readNegative]],
  ["第", [readDate, readOrdinal]],
  ["每", [readRecurrence, readPerUnit]],
  ["今去明前昨后本上下当同次翌这大公年月头元", [readDate]],
  ["今去明大年公", [readLunar, readFestival]],
  ["今昨明上中下早晚凌清傍正午夜深当", [readTime]],
  ["上本公", [readEra]],
  ["星周礼", [readDate]],
  ["近日连最", [readRecent]],
  ["过最近未今", [readAnchored]],
  ["目当眼现截未今春夏秋冬", [readVagueDate]],
  ["农阴旧夏正腊冬闰甲乙丙丁戊己庚辛壬癸", [readLunar]],
  ["元除清端中重国教春七植青儿妇劳建圣腊", [readFestival]],
  ["“", [readPlan, readFestival]],
  ["开贞永显天大元咸建太庆嘉熙崇宣靖淳至洪正景成弘隆顺康雍乾道同光民", [readReign]],
  ["半", [readHalf, readMultiple]],
  ["提增扩上高翻减过超", [readMultiple]],
  ["上近超逾过好将", [readVagueCount]],
  ["±", [readTolerance]],
  [[...CURRENCIES_BY_SIGN.keys()].join(""), [readSignedMoney]],
];

const BY_START = new Map<string, Reader[]>();
for (const [starts, readers] of READERS) {
  for (const start of starts) BY_START.set(start, [...new Set([...(BY_START.get(start) ?? []), ...readers])]);
}

const HAN_NUMERAL = "一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟";
const START = new RegExp(`[0-9${HAN_NUMERAL}${[...BY_START.keys()].join("").replace("-", "")}-]`, "g");

/** The readers for a numeral, by the character behind its run: most numerals begin no date. */
const BEHIND_DIGITS = byNext([
  ["年月日号—～至到、/.财会-", [readDate]],
  ["—～至到-", [readEra]],
  ["年世", [readEra, readLunar, readFestival]],
  ["时点:", [readTime]],
]);
const BEHIND_HAN = byNext([
  ["年月日号—～至到季、", [readDate]],
  ["年世", [readEra]],
  ["年月", [readLunar, readFestival]],
  ["时点", [readTime]],
  ["年季月周天日", [readRecurrence]],
  ["半分", [readMultiple]],
  ["妇劳青儿建节夕”假期小长黄国", [readFestival]],
  ["历", [readReign]],
  ["期时末初中以规开收”", [readPlan]],
  ["大里", [readVagueMeasure]],
]);

function byNext(rows: readonly (readonly [next: string, readers: Readers])[]): Map<string, Readers> {
  const index = new Map<string, Readers>();
  for (const [next, readers] of rows) {
    for (const char of next)
      index.set(char, [...(index.get(char) ?? []).filter((reader) => reader !== readMeasure), ...readers, readMeasure]);
  }
  return index;
}

function readersAt(text: string, at: number): Readers {
  const char = text[at] as string;
  const digit = isDigit(text.charCodeAt(at));
  if (!digit && !HAN_NUMERAL.includes(char)) return BY_START.get(char) ?? [];
  const end = match(digit ? DIGITS : HAN_RUN, text, at)?.end ?? at;
  const next = text[end] ?? "";
  return (digit ? BEHIND_DIGITS : BEHIND_HAN).get(next) ?? [readMeasure];
}

const DIGITS = /\d+/y;

function nextStart(text: string, from: number): number {
  START.lastIndex = from;
  return START.exec(text)?.index ?? -1;
}

function read(scan: Scan, at: number): Found | undefined {
  let best: Found | undefined;
  for (const reader of readersAt(scan.text, at)) {
    const found = reader(scan, at);
    if (found && (!best || found.end > best.end)) best = found;
  }
  return best && best.end > (numeralWordEnd(scan.text, at) ?? 0) ? best : undefined;
}

/** Where to go on behind a place where nothing begins: behind the whole run of digits or of Chinese numerals. */
function afterNothing(text: string, at: number): number {
  const char = text[at] ?? "";
  return isDigit(text.charCodeAt(at)) || /[〇零一二两三四五六七八九十百千万亿]/.test(char)
    ? numeralRunEnd(text, at)
    : at + 1;
}

function mentionOf(source: string, view: View, start: number, found: Found): NumericMention {
  const span = sourceSpan(view, start, found.end);
  const { type, value, plainEnd, parts } = found;
  const text = source.slice(span.start, span.end);
  const entity = entityOf(value, view.text.slice(start, found.end));
  const mention: NumericMention = { start: span.start, end: span.end, type, text, entity, value };
  if (plainEnd === undefined && !parts && !found.vague) return mention;
  return {
    ...mention,
    ...(plainEnd !== undefined && { plainEnd: sourceSpan(view, start, plainEnd).end }),
    ...(parts && { parts: parts.map((part) => mentionOf(source, view, part.start, { ...part, type: "DATE" })) }),
    ...(found.vague && { vague: true as const }),
  };
}
