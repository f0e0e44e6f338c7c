/** Words that begin with a numeral and count nothing; the grammar of numbers steps over each of them. */

import words from "../../data/numbers/numeral-words.txt";
import { entriesOf } from "./read.ts";

/** Idioms, brands, place names, terms of politics: 一举两得, 三只松鼠, 五台山, 两个维护. */
export const NUMERAL_WORDS: readonly string[] = entriesOf(words);
