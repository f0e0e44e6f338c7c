/** Quantities: a numeral or a range of them, a unit or classifier, what it is counted per, and how exact it is. */

import type { QuantityValue } from "../../page/mention.ts";
import { unitNamed } from "../../tables/units.ts";
import { before } from "../../text/text.ts";
import { add, type Decimal, decimal, multiply, negate, numeralOf } from "../numerals/decimal.ts";
import { ENDS_AMOUNT } from "../numerals/magnitudes.ts";
import { match } from "../numerals/match.ts";
import type { Numeral } from "../numerals/numerals.ts";
import { inQuotedName } from "../numerals/uncounted.ts";
import type { Expression, Scan } from "../types.ts";
import { approxBefore, readPostposition } from "./approximations.ts";
import { type Denominator, perBefore, readPer } from "./denominators.ts";
import { type NumeralRange, readRange } from "./numeral-range.ts";
import { readHalfMore, readSmallMoney, readSpokenAmount } from "./spoken.ts";
import { readUnit, type UnitMention } from "./units.ts";

/** A sign or word before a numeral: where it stands, and whether the number is below zero for it. */
export interface NumberSign {
  readonly start: number;
  readonly negative: boolean;
}

/** The quantity that the numeral at an offset begins, with the sign before it, if it has one. */
export function readAmount(
  { text }: Scan,
  at: number,
  counted: Numeral,
  { start, negative }: NumberSign = { start: at, negative: false },
): Expression | undefined {
  if (counted.positional) return undefined;
  const numeral = negative ? { ...counted, value: negate(counted.value) } : counted;
  const amount = amountOf(text, at, numeral);
  if (!amount) return undefined;
  const unit = amount.unit && ofTemperature(text, start, amount.unit);
  if (numeral.script === "han" && inQuotedName(text, start, amount.end)) return undefined;
  if (unit?.unit.classifier && text[start - 1] === "“" && inQuotedName(text, start, amount.end)) return undefined;
  const small = amount.unit?.word === "元" && !amount.high ? readSmallMoney(text, amount.end, amount.low) : undefined;
  const half = unit && !amount.high && !numeral.range && !numeral.approx ? readHalfMore(text, unit) : undefined;
  let end = small?.end ?? half ?? amount.end;
  let approx: string | undefined = amount.high || numeral.range ? undefined : numeral.approx;
  if (text[end] === "多" && unit && /^(?:$|[，。；、！？）”的处地高长宽远重大深外里了])/.test(text[end + 1] ?? "")) {
    end += 1;
    approx = "over";
  }
  const perAfter = readPer(text, end, unit);
  const per = perAfter ?? perBefore(text, start);
  if (perAfter) ({ end } = perAfter);
  const post = readPostposition(text, end);
  approx ??= post?.approx ?? approxBefore(text, start);
  const value = small?.value ?? (half ? add(amount.low, HALF) : amount.low);
  const range = amount.high ? ([amount.low, amount.high] as const) : numeral.range;
  return {
    end: post?.end ?? end,
    ...(post && { plainEnd: end }),
    type: "QTY",
    value: {
      kind: "quantity",
      ...(range ? { range: [numeralOf(range[0]), numeralOf(range[1])] } : { value: numeralOf(value) }),
      ...unitFields(unit, value, per, Boolean(range)),
      ...(approx && { approx }),
      ...(numeral.upper && !amount.high && { upper: numeralOf(numeral.upper) }),
      ...(unit?.word === "级" && numeral.magnitude >= 4 && { magnitude: true }),
    },
  };
}

const HALF = decimal("0.5");

/** One number or a range of two, with its unit. */
interface Amount {
  readonly end: number;
  readonly low: Decimal;
  /** The greater number of a range. */
  readonly high?: Decimal;
  readonly unit?: UnitMention;
}

