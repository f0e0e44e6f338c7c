/** What the features of candidates for a name are about, in words. */

import features from "../../data/names/features.txt";
import type { Localised } from "../text/locale.ts";
import { rowsOf } from "./read.ts";

/** By family, with the type (`p.`, `l.`, `o.`, `k.`) where that matters. */
export const FEATURE_WORDS: ReadonlyMap<string, Localised> = new Map(
  rowsOf(features).map(([family = "", zh = "", en = ""]) => [family, { zh, en }]),
);
