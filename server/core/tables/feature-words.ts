/** What the features of candidates for a name are about, by family, with the type (`p.`, `l.`, `o.`, `k.`) where that matters. */

import features from "../../data/names/features.txt";
import { textsOf } from "./read.ts";

export const FEATURE_WORDS = textsOf(features);
