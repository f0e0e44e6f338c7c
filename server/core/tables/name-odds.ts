/** How well a string of characters fits a person's name: surnames, given names, transliterations. */

import { GIVEN_NAMES, TRANSLITERATIONS } from "./name-characters.ts";
import { COMMON_SURNAMES, COMPOUND_SURNAMES, JAPANESE_SURNAMES, OTHER_SURNAMES } from "./surnames.ts";

/** How common a surname is: 3 for the top thirty, 2 for the top hundred, 1 for the rest, 0 for none. */
const SURNAMES = new Map<string, number>();
for (const char of OTHER_SURNAMES) SURNAMES.set(char, 1);
[...COMMON_SURNAMES].forEach((char, i) => {
  SURNAMES.set(char, i < 30 ? 3 : 2);
});
const COMPOUND = new Set(COMPOUND_SURNAMES.split(" "));
const JAPANESE = new Set(JAPANESE_SURNAMES.split(" "));

/** A character that the tables don't know, in halves of a nat: unlikely, but not impossible. */
const UNKNOWN_GIVEN = -2;
const UNKNOWN_FOREIGN = -10;

const given = readTable(GIVEN_NAMES);
const foreign = readTable(TRANSLITERATIONS);

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
  if (name.length === 1) return given.get(name)?.[2] ?? UNKNOWN_GIVEN;
  return (given.get(name[0] ?? "")?.[0] ?? UNKNOWN_GIVEN) + (given.get(name[1] ?? "")?.[1] ?? UNKNOWN_GIVEN);
}

/** The same for a character of a transliterated name, by its place: 0 first, 1 inside, 2 last. */
export function foreignOdds(char: string, place: 0 | 1 | 2): number {
  return foreign.get(char)?.[place] ?? UNKNOWN_FOREIGN;
}

/** The same for a whole transliterated name, as a mean over its characters. */
export function foreignNameOdds(name: string): number {
  let sum = 0;
  for (let i = 0; i < name.length; i += 1)
    sum += foreignOdds(name[i] ?? "", i === 0 ? 0 : i === name.length - 1 ? 2 : 1);
  return sum / Math.max(1, name.length);
}

function readTable(table: string): Map<string, [number, number, number]> {
  const odds = new Map<string, [number, number, number]>();
  for (let i = 0; i + 3 < table.length; i += 4) {
    odds.set(table[i] ?? "", [
      table.charCodeAt(i + 1) - 78,
      table.charCodeAt(i + 2) - 78,
      table.charCodeAt(i + 3) - 78,
    ]);
  }
  return odds;
}
