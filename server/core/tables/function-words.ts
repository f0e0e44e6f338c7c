/** Function words: the characters that are one, and where one of them stands double by mistake. */

import characters from "../../data/function-words/characters.txt";
import clinging from "../../data/function-words/clinging.txt";
import leadingOn from "../../data/function-words/leading-on.txt";
import wordBeginnings from "../../data/function-words/word-beginnings.txt";
import wordEnds from "../../data/function-words/word-ends.txt";
import { setOf } from "./read.ts";

/** Characters that are mostly words of their own, with little meaning. */
export const FUNCTION_CHARACTERS: ReadonlySet<string> = setOf(characters);

/** Characters that lead on to the next one: no heading, name or clause ends in them. */
export const LEADING_ON: ReadonlySet<string> = setOf(leadingOn);

/** Characters that cling to the one before them: no heading or clause begins with them. */
export const CLINGING: ReadonlySet<string> = setOf(clinging);

/** Function words that no sentence has twice in a row, unless one of the two belongs to a word beside it. */
const NEVER_DOUBLE = new Set("的们了是在与将被把");
/** Words that end in one of them (目的 in 目的的), and words that begin with one (的确 in 的的确). */
const WORD_ENDS = setOf(wordEnds);
const WORD_BEGINNINGS = setOf(wordBeginnings);

const HAN = /\p{Script=Han}/u;

/**
 * Whether the two equal characters at the offset (UTF-16) of a text are a function word that stands double by mistake:
 * neither of the two makes a word with the Han character beside it.
 */
export function isDoubledFunctionWord(text: string, offset: number): boolean {
  const word = text.charAt(offset);
  const [before, after] = [text.charAt(offset - 1), text.charAt(offset + 2)];
  if (!NEVER_DOUBLE.has(word) || !HAN.test(before) || !HAN.test(after)) return false;
  return !WORD_ENDS.has(before + word) && !WORD_BEGINNINGS.has(word + after);
}
