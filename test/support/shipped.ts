/** The data that is shipped, for tests and measuring scripts. */

import { type FeatureWeights, type Gazetteer, loadGazetteer, loadWeights } from "../../server/core/names/index.ts";
import { GAZETTEER_CORRECTIONS } from "../../server/core/tables/gazetteer-corrections.ts";
import { shippedName, textOf } from "../../server/host/shipped.ts";

/** The gazetteer that is shipped; throws where it can't be read. */
export function shippedGazetteer(): Gazetteer {
  return loadGazetteer(textOf(shippedName("gazetteer.txt")), GAZETTEER_CORRECTIONS);
}

/** The weights that are shipped; throws where they can't be read. */
export function shippedWeights(): FeatureWeights {
  return loadWeights(textOf(shippedName("mention-weights.txt")));
}
