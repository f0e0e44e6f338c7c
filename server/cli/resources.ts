/** What the recognition of names goes by, loaded for the commands that need it. */

import { loadGazetteer, type Resources } from "../core/mentions/index.ts";
import { GAZETTEER } from "../data/gazetteer.ts";
import { createVillages } from "../host/villages.ts";
import type { Session } from "./session.ts";

/** The gazetteer, and the dictionary where it can be had; where it can't, that is told and names are found without it. */
export async function loadResources(session: Session): Promise<Resources> {
  const gazetteer = loadGazetteer(GAZETTEER);
  const villages = createVillages((message) => void session.warn(message));
  const loaded = session.io.loadSegmenter();
  if ("segmenter" in loaded) return { gazetteer, villages, segmenter: loaded.segmenter };
  await session.warn(loaded.failure);
  return { gazetteer, villages };
}
