/** Reads proportions: percentages, fractions, tenths (成), discounts (折), multiples (倍, 番) and halves. */

import type { QuantityValue } from "../../page/mention.ts";
import { before } from "../../text/text.ts";
import { add, compare, type Decimal, decimal, negate, numeralOf, shift } from "../numerals/decimal.ts";
import { match } from "../numerals/match.ts";
import { type Numeral, readNumeral } from "../numerals/numerals.ts";
import { inQuotedName } from "../numerals/uncounted.ts";
import type { Expression, Reader, Scan } from "../types.ts";
import type { NumberSign } from "./amounts.ts";
import { approxBefore, readPostposition } from "./approximations.ts";
import { readRange } from "./numeral-range.ts";

const ONE = decimal("1");
const PART_OF = /分之/y;
const SLASH_FRACTION = /([1-9]\d?)\/([1-9]\d{0,2})(?![\d/.%年月])/y;
const TENTHS = /成([一二三四五六七八九])?(?![立为功本员都果品绩人长就套熟型效分群双天化样交片像批规方])/y;
const DISCOUNT = /([一二三四五六七八九]{1,2}|\d(?:\.\d)?|[1-9]\d)折(?![叠合断腾磨射旧页返戟])/y;
const TIMES = /倍/y;

/**
 * The percentage, fraction, number of tenths or multiple that the numeral at an offset begins, with the sign before it, if
 * it has one. A percentage and a tenth are given as parts of one: 0.35 for 35%, 0.3 for 三成.
 */
export function readProportion(
  { text }: Scan,
  at: number,
  numeral: Numeral,
  sign: NumberSign = { start: at, negative: false },
): Expression | undefined {
  const { start } = sign;
  return (
    readFraction(text, at, numeral, start) ??
    readPercent(text, numeral, sign) ??
    readTenths(text, at, numeral) ??
    readTimes(text, numeral, start)
  );
}

/** A discount as the part of the price that is left: 0.8 for 8折, 0.75 for 七五折. */
export const readDiscount: Reader = ({ text }, at) => {
  const found = match(DISCOUNT, text, at);
  if (!found || /[0-9.]/.test(text[at - 1] ?? "") || inQuotedName(text, at, found.end)) return undefined;
  const digits = [...(found.groups[1] ?? "").replace(".", "")].map((char) =>
    "〇一二三四五六七八九".indexOf(char) + 1 ? "〇一二三四五六七八九".indexOf(char) : char,
  );
  return quantity(found.end, { kind: "percent", value: numeralOf(decimal(`0.${digits.join("")}`)) });
};

const DOUBLING = /翻(?:了|上|两|一|三|四|\d){0,2}番|翻番/y;
const GROWTH = /(?:提高|提升|增长|增加|扩大|上升|增大|高出|增)了?(?:近|约|超|超过|逾|将近)?/y;
const HALVES: readonly (readonly [sticky: RegExp, value: Partial<QuantityValue>])[] = [
  [/减半(?!径)/y, { kind: "multiple", value: "0.5" }],
  [/(?:过半|超半)(?=[，。；！、的数]|$)/y, { kind: "fraction", num: 1, den: 2, value: "0.5", approx: "over" }],
  [/一半(?!天)/y, { kind: "fraction", num: 1, den: 2, value: "0.5" }],
  [/半数/y, { kind: "fraction", num: 1, den: 2, value: "0.5" }],
  [/百分百/y, { kind: "percent", value: "1" }],
];

/**
 * A multiple that its verb is part of, and halves (减半, 一半). 提高一倍 and 翻一番 are twice as much, 翻两番 four times; the
 * exponent is held at 30.
 */
