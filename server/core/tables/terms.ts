/** Terms of public language. */

import fixed from "../../data/terms/fixed.txt";
import { entriesOf } from "./read.ts";

/** Terms that stand without quotation marks. */
export const FIXED_TERMS: readonly string[] = entriesOf(fixed);
