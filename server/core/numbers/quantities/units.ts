/** Reads units behind a numeral: measures, currencies, classifiers, and what they are counted per. */

import { UNIT_WORDS, type Unit, unitNamed } from "../../tables/units.ts";
import { makesOtherWord, unitStands } from "../numerals/exceptions.ts";

/** A unit as it stands in a text. */
export interface UnitMention {
  readonly unit: Unit;
  readonly word: string;
  readonly end: number;
}

const BY_FIRST = new Map<string, string[]>();
for (const word of UNIT_WORDS) BY_FIRST.set(word[0] ?? "", [...(BY_FIRST.get(word[0] ?? "") ?? []), word]);
for (const words of BY_FIRST.values()) words.sort((a, b) => b.length - a.length);

/** The unit that stands at an offset, behind the numeral that starts at `start`. */
export function readUnit(text: string, at: number, start: number): UnitMention | undefined {
  const numeral = text.slice(start, Math.min(at, start + 24));
  for (const word of BY_FIRST.get(text[at] ?? "") ?? []) {
    if (!text.startsWith(word, at)) continue;
    const unit = unitNamed(word);
    const end = at + word.length;
    if (unit && unitStands(word, text, end, start, numeral)) return { unit, word, end };
  }
  return undefined;
}

/** The longest unit word at an offset, whatever stands around it; for denominators. */
export function unitWordAt(text: string, at: number): UnitMention | undefined {
  for (const word of BY_FIRST.get(text[at] ?? "") ?? []) {
    const unit = text.startsWith(word, at) ? unitNamed(word) : undefined;
    if (unit && !makesOtherWord(word, text[at + word.length])) return { unit, word, end: at + word.length };
  }
  return undefined;
}

/** What a quantity is counted per: the sign that stands in its normal form, and the SI sign where there is one. */
export interface Denominator {
  readonly id: string;
  readonly si?: string;
  readonly end: number;
}

const TIMES: readonly (readonly [words: readonly string[], id: string, si: string])[] = [
  [["年", "a"], "year", "a"],
  [["季度", "季"], "quarter", "quarter"],
  [["个月", "月"], "month", "month"],
  [["周", "星期"], "week", "week"],
  [["日", "天", "d"], "day", "d"],
  [["小时", "时", "h"], "h", "h"],
  [["分钟", "分", "min"], "min", "min"],
  [["秒", "s"], "s", "s"],
];

/** The denominator at an offset: a time or a unit. */
export function readDenominator(text: string, at: number): Denominator | undefined {
  for (const [words, id, si] of TIMES) {
    const word = words.find((candidate) => text.startsWith(candidate, at));
    if (!word || (/[a-z]/.test(word) && /[A-Za-z]/.test(text[at + word.length] ?? ""))) continue;
    return { id, si, end: at + word.length };
  }
  const unit = unitWordAt(text, at);
  return unit && { id: unit.unit.id, end: unit.end, ...(!unit.unit.classifier && { si: unit.unit.id }) };
}
