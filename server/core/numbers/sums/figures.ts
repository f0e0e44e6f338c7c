/** Figures: the amounts and percentages of a text, as exact numbers that can be added and compared. */

import type { Span } from "../../text/text.ts";
import type { NumericMention } from "../index.ts";
import { add, compare, type Decimal, decimal, negate, numeralOf, shift } from "../numerals/decimal.ts";

/** An amount of a text; offsets are into that text. */
export interface Figure extends Span {
  readonly text: string;
  readonly kind: "amount" | "percent";
  /** The amount; of a percentage the number before its sign. */
  readonly value: Decimal;
  /** The unit and what it is counted per, or `%`. Figures of one measure can be added. */
  readonly measure: string;
  /** What it is counted per (`year`), where the text says so. */
  readonly per?: string;
  /** It is a count of things, and no measure or sum of money. */
  readonly counts: boolean;
  /** It has no 余, 约, 近 or their like, and is no range. */
  readonly exact: boolean;
  /** The power of ten of the last digit written: 7 of 3.2亿. */
  readonly place: number;
}

/** The amounts and percentages among the numbers of a text, in order. */
export function figuresOf(numbers: readonly NumericMention[]): Figure[] {
  const figures: Figure[] = [];
  for (const { start, end, text, value } of numbers) {
    if (value.kind !== "quantity" && value.kind !== "percent") continue;
    if (value.magnitude || value.role) continue;
    const amount = value.value ?? value.range?.[0];
    if (amount === undefined || amount.startsWith("-")) continue;
    const percent = value.kind === "percent";
    // 三成 and 八折 are no shares to be added up.
    if (percent ? !/[%％]/u.test(text) : value.unit === undefined) continue;
    figures.push({
      start,
      end,
      text,
      kind: percent ? "percent" : "amount",
      value: percent ? shift(decimal(amount), 2) : decimal(amount),
      measure: percent ? "%" : `${value.unit}/${value.per ?? ""}`,
      ...(value.per !== undefined && { per: value.per }),
      counts: !percent && value.dimension === undefined,
      exact: value.range === undefined && value.approx === undefined,
      place: lastPlaceOf(text),
    });
  }
  return figures;
}

/** The sum of the figures' numbers. */
export function sumOf(figures: readonly Figure[]): Decimal {
  return figures.reduce((sum, { value }) => add(sum, value), decimal(0));
}

/** The first number less the second. */
export function minus(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b));
}

/** The size of a number without its sign, as a float; for comparing sizes roughly. */
export function sizeOf(number: Decimal): number {
  return Math.abs(Number(numeralOf(number)));
}

/** Whether a sum equals its goal, but for what the rounding of its parts, and of the whole, may leave. */
export function agree(sum: Decimal, goal: Decimal, parts: readonly Figure[], whole?: Figure): boolean {
  return compare(sum, goal) === 0 || sizeOf(minus(sum, goal)) <= toleranceOf(parts, whole);
}

/**
 * How far rounding may put a sum off: half a unit of the last place of each figure, and nothing where all are plain whole
 * numbers. A part without decimals beside two with them (12.6万亩、3.4万亩、5万亩) has left out a nought and counts as rounded
 * like them; a whole may be rounded more coarsely.
 */
function toleranceOf(parts: readonly Figure[], whole?: Figure): number {
  if ([...parts, ...(whole ? [whole] : [])].every(({ place }) => place === 0)) return 0;
  const [finest = 0, second = finest] = parts.map(({ place }) => place).sort((a, b) => a - b);
  const usual = parts.length > 2 ? second : Number.POSITIVE_INFINITY;
  const units = parts.map(({ place }) => 10 ** Math.min(place, usual));
  if (whole) units.push(10 ** whole.place);
  return (units.reduce((sum, unit) => sum + unit, 0) / 2) * (1 + 1e-9);
}

/**
 * Whether a sum that rounding could explain is off by so large a part of its whole that a reader sees it: 42万亩 of 18万亩
 * and 25万亩. Figures that rough are not used to account for a whole. A whole rougher than its parts, or parts rougher than
 * their whole, are plainly rounded.
 */
