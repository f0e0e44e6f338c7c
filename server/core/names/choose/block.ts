/** Recognises what one text names by itself, without the rest of its page. */

import type { Segmenter, TextMention } from "../../page/mention.ts";
import type { Gazetteer } from "../../places/gazetteer.ts";
import type { VillageSource } from "../../places/villages.ts";
import type { NameRecorder } from "../explain/recorder.ts";
import type { Candidate } from "../propose/candidates.ts";
import { findTerms } from "../propose/terms.ts";
import { proposeWholeNames } from "../propose/whole-names.ts";
import { type Words, wordsOf } from "../words/words.ts";
import { bestNames, type ScoredName } from "./best-names.ts";
import { type FeatureWeights, pairWeights } from "./weights.ts";

/** What recognition goes by; without a segmenter it goes by the tables alone. */
export interface Resources {
  readonly gazetteer: Gazetteer;
  /** Without any, no persons, places and organisations are found: nothing tells a name from what only looks like one. */
  readonly weights: FeatureWeights;
  readonly segmenter?: Segmenter;
  /** Without it a village is known by its town alone. */
  readonly villages?: VillageSource;
}

/** What a text says by itself. */
export interface BlockNames {
  readonly words: Words;
  /** All candidates that more evidence could bring in, with their scores. */
  readonly candidates: readonly ScoredName[];
  /** The persons, places and organisations chosen among them, in the order of the text. */
  readonly names: readonly ScoredName[];
  readonly terms: readonly TextMention[];
  /** How many candidates there were, kept or not: what it cost to recognise them. */
  readonly proposed: number;
}

/** Candidates with a score below this are not kept: nothing that a page can say about them would bring them in. */
const HOPELESS = -8;

/** Recognises the names and terms of a text. Pure: the same text and resources give the same result. */
export function recogniseBlock(text: string, resources: Resources, record?: NameRecorder): BlockNames {
  const { gazetteer, segmenter, weights } = resources;
  const words = wordsOf(text, segmenter, gazetteer);
  const proposed = weights.size > 0 ? proposeWholeNames(words, gazetteer) : [];
  const candidates = score(proposed, weights, record);
  const pairWeight = pairWeights(weights);
  const names = bestNames(candidates, text, pairWeight);
  record?.chose({ candidates, text, pairWeight, names });
  return { words, candidates, names, terms: findTerms(words), proposed: proposed.length };
}

/** Added to each score: names in newspapers' sentences score lower than in the more regular ones that the weights were learned from. */
const LEANING = 0.6;

/** The candidates that may be chosen, with their scores: the sum of the weights of their features. */
function score(candidates: readonly Candidate[], weights: FeatureWeights, record?: NameRecorder): ScoredName[] {
  const scored: ScoredName[] = [];
  const weightOf = (feature: string): number => weights.get(feature) ?? 0;
  for (const { start, end, type, features } of candidates) {
    let sum = LEANING;
    for (const feature of features) sum += weightOf(feature);
    const candidate = { start, end, type, score: sum };
    if (sum > HOPELESS) scored.push(candidate);
    record?.scored(
      candidate,
      [{ feature: "leaning", nats: LEANING }, ...features.map((feature) => ({ feature, nats: weightOf(feature) }))],
      sum > HOPELESS,
    );
  }
  return scored;
}
