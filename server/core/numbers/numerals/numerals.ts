/** Numerals: Arabic, grouped, Chinese and mixed (`1亿2000万`, `2.84万亿`, `十多万`, `三四十`), read to exact numbers. */

import { UNIT_TABLE } from "../../tables/units.ts";
import { add, compare, type Decimal, decimal, numeralOf, shift, trailingZeros, ZERO } from "./decimal.ts";

/** A numeral at a place in a view's text. */
export interface Numeral {
  readonly end: number;
  readonly value: Decimal;
  /** Two neighbours written as one (`七八百`), or `几十`: the least and the most it says. */
  readonly range?: readonly [Decimal, Decimal];
  readonly approx?: "over" | "several";
  /** What it stays below: `十多万` is less than 200 000. */
  readonly upper?: Decimal;
  readonly script: "arabic" | "han";
  /** The power of ten of the last 万 or 亿 (4, 8, 12 …), 0 where it ends in none. */
  readonly magnitude: number;
  /** Digits one after the other (`二〇二二`), which count nothing but years. */
  readonly positional?: true;
  /** A magnitude without a digit before it: `百万`, `千`. */
  readonly bare?: true;
}

/** Digits beyond which a run is an identifier, and Han numerals beyond which it is no numeral. */
const LONGEST_DIGITS = 21;
const LONGEST_HAN = 40;

const ARABIC = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?: \d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/y;
const HAN_DIGITS = "〇零一二两三四五六七八九壹贰叁肆伍陆柒捌玖";
/** Old newspapers set the decimal point as a raised dot; it is one where a sign or magnitude follows (20·5%). */
const RAISED_POINT = /(\d+)·(\d+)(?=[%‰万亿])/y;
/** A run of Chinese numerals; sticky. */
export const HAN_RUN = /[〇零一二两三四五六七八九壹贰叁肆伍陆柒捌玖十拾百佰千仟万亿]+/y;
const DIGIT_RUN = /[\d.,]+/y;
const DECIMAL_TAIL = /点([〇零一二三四五六七八九]+)(?![十百千分钟半整刻])/y;
/** What follows the 千 and the 百 that a unit begins with: 克 of 千克, 帕 of 百帕. */
const THOUSAND_OF_UNIT = restsOfUnits("千");
const HUNDRED_OF_UNIT = restsOfUnits("百");
const REST_OF_THOUSAND = new RegExp(THOUSAND_OF_UNIT, "y");
const MAGNITUDE = new RegExp(
  "万亿|千亿|百亿|十亿|亿|千万|百万|十万|万(?![达科象柏盛]|寿|山湖)" +
    `|千(?!${THOUSAND_OF_UNIT})|百(?!分|${HUNDRED_OF_UNIT})`,
  "y",
);
const PLACES: Readonly<Record<string, number>> = {
  万亿: 12,
  千亿: 11,
  百亿: 10,
  十亿: 9,
  亿: 8,
  千万: 7,
  百万: 6,
  十万: 5,
  万: 4,
  千: 3,
  百: 2,
};
/** 余 and 多, and 来 before what it goes with. */
const SOFT = new RegExp(`[余多]|来(?=[万亿]|${vaguelyCounted().join("|")})`, "y");

/** The numeral that starts at an offset. */
export function readNumeral(text: string, at: number): Numeral | undefined {
  const numeral = isDigit(text.charCodeAt(at)) ? readArabic(text, at) : readHan(text, at);
  return numeral && !numeral.magnitude && !numeral.bare ? inHundredMillions(text, numeral) : numeral;
}

const HUNDRED_MILLIONS = /个(多)?亿(?!级)/y;

/** 亿 counted like a thing: 1.1个亿, 十几个亿, 3个多亿. */
function inHundredMillions(text: string, numeral: Numeral): Numeral {
  const found = match(HUNDRED_MILLIONS, text, numeral.end);
  if (!found || numeral.positional) return numeral;
  const { range, upper, ...rest } = numeral;
  return {
    ...rest,
    end: found.end,
    value: shift(numeral.value, 8),
    magnitude: 8,
    ...(range && { range: [shift(range[0], 8), shift(range[1], 8)] as const }),
    ...(upper && { upper: shift(upper, 8) }),
    ...(found.groups[1] && { approx: "over" as const }),
  };
}

