/** Chooses the names of a page's blocks again, with what the whole page says: a name seen clearly once is known everywhere. */

import { type HomeRegion, homeOf } from "../../places/home.ts";
import { endsAsDivision, IS, suffixBefore } from "../../tables/word-classes.ts";
import { bestNames, type ScoredName } from "../choose/best-names.ts";
import type { BlockNames, Resources } from "../choose/block.ts";
import { pairWeights } from "../choose/weights.ts";
import type { NameRecorder } from "../explain/recorder.ts";
import { joinPlaces } from "./chains.ts";
import { knownNames } from "./known-names.ts";
import { type PageEvidence, rescore } from "./rescore.ts";
import { shortForms, shortPlaces } from "./short-forms.ts";

/** What is chosen with the whole page in view. */
export interface PageChoice {
  /** The names of each block, in the order of its text. */
  readonly names: readonly (readonly ScoredName[])[];
  readonly home: HomeRegion;
  /** Short forms of organisations that the page uses, with the full name that each stands for. */
  readonly fullNames: ReadonlyMap<string, string>;
}

/**
 * Lets the page decide what its blocks left open. Cheap: no text is recognised again, its candidates are only scored anew.
 * `record` is told what becomes of the names of its block.
 */
export function chooseByPage(blocks: readonly BlockNames[], resources: Resources, record?: NameRecorder): PageChoice {
  const { gazetteer } = resources;
  const recordOf = (i: number): NameRecorder | undefined => (record?.block === i ? record : undefined);
  const { known, fragments } = knownNames(blocks);
  const fullNames = shortForms(blocks, known, gazetteer);
  const home = homeOf(
    blocks.flatMap(({ words, names }) =>
      names.filter(({ type }) => type === "LOC").map(({ start, end }) => words.text.slice(start, end)),
    ),
    gazetteer,
  );
  const stems = new Set(
    [...known].flatMap(([name, type]) => (type === "LOC" && /..[镇乡村]$/u.test(name) ? [name.slice(0, -1)] : [])),
  );
  const evidence: PageEvidence = { known, fragments, stems, fullNames, shortPlaces: [], home };
  const names = blocks.map((block, i) => namesOf(block, evidence, resources, recordOf(i)));
  // Only now are works and parks known by their full names, which later mentions cut short.
  const shorts = shortPlaces(blocks, names, known, gazetteer);
  if (shorts.length === 0) return { names, home, fullNames };
  const withShorts = withShortPlaces(evidence, shorts);
  const hasShort = ({ words }: BlockNames): boolean => shorts.some((short) => words.text.includes(short));
  const namesAgain = blocks.map((block, i) =>
    hasShort(block) ? namesOf(block, withShorts, resources, recordOf(i)) : (names[i] ?? []),
  );
  return { names: namesAgain, home, fullNames };
}

/** What the page says, with short forms of places that it uses too. */
function withShortPlaces(evidence: PageEvidence, shorts: readonly string[]): PageEvidence {
  const known = new Map(evidence.known);
  for (const name of shorts) known.set(name, "LOC");
  return { ...evidence, known, shortPlaces: shorts };
}

/** The names of a block by what the page says, chains of places and bodies with their places as one. */
function namesOf(
  block: BlockNames,
  evidence: PageEvidence,
  { gazetteer, weights }: Resources,
  record?: NameRecorder,
): readonly ScoredName[] {
  const { words } = block;
  const { text } = words;
  const candidates = rescore(block, evidence, gazetteer, record);
  const pairWeight = pairWeights(weights);
  const names = candidates === block.candidates ? block.names : bestNames(candidates, text, pairWeight);
  record?.chose({ candidates, text, pairWeight, names });
  const joined = joinBodies(joinPlaces(names, words, gazetteer), text);
  record?.joined(joined);
  return joined;
}

/** A county's or town's name and the kind of body right after it are one name: 云溪县|农业农村局. */
function joinBodies(names: readonly ScoredName[], text: string): readonly ScoredName[] {
  const joined: ScoredName[] = [];
  for (const name of names) {
    const place = joined.at(-1);
    const body = text.slice(name.start, name.end);
    const onlyKind =
      name.type === "ORG" && body.length > 1 && suffixBefore(body, body.length, IS.orgSuffix) === body.length;
    const afterDivision =
      place?.type === "LOC" && place.end === name.start && endsAsDivision(text.slice(place.start, place.end));
    if (onlyKind && afterDivision) joined[joined.length - 1] = { ...name, start: place.start };
    else joined.push(name);
  }
  return joined;
}
