/** Proposes the names of a text: persons, places and organisations. */

import type { Gazetteer } from "../../places/gazetteer.ts";
import type { Words } from "../words/words.ts";
import type { Candidate, Propose } from "./candidates.ts";
import { proposeOrganisations } from "./organisations.ts";
import { proposePersons } from "./persons.ts";
import { proposePlaces } from "./places.ts";

/** Every span of the words that may name a person, place or organisation, with what speaks for and against it. */
export function proposeNames(words: Words, gazetteer: Gazetteer): Candidate[] {
  /** By start, length (63 for all longer ones) and type, as one number. */
  const candidates = new Map<number, Candidate>();
  const propose: Propose = (start, end, type, features) => {
    const key = (start * 64 + Math.min(63, end - start)) * 4 + TYPES.indexOf(type);
    const known = candidates.get(key);
    if (!known) candidates.set(key, { start, end, type, features: [...features] });
    else for (const feature of features) if (!known.features.includes(feature)) known.features.push(feature);
  };
  proposePersons(words, gazetteer, propose);
  proposePlaces(words, gazetteer, propose);
  proposeOrganisations(words, gazetteer, propose);
  return [...candidates.values()];
}

const TYPES = ["PER", "LOC", "ORG"];
