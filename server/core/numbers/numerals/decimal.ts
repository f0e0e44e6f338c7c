/** Exact decimal numbers: an integer and a power of ten, so that no figure is ever rounded. */

/** The number `digits` ÷ 10^`scale`; `scale` is never negative. One number may have several such forms. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

export const ZERO: Decimal = { digits: 0n, scale: 0 };

/**
 * A whole number, or the number of a plain decimal numeral: `1234`, `0.56`, `-5`. Throws a SyntaxError for anything else,
 * and a RangeError for a number that is not whole.
 */
export function decimal(numeral: string | number): Decimal {
  if (typeof numeral === "number") return { digits: BigInt(numeral), scale: 0 };
  const [whole = "", fraction = ""] = numeral.split(".");
  return { digits: BigInt(`${whole}${fraction}` || "0"), scale: fraction.length };
}

/** The sum of two numbers. */
export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: a.digits * tenTo(scale - a.scale) + b.digits * tenTo(scale - b.scale), scale };
}

/** The product of two numbers. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

/** The number × 10^`places`; `places` may be negative. */
export function shift(number: Decimal, places: number): Decimal {
  return places >= number.scale
    ? { digits: number.digits * tenTo(places - number.scale), scale: 0 }
    : { digits: number.digits, scale: number.scale - places };
}

/** The number with the other sign. */
export function negate(number: Decimal): Decimal {
  return { digits: -number.digits, scale: number.scale };
}

/** -1, 0 or 1, as `a` is less than, equal to or greater than `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const { digits } = add(a, negate(b));
  return digits < 0n ? -1 : digits > 0n ? 1 : 0;
}

/** Whether the number has no fraction. */
export function isWhole(number: Decimal): boolean {
  return number.digits % tenTo(number.scale) === 0n;
}

/** The plain numeral of the number, without zeros at the end of its fraction: `0.35`, `-2`, `1200`. */
export function numeralOf(number: Decimal): string {
  const negative = number.digits < 0n;
  const digits = (negative ? -number.digits : number.digits).toString().padStart(number.scale + 1, "0");
  const whole = digits.slice(0, digits.length - number.scale);
  const fraction = number.scale ? digits.slice(-number.scale).replace(/0+$/, "") : "";
  return `${negative ? "-" : ""}${whole}${fraction ? `.${fraction}` : ""}`;
}

/** How many zeros a whole number ends in; 0 for zero and for a number with a fraction. */
export function trailingZeros(number: Decimal): number {
  const numeral = numeralOf(number);
  if (numeral.includes(".") || number.digits === 0n) return 0;
  return numeral.length - numeral.replace(/0+$/, "").length;
}

/** The powers of ten that numerals reach, made once. */
const POWERS = Array.from({ length: 40 }, (_, places) => 10n ** BigInt(places));

function tenTo(places: number): bigint {
  return POWERS[places] ?? 10n ** BigInt(places);
}
