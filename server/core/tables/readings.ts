/** How the characters of names are read. */

import polyphones from "../../data/persons/polyphones.txt";
import { mapOf } from "./read.ts";

/** Characters that given names read in two ways, with both readings: 茜 qiàn/xī. */
export const POLYPHONES: ReadonlyMap<string, string> = mapOf(polyphones);