/** Where the run of numeral characters at an offset ends; what is no numeral as a whole has no part that is one. */
export function numeralRunEnd(text: string, at: number): number {
  return match(isDigit(text.charCodeAt(at)) ? DIGIT_RUN : HAN_RUN, text, at)?.end ?? at + 1;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Where a sticky pattern matches at an offset. */
export function match(sticky: RegExp, text: string, at: number): { groups: RegExpExecArray; end: number } | undefined {
  sticky.lastIndex = at;
  const groups = sticky.exec(text);
  return groups ? { groups, end: at + groups[0].length } : undefined;
}

function readArabic(text: string, at: number): Numeral | undefined {
  const found = match(ARABIC, text, at);
  if (!found || found.groups[0].length > LONGEST_DIGITS + 8 || /^0\d/.test(found.groups[0])) return undefined;
  const raised = match(RAISED_POINT, text, at);
  const numeral = raised ? `${raised.groups[1]}.${raised.groups[2]}` : found.groups[0].replace(/[, ]/g, "");
  return withMagnitude(text, {
    end: raised?.end ?? found.end,
    value: decimal(numeral),
    script: "arabic",
    magnitude: 0,
  });
}

/** Reads what may follow digits: 余 and 多, 万 and 亿, and the next part of a chain such as `1亿2000万`. */
function withMagnitude(text: string, digits: Numeral): Numeral {
  let { end, value } = digits;
  let magnitude = 0;
  let total = ZERO;
  for (;;) {
    const soft = match(SOFT, text, end);
    const found = match(MAGNITUDE, text, soft?.end ?? end);
    const places = found ? (PLACES[found.groups[0]] ?? 0) : 0;
    if (!found || (magnitude && places >= magnitude)) {
      total = add(total, value);
      return soft
        ? { ...digits, end: soft.end, value: total, magnitude, approx: "over" }
        : { ...digits, end, value: total, magnitude };
    }
    if (soft) {
      const upper = shift(add(value, shift(decimal("1"), trailingZeros(value))), places);
      const whole = add(total, shift(value, places));
      return { ...digits, end: found.end, value: whole, magnitude: places, approx: "over", upper: add(total, upper) };
    }
    total = add(total, shift(value, places));
    ({ end } = found);
    magnitude = places;
    const next = places === 4 || places === 8 ? match(ARABIC, text, end) : undefined;
    const part = next && next.groups[0].length <= places ? decimal(next.groups[0].replace(/[, ]/g, "")) : undefined;
    const follows = next && (match(MAGNITUDE, text, next.end) || (places === 4 && /^\d{3,4}$/.test(next.groups[0])));
    if (!next || !part || !follows || text[next.end] === "年") {
      const more = match(SOFT, text, end);
      return more
        ? { ...digits, end: more.end, value: total, magnitude, approx: "over" }
        : { ...digits, end, value: total, magnitude };
    }
    ({ end } = next);
    value = part;
  }
}

const SEVERAL = /[几数](?=[十百千万亿])/y;
const SEVERAL_MORE = /[几数]([十百千])(?![十百千万亿])/y;
const SEVERAL_ONES = /几(?=[^何乎分])/y;

function readHan(text: string, at: number): Numeral | undefined {
  const several = match(SEVERAL, text, at);
  const found = match(HAN_RUN, text, several?.end ?? at);
  if (!found || found.groups[0].length > LONGEST_HAN) return undefined;
  let run = found.groups[0];
  // 千 belongs to the unit in 五十万千瓦 and 五千克: both ways of reading give the same amount.
  if (run.length > 1 && run.endsWith("千") && match(REST_OF_THOUSAND, text, found.end)) run = run.slice(0, -1);
  const value = several ? parseRun(`一${run}`) : parseRun(run);
  // A financial digit alone is a surname or another word (伍人, 陆个); it counts beside 拾, 佰, 仟.
  if (!value || (run.length === 1 && /[壹贰叁肆伍陆柒捌玖]/.test(run))) return undefined;
  const end = (several?.end ?? at) + run.length;
  const base = { script: "han", magnitude: magnitudeOf(run) } as const;
  if (several) {
    return { ...base, end, value: value.low, range: [value.low, timesNine(value.low)], approx: "several" };
  }
  if (value.positional) return { ...base, end, value: value.low, positional: true };
  if (compare(value.low, value.high) !== 0) {
    return soften(text, { ...base, end, value: value.low, range: [value.low, value.high] });
  }
  const more = /[百千万]$/.test(run) ? match(SEVERAL_MORE, text, end) : undefined;
  if (more) {
    const part = decimal(more.groups[1] === "十" ? 10 : more.groups[1] === "百" ? 100 : 1000);
    const range = [add(value.low, part), add(value.low, timesNine(part))] as const;
    return { ...base, end: more.end, value: range[0], range, approx: "several" };
  }
  const numeral: Numeral = { ...base, end, value: value.low, ...(/^[百佰千仟万亿]/.test(run) && { bare: true }) };
  const tail = run.endsWith("万") || run.endsWith("亿") ? undefined : match(DECIMAL_TAIL, text, end);
  if (tail) {
    const fraction = [...(tail.groups[1] ?? "")].map((char) => DIGITS[char]).join("");
    return withMagnitude(text, { ...numeral, end: tail.end, value: decimal(`${numeralOf(value.low)}.${fraction}`) });
  }
  if (/[十百千]$/.test(run)) {
    const ones = match(SEVERAL_ONES, text, end);
    if (ones) return withMagnitude(text, { ...numeral, end: ones.end, approx: "over", upper: nextRound(value.low) });
  }
  return soften(text, numeral);
}

/** 余, 多 and 来 behind a Chinese numeral, and a magnitude behind those: `十多万`, `二十余`. */
function soften(text: string, numeral: Numeral): Numeral {
  const soft = match(SOFT, text, numeral.end);
  if (!soft) return numeral;
  const found = match(MAGNITUDE, text, soft.end);
  if (!found) return { ...numeral, end: soft.end, approx: "over" };
  const places = PLACES[found.groups[0]] ?? 0;
  const value = shift(numeral.value, places);
  const upper = shift(nextRound(numeral.value), places);
  return { ...numeral, end: found.end, value, magnitude: places, approx: "over", upper };
}

/** The next number with as many zeros: 20 for 10, 400 for 300. */
function nextRound(value: Decimal): Decimal {
  return add(value, shift(decimal("1"), trailingZeros(value)));
}

function timesNine(value: Decimal): Decimal {
  return { digits: value.digits * 9n, scale: value.scale };
}

function magnitudeOf(run: string): number {
  return run.endsWith("万亿") ? 12 : run.endsWith("亿") ? 8 : run.endsWith("万") ? 4 : 0;
}

const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  [..."001223456789123456789"].map((digit, index) => [HAN_DIGITS[index], Number(digit)]),
);

