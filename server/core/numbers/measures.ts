/** What a numeral begins, whatever its kind: a proportion, an ordinal, a duration or a quantity, the longest of them. */

import { CURRENCIES_BY_SIGN } from "../tables/units.ts";
import { readDuration } from "./dates/durations.ts";
import { inIdentifier } from "./numerals/exceptions.ts";
import { isDigit, match, type Numeral, readNumeral } from "./numerals/numerals.ts";
import { readAmount } from "./quantities/amounts.ts";
import { readBareOrdinal } from "./quantities/ordinals.ts";
import { readDiscount, readProportion } from "./quantities/proportions.ts";
import { unitWordAt } from "./quantities/units.ts";
import type { Found, Reader, Scan } from "./types.ts";

/** A measure that begins with a numeral. */
export const readMeasure: Reader = (scan, at) => {
  if (inIdentifier(scan.text, at) && !worthOfLetters(scan.text, at)) return undefined;
  // 第三针 counts no three: what 第 makes of a numeral is the reader's of ordinals to say.
  if (scan.text[at - 1] === "第") return undefined;
  const numeral = readNumeral(scan.text, at);
  return numeral ? longest(measures(scan, at, numeral)) : readDiscount(scan, at);
};

const MINUS = /-|零下|负/y;

/** A measure below zero: -5℃, 零下5度. */
export const readNegative: Reader = (scan, at) => {
  const { text } = scan;
  const minus = match(MINUS, text, at);
  if (!minus || (minus.groups[0] === "-" && /[\dA-Za-z)\]—-]/.test(text[at - 1] ?? ""))) return undefined;
  const numeral = readNumeral(text, minus.end);
  if (!numeral || (minus.groups[0] !== "零下" && !isDigit(text.charCodeAt(minus.end)))) return undefined;
  return longest([readProportion(scan, minus.end, numeral, true, at), readAmount(scan, minus.end, numeral, true, at)]);
};

/** A tolerance: ±0.05毫米, ±2%; as far below as above. */
export const readTolerance: Reader = (scan, at) => {
  const numeral = scan.text[at] === "±" ? readNumeral(scan.text, at + 1) : undefined;
  if (!numeral) return undefined;
  const found = longest([
    readProportion(scan, at + 1, numeral, false, at),
    readAmount(scan, at + 1, numeral, false, at),
  ]);
  if (!found || !("value" in found.value) || !found.value.value) return undefined;
  const { value, si: _, ...rest } = found.value;
  return { ...found, value: { ...rest, range: [`-${value}`, value] } };
};

const VAGUE_COUNT = /(?:上|近|超|超过|逾|过|成|好几|将近|达)(?=[百千万亿])/y;

/** 上百人, 近千名, 超万亩: a magnitude that only the word before it makes a numeral of. */
export const readVagueCount: Reader = (scan, at) => {
  const { text } = scan;
  const word = match(VAGUE_COUNT, text, at);
  if (!word || /[成达]/.test(word.groups[0])) return undefined;
  const numeral = readNumeral(text, word.end);
  if (!numeral?.bare || numeral.end - word.end > 2) return undefined;
  const { bare: _, ...counted } = numeral;
  const several = { ...counted, approx: "several" } as const;
  const years = text[numeral.end] === "年";
  if (!years && !unitWordAt(text, numeral.end)) return undefined;
  const found = years ? readDuration(scan, word.end, several) : readAmount(scan, word.end, several, false, at);
  if (found?.value.kind !== "quantity" && found?.value.kind !== "duration") return undefined;
  const approx = /近/.test(word.groups[0]) ? "nearly" : "over";
  return { ...found, value: { ...found.value, approx } };
};

/** Money with its sign in front: ￥500, $3.5亿. */
export const readSignedMoney: Reader = (scan, at) => {
  const currency = CURRENCIES_BY_SIGN.get(scan.text[at] ?? "");
  const numeral = currency && readNumeral(scan.text, at + 1);
  if (!currency?.dimension || !numeral) return undefined;
  const found = readAmount(scan, at + 1, { ...numeral, magnitude: Math.max(4, numeral.magnitude) }, false, at);
  if (found?.value.kind !== "quantity") return undefined;
  return { ...found, value: { ...found.value, unit: currency.id, dimension: currency.dimension } };
};

const GREAT = /([二两三四五六七八九十]|\d{1,2})大(?=[\u4e00-\u9fff])(?![会学年多家小伙])/y;
const HUNDRED_LI = /百里(?![挑奚])/y;

/** 六大 and 百里: numbers that a hover explains and no list of quantities holds. */
export const readVagueMeasure: Reader = ({ text }, at) => {
  const li = match(HUNDRED_LI, text, at);
  if (li && !/[一二三四五六七八九几数\d]/.test(text[at - 1] ?? "")) {
    return {
      end: li.end,
      type: "QTY",
      vague: true,
      value: { kind: "quantity", value: "100", unit: "里", dimension: "length", si: "50000 m" },
    };
  }
  const great = match(GREAT, text, at);
  const numeral = great && !/[\d第届十二三]/.test(text[at - 1] ?? "") ? readNumeral(text, at) : undefined;
  return (
    great &&
    numeral && {
      end: great.end,
      type: "QTY",
      vague: true,
      value: { kind: "quantity", value: numeral.value.digits.toString() },
    }
  );
};

function measures(scan: Scan, at: number, numeral: Numeral): (Found | undefined)[] {
  return [
    readProportion(scan, at, numeral),
    readDiscount(scan, at),
    readBareOrdinal(scan, at, numeral),
    readDuration(scan, at, numeral),
    readAmount(scan, at, numeral),
  ];
}

/** The longest of what was found; of equals the first. */
export function longest(found: readonly (Found | undefined)[]): Found | undefined {
  let best: Found | undefined;
  for (const one of found) if (one && (!best || one.end > best.end)) best = one;
  return best;
}

/** GDP2000亿元 counts, G209 does not: letters before digits belong to them unless the figure is plainly an amount. */
function worthOfLetters(text: string, at: number): boolean {
  if (!/[A-Z]{2}$/.test(text.slice(Math.max(0, at - 2), at))) return false;
  const numeral = readNumeral(text, at);
  return numeral !== undefined && (numeral.magnitude >= 4 || text[numeral.end] === "%");
}
