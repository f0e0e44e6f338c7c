/** Reads numerals to exact numbers: Arabic, grouped, Chinese and mixed (`1亿2000万`, `2.84万亿`, `十多万`, `三四十`). */

import { decimal, shift } from "./decimal.ts";
import { HAN_RUN, readHan, SEVERAL_ONES } from "./han-numerals.ts";
import { ARABIC, type Numeral, withMagnitude, withMoreThan } from "./magnitudes.ts";
import { isDigit, match } from "./match.ts";

export { HAN_RUN } from "./han-numerals.ts";
export type { Numeral } from "./magnitudes.ts";

/** A longer run of digits is an identifier. */
const LONGEST_DIGITS = 21;

/** A decimal point as old newspapers set it, a raised dot: it is one where a sign or magnitude follows (20·5%). */
const RAISED_POINT = /(\d+)·(\d+)(?=[%‰万亿])/y;
const DIGIT_RUN = /[\d.,]+/y;

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
  const end = raised?.end ?? found.end;
  const digits: Numeral = { end, value: decimal(numeral), script: "arabic", magnitude: 0 };
  const ones = numeral.endsWith("0") && !numeral.includes(".") ? match(SEVERAL_ONES, text, end) : undefined;
  return ones ? withMoreThan(text, digits, ones) : withMagnitude(text, digits);
}