export const readMultiple: Reader = ({ text }, at) => {
  for (const [sticky, value] of HALVES) {
    const found = match(sticky, text, at);
    if (!found || inQuotedName(text, at, found.end)) continue;
    const post = value.den ? readPostposition(text, found.end) : undefined;
    return quantity(
      post?.end ?? found.end,
      { ...value, ...(post && { approx: post.approx }) } as QuantityValue,
      found.end,
    );
  }
  const doubling = match(DOUBLING, text, at);
  if (doubling) {
    const times = /[两一三四\d]/.exec(doubling.groups[0])?.[0] ?? "一";
    const count = /\d/.test(times) ? Number(times) : "〇一两三四".indexOf(times);
    return quantity(doubling.end, { kind: "multiple", value: `${2 ** Math.min(count, 30)}` });
  }
  const growth = match(GROWTH, text, at);
  const numeral = growth && readNumeral(text, growth.end);
  if (!numeral || numeral.bare || numeral.range || !match(TIMES, text, numeral.end)) return undefined;
  const post = readPostposition(text, numeral.end + 1);
  const approx = numeral.approx ?? post?.approx ?? approxBefore(text, growth.end);
  const value = numeralOf(add(numeral.value, ONE));
  return quantity(
    post?.end ?? numeral.end + 1,
    { kind: "multiple", value, ...(approx && { approx }) },
    numeral.end + 1,
  );
};

/** 七分之二, 2/7, or the percentage of 百分之三十. */
function readFraction(text: string, at: number, first: Numeral, start: number): Expression | undefined {
  const of = match(PART_OF, text, first.end);
  if (!of) {
    const slash = match(SLASH_FRACTION, text, at);
    if (!slash || /[\d/.]/.test(text[at - 1] ?? "")) return undefined;
    const [num, den] = [Number(slash.groups[1]), Number(slash.groups[2])];
    return num < den && den <= 100 ? quantity(slash.end, { kind: "fraction", num, den }) : undefined;
  }
  const second = readNumeral(text, of.end);
  if (!second || second.positional || inQuotedName(text, start, second.end)) return undefined;
  if (numeralOf(first.value) === "100") {
    return percentage(text, second, { end: second.end, sign: { start, negative: false }, spelled: true });
  }
  const den = Number(numeralOf(first.value));
  const num = Number(numeralOf(second.value));
  const post = readPostposition(text, second.end);
  const soft = text[second.end] === "强" ? "over" : text[second.end] === "弱" ? "under" : undefined;
  const approx = second.approx ?? post?.approx ?? approxBefore(text, start);
  return quantity(
    post?.end ?? second.end,
    { kind: "fraction", num, den, ...((approx ?? soft) && { approx: approx ?? soft ?? "" }) },
    second.end,
  );
}

/** 35%, 3—5%, and 3‰ as the fraction 3/1000. */
function readPercent(text: string, numeral: Numeral, sign: NumberSign): Expression | undefined {
  const mark = text[numeral.end];
  if (mark === "%") return percentage(text, numeral, { end: numeral.end + 1, sign, spelled: false });
  if (mark === "‰") {
    const end = numeral.end + 1;
    const post = readPostposition(text, end);
    const approx = post?.approx ?? approxBefore(text, sign.start);
    const num = Number(numeralOf(numeral.value));
    return quantity(post?.end ?? end, { kind: "fraction", num, den: 1000, ...(approx && { approx }) }, end);
  }
  const range = readRange(text, numeral, numeral.end);
  if (range && text[range.second.end] === "%") {
    return quantity(range.second.end + 1, {
      kind: "percent",
      range: [hundredth(range.low), hundredth(range.second.value)],
    });
  }
  return undefined;
}

interface Percentage {
  /** Where its first number ends, the percent sign included. */
  readonly end: number;
  readonly sign: NumberSign;
  /** It is written 百分之…, and has no percent sign. */
  readonly spelled: boolean;
}

