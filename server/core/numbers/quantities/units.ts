/** Reads units after a numeral: measures, currencies, classifiers, and what they are counted per. */

import { makesOtherWord, UNIT_WORDS, type Unit, unitNamed } from "../../tables/units.ts";
import { isUnitHere } from "./unit-words.ts";

/** A unit as it stands in a text: the word that names it, and the offset after that. */
export interface UnitMention {
  readonly unit: Unit;
  readonly word: string;
  readonly end: number;
}

/** The words that name units by their first character, the longest first. */
const BY_FIRST = new Map<string, string[]>();
for (const word of UNIT_WORDS) BY_FIRST.set(word[0] ?? "", [...(BY_FIRST.get(word[0] ?? "") ?? []), word]);
for (const words of BY_FIRST.values()) words.sort((a, b) => b.length - a.length);

/** The unit that stands at an offset, after the numeral that begins at `start`; of several words the longest. */
export function readUnit(text: string, at: number, start: number): UnitMention | undefined {
  const numeral = text.slice(start, Math.min(at, start + NUMERAL_SHOWN));
  for (const word of BY_FIRST.get(text[at] ?? "") ?? []) {
    if (!text.startsWith(word, at)) continue;
    const unit = unitNamed(word);
    const end = at + word.length;
    if (unit && isUnitHere({ word, text, start, end, numeral })) return { unit, word, end };
  }
  return undefined;
}

/** So much of a numeral tells whether the word after it names a unit. */
const NUMERAL_SHOWN = 24;

/** The longest unit word at an offset, whatever stands before it: a denominator has no numeral. */
export function unitWordAt(text: string, at: number): UnitMention | undefined {
  for (const word of BY_FIRST.get(text[at] ?? "") ?? []) {
    const unit = text.startsWith(word, at) ? unitNamed(word) : undefined;
    if (unit && !makesOtherWord(word, text, at + word.length)) return { unit, word, end: at + word.length };
  }
  return undefined;
}
