/** The learned weights by which the recogniser chooses among candidates. */

import { rowsOf } from "../../tables/read.ts";
import { type PairWeight, pairFeature } from "./best-names.ts";

/** What each feature adds to a candidate's score, in nats; one that is not there adds nothing. */
export type FeatureWeights = ReadonlyMap<string, number>;

/** Reads the table of weights (see the head of `server/data/mention-weights.txt`); lines that are none are passed over. */
export function loadWeights(table: string): FeatureWeights {
  const weights = new Map<string, number>();
  for (const [feature = "", hundredths = ""] of rowsOf(table)) {
    const weight = Number(hundredths) / 100;
    if (hundredths !== "" && Number.isFinite(weight)) weights.set(feature, weight);
  }
  return weights;
}

/** The learned weight of two names side by side. */
export function pairWeights(weights: FeatureWeights): PairWeight {
  return (left, gap, right) => weights.get(pairFeature(left, gap, right)) ?? 0;
}
