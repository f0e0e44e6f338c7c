/** Which readers are asked what begins at an offset, by the characters that stand there. */

import { CURRENCIES_BY_SIGN } from "../tables/units.ts";
import { readRecent, readVagueDate } from "./dates/date-words.ts";
import { readDate } from "./dates/dates.ts";
import { readAnchored, readHalf } from "./dates/durations.ts";
import { readEra, readPlan } from "./dates/eras.ts";
import { readFestival } from "./dates/festivals.ts";
import { readLunar } from "./dates/lunar-dates.ts";
import { readRecurrence } from "./dates/recurrences.ts";
import { readReign } from "./dates/reigns.ts";
import { readTime } from "./dates/times.ts";
import { readMeasure, readVagueCount } from "./measures.ts";
import { isDigit, match } from "./numerals/match.ts";
import { HAN_RUN } from "./numerals/numerals.ts";
import { readOrdinal } from "./quantities/ordinals.ts";
import { readPerUnit } from "./quantities/per-unit.ts";
import { readMultiple } from "./quantities/proportions.ts";
import { readNegative, readSignedMoney, readTolerance } from "./quantities/signed.ts";
import { readVagueMeasure } from "./quantities/vague-measures.ts";
import type { Reader } from "./types.ts";

type Readers = readonly Reader[];
/** Characters, and the readers asked where one of them stands. Where two read equally far, the first counts. */
type Row = readonly [characters: string, readers: Readers];

/** By the first character, where that is neither a digit nor one of {@link HAN_NUMERAL}. */
const BY_FIRST: readonly Row[] = [
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
  ["元除清端中重国教春七植青儿妇劳建圣腊双", [readFestival]],
  ["“", [readPlan, readFestival]],
  ["开贞永显天大元咸建太庆嘉熙崇宣靖淳至洪正景成弘隆顺康雍乾道同光民", [readReign]],
  ["半", [readHalf, readMultiple]],
  ["提增扩上高翻减过超", [readMultiple]],
  ["上近超逾过好将", [readVagueCount]],
  ["±", [readTolerance]],
  [[...CURRENCIES_BY_SIGN.keys()].join(""), [readSignedMoney]],
];

/** After a run of digits, by the next character. `readMeasure` is asked last, and before any other character alone. */
const AFTER_DIGITS: readonly Row[] = [
  ["年月日号—～至到、/.财会-", [readDate]],
  ["—～至到-", [readEra]],
  ["年世", [readEra, readLunar, readFestival]],
  ["时点:", [readTime]],
  ["·", [readFestival]],
];

/** After a run of Chinese numerals, by the next character. `readMeasure` is asked last, and before any other alone. */
const AFTER_HAN: readonly Row[] = [
  ["年月日号—～至到季、", [readDate]],
  ["年世", [readEra]],
  ["年月", [readLunar, readFestival]],
  ["时点", [readTime]],
  ["年季月周天日", [readRecurrence]],
  ["半分", [readMultiple]],
  ["妇劳青儿建节夕”假期小长黄国前来到当之表慰购促大运事·南精勋劳奖红惨淞", [readFestival]],
  ["历", [readReign]],
  ["期时末初中以规开收”", [readPlan]],
  ["大里", [readVagueMeasure]],
];

/** The readers to ask what begins at an offset. */
export function readersAt(text: string, at: number): Readers {
  const char = text[at] as string;
  const digit = isDigit(text.charCodeAt(at));
  if (!digit && !HAN_NUMERAL.includes(char)) return byFirst.get(char) ?? [];
  const end = match(digit ? DIGITS : HAN_RUN, text, at)?.end ?? at;
  const next = text[end] ?? "";
  return (digit ? afterDigits : afterHan).get(next) ?? [readMeasure];
}

/** The next offset from `from` on at which something can begin; -1 where there is none. */
export function nextStart(text: string, from: number): number {
  START.lastIndex = from;
  return START.exec(text)?.index ?? -1;
}

const DIGITS = /\d+/y;
const HAN_NUMERAL = "一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟";

const byFirst = indexOf(BY_FIRST);
const afterDigits = measuredLast(indexOf(AFTER_DIGITS));
const afterHan = measuredLast(indexOf(AFTER_HAN));

const START = new RegExp(`[0-9${HAN_NUMERAL}${[...byFirst.keys()].join("").replace("-", "")}-]`, "g");

/** The readers of each character, in the order of the rows. */
function indexOf(rows: readonly Row[]): Map<string, Readers> {
  const index = new Map<string, Readers>();
  for (const [characters, readers] of rows) {
    for (const char of characters) index.set(char, [...new Set([...(index.get(char) ?? []), ...readers])]);
  }
  return index;
}

function measuredLast(index: ReadonlyMap<string, Readers>): Map<string, Readers> {
  return new Map([...index].map(([char, readers]) => [char, [...readers, readMeasure]]));
}
