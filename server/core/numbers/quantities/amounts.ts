/** Quantities: a numeral or a range of them, a unit or classifier, what it is counted per, and how exact it is. */

import type { QuantityValue } from "../../page/mention.ts";
import { type Unit, unitNamed } from "../../tables/units.ts";
import { before } from "../../text/text.ts";
import { add, compare, type Decimal, decimal, multiply, negate, numeralOf, shift } from "../numerals/decimal.ts";
import { inName } from "../numerals/exceptions.ts";
import { match, type Numeral, readNumeral } from "../numerals/numerals.ts";
import type { Found, Scan } from "../types.ts";
import { type Denominator, readDenominator, readUnit, type UnitMention, unitWordAt } from "./units.ts";

/** One numeral, or two with a connector between; `high` is there where the text gives a range. */
export interface Amount {
  readonly start: number;
  readonly end: number;
  readonly low: Decimal;
  readonly high?: Decimal;
  readonly numeral: Numeral;
  /** The unit, where it was read together with the numerals. */
  readonly unit?: UnitMention;
}

const MINUS = /-(?=\d)|零下/y;
const CONNECTOR = /[—～至到]|-(?=\d)/y;
const POSTPOSITION = /(?:及|（含）|\(含\))?(以上|以下)|(以内|之内|左右|上下|开外)/y;
const POSTPOSITIONS: Readonly<Record<string, string>> = {
  以上: "at_least",
  开外: "at_least",
  以下: "at_most",
  以内: "at_most",
  之内: "at_most",
  左右: "about",
  上下: "about",
};
const BEFORE: readonly (readonly [pattern: RegExp, approx: string])[] = [
  [/(?:不超过|不高于|不多于|最多|至多)$/, "at_most"],
  [/(?:至少|不少于|不低于|不小于)$/, "at_least"],
  [/(?:突破|超过|超出|超|逾|不止|多于|高于|大于)了?$/, "over"],
  [/(?:约为|大约|约|大概|大致)$/, "about"],
  [/(?:接近|将近|近)$/, "nearly"],
  [/(?:不足|不到|不满|低于|少于|小于)$/, "under"],
];
const PER_BEFORE = /(人|户|亩|日|年|月|周|村|校|地)均[^，。；：！？、\d]{0,12}$/;
const PER_NAMES: Readonly<Record<string, string>> = { 日: "day", 年: "year", 月: "month", 周: "week", 地: "km2" };

/** How the words before an offset qualify the number there: `over`, `about`, `nearly`, `under` … */
export function approxBefore(text: string, at: number): string | undefined {
  const words = before(text, at, 4);
  return BEFORE.find(([pattern]) => pattern.test(words))?.[1];
}

/** The postposition at an offset: where it ends and what it says of the number before it. */
export function readPostposition(text: string, at: number): { end: number; approx: string } | undefined {
  const found = match(POSTPOSITION, text, at);
  return found && { end: found.end, approx: POSTPOSITIONS[found.groups[1] ?? found.groups[2] ?? ""] ?? "about" };
}

/**
 * The second half of a range that begins with `first`: connector and numeral. Where only the second has a 万 or 亿,
 * it counts for both (3—5亿元).
 */
