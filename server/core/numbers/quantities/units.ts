/** Reads units behind a numeral: measures, currencies, classifiers, and what they are counted per. */

import { makesOtherWord, UNIT_TABLE, UNIT_WORDS, type Unit, unitNamed } from "../../tables/units.ts";
import { unitStands } from "../numerals/exceptions.ts";

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

/** The times that a quantity is counted per, longest word first. */
const TIMES = UNIT_TABLE.filter(({ per }) => per !== "").sort((a, b) => b.word.length - a.word.length);

/** The denominator at an offset: a time or a unit. */
export function readDenominator(text: string, at: number): Denominator | undefined {
  for (const { word, unit, per } of TIMES) {
    if (!text.startsWith(word, at) || (/[a-z]/.test(word) && /[A-Za-z]/.test(text[at + word.length] ?? ""))) continue;
    return { id: unit.id, si: per, end: at + word.length };
  }
  const unit = unitWordAt(text, at);
  return unit && { id: unit.unit.id, end: unit.end, ...(!unit.unit.classifier && { si: unit.unit.id }) };
}
