/** Surnames: of China by how common they are, compound ones, and those of Japan. */

import bylines from "../../data/surnames/bylines.txt";
import common from "../../data/surnames/common.txt";
import compound from "../../data/surnames/compound.txt";
import functionWords from "../../data/surnames/function-words.txt";
import japanese from "../../data/surnames/japanese.txt";
import other from "../../data/surnames/other.txt";
import { charactersOf, entriesOf } from "./read.ts";

/** The hundred and more most common surnames of China, most common first; together about nine in ten people. A string of characters. */
export const COMMON_SURNAMES = charactersOf(common);

/** Surnames of China that are less common; a name with one of them needs better evidence. A string of characters. */
export const OTHER_SURNAMES = charactersOf(other);

/** Less common surnames of China with which a name may stand alone, as in a byline without 记者. A string of characters. */
export const BYLINE_SURNAMES = charactersOf(bylines);

/** A pattern for any surname of China of one character. */
export const ANY_SURNAME = `[${COMMON_SURNAMES}${OTHER_SURNAMES}]`;

/** Surnames of China of two characters. */
export const COMPOUND_SURNAMES: readonly string[] = entriesOf(compound);

/** Japanese surnames of two or three characters, the common ones and those of people in the news. */
export const JAPANESE_SURNAMES: readonly string[] = entriesOf(japanese);

/** Surnames that are function words first: before a name they hardly ever are one (来云溪). A string of characters. */
export const FUNCTION_SURNAMES = charactersOf(functionWords);
