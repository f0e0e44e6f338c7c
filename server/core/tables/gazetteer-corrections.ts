/** Corrections of the gazetteer that are made by hand; `places/corrections.ts` reads them. */

import corrections from "../../data/gazetteer-corrections.txt";

/** The table as it is written. */
export const GAZETTEER_CORRECTIONS = corrections;
