/** Verbs by whom or what they stand beside. */

import beforePersons from "../../data/verbs/before-persons.txt";
import beforePlaces from "../../data/verbs/before-places.txt";
import deeds from "../../data/verbs/deeds.txt";
import speech from "../../data/verbs/speech.txt";
import { entriesOf, setOf } from "./read.ts";

/** Verbs of speech and thought, as they stand after a speaker. */
export const SAY: readonly string[] = entriesOf(speech);

/** What people, rather than places and offices, do; after a name. */
export const ACT: readonly string[] = entriesOf(deeds);

/** Verbs and prepositions that places stand after. */
export const BEFORE_PLACES: ReadonlySet<string> = setOf(beforePlaces);

/** Verbs, prepositions and other words that persons stand after. */
export const BEFORE_PERSONS: ReadonlySet<string> = setOf(beforePersons);
