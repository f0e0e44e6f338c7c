/** Quantities with a sign before them: -5℃, 零下5度, ±0.05毫米, ￥500. */

import { CURRENCIES_BY_SIGN } from "../../tables/units.ts";
import { isDigit, longest, match } from "../numerals/match.ts";
import { readNumeral } from "../numerals/numerals.ts";
import type { Reader } from "../types.ts";
import { readAmount } from "./amounts.ts";
import { readProportion } from "./proportions.ts";

/** A measure below zero: -5℃, 零下5度. */
export const readNegative: Reader = (scan, at) => {
  const { text } = scan;
  const minus = match(MINUS, text, at);
  if (!minus || (minus.groups[0] === "-" && /[\dA-Za-z)\]—-]/.test(text[at - 1] ?? ""))) return undefined;
  const numeral = readNumeral(text, minus.end);
  if (!numeral || (minus.groups[0] !== "零下" && !isDigit(text.charCodeAt(minus.end)))) return undefined;
  const sign = { start: at, negative: true };
  return longest([readProportion(scan, minus.end, numeral, sign), readAmount(scan, minus.end, numeral, sign)]);
};

const MINUS = /-|零下|负/y;

/** A tolerance as the range from its negative to itself: ±0.05毫米, ±2%. */
export const readTolerance: Reader = (scan, at) => {
  const numeral = scan.text[at] === "±" ? readNumeral(scan.text, at + 1) : undefined;
  if (!numeral) return undefined;
  const sign = { start: at, negative: false };
  const found = longest([readProportion(scan, at + 1, numeral, sign), readAmount(scan, at + 1, numeral, sign)]);
  if (!found || !("value" in found.value) || !found.value.value) return undefined;
  const { value, si: _, ...rest } = found.value;
  return { ...found, value: { ...rest, range: [`-${value}`, value] } };
};

/** Money with its sign in front: ￥500, $3.5亿. */
export const readSignedMoney: Reader = (scan, at) => {
  const currency = CURRENCIES_BY_SIGN.get(scan.text[at] ?? "");
  const numeral = currency && readNumeral(scan.text, at + 1);
  if (!currency?.dimension || !numeral) return undefined;
  // Without a unit an amount counts only from 万 on; after the sign every amount counts.
  const counted = { ...numeral, magnitude: Math.max(4, numeral.magnitude) };
  const found = readAmount(scan, at + 1, counted, { start: at, negative: false });
  if (found?.value.kind !== "quantity") return undefined;
  return { ...found, value: { ...found.value, unit: currency.id, dimension: currency.dimension } };
};
