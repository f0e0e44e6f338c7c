/** Reads numerals to exact numbers: Arabic, grouped, Chinese and mixed (`1亿2000万`, `2.84万亿`, `十多万`, `三四十`). */

import { UNIT_TABLE } from "../../tables/units.ts";
import { add, compare, type Decimal, decimal, numeralOf, shift, trailingZeros, ZERO } from "./decimal.ts";
import { DIGIT_VALUES, hanValue } from "./han-value.ts";
import { isDigit, type Match, match } from "./match.ts";

/** A numeral in a normalised text. */
export interface Numeral {
  /** The offset after its last character. */
  readonly end: number;
  readonly value: Decimal;
  /** The least and the most it says, where it writes two neighbours as one (`七八百`) or has 几 (`几十`). */
  readonly range?: readonly [Decimal, Decimal];
  /** `over` where 余, 多 or 来 follows the digits, `several` where 几 or 数 stands for one. */
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

/** A longer run of digits is an identifier; a longer run of Chinese numerals is no numeral. */
const LONGEST_DIGITS = 21;
const LONGEST_HAN = 40;

const ARABIC = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?: \d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/y;
/** A decimal point as old newspapers set it, a raised dot: it is one where a sign or magnitude follows (20·5%). */
const RAISED_POINT = /(\d+)·(\d+)(?=[%‰万亿])/y;
/** A run of Chinese numerals; sticky. */
export const HAN_RUN = /[〇零一二两三四五六七八九壹贰叁肆伍陆柒捌玖十拾百佰千仟万亿]+/y;
const DIGIT_RUN = /[\d.,]+/y;
const DECIMAL_TAIL = /点([〇零一二三四五六七八九]+)(?![十百千分钟半整刻])/y;
/** What follows the 千 and the 百 that a unit begins with: 克 of 千克, 帕 of 百帕. */
const THOUSAND_OF_UNIT = restsOfUnits("千");
const HUNDRED_OF_UNIT = restsOfUnits("百");
const REST_OF_THOUSAND = new RegExp(THOUSAND_OF_UNIT, "y");
/** 万, 亿 and their like after digits, unless they begin another word (万达, 千瓦). */
const MAGNITUDE = new RegExp(
  "万亿|千亿|百亿|十亿|亿|千万|百万|十万|万(?![达科象柏盛]|寿|山湖)" +
    `|千(?!${THOUSAND_OF_UNIT})|百(?!分|${HUNDRED_OF_UNIT})`,
  "y",
);
/** The power of ten of each magnitude. */
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
/** Words inside a numeral that make it more than its digits say; 来 only before what it goes with. */
const MORE_THAN = new RegExp(`[余多]|来(?=[万亿]|${vaguelyCounted().join("|")})`, "y");

/** The numeral that begins at an offset of a normalised text. */
export function readNumeral(text: string, at: number): Numeral | undefined {
  const numeral = isDigit(text.charCodeAt(at)) ? readArabic(text, at) : readHan(text, at);
  return numeral && !numeral.magnitude && !numeral.bare ? inHundredMillions(text, numeral) : numeral;
}

const HUNDRED_MILLIONS = /个(多)?亿(?!级)/y;

/** The numeral with the 个亿 after it, if one follows: 1.1个亿, 十几个亿, 3个多亿. */
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

/** Where the run of numeral characters at an offset ends. A run that is no numeral as a whole holds none. */
export function numeralRunEnd(text: string, at: number): number {
  return match(isDigit(text.charCodeAt(at)) ? DIGIT_RUN : HAN_RUN, text, at)?.end ?? at + 1;
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

/** The numeral with what may follow its digits: 余 and 多, 万 and 亿, the next part of a chain such as `1亿2000万`. */
function withMagnitude(text: string, digits: Numeral): Numeral {
  let { end, value } = digits;
  let magnitude = 0;
  let total = ZERO;
  const ended = (moreThan: Match | undefined): Numeral => ({
    ...digits,
    end: moreThan?.end ?? end,
    value: total,
    magnitude,
    ...(moreThan && { approx: "over" as const }),
  });
  for (;;) {
    const moreThan = match(MORE_THAN, text, end);
    const found = match(MAGNITUDE, text, moreThan?.end ?? end);
    const places = found ? (PLACES[found.groups[0]] ?? 0) : 0;
    if (!found || (magnitude && places >= magnitude)) {
      total = add(total, value);
      return ended(moreThan);
    }
    if (moreThan) {
      const upper = add(total, shift(nextRound(value), places));
      const whole = add(total, shift(value, places));
      return { ...digits, end: found.end, value: whole, magnitude: places, approx: "over", upper };
    }
    total = add(total, shift(value, places));
    ({ end } = found);
    magnitude = places;
    const next = places === 4 || places === 8 ? match(ARABIC, text, end) : undefined;
    const part = next && next.groups[0].length <= places ? decimal(next.groups[0].replace(/[, ]/g, "")) : undefined;
    const follows = next && (match(MAGNITUDE, text, next.end) || (places === 4 && /^\d{3,4}$/.test(next.groups[0])));
    if (!next || !part || !follows || text[next.end] === "年") return ended(match(MORE_THAN, text, end));
    ({ end } = next);
    value = part;
  }
}

/** 几 and 数 before a magnitude (几十), after a numeral with one more (一百几十), and as its last digit (十几). */
const SEVERAL = /[几数](?=[十百千万亿])/y;
const SEVERAL_MORE = /[几数]([十百千])(?![十百千万亿])/y;
const SEVERAL_ONES = /几(?=[^何乎分])/y;

function readHan(text: string, at: number): Numeral | undefined {
  const several = match(SEVERAL, text, at);
  const found = match(HAN_RUN, text, several?.end ?? at);
  if (!found || found.groups[0].length > LONGEST_HAN) return undefined;
  let run = found.groups[0];
  // In 五十万千瓦 and 五千克 the unit takes the 千; the amount is the same either way.
  if (run.length > 1 && run.endsWith("千") && match(REST_OF_THOUSAND, text, found.end)) run = run.slice(0, -1);
  const value = hanValue(several ? `一${run}` : run);
  // A financial digit counts beside 拾, 佰 and 仟 only; alone it is a surname or another word (伍人, 陆个).
  if (!value || (run.length === 1 && /[壹贰叁肆伍陆柒捌玖]/.test(run))) return undefined;
  const end = (several?.end ?? at) + run.length;
  const base = { script: "han", magnitude: magnitudeOf(run) } as const;
  if (several) {
    return { ...base, end, value: value.low, range: [value.low, timesNine(value.low)], approx: "several" };
  }
  if (value.positional) return { ...base, end, value: value.low, positional: true };
  if (compare(value.low, value.high) !== 0) {
    return withMoreThan(text, { ...base, end, value: value.low, range: [value.low, value.high] });
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
    const fraction = [...(tail.groups[1] ?? "")].map((char) => DIGIT_VALUES[char]).join("");
    return withMagnitude(text, { ...numeral, end: tail.end, value: decimal(`${numeralOf(value.low)}.${fraction}`) });
  }
  if (/[十百千]$/.test(run)) {
    const ones = match(SEVERAL_ONES, text, end);
    if (ones) return withMagnitude(text, { ...numeral, end: ones.end, approx: "over", upper: nextRound(value.low) });
  }
  return withMoreThan(text, numeral);
}

/** A Chinese numeral with the 余, 多 or 来 after it, and the magnitude after that: `二十余`, `十多万`. */
function withMoreThan(text: string, numeral: Numeral): Numeral {
  const moreThan = match(MORE_THAN, text, numeral.end);
  if (!moreThan) return numeral;
  const found = match(MAGNITUDE, text, moreThan.end);
  if (!found) return { ...numeral, end: moreThan.end, approx: "over" };
  const places = PLACES[found.groups[0]] ?? 0;
  const value = shift(numeral.value, places);
  const upper = shift(nextRound(numeral.value), places);
  return { ...numeral, end: found.end, value, magnitude: places, approx: "over", upper };
}

/** The next larger number with as many zeros: 20 for 10, 400 for 300. */
function nextRound(value: Decimal): Decimal {
  return add(value, shift(decimal("1"), trailingZeros(value)));
}

function timesNine(value: Decimal): Decimal {
  return { digits: value.digits * 9n, scale: value.scale };
}

/** The power of ten of the 万 or 亿 that a run ends in; 0 where it ends in none. */
function magnitudeOf(run: string): number {
  return run.endsWith("万亿") ? 12 : run.endsWith("亿") ? 8 : run.endsWith("万") ? 4 : 0;
}

/**
 * What may be counted vaguely (三十来个), as alternatives of a pattern that leave out where it begins another word: measures
 * in Chinese, and the classifiers and times that go with 来.
 */
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
