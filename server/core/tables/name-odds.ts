/** How well a string of characters fits a person's name: surnames, given names, transliterations. */

import givenNames from "../../data/name-characters/given-names.txt";
import transliterations from "../../data/name-characters/transliterations.txt";
import { rowsOf } from "./read.ts";
import { COMMON_SURNAMES, COMPOUND_SURNAMES, JAPANESE_SURNAMES, OTHER_SURNAMES } from "./surnames.ts";

/** How common a surname is: 3 for the top thirty, 2 for the top hundred, 1 for the rest, 0 for none. */
const SURNAMES = new Map<string, number>();
for (const char of OTHER_SURNAMES) SURNAMES.set(char, 1);
[...COMMON_SURNAMES].forEach((char, i) => {
  SURNAMES.set(char, i < 30 ? 3 : 2);
});
const COMPOUND = new Set(COMPOUND_SURNAMES);
const JAPANESE = new Set(JAPANESE_SURNAMES);

/** A character that the tables don't know, in halves of a nat: unlikely, but not impossible. */
const UNKNOWN_GIVEN = -2;
const UNKNOWN_FOREIGN = -10;

/**
 * By its character: how much likelier it is at each of three places in a name than in running text, in halves of a nat. The
 * order is the table's.
 */
export type CharacterOdds = ReadonlyMap<string, readonly [number, number, number]>;

/** Characters of given names: as the first of two, as the second, as the only one. */
export const GIVEN_NAMES = oddsOf(givenNames);

/** Characters of transliterated names: as the first, inside, as the last. */
export const TRANSLITERATIONS = oddsOf(transliterations);

/** How common a one-character surname is, 0 to 3. */
export function surnameRank(char: string): number {
  return SURNAMES.get(char) ?? 0;
}

/** The length of a double surname at the offset; 0 where there is none. */
export function compoundSurnameAt(text: string, offset: number): number {
  if (COMPOUND.has(text.slice(offset, offset + 2))) return 2;
  return COMPOUND.has(text.slice(offset, offset + 4)) ? 4 : 0;
}

/** The length of a Japanese surname at the offset; 0 where there is none. */
export function japaneseSurnameAt(text: string, offset: number): number {
  if (JAPANESE.has(text.slice(offset, offset + 3))) return 3;
  return JAPANESE.has(text.slice(offset, offset + 2)) ? 2 : 0;
}

/** How much likelier one or two characters are as a given name than in running text, in halves of a nat. */
export function givenNameOdds(name: string): number {
  if (name.length === 1) return GIVEN_NAMES.get(name)?.[2] ?? UNKNOWN_GIVEN;
  return (
    (GIVEN_NAMES.get(name[0] ?? "")?.[0] ?? UNKNOWN_GIVEN) + (GIVEN_NAMES.get(name[1] ?? "")?.[1] ?? UNKNOWN_GIVEN)
  );
}

/** How much likelier a character is in a transliterated name than in running text, in halves of a nat; by its place: 0 first, 1 inside, 2 last. */
export function foreignOdds(char: string, place: 0 | 1 | 2): number {
  return TRANSLITERATIONS.get(char)?.[place] ?? UNKNOWN_FOREIGN;
}

/** The mean of that over the characters of a transliterated name. */
export function foreignNameOdds(name: string): number {
  let sum = 0;
  for (let i = 0; i < name.length; i += 1)
    sum += foreignOdds(name[i] ?? "", i === 0 ? 0 : i === name.length - 1 ? 2 : 1);
  return sum / Math.max(1, name.length);
}

function oddsOf(table: string): CharacterOdds {
  return new Map(
    rowsOf(table).map(([character = "", ...[first, second, third]]) => [
      character,
      [Number(first), Number(second), Number(third)] as const,
    ]),
  );
}