/** A percentage with the second half of a range and the postposition after it, if it has them. */
function percentage(text: string, first: Numeral, { end, sign, spelled }: Percentage): Expression {
  const { start, negative } = sign;
  const signed = (number: Decimal): Decimal => (negative ? negate(number) : number);
  let stop = end;
  let range = first.range;
  const connector = match(/[—～至到-]/y, text, end);
  if (connector) {
    const spelledSecond = spelled && text.startsWith("百分之", connector.end) ? connector.end + 3 : connector.end;
    const second = readNumeral(text, spelledSecond);
    if (second && (spelled ? spelledSecond > connector.end || second.script === "han" : text[second.end] === "%")) {
      if (compare(first.value, second.value) < 0) {
        range = [first.value, second.value];
        stop = spelled ? second.end : second.end + 1;
      }
    }
  }
  const post = readPostposition(text, stop);
  const approx = range ? post?.approx : (first.approx ?? post?.approx ?? approxBefore(text, start));
  return quantity(
    post?.end ?? stop,
    {
      kind: "percent",
      ...(range
        ? { range: [hundredth(signed(range[0])), hundredth(range[1])] }
        : { value: hundredth(signed(first.value)) }),
      ...(approx && { approx }),
    },
    stop,
  );
}

/** 三成, 三成五, 两三成. */
function readTenths(text: string, at: number, numeral: Numeral): Expression | undefined {
  const found = match(TENTHS, text, numeral.end);
  if (!found || numeral.bare || numeral.magnitude || compare(numeral.value, decimal("10")) > 0) return undefined;
  if (numeral.positional || inQuotedName(text, at, found.end)) return undefined;
  // 一成 is as often a name, unless a word of change or share stands before it.
  if (text.slice(at, numeral.end) === "一" && !/[长降升跌减增有足约近过到至占少多]/.test(text[at - 1] ?? ""))
    return undefined;
  const more = found.groups[1] ? "〇一二三四五六七八九".indexOf(found.groups[1]) : 0;
  let end = found.end;
  const many = text[end] === "多" && text[end + 1] !== "种";
  if (many) end += 1;
  const post = readPostposition(text, end);
  const approx = many ? "over" : (post?.approx ?? approxBefore(text, at));
  const tenth = (number: Decimal): string => numeralOf(shift(number, -1));
  return quantity(
    post?.end ?? end,
    {
      kind: "percent",
      ...(numeral.range
        ? { range: [tenth(numeral.range[0]), tenth(numeral.range[1])] as const }
        : { value: numeralOf(add(shift(numeral.value, -1), shift(decimal(`${more}`), -2))) }),
      ...(approx && { approx }),
    },
    end,
  );
}

/** 3倍, 两三倍, 一倍半. */
function readTimes(text: string, numeral: Numeral, start: number): Expression | undefined {
  if (numeral.bare || numeral.positional) return undefined;
  const range = readRange(text, numeral, numeral.end);
  const last = range?.second ?? numeral;
  const found = match(TIMES, text, last.end);
  if (!found || /[增速频]/.test(text[found.end] ?? "") || before(text, start, 1) === "成") return undefined;
  const bounds = range ? ([range.low, range.second.value] as const) : numeral.range;
  const post = readPostposition(text, found.end);
  const many = text[found.end] === "多";
  const half = text[found.end] === "半";
  const end = many || half ? found.end + 1 : found.end;
  const approx = many ? "over" : (numeral.approx ?? post?.approx ?? approxBefore(text, start));
  return quantity(
    post?.end ?? end,
    {
      kind: "multiple",
      ...(bounds
        ? { range: [numeralOf(bounds[0]), numeralOf(bounds[1])] as const }
        : { value: numeralOf(half ? add(numeral.value, decimal("0.5")) : numeral.value) }),
      ...(approx && { approx }),
    },
    end,
  );
}

/** The part of one that a percentage is, as a numeral. */
function hundredth(number: Decimal): string {
  return numeralOf(shift(number, -2));
}

/** An expression that ends at `end`, or at `plainEnd` without its postposition. */
function quantity(end: number, value: QuantityValue, plainEnd = end): Expression {
  return { end, type: "QTY", value, ...(plainEnd !== end && { plainEnd }) };
}