/** The number or range that a numeral begins, where it has a unit or counts without one. */
function amountOf(text: string, at: number, numeral: Numeral): Amount | undefined {
  const zero = numeral.value.digits === 0n && text.startsWith("成本", numeral.end);
  if (zero)
    return {
      end: numeral.end + 2,
      low: numeral.value,
      unit: { unit: { id: "成本" }, word: "成本", end: numeral.end + 2 },
    };
  const unit = readUnit(text, numeral.end, at);
  // A bare 亿元 is no amount, 亿元以上 is one.
  if (numeral.bare && numeral.end - at < 2 && !(unit && /^以[上下]/.test(text.slice(unit.end, unit.end + 2))))
    return undefined;
  const range = rangeFrom(text, at, numeral, unit);
  if (range) {
    const second = readUnit(text, range.second.end, at);
    const fits = !unit || !second || second.unit.id === unit.unit.id;
    if (fits && (second || (!unit && range.second.magnitude >= 4 && range.second.script === "arabic"))) {
      return {
        end: second?.end ?? range.second.end,
        low: range.low,
        high: range.second.value,
        ...(second && { unit: second }),
      };
    }
  }
  const spoken = readSpokenAmount(text, numeral);
  if (spoken) return { end: spoken.unit.end, low: spoken.value, unit: spoken.unit };
  if (unit) return { end: unit.end, low: numeral.value, unit };
  return countsAlone(text, at, numeral) ? { end: numeral.end, low: numeral.value } : undefined;
}

/**
 * Whether a numeral counts without a unit that is known: a figure with 万 or 亿 (340万羽, 共3.2亿。), a vague one with them
 * (几十万群众), and one that people end short (收入三万五。).
 */
function countsAlone(text: string, at: number, numeral: Numeral): boolean {
  const ends = match(STANDS_ALONE, text, numeral.end) !== undefined;
  if (numeral.spoken && ends) return true;
  if (numeral.range && ends && !numeral.bare) return numeral.approx === "several" || numeral.magnitude >= 4;
  if (numeral.magnitude < 4) return false;
  return numeral.script === "arabic" || numeral.approx !== undefined || /个多?亿$/.test(text.slice(at, numeral.end));
}

const STANDS_ALONE = new RegExp(ENDS_AMOUNT, "y");

/**
 * The range that a quantity's numeral begins. After a word of change there is none (下跌3元至18元); after 零下 both ends are
 * below zero (零下3到5℃).
 */
function rangeFrom(
  text: string,
  at: number,
  numeral: Numeral,
  unit: UnitMention | undefined,
): NumeralRange | undefined {
  if (unit && CHANGED_BY.test(before(text, at, 3))) return undefined;
  if (unit || numeral.value.digits >= 0n || before(text, at, 2) !== "零下")
    return readRange(text, numeral, unit?.end ?? numeral.end);
  const range = readRange(text, { ...numeral, value: negate(numeral.value) }, numeral.end);
  return range && { low: negate(range.second.value), second: { ...range.second, value: negate(range.low) } };
}

const CHANGED_BY = /(?:[涨跌]|[上下]调|回落)了?$/;

/** The unit; 度 is a degree Celsius after 零下 or where the words before speak of temperature. */
function ofTemperature(text: string, start: number, unit: UnitMention): UnitMention {
  const cold =
    text.startsWith("零下", start) || /(?:[气水体室低高]温|温度|气候)[^，。；]{0,6}$/.test(before(text, start, 9));
  const celsius = unit.word === "度" && cold ? unitNamed("℃") : undefined;
  return celsius ? { ...unit, unit: celsius } : unit;
}

/** The fields of a value that its unit gives: sign, word, dimension, denominator, and the SI amount of a single number. */
function unitFields(
  unit: UnitMention | undefined,
  value: Decimal,
  per: Omit<Denominator, "end"> | undefined,
  ranged: boolean,
): Partial<QuantityValue> {
  const si = unit?.unit.si;
  const inSi =
    si && !ranged && (!per || per.si) && (si[0] !== "1" || si[1] !== unit?.unit.id)
      ? multiply(value, decimal(si[0]))
      : undefined;
  return {
    ...(unit && { unit: unit.unit.id }),
    ...(unit?.unit.remark && unit.word !== unit.unit.id && { unitText: unit.word }),
    ...(unit?.unit.dimension && { dimension: unit.unit.dimension }),
    ...(per && { per: per.id }),
    ...(inSi && si && { si: `${numeralOf(inSi)} ${si[1]}${per?.si ? `/${per.si}` : ""}` }),
  };
}