export function roughlyOff(sum: Decimal, parts: readonly Figure[], whole: Figure): boolean {
  const off = sizeOf(minus(sum, whole.value));
  const finest = Math.min(...parts.map(({ place }) => place));
  return finest <= whole.place && off > (10 ** whole.place / 2) * (1 + 1e-9) && off > SEEN * sizeOf(whole.value);
}

/** The part of its whole by which a sum that accounts for it is never off by rounding. */
const SEEN = 0.02;

/**
 * Whether some of the parts add up to the whole: then the text may mean these. Rounding is allowed for unless `exactly`; only
 * the first {@link MOST_PARTS} parts are tried.
 */
export function someAddUp(parts: readonly Figure[], whole: Figure, exactly = false): boolean {
  const few = parts.slice(0, MOST_PARTS);
  const goal = sizeOf(whole.value);
  const off = (exactly ? 0 : toleranceOf(few, whole)) + goal * 1e-12;
  let sums = [0];
  for (const { value } of few) {
    const size = sizeOf(value);
    sums = sums.concat(sums.map((sum) => sum + size));
  }
  return sums.some((sum, choice) => choice > 0 && Math.abs(sum - goal) <= off);
}

/** So many parts are tried in every choice. */
export const MOST_PARTS = 10;

/**
 * Whether two numbers differ as by a slip of the pen: in one digit, by two neighbours that changed places, or by a small
 * part of their size. What is further off was more likely read wrongly than written wrongly.
 */
export function isSlip(a: Decimal, b: Decimal): boolean {
  const difference = minus(a, b);
  const share = sizeOf(difference) / Math.max(sizeOf(a), sizeOf(b));
  const digits = numeralOf(difference)
    .replace(/[-.]/g, "")
    .replace(/^0+|0+$/g, "");
  return share <= 0.05 || (share <= 0.5 && (digits.length === 1 || (share <= 0.3 && isTransposed(a, b))));
}

/** Whether two neighbouring digits changed places. */
function isTransposed(a: Decimal, b: Decimal): boolean {
  const [one, other] = [numeralOf(a), numeralOf(b)];
  const at = [...one].findIndex((digit, index) => digit !== other[index]);
  return (
    one.length === other.length &&
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}

/** The power of ten of each magnitude. */
const PLACES: Readonly<Record<string, number>> = { 万: 4, 亿: 8, 万亿: 12 };

/** A number written as a figure writes its own, with its 万 or 亿 and its unit: `6.5亿元`. */
export function writtenLike(number: Decimal, { text }: Figure): string {
  const numeral = FIGURE.exec(text)?.[0];
  if (numeral === undefined) return numeralOf(number);
  const scale = /万亿|亿|万/u.exec(numeral)?.[0] ?? "";
  return numeralOf(shift(number, -(PLACES[scale] ?? 0))) + scale + text.slice(numeral.length).replace(/^[余多]/u, "");
}

/** The addition of the parts as one writes it down, without the unit where all have the whole's: `20＋45`. */
export function addition(parts: readonly Figure[], whole: Figure): string {
  const tail = (figure: Figure): string => figure.text.replace(/^[\d.,\s]+/u, "");
  const short = parts.every((part) => /^\d/.test(part.text) && tail(part) === tail(whole));
  return parts.map(({ text }) => (short ? (/^[\d.,\s]+/.exec(text)?.[0] ?? text) : text).trim()).join("＋");
}

/** The power of ten of a figure's last digit: 0 of a plain whole number, -1 of 3.2, 7 of 3.2亿. */
function lastPlaceOf(text: string): number {
  const [, , fraction = "", scale = ""] = FIGURE.exec(text) ?? [];
  return (PLACES[scale] ?? 0) - fraction.length;
}

/**
 * A numeral in digits or in Chinese: its whole part, its fraction, and the 万 or 亿 at its end (1.2亿, 三点三亿, 一亿三千万).
 */
const FIGURE =
  /^(\d[\d,\s]*|[〇零一二两三四五六七八九十百千万亿]+?)(?:[.·点]([\d〇零一二三四五六七八九]+))?(万亿|亿|万)?(?![〇零一二两三四五六七八九十百千万亿])/u;
