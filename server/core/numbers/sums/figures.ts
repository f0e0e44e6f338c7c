/** Figures as arithmetic takes them: exact amounts with their unit and the words beside them. */

import type { Span } from "../../text/text.ts";
import type { NumericMention } from "../index.ts";
import { add, compare, type Decimal, decimal, negate, numeralOf, shift } from "../numerals/decimal.ts";

/** An amount of a text; offsets are into that text. */
export interface Figure extends Span {
  readonly text: string;
  readonly kind: "amount" | "percent";
  /** Of a percentage the number before the sign. */
  readonly value: Decimal;
  /** Unit and what it is counted per; figures with the same measure can be added. */
  readonly measure: string;
  /** What it is counted per (`year`), where the text says so. */
  readonly per?: string;
  /** It counts things, and is no measure or sum of money. */
  readonly counts: boolean;
  /** No 余, 约, 近 and the like, and no range. */
  readonly exact: boolean;
  /** How many figures count: the power of ten of the last digit written (3.2亿 → 7). */
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
      place: placeOf(text),
    });
  }
  return figures;
}

export function sumOf(figures: readonly Figure[]): Decimal {
  return figures.reduce((sum, { value }) => add(sum, value), decimal(0));
}

export function minus(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b));
}

/** The size of a number, for comparing two sizes roughly. */
export function sizeOf(number: Decimal): number {
  return Math.abs(Number(numeralOf(number)));
}

/** Whether a sum and what it is to be are equal but for what rounding of the parts, and of the whole, may leave. */
export function agree(sum: Decimal, goal: Decimal, parts: readonly Figure[], whole?: Figure): boolean {
  return compare(sum, goal) === 0 || sizeOf(minus(sum, goal)) <= toleranceOf(parts, whole);
}

/**
 * Half a unit of the last place for each figure; nothing where all are plain whole numbers. A part that has no decimals
 * beside two that have (12.6万亩、3.4万亩、5万亩) has left out a nought, and was not rounded any coarser than they were;
 * a whole may have been.
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
 * Whether a sum that rounding could explain is off by so much of its whole that a reader sees it (42万亩 of 18万亩 and
 * 25万亩): no one gives a whole in full by figures that rough. A whole rougher than its parts, or parts rougher than
 * their whole, are plainly rounded.
 */
export function roughlyOff(sum: Decimal, parts: readonly Figure[], whole: Figure): boolean {
  const off = sizeOf(minus(sum, whole.value));
  const finest = Math.min(...parts.map(({ place }) => place));
  return finest <= whole.place && off > (10 ** whole.place / 2) * (1 + 1e-9) && off > SEEN * sizeOf(whole.value);
}

/** The share of a whole that no rounding of a full account leaves open. */
const SEEN = 0.02;

/** Whether any of the parts add up to the number, rounding allowed for unless `exactly`: what the text may mean. */
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

/** More parts than these are not tried in every choice. */
export const MOST_PARTS = 10;

/**
 * Whether two numbers differ as by a slip of the pen: one digit is another, two neighbours have changed places, or
 * the difference is a small part of the whole. What is further off was more likely read wrongly than written wrongly.
 */
export function isSlip(a: Decimal, b: Decimal): boolean {
  const difference = minus(a, b);
  const share = sizeOf(difference) / Math.max(sizeOf(a), sizeOf(b));
  const digits = numeralOf(difference)
    .replace(/[-.]/g, "")
    .replace(/^0+|0+$/g, "");
  return share <= 0.05 || (share <= 0.5 && (digits.length === 1 || (share <= 0.3 && isTransposed(a, b))));
}

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

const PLACES: Readonly<Record<string, number>> = { 万: 4, 亿: 8, 万亿: 12 };

/** A number as a figure writes its own: with its 万 or 亿 and its unit (`6.5亿元`). */
export function writtenLike(number: Decimal, { text }: Figure): string {
  const numeral = FIGURE.exec(text)?.[0];
  if (numeral === undefined) return numeralOf(number);
  const scale = /万亿|亿|万/u.exec(numeral)?.[0] ?? "";
  return numeralOf(shift(number, -(PLACES[scale] ?? 0))) + scale + text.slice(numeral.length).replace(/^[余多]/u, "");
}

/** The sum as one writes it down; what the parts have in common with the whole is left out (`20＋45`). */
export function addition(parts: readonly Figure[], whole: Figure): string {
  const tail = (figure: Figure): string => figure.text.replace(/^[\d.,\s]+/u, "");
  const short = parts.every((part) => /^\d/.test(part.text) && tail(part) === tail(whole));
  return parts.map(({ text }) => (short ? (/^[\d.,\s]+/.exec(text)?.[0] ?? text) : text).trim()).join("＋");
}

/** The power of ten of the last digit of a figure, or of the 万 or 亿 that it ends in; 0 where it is a plain whole number. */
function placeOf(text: string): number {
  const [, , fraction = "", scale = ""] = FIGURE.exec(text) ?? [];
  return (PLACES[scale] ?? 0) - fraction.length;
}

/** In digits or in Chinese numerals, of which only the last 万 or 亿 counts: 1.2亿, 三点三亿, 一亿三千万. */
const FIGURE =
  /^(\d[\d,\s]*|[〇零一二两三四五六七八九十百千万亿]+?)(?:[.·点]([\d〇零一二三四五六七八九]+))?(万亿|亿|万)?(?![〇零一二两三四五六七八九十百千万亿])/u;
