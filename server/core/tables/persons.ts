/** Persons whom every reader knows by name, and what stands before the names of others. */

import before from "../../data/persons/before.txt";
import known from "../../data/persons/known.txt";
import { entriesOf } from "./read.ts";

/** Persons of history and public life. */
export const PERSONS: readonly string[] = entriesOf(known);

/** Characters that end the words that persons' names stand after: an office, a word for a person, a word that takes one. */
export const ENDS_BEFORE_PERSONS: readonly string[] = entriesOf(before);
