/** Characters that tell two names apart, that may stand double, or that end what stands before a name. */

import beforePersons from "../../data/characters/before-persons.txt";
import contrasting from "../../data/characters/contrasting.txt";
import everyday from "../../data/characters/everyday.txt";
import mistakenByShape from "../../data/characters/mistaken-by-shape.txt";
import reduplicating from "../../data/characters/reduplicating.txt";
import wordBorders from "../../data/characters/word-borders.txt";
import { charactersOf, entriesOf, rowsOf, setOf } from "./read.ts";

/** Characters by which names differ that are otherwise alike: 市水利局 and 县水利局, 东门村 and 西门村. */
export const CONTRASTING: ReadonlySet<string> = setOf(contrasting);

/** Characters that stand double in reduplicated words: 常常, 天天. */
export const REDUPLICATING: ReadonlySet<string> = setOf(reduplicating);

/** Characters that often end one word and begin the next: 县县委, 工作作风. */
export const WORD_BORDERS: ReadonlySet<string> = setOf(wordBorders);

/**
 * Characters that end the words that persons' names stand after: an office, a word for a person, a word that takes one. A
 * string of characters.
 */
export const ENDS_BEFORE_PERSONS = charactersOf(beforePersons);

/** The characters that half of any text are made of, simplified and traditional: a string of characters. */
export const EVERYDAY = rowsOf(everyday).flat().join("");

/** By Han character: those that are taken for it by their shape, in one string with it. 廷 and 延, 凤 and 风. */
export const MISTAKEN_BY_SHAPE: ReadonlyMap<string, string> = groupsOf(entriesOf(mistakenByShape));

function groupsOf(groups: readonly string[]): ReadonlyMap<string, string> {
  const groupOf = new Map<string, string>();
  for (const group of groups) for (const char of group) groupOf.set(char, (groupOf.get(char) ?? "") + group);
  return groupOf;
}
