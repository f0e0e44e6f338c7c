/** Ranges of two numerals: 3—5, 3至5亿, -5℃至3℃. */

import { compare, type Decimal, negate, shift } from "../numerals/decimal.ts";
import { match } from "../numerals/match.ts";
import { type Numeral, readNumeral } from "../numerals/numerals.ts";

/** A range of two numerals. */
export interface NumeralRange {
  /** The lesser number. */
  readonly low: Decimal;
  /** The second numeral as it stands in the text, with the greater number as its value. */
  readonly second: Numeral;
}

/**
 * The range that begins with the numeral `first`, whose unit, if it has one, ends at `firstEnd`; undefined where no
 * connector and numeral follow, or the second number is not the greater. Where only the second has a 万 or 亿, that
 * counts for both: 3—5亿元.
 */
export function readRange(text: string, first: Numeral, firstEnd: number): NumeralRange | undefined {
  const connector = match(CONNECTOR, text, firstEnd);
  if (!connector || first.positional) return undefined;
  const minus = match(MINUS, text, connector.end);
  const numeral = readNumeral(text, minus?.end ?? connector.end);
  if (!numeral || numeral.positional || numeral.bare || numeral.range) return undefined;
  const second = minus ? { ...numeral, value: negate(numeral.value) } : numeral;
  if (minus || first.value.digits < 0n) {
    // Below zero either order occurs: -5℃至3℃, 8℃到-2℃.
    const down = compare(first.value, second.value) > 0;
    return down ? { low: second.value, second: { ...second, value: first.value } } : { low: first.value, second };
  }
  const shares = first.magnitude === 0 && second.magnitude > 0 && first.end === firstEnd;
  const low =
    shares && compare(shift(first.value, second.magnitude), second.value) < 0
      ? shift(first.value, second.magnitude)
      : first.value;
  return compare(low, second.value) < 0 ? { low, second } : undefined;
}

const MINUS = /-(?=\d)|零下/y;
const CONNECTOR = /[—～至到]|-(?=\d)/y;