interface Parsed {
  readonly low: Decimal;
  readonly high: Decimal;
  readonly positional?: true;
}

function parseRun(run: string): Parsed | undefined {
  if ([...run].every((char) => HAN_DIGITS.includes(char))) return parseDigits(run);
  return parseGroups(run, "亿", 8) ?? parseGroups(run, "万", 4) ?? parseSection(run);
}

/** Digits without a magnitude: one, two neighbours (`五六`, `三五`), or the digits of a year. */
function parseDigits(run: string): Parsed | undefined {
  const [first = 0, second = 0] = [...run].map((char) => DIGITS[char] ?? 0);
  if (run.length === 1) return { low: decimal(first), high: decimal(first) };
  if (run.length === 2 && first > 0 && (second === first + 1 || (first === 3 && second === 5))) {
    return { low: decimal(first), high: decimal(second) };
  }
  if (run.length !== 4 && !/[〇零]/.test(run)) return undefined;
  const value = decimal([...run].map((char) => DIGITS[char]).join(""));
  return { low: value, high: value, positional: true };
}

/** What stands before and after the last 亿 (or 万) of a run. */
function parseGroups(run: string, sign: "亿" | "万", places: number): Parsed | undefined {
  const cut = run.lastIndexOf(sign);
  if (cut < 0) return undefined;
  const before = run.slice(0, cut);
  const after = run.slice(cut + 1);
  const left = before ? parseRun(before) : { low: decimal("1"), high: decimal("1") };
  if (!left || left.positional) return undefined;
  const low = shift(left.low, places);
  const high = shift(left.high, places);
  if (!after) return { low, high };
  if (compare(low, high) !== 0) return undefined;
  // 一万二 is colloquial for 12 000.
  const right = /^[一二三四五六七八九]$/.test(after)
    ? { low: shift(decimal(DIGITS[after] ?? 0), places - 1), high: shift(decimal(DIGITS[after] ?? 0), places - 1) }
    : parseRun(after.replace(/^[零〇]/, ""));
  if (!right || right.positional || compare(right.high, shift(decimal("1"), places)) >= 0) return undefined;
  return { low: add(low, right.low), high: add(low, right.high) };
}

