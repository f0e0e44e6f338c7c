/** The names that a page shows clearly somewhere, with the kind of each, and the fragments of persons' names among them. */

import type { EntityType } from "../../page/mention.ts";
import type { BlockNames } from "../choose/block.ts";

/** What a page's names say of each other. */
export interface KnownNames {
  /** Names that are clear somewhere on the page, each with the type that most speaks for. */
  readonly known: ReadonlyMap<string, EntityType>;
  /** Persons' names that are another's cut short or run on; they are not among the known ones. */
  readonly fragments: ReadonlySet<string>;
}

/** The names that a page knows, from those that its blocks show by themselves. */
export function knownNames(blocks: readonly BlockNames[]): KnownNames {
  const known = clearNames(blocks);
  for (const name of grownNames(known, blocks)) known.set(name, "PER");
  const fragments = fragmentsOf(known, blocks);
  for (const name of fragments) known.delete(name);
  return { known, fragments };
}

/** How the name of a county, town or village ends. */
export const DIVISION_NAME = /..[省市县区州镇乡村]$/u;

/** A name counts as clearly seen from this score on, once; a county, town or village from this sum on. */
const CLEAR = 2;

/** Names that are clear somewhere on the page, each with the type that has the highest sum of scores. */
function clearNames(blocks: readonly BlockNames[]): Map<string, EntityType> {
  const votes = new Map<string, Map<EntityType, number>>();
  const clear = new Set<string>();
  const sums = new Map<string, number>();
  for (const { words, names } of blocks) {
    for (const { start, end, type, score } of names) {
      const name = words.text.slice(start, end);
      if (name.length < 2) continue;
      const types = votes.get(name) ?? new Map<EntityType, number>();
      types.set(type, (types.get(type) ?? 0) + Math.min(5, score));
      votes.set(name, types);
      if (type === "LOC" && DIVISION_NAME.test(name)) sums.set(name, (sums.get(name) ?? 0) + score);
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
 * Names of three characters that the blocks cut to two: those of persons that the same third character follows wherever
 * they stand, each time in a word that no dictionary knows (许砚 in 许砚|农来 and 许砚|农在).
 */
function grownNames(known: ReadonlyMap<string, EntityType>, blocks: readonly BlockNames[]): string[] {
  /** By name: how often it stands, and what follows there: a character of an unknown word, or "". */
  const followers = new Map<string, { times: number; readonly next: Set<string> }>();
  for (const [name, type] of known)
    if (type === "PER" && name.length === 2) followers.set(name, { times: 0, next: new Set() });
  if (followers.size === 0) return [];
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
  return [...followers].flatMap(([name, { times, next }]) => {
    const [char = ""] = next;
    return times > 1 && next.size === 1 && char !== "" ? [name + char] : [];
  });
}

/**
 * Persons' names that are another's on the page cut short (every 许砚 is a 许砚农), or run on (only one 孙俊 of many is a
 * 孙俊排).
 */
function fragmentsOf(known: ReadonlyMap<string, EntityType>, blocks: readonly BlockNames[]): Set<string> {
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
  return fragments;
}
