/** Words that stand before or after a person's name: offices, callings, forms of address, kin, bylines, verbs. */

import address from "../../data/titles/address.txt";
import bylineAfter from "../../data/titles/byline-after.txt";
import bylineBefore from "../../data/titles/byline-before.txt";
import kin from "../../data/titles/kin.txt";
import offices from "../../data/titles/offices.txt";
import deeds from "../../data/verbs/deeds.txt";
import speech from "../../data/verbs/speech.txt";
import { entriesOf } from "./read.ts";

/** Offices and callings as they stand before a name, and after it where a person is named by office. */
export const TITLES: readonly string[] = entriesOf(offices);

/** Kin, before a name as in 妻子王兰. */
export const KIN: readonly string[] = entriesOf(kin);

/** Forms of address that stand after a name. */
export const ADDRESS: readonly string[] = entriesOf(address);

/** Bylines: the words before the names and the words after them. */
export const BYLINE_BEFORE: readonly string[] = entriesOf(bylineBefore);
export const BYLINE_AFTER: readonly string[] = entriesOf(bylineAfter);

/** Verbs of speech and thought, as they stand after a speaker. */
export const SAY: readonly string[] = entriesOf(speech);

/** What people, rather than places and offices, do; after a name. */
export const ACT: readonly string[] = entriesOf(deeds);