const D = "[一二两三四五六七八九壹贰叁肆伍陆柒捌玖]{1,2}";
const SECTION = new RegExp(`^(?:(${D})?[千仟])?零?(?:(${D})?[百佰])?零?(?:(${D})?[十拾])?(零?)(${D})?$`);

/** A numeral below 10 000 with 千, 百 or 十 in it. */
function parseSection(run: string): Parsed | undefined {
  const groups = SECTION.exec(run);
  if (!groups) return undefined;
  const [, thousands, hundreds, tens, zero, ones] = groups;
  const parts: { digits: string | undefined; worth: number }[] = [];
  if (/[千仟]/.test(run)) parts.push({ digits: thousands, worth: 1000 });
  if (/[百佰]/.test(run)) parts.push({ digits: hundreds, worth: 100 });
  if (/[十拾]/.test(run)) parts.push({ digits: tens, worth: 10 });
  const unit = parts.at(-1)?.worth ?? 1;
  // 三百五 is colloquial for 350; 三百零五 is not.
  const spelled = zero || /[零〇].$/.test(run);
  if (ones) parts.push({ digits: ones, worth: unit > 10 && !spelled ? unit / 10 : 1 });
  let low = 0;
  let high = 0;
  for (const [index, { digits, worth }] of parts.entries()) {
    if (!digits && worth > 10 && index > 0) return undefined;
    const [first = 1, second] = [...(digits ?? "一")].map((char) => DIGITS[char] ?? 0);
    const pair = second !== undefined;
    if (pair && (index !== parts.length - 1 || !(second === first + 1 || (first === 3 && second === 5))))
      return undefined;
    high = low + (second ?? first) * worth;
    low += first * worth;
  }
  return { low: decimal(low), high: decimal(high) };
}

/** What may be counted vaguely (三十来个): measures, and the classifiers and times that go with 来; save where they begin another word. */
function vaguelyCounted(): string[] {
  return UNIT_TABLE.filter(
    ({ word, unit, kind, atHead, goesWith }) =>
      goesWith.includes("来") ||
      (kind !== "classifier" &&
        unit.dimension &&
        (atHead === "bound" || atHead === "plain") &&
        /^\p{Script=Han}/u.test(word)),
  ).map(({ word, other }) => (other ? `${word}(?![${other}])` : word));
}

/** What the units that begin with a magnitude go on with, as alternatives of a pattern. */
function restsOfUnits(magnitude: string): string {
  return UNIT_TABLE.filter(({ word }) => word.startsWith(magnitude))
    .map(({ word }) => word.slice(1))
    .join("|");
}
