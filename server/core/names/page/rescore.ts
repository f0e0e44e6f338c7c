/** Weighs a block's candidates again by what the rest of the page says. */

import type { EntityType } from "../../page/mention.ts";
import type { Gazetteer } from "../../places/gazetteer.ts";
import { type HomeRegion, nearness } from "../../places/home.ts";
import { classesOf, endsAsDivision, IS, KNOWN_PLACE, suffixBefore } from "../../tables/word-classes.ts";
import type { BlockNames } from "../choose/block.ts";
import type { Scored } from "../choose/decode.ts";
import { canBeNameEdge, type Words } from "../words/words.ts";

/** How the name of a county, town or village ends. */
export const SEAT = /..[省市县区州镇乡村]$/u;

/** What a person's name loses that is another one cut short, or with a word stuck to it. */
const FRAGMENT = 6;
/** No bonus lifts a candidate above this score. */
const ENOUGH = 2;
/** What a clear name elsewhere on the page adds to a candidate, and what it takes from one of another kind. */
const KNOWN_BONUS = 4;
const OTHER_KIND = 2;
/** What a place gains whose name begins as a town's or village's of the page does. */
const STEM_BONUS = 3;
/** What being in the page's home prefecture, or province, adds to a place's short name. */
const HOME_BONUS = [0, 1, 3, 4];

/** What a page has learned from all its blocks. */
export interface Learned {
  readonly known: ReadonlyMap<string, EntityType>;
  readonly fragments: ReadonlySet<string>;
  /** Names of towns and villages without their kind: they also name the works and parks there. */
  readonly stems: ReadonlySet<string>;
  readonly fullNames: ReadonlyMap<string, string>;
  readonly shorts: readonly string[];
  readonly home: HomeRegion;
}

/** The candidates of a block with what the page has learned: their scores changed, and names added that were no candidates. */
export function reconsider(block: BlockNames, learned: Learned, gazetteer: Gazetteer): readonly Scored[] {
  const { words, candidates, names } = block;
  const { known, fragments, stems, home } = learned;
  const { text } = words;
  const owners = ownersOf(names, text.length);
  const offices = new Map<number, Scored[]>();
  for (const candidate of candidates) {
    if (candidate.type !== "ORG" || candidate.end - candidate.start > 3) continue;
    const list = offices.get(candidate.end);
    if (list) list.push(candidate);
    else offices.set(candidate.end, [candidate]);
  }
  const changed = new Map<Scored, number>();
  const seen = new Set<string>();
  for (const candidate of candidates) {
    const name = text.slice(candidate.start, candidate.end);
    // What a longer name holds is spoken for: 云溪 of 云溪大桥.
    const owner = owners[candidate.start];
    if (owner && owner.score >= ENOUGH && covers(owner, candidate)) continue;
    if (fragments.has(name) && candidate.type === "PER") {
      changed.set(candidate, candidate.score - FRAGMENT);
      continue;
    }
    if (home.prefecture && candidate.type === "ORG" && isStuck(name, gazetteer)) {
      changed.set(candidate, candidate.score - FRAGMENT);
      // The office itself stays, which the candidate stood in the way of.
      const length = name.endsWith("府") ? 3 : 2;
      const office = offices.get(candidate.end)?.find(({ start, end }) => end - start === length);
      if (office) changed.set(office, Math.max(office.score, 1));
      continue;
    }
    const kind = known.get(name);
    let bonus = kind === undefined ? 0 : kind === candidate.type ? KNOWN_BONUS : -OTHER_KIND;
    if (candidate.type === "LOC") {
      bonus += homeBonus(name, gazetteer, home);
      if (isStemmed(name, stems) || (candidate.score < ENOUGH && beginsAsTown(name, gazetteer, home)))
        bonus += STEM_BONUS;
    }
    if (bonus < 0) changed.set(candidate, candidate.score + bonus);
    // What the page knows decides whether this is a name; it must not outweigh a longer name around it (云溪县|公安局).
    else if (bonus > 0 && candidate.score < ENOUGH) changed.set(candidate, Math.min(candidate.score + bonus, ENOUGH));
    if (kind === candidate.type) seen.add(`${candidate.start}:${candidate.end}`);
  }
  for (const [body, least] of bodiesOfPlaces(candidates, changed, text)) changed.set(body, least);
  const added = addedNames(words, learned, owners, seen);
  if (changed.size === 0 && added.length === 0) return candidates;
  return [
    ...candidates.map((candidate) => ({ ...candidate, score: changed.get(candidate) ?? candidate.score })),
    ...added,
  ];
}

/** The chosen name that holds each offset. */
function ownersOf(names: readonly Scored[], length: number): (Scored | undefined)[] {
  const owners: (Scored | undefined)[] = new Array(length);
  for (const name of names) owners.fill(name, name.start, name.end);
  return owners;
}

