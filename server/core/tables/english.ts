/** English words, as far as their parts tell something. */

import wordEnds from "../../data/english/word-ends.txt";
import { setOf } from "./read.ts";

/** Ends of words that are no words themselves, in lower case: tain in mountain. */
export const WORD_ENDS: ReadonlySet<string> = setOf(wordEnds);
