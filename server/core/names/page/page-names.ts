/** What a page knows that its blocks alone don't: names seen clearly in one place are known everywhere on the page. */

import type { EntityType } from "../../page/mention.ts";
import type { Gazetteer } from "../../places/gazetteer.ts";
import { type HomeRegion, homeOf } from "../../places/home.ts";
import { endsAsDivision, IS, suffixBefore } from "../../tables/word-classes.ts";
import { type BlockNames, pairWeight } from "../choose/block.ts";
import { decode, type Scored } from "../choose/decode.ts";
import { joinPlaces } from "./chains.ts";
import { type Learned, reconsider, SEAT } from "./rescore.ts";
import { shortForms, shortPlaces } from "./short-forms.ts";

/** The names of a page, block by block, and where the page is at home. */
export interface PageNames {
  readonly names: readonly (readonly Scored[])[];
  readonly home: HomeRegion;
  /** Short forms that the page uses, to the full name they stand for. */
  readonly fullNames: ReadonlyMap<string, string>;
}

/** A name counts as clearly seen from this score on, once; a county, town or village from this sum on. */
const CLEAR = 2;
/** Lets the page's memory decide what each block left open. Cheap: no text is recognised again. */
export function pageMemory(blocks: readonly BlockNames[], gazetteer: Gazetteer): PageNames {
  const known = knownNames(blocks);
  growNames(known, blocks);
  const fragments = cutNames(known, blocks);
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
  const learned = { known, fragments, stems, fullNames, shorts: [], home };
  const names = blocks.map((block) => namesOf(block, learned, gazetteer));
  // Only now are the full names of works and parks known that later mentions cut short.
  const shorts = shortPlaces(blocks, names, known, gazetteer);
  for (const name of shorts) known.set(name, "LOC");
  const settled = blocks.map((block, i) =>
    shorts.some((short) => block.words.text.includes(short))
      ? namesOf(block, { ...learned, shorts }, gazetteer)
      : (names[i] ?? []),
  );
  return { names: settled, home, fullNames };
}

/** The names of a block with what the page has learned, chains of places as one. */
function namesOf(block: BlockNames, learned: Learned, gazetteer: Gazetteer): readonly Scored[] {
  const candidates = reconsider(block, learned, gazetteer);
  const names = candidates === block.candidates ? block.names : decode(candidates, block.words.text, pairWeight);
  return joinBodies(joinPlaces(names, block.words, gazetteer), block.words.text);
}

/** A county's or town's name and the kind of body right behind it are one name: 云溪县|农业农村局. */
function joinBodies(names: readonly Scored[], text: string): readonly Scored[] {
  const joined: Scored[] = [];
  for (const name of names) {
    const place = joined.at(-1);
    const kind = text.slice(name.start, name.end);
    const bare =
      name.type === "ORG" && kind.length > 1 && suffixBefore(kind, kind.length, IS.orgSuffix) === kind.length;
    if (bare && place?.type === "LOC" && place.end === name.start && endsAsDivision(text.slice(place.start, place.end)))
      joined[joined.length - 1] = { ...name, start: place.start };
    else joined.push(name);
  }
  return joined;
}

/** Names that are clear somewhere on the page, and the kind that most speaks for. */
function knownNames(blocks: readonly BlockNames[]): Map<string, EntityType> {
  const votes = new Map<string, Map<EntityType, number>>();
  const clear = new Set<string>();
  const sums = new Map<string, number>();
  for (const { words, names } of blocks) {
    for (const { start, end, type, score } of names) {
      const name = words.text.slice(start, end);
      if (name.length < 2) continue;
      const kinds = votes.get(name) ?? new Map<EntityType, number>();
      kinds.set(type, (kinds.get(type) ?? 0) + Math.min(5, score));
      votes.set(name, kinds);
      if (type === "LOC" && SEAT.test(name)) sums.set(name, (sums.get(name) ?? 0) + score);
      if (score >= CLEAR || (sums.get(name) ?? 0) >= CLEAR) clear.add(name);
    }
  }
  const known = new Map<string, EntityType>();
  for (const name of clear) {
    const [best] = [...(votes.get(name) ?? [])].sort((a, b) => b[1] - a[1]);
    if (best) known.set(name, best[0]);
  }
  return known;
}

/**
 * A name of two characters that the same third one follows wherever it stands, in a word that no dictionary knows, is a
 * name of three: 许砚 of 许砚|农来 and 许砚|农在.
 */
function growNames(known: Map<string, EntityType>, blocks: readonly BlockNames[]): void {
  /** What follows each such name where it stands: a character of an unknown word, or "" . */
  const followers = new Map<string, { times: number; readonly next: Set<string> }>();
  for (const [name, type] of known)
    if (type === "PER" && name.length === 2) followers.set(name, { times: 0, next: new Set() });
  if (followers.size === 0) return;
  for (const { words } of blocks) {
    for (let at = 0; at + 1 < words.text.length; at += 1) {
      const found = followers.get(words.text.slice(at, at + 2));
      if (!found) continue;
      const char = words.text[at + 2] ?? "";
      const unknown = words.tag[words.at[at + 2] ?? 0] === "x" && /^[\u3400-\u9fff]$/u.test(char);
      found.next.add(unknown ? char : "");
      found.times += 1;
    }
  }
  for (const [name, { times, next }] of followers) {
    const [char = ""] = next;
    if (times > 1 && next.size === 1 && char !== "") known.set(name + char, "PER");
  }
}

/**
 * Persons' names that are another's on the page cut short (every 许砚 is a 许砚农), or run on (only one 孙俊 of many is a
 * 孙俊排); they are taken out of what is known.
 */
function cutNames(known: Map<string, EntityType>, blocks: readonly BlockNames[]): Set<string> {
  const fragments = new Set<string>();
  const counts = new Map<string, number>();
  const count = (name: string): number => {
    const counted = counts.get(name) ?? blocks.reduce((sum, { words }) => sum + words.text.split(name).length - 1, 0);
    counts.set(name, counted);
    return counted;
  };
  for (const [long, type] of known) {
    if (type !== "PER") continue;
    for (let length = 2; length < long.length; length += 1) {
      const short = long.slice(0, length);
      if (known.get(short) !== "PER" || short.includes("·")) continue;
      fragments.add(count(short) > count(long) ? long : short);
    }
  }
  for (const name of fragments) known.delete(name);
  return fragments;
}