/** Names the page knows where they stand without being candidates, and its short forms between word ends. */
function addedNames(
  words: Words,
  { known, fullNames, shorts }: Learned,
  owners: readonly (Scored | undefined)[],
  seen: ReadonlySet<string>,
): Scored[] {
  const { text } = words;
  const added: Scored[] = [];
  const add = (name: string, type: EntityType, score: number, whole: boolean): void => {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const end = at + name.length;
      const owner = owners[at];
      if (owner && owner.end >= end) continue;
      if (whole ? canBeNameEdge(words, at) && canBeNameEdge(words, end) : !seen.has(`${at}:${end}`))
        added.push({ start: at, end, type, score });
    }
  };
  for (const [name, type] of known)
    if (type === "LOC" ? SEAT.test(name) : name.length > (type === "PER" ? 1 : 3))
      add(name, type, KNOWN_BONUS / 2, false);
  for (const [short] of fullNames) add(short, "ORG", shortScore(short), true);
  for (const short of shorts) add(short, "LOC", shortScore(short), true);
  return added;
}

/** A short form of four characters is hardly anything else. */
function shortScore(short: string): number {
  return short.length < 4 ? 1.5 + short.length / 10 : 3.5;
}

/** Whether a name begins with a town's or village's name without its kind, and goes on. */
function isStemmed(name: string, stems: ReadonlySet<string>): boolean {
  for (let length = 2; length < name.length - 1; length += 1) if (stems.has(name.slice(0, length))) return true;
  return false;
}

/**
 * Bodies that are a place and their kind alone (安定区|人民法院, 梅州|日报): whatever makes the place clear makes the body so. With
 * each the score that lets it win over its place.
 */
function bodiesOfPlaces(
  candidates: readonly Scored[],
  changed: ReadonlyMap<Scored, number>,
  text: string,
): [body: Scored, least: number][] {
  const found: [Scored, number][] = [];
  const places = new Map<number, { end: number; score: number }[]>();
  for (const place of candidates) {
    const score = changed.get(place) ?? place.score;
    if (place.type !== "LOC" || score < 0.5) continue;
    const list = places.get(place.start);
    if (list) list.push({ end: place.end, score });
    else places.set(place.start, [{ end: place.end, score }]);
  }
  for (const body of candidates) {
    if (body.type !== "ORG" || body.score < NO_BODY) continue;
    const name = text.slice(body.start, body.end);
    const kind = suffixBefore(name, name.length, IS.orgSuffix);
    const own = changed.get(body) ?? body.score;
    for (const { end, score } of places.get(body.start) ?? []) {
      if (kind < 2 || end >= body.end || kind < body.end - end || own > score) continue;
      // 中国政府 is a place and its government; 云溪县政府 is an office.
      if (GENERAL.test(name) && !endsAsDivision(text.slice(body.start, end))) continue;
      found.push([body, score + 0.5]);
    }
  }
  return found;
}

const GENERAL = /(?:政府|银行|中心)$/u;

/** A body with less is none, even behind a clear place. */
const NO_BODY = -3;

/** Whether a local office has a word stuck to it that is no place: 直报|县委. */
function isStuck(name: string, gazetteer: Gazetteer): boolean {
  const head = /^(.{2,3})(?:[省市县区]委|[省市县区]政府)$/u.exec(name)?.[1];
  return (
    head !== undefined &&
    gazetteer.kindOf(head) === undefined &&
    (classesOf(head) & KNOWN_PLACE) === 0 &&
    !/[省市县区州]$/u.test(head)
  );
}

/** Whether the first holds the second and more. */
function covers(a: Scored, b: Scored): boolean {
  return a.start <= b.start && a.end >= b.end && a.end - a.start > b.end - b.start;
}

/** Whether works or a park begin with the name of a town of the home prefecture: 柳河工业园区 in 柳河镇. */
function beginsAsTown(name: string, gazetteer: Gazetteer, home: HomeRegion): boolean {
  if (!home.prefecture) return false;
  const bare = name.length - suffixBefore(name, name.length, IS.facilitySuffix | IS.adminSuffix);
  if (bare < 2 || bare > 4 || name.length - bare < 2) return false;
  const head = name.slice(0, bare);
  return ["镇", "乡", "村镇"].some(
    (kind) =>
      gazetteer.kindOf(head + kind) === "full" &&
      gazetteer.find(head + kind).some((unit) => unit.level === 4 && nearness(unit, home) >= 2),
  );
}

function homeBonus(name: string, gazetteer: Gazetteer, home: HomeRegion): number {
  if (!home.province || gazetteer.kindOf(name) === undefined) return 0;
  return Math.max(0, ...gazetteer.find(name).map((unit) => HOME_BONUS[nearness(unit, home)] ?? 0));
}
