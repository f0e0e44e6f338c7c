/** Characters that tell two names apart, and characters that may stand double. */

import contrasting from "../../data/characters/contrasting.txt";
import reduplicating from "../../data/characters/reduplicating.txt";
import wordBorders from "../../data/characters/word-borders.txt";
import { entriesOf } from "./read.ts";

/** Characters by which names differ that are otherwise alike: 市水利局 and 县水利局, 东门村 and 西门村. */
export const CONTRASTING: ReadonlySet<string> = new Set(entriesOf(contrasting));

/** Characters that stand double in reduplicated words: 常常, 天天. */
export const REDUPLICATING: ReadonlySet<string> = new Set(entriesOf(reduplicating));

/** Characters that often end one word and begin the next: 县县委, 工作作风. */
export const WORD_BORDERS: ReadonlySet<string> = new Set(entriesOf(wordBorders));
