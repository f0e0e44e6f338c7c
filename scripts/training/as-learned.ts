/** What has changed in the recogniser since its weights were last learned, undone for training, so that it gives them again. */

import { type Gazetteer, withLookups } from "../../server/core/places/gazetteer.ts";

/** No name of a county or higher is longer. */
const LONGEST = 12;

/**
 * The gazetteer for cutting words, as if a county's name took a town's place wherever it overlaps it (黑山|镇 in 大黑山镇). The
 * recogniser has since learned that a county begins with a word. To go when the weights are next learned anew.
 */
export function cuttingAsLearned(gazetteer: Gazetteer): Gazetteer {
  return withLookups(gazetteer, {
    townBefore(text, end) {
      const town = gazetteer.townBefore(text, end);
      for (let start = Math.max(0, town - LONGEST); town >= 0 && start < end; start += 1) {
        const length = start === town ? 0 : gazetteer.matchAt(text, start);
        if (length < 3 || start + length <= town) continue;
        if (gazetteer.kindOf(text.slice(start, start + length)) === "full") return -1;
      }
      return town;
    },
  });
}