export function readRange(
  text: string,
  first: Numeral,
  firstEnd: number,
): { low: Decimal; second: Numeral } | undefined {
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

/** The quantity that a numeral begins; `start` is where a minus sign or 零下 before it stands. */
export function readAmount(scan: Scan, at: number, counted: Numeral, negative = false, start = at): Found | undefined {
  const { text } = scan;
  if (counted.positional) return undefined;
  const numeral = negative ? { ...counted, value: negate(counted.value) } : counted;
  const amount = amountOf(text, at, numeral);
  if (!amount) return undefined;
  const unit = amount.unit && ofTemperature(text, start, amount.unit);
  if (numeral.script === "han" && inName(text, start, amount.end)) return undefined;
  if (unit?.unit.classifier && text[start - 1] === "“" && inName(text, start, amount.end)) return undefined;
  const small = moneyTail(text, amount);
  let end = small?.end ?? amount.end;
  let approx: string | undefined = amount.high || numeral.range ? undefined : numeral.approx;
  if (text[end] === "多" && unit && /^(?:$|[，。；、！？）”的处地高长宽远重大深外里了])/.test(text[end + 1] ?? "")) {
    end += 1;
    approx = "over";
  }
  const per = readPer(text, end, unit) ?? perBefore(text, start);
  if (per?.end) ({ end } = per);
  const post = readPostposition(text, end);
  approx ??= post?.approx ?? approxBefore(text, start);
  const value = small?.value ?? amount.low;
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

/** The fields of a value that its unit gives: sign, word, dimension, denominator, SI amount. */
export function unitFields(
  unit: UnitMention | undefined,
  value: Decimal,
  per: Pick<Denominator, "id" | "si"> | undefined,
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

function amountOf(text: string, at: number, numeral: Numeral): Amount | undefined {
  const zero = numeral.value.digits === 0n && text.startsWith("成本", numeral.end);
  if (zero)
    return {
      start: at,
      end: numeral.end + 2,
      low: numeral.value,
      numeral,
      unit: { unit: { id: "成本" }, word: "成本", end: numeral.end + 2 },
    };
  const unit = readUnit(text, numeral.end, at);
  // 亿元 is no amount, 亿元以上 is one.
  if (numeral.bare && numeral.end - at < 2 && !(unit && /^以[上下]/.test(text.slice(unit.end, unit.end + 2))))
    return undefined;
  const range = rangeFrom(text, at, numeral, unit);
  if (range) {
    const second = readUnit(text, range.second.end, at);
    const fits = !unit || !second || second.unit.id === unit.unit.id;
    if (fits && (second || (!unit && range.second.magnitude >= 4 && range.second.script === "arabic"))) {
      return {
        start: at,
        end: second?.end ?? range.second.end,
        low: range.low,
        high: range.second.value,
        numeral: range.second,
        ...(second && { unit: second }),
      };
    }
  }
  const spoken = spokenMoney(text, numeral) ?? spokenLength(text, numeral);
  if (spoken) return { start: at, end: spoken.unit.end, low: spoken.value, numeral, unit: spoken.unit };
  if (unit) return { start: at, end: unit.end, low: numeral.value, numeral, unit };
  // A figure with 万 or 亿 counts whatever comes next: 340万羽, 共3.2亿。
  const counts =
    numeral.magnitude >= 4 && (numeral.script === "arabic" || /个多?亿$/.test(text.slice(at, numeral.end)));
  return counts ? { start: at, end: numeral.end, low: numeral.value, numeral } : undefined;
}

const CHANGED_BY = /(?:[涨跌]|[上下]调|回落)了?$/;

/** The range that a quantity's numeral begins. In 下跌3元至18元 there is none, in 零下3到5℃ both ends are below zero. */
function rangeFrom(
  text: string,
  at: number,
  numeral: Numeral,
  unit: UnitMention | undefined,
): ReturnType<typeof readRange> {
  if (unit && CHANGED_BY.test(before(text, at, 3))) return undefined;
  if (unit || numeral.value.digits >= 0n || before(text, at, 2) !== "零下")
    return readRange(text, numeral, unit?.end ?? numeral.end);
  const range = readRange(text, { ...numeral, value: negate(numeral.value) }, numeral.end);
  return range && { low: negate(range.second.value), second: { ...range.second, value: negate(range.low) } };
}

/** An amount whose unit stands amid its figures. */
interface Spoken {
  readonly value: Decimal;
  readonly unit: UnitMention;
}

const YUAN = { unit: unitNamed("元") as Unit, word: "元" } as const;
const DECIMALS_OF_METRE = /米([1-9]\d?|[一二三四五六七八九]{1,2})(?=[，。；！？、的左）]|以|$)/y;
const TENTHS_OF_YUAN = /块([1-9一二三四五六七八九])毛?(?=[，。；！？、的一）”左]|多?钱|$)/y;
const JIAO = /[角毛](钱)?/y;

/** Money as it is spoken of: 4块5 and 两块五, 8角, 三毛钱. */
function spokenMoney(text: string, numeral: Numeral): Spoken | undefined {
  if (numeral.magnitude || numeral.approx || numeral.range) return undefined;
  const yuan = match(TENTHS_OF_YUAN, text, numeral.end);
  const tenths = yuan && readNumeral(yuan.groups[1] ?? "", 0);
  if (yuan && tenths) {
    const end = yuan.end + (text[yuan.end] === "钱" ? 1 : 0);
    return { value: add(numeral.value, shift(tenths.value, -1)), unit: { ...YUAN, end } };
  }
  const jiao = match(JIAO, text, numeral.end);
  const counts = jiao && (numeral.script === "arabic" || jiao.groups[1]);
  return counts ? { value: shift(numeral.value, -1), unit: { ...YUAN, end: jiao.end } } : undefined;
}

/** Behind 米 the decimals of a height: 1米75, 一米八二. */
function spokenLength(text: string, numeral: Numeral): Spoken | undefined {
  const found =
    numeral.magnitude || numeral.approx || numeral.range ? undefined : match(DECIMALS_OF_METRE, text, numeral.end);
  const metre = unitNamed("米");
  if (!found || !metre) return undefined;
  const decimals = (found.groups[1] ?? "").replace(/\D/g, (char) => `${"〇一二三四五六七八九".indexOf(char)}`);
  return { value: add(numeral.value, decimal(`0.${decimals}`)), unit: { unit: metre, word: "米", end: found.end } };
}

/** 度 is a degree Celsius below zero and where the words before speak of temperature. */
function ofTemperature(text: string, start: number, unit: UnitMention): UnitMention {
  const cold =
    text.startsWith("零下", start) || /(?:[气水体室低高]温|温度|气候)[^，。；]{0,6}$/.test(before(text, start, 9));
  const celsius = unit.word === "度" && cold ? unitNamed("℃") : undefined;
  return celsius ? { ...unit, unit: celsius } : unit;
}

/** 角 and 分 behind an amount in 元. */
function moneyTail(text: string, amount: Amount): { value: Decimal; end: number } | undefined {
  if (amount.unit?.word !== "元" || amount.high) return undefined;
  let { end, low: value } = amount;
  for (const [words, places] of [
    ["角毛", -1],
    ["分", -2],
  ] as const) {
    const numeral = readNumeral(text, end);
    if (!numeral || !words.includes(text[numeral.end] ?? " ") || numeral.magnitude) continue;
    value = add(value, shift(numeral.value, places));
    end = numeral.end + 1;
  }
  return end === amount.end ? undefined : { value, end };
}

function readPer(text: string, at: number, unit: UnitMention | undefined): Denominator | undefined {
  const spelled = text[at] === "每" && unit && !unit.unit.classifier && !/[年月日天周人户]/.test(text[at + 1] ?? "");
  if (text[at] !== "/" && !spelled) return undefined;
  const count = /\d/.test(text[at + 1] ?? "") ? readNumeral(text, at + 1) : undefined;
  const measure = count && unitWordAt(text, count.end);
  if (count && !measure) return undefined;
  return measure
    ? { id: `${numeralOf(count.value)} ${measure.unit.id}`, end: measure.end }
    : readDenominator(text, at + 1);
}

function perBefore(text: string, at: number): (Pick<Denominator, "id" | "si"> & { end: 0 }) | undefined {
  const found = PER_BEFORE.exec(before(text, at, 16))?.[1];
  if (found) return { id: PER_NAMES[found] ?? found, end: 0 };
  return /[时]速[^，。；\d]{0,6}$/.test(before(text, at, 9)) ? { id: "h", si: "h", end: 0 } : undefined;
}
