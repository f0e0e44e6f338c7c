/** Reads what a numeral begins, whatever its kind: a proportion, an ordinal, a duration or a quantity; the longest counts. */

import { readDuration } from "./dates/durations.ts";
import { longest, match } from "./numerals/match.ts";
import { type Numeral, readNumeral } from "./numerals/numerals.ts";
import { inIdentifier } from "./numerals/uncounted.ts";
import { readAmount } from "./quantities/amounts.ts";
import { readBareOrdinal } from "./quantities/ordinals.ts";
import { readDiscount, readProportion } from "./quantities/proportions.ts";
import { unitWordAt } from "./quantities/units.ts";
import type { Expression, Reader, Scan } from "./types.ts";

/** What the numeral at an offset begins. */
export const readMeasure: Reader = (scan, at) => {
  if (inIdentifier(scan.text, at) && !isAmountAfterLetters(scan.text, at)) return undefined;
  // 第三针 counts no three; `readOrdinal` reads it from its 第 on.
  if (scan.text[at - 1] === "第") return undefined;
  const numeral = readNumeral(scan.text, at);
  return numeral ? longest(measures(scan, at, numeral)) : readDiscount(scan, at);
};

/** 上百人, 近千名, 超万亩: a magnitude that counts only with the word before it. */
export const readVagueCount: Reader = (scan, at) => {
  const { text } = scan;
  const word = match(VAGUE_COUNT, text, at);
  if (!word || /[成达]/.test(word.groups[0])) return undefined;
  const numeral = readNumeral(text, word.end);
  if (!numeral?.bare || numeral.end - word.end > 2) return undefined;
  const { bare: _, ...counted } = numeral;
  const several = { ...counted, approx: "several" } as const;
  const years = text[numeral.end] === "年";
  // Without a unit 上百万 and 近千亿 count, 上百 and 近千 only where the clause ends.
  const counts = numeral.magnitude >= 4 && numeral.end - word.end > 1;
  if (!years && !unitWordAt(text, numeral.end) && !counts) return undefined;
  const found = years
    ? readDuration(scan, word.end, several)
    : readAmount(scan, word.end, several, { start: at, negative: false });
  if (found?.value.kind !== "quantity" && found?.value.kind !== "duration") return undefined;
  const approx = /近/.test(word.groups[0]) ? "nearly" : "over";
  return { ...found, value: { ...found.value, approx } };
};

const VAGUE_COUNT = /(?:上|近|超|超过|逾|过|成|好几|将近|达)(?=[百千万亿])/y;

function measures(scan: Scan, at: number, numeral: Numeral): (Expression | undefined)[] {
  return [
    readProportion(scan, at, numeral),
    readDiscount(scan, at),
    readBareOrdinal(scan, at, numeral),
    readDuration(scan, at, numeral),
    readAmount(scan, at, numeral),
  ];
}

/** Letters before digits make an identifier of them (G209), unless the figure is plainly an amount (GDP2000亿元). */
function isAmountAfterLetters(text: string, at: number): boolean {
  if (!/[A-Z]{2}$/.test(text.slice(Math.max(0, at - 2), at))) return false;
  const numeral = readNumeral(text, at);
  return numeral !== undefined && (numeral.magnitude >= 4 || text[numeral.end] === "%");
}
