/** Persons of history and public life whom every reader knows by name. */

import known from "../../data/persons/known.txt";
import { entriesOf } from "./read.ts";

export const PERSONS: readonly string[] = entriesOf(known);
