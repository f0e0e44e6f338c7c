/** What the recognition of names goes by, from the files that are shipped. */

import { loadGazetteer, type Resources } from "../core/names/index.ts";
import type { Localised } from "../core/text/locale.ts";
import { GAZETTEER, GAZETTEER_SOURCE } from "../data/gazetteer.ts";
import type { LoadedSegmenter } from "./segmenter.ts";
import { createVillages } from "./villages.ts";

/** The gazetteer, the villages, and the dictionary where it can be had. What can't be had is told through `warn`, and names are found without it. */
export function loadResources(loaded: LoadedSegmenter, warn: (message: Localised) => void): Resources {
  const gazetteer = loadGazetteer(GAZETTEER, GAZETTEER_SOURCE);
  const villages = createVillages(warn);
  if ("segmenter" in loaded) return { gazetteer, villages, segmenter: loaded.segmenter };
  warn(loaded.failure);
  return { gazetteer, villages };
}
