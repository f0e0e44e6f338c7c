/** The value of a run of Chinese numerals: 三百二十, 一亿三千万, 二〇二二, 七八百. */

import { add, compare, type Decimal, decimal, shift } from "./decimal.ts";

/** The least and the most that a run says; the two differ where it writes two neighbours as one (七八百). */
export interface HanValue {
  readonly low: Decimal;
  readonly high: Decimal;
  /** Digits one after the other (`二〇二二`), which count nothing but years. */
  readonly positional?: true;
}

/** The digits, ordinary and financial (大写), 〇 and 零 among them. */
export const HAN_DIGITS = "〇零一二两三四五六七八九壹贰叁肆伍陆柒捌玖";
/** The number that each digit writes. */
export const DIGIT_VALUES: Readonly<Record<string, number>> = Object.fromEntries(
  [..."001223456789123456789"].map((digit, index) => [HAN_DIGITS[index], Number(digit)]),
);

/** The value of a run of characters that are all Chinese numerals; undefined where together they write no number (十十). */
export function hanValue(run: string): HanValue | undefined {
  if ([...run].every((char) => HAN_DIGITS.includes(char))) return digitsValue(run);
  return groupsValue(run, "亿", 8) ?? groupsValue(run, "万", 4) ?? sectionValue(run);
}

/** The value of digits without a magnitude: one, two neighbours (`五六`, `三五`), or the digits of a year. */
function digitsValue(run: string): HanValue | undefined {
  const [first = 0, second = 0] = [...run].map((char) => DIGIT_VALUES[char] ?? 0);
  if (run.length === 1) return { low: decimal(first), high: decimal(first) };
  if (run.length === 2 && first > 0 && (second === first + 1 || (first === 3 && second === 5))) {
    return { low: decimal(first), high: decimal(second) };
  }
  if (run.length !== 4 && !/[〇零]/.test(run)) return undefined;
  const value = decimal([...run].map((char) => DIGIT_VALUES[char]).join(""));
  return { low: value, high: value, positional: true };
}

/** The value of a run with 亿 (or 万), from what stands before and after the last one; `places` is its power of ten. */
function groupsValue(run: string, sign: "亿" | "万", places: number): HanValue | undefined {
  const cut = run.lastIndexOf(sign);
  if (cut < 0) return undefined;
  const before = run.slice(0, cut);
  const after = run.slice(cut + 1);
  const left = before ? hanValue(before) : { low: decimal("1"), high: decimal("1") };
  if (!left || left.positional) return undefined;
  const low = shift(left.low, places);
  const high = shift(left.high, places);
  if (!after) return { low, high };
  if (compare(low, high) !== 0) return undefined;
  const right = /^[一二三四五六七八九]{1,2}$/.test(after)
    ? spokenTail(after, places)
    : hanValue(after.replace(/^[零〇]/, ""));
  if (!right || right.positional || compare(right.high, shift(decimal("1"), places)) >= 0) return undefined;
  return { low: add(low, right.low), high: add(low, right.high) };
}

/** A digit alone, or two neighbours, after 亿 or 万 count in the next lower place: 一万二 is colloquial for 12 000. */
function spokenTail(digits: string, places: number): HanValue | undefined {
  const value = digitsValue(digits);
  return value && { low: shift(value.low, places - 1), high: shift(value.high, places - 1) };
}

const D = "[一二两三四五六七八九壹贰叁肆伍陆柒捌玖]{1,2}";
const SECTION = new RegExp(`^(?:(${D})?[千仟])?零?(?:(${D})?[百佰])?零?(?:(${D})?[十拾])?(零?)(${D})?$`);

/** The value of a run below 10 000 with 千, 百 or 十 in it. */
function sectionValue(run: string): HanValue | undefined {
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
    const [first = 1, second] = [...(digits ?? "一")].map((char) => DIGIT_VALUES[char] ?? 0);
    const pair = second !== undefined;
    if (pair && (index !== parts.length - 1 || !(second === first + 1 || (first === 3 && second === 5))))
      return undefined;
    high = low + (second ?? first) * worth;
    low += first * worth;
  }
  return { low: decimal(low), high: decimal(high) };
}
