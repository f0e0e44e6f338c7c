/** How the characters of names are read. */

import polyphones from "../../data/persons/polyphones.txt";
import { rowsOf } from "./read.ts";

/** Characters that given names read in two ways, with both readings: 茜 qiàn/xī. */
export const POLYPHONES: ReadonlyMap<string, string> = new Map(
  rowsOf(polyphones).map(([character = "", readings = ""]) => [character, readings]),
);
