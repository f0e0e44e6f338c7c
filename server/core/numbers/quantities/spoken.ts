/** Amounts as people say them: 两块五, 3元5角, 一米八二, 三斤六两, 5斤半. */

import { type Unit, unitNamed } from "../../tables/units.ts";
import { add, type Decimal, decimal, shift } from "../numerals/decimal.ts";
import { match } from "../numerals/match.ts";
import { type Numeral, readNumeral } from "../numerals/numerals.ts";
import type { UnitMention } from "./units.ts";

/** An amount whose unit stands amid its figures: the value in that unit, and the unit, which ends where the amount does. */
export interface SpokenAmount {
  readonly value: Decimal;
  readonly unit: UnitMention;
}

/** The spoken amount that a numeral begins, if it does. */
export function readSpokenAmount(text: string, numeral: Numeral): SpokenAmount | undefined {
  if (numeral.magnitude || numeral.approx || numeral.range) return undefined;
  return spokenMoney(text, numeral) ?? spokenLength(text, numeral) ?? spokenMeasure(text, numeral);
}

/** Where the 半 after a measure ends (5斤半); undefined where none follows, or one that begins another word (5公里半程). */
export function readHalfMore(text: string, { unit, end }: UnitMention): number | undefined {
  if (!unit.dimension || !/\p{Script=Han}/u.test(text[end - 1] ?? "")) return undefined;
  return match(HALF_MORE, text, end)?.end;
}

/** An amount in 元, which ends at `end`, with the 角 and 分 after it; undefined where none follow. */
export function readSmallMoney(
  text: string,
  end: number,
  yuan: Decimal,
): { readonly value: Decimal; readonly end: number } | undefined {
  let stop = end;
  let value = yuan;
  for (const [words, places] of [
    ["角毛", -1],
    ["分", -2],
  ] as const) {
    const numeral = readNumeral(text, stop);
    if (!numeral || !words.includes(text[numeral.end] ?? " ") || numeral.magnitude) continue;
    value = add(value, shift(numeral.value, places));
    stop = numeral.end + 1;
  }
  return stop === end ? undefined : { value, end: stop };
}

const YUAN = { unit: unitNamed("元") as Unit, word: "元" } as const;
/** What may stand after a last figure that has no unit of its own. */
const ENDS_SPOKEN = "(?=$|[，。；：！？、）”的多左高长宽深重出大]|以[上下内]|上下|以)";
const DECIMALS_OF_METRE = new RegExp(`米([1-9]\\d?|[一二三四五六七八九]{1,2})${ENDS_SPOKEN}`, "y");
/** 半 that adds half a unit, and is not the beginning of another word (半成品, 半小时). */
const HALF_MORE = /半(?![导径数山程价年天个成机自干岛夜截亩熟封圆月旬边壁途票碗斤公里小分英身脸句信挂生死])/y;
/** Measures with the tenth of each, which a figure after them counts; its name may be left out: 三斤六两, 三尺二. */
const TENTHS: readonly (readonly [measure: string, tenth: string])[] = [
  ["斤", "两"],
  ["丈", "尺"],
  ["尺", "寸"],
  ["亩", "分(?![钟之])"],
  ["吨", ""],
];
const WITH_TENTHS = TENTHS.map(([measure, tenth]) => ({
  measure,
  sticky: new RegExp(`${measure}([1-9一二三四五六七八九])(?:${tenth || "(?!)"}|${ENDS_SPOKEN})`, "y"),
}));
const TENTHS_OF_YUAN = /块([1-9一二三四五六七八九])毛?(?=[，。；！？、的一）”左]|多?钱|$)/y;
const JIAO = /[角毛](钱)?/y;

/** Money as people say it: 4块5, 两块五, 8角, 三毛钱. */
function spokenMoney(text: string, numeral: Numeral): SpokenAmount | undefined {
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

/** A height with its decimals after 米: 1米75, 一米八二. */
function spokenLength(text: string, numeral: Numeral): SpokenAmount | undefined {
  const found = match(DECIMALS_OF_METRE, text, numeral.end);
  const metre = unitNamed("米");
  if (!found || !metre) return undefined;
  const decimals = (found.groups[1] ?? "").replace(/\D/g, (char) => `${"〇一二三四五六七八九".indexOf(char)}`);
  return { value: add(numeral.value, decimal(`0.${decimals}`)), unit: { unit: metre, word: "米", end: found.end } };
}

/** A measure with its tenths: 三斤六两, 两亩三分, 三尺二. */
function spokenMeasure(text: string, numeral: Numeral): SpokenAmount | undefined {
  for (const { measure, sticky } of WITH_TENTHS) {
    const found = match(sticky, text, numeral.end);
    const unit = found && unitNamed(measure);
    const tenths = found && readNumeral(found.groups[1] ?? "", 0);
    if (!found || !unit || !tenths) continue;
    const value = add(numeral.value, shift(tenths.value, -1));
    return { value, unit: { unit, word: measure, end: found.end } };
  }
  return undefined;
}
