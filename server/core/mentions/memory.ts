/** What a page knows that its blocks alone don't: names seen clearly in one place are known everywhere on the page. */

import { type BlockNames, pairWeight } from "./block.ts";
import { joinPlaces } from "./chains.ts";
import { decode, type Scored } from "./decode.ts";
import { type Gazetteer, type Home, nearness } from "./gazetteer.ts";
import { homeOf } from "./home.ts";
import { classesOf, IS, KNOWN_PLACE, suffixBefore } from "./lexicon.ts";
import { shortForms, shortPlaces } from "./short-forms.ts";
import type { EntityType } from "./types.ts";
import { isEdge, type Words } from "./words.ts";

/** The names of a page, block by block, and where the page is at home. */
export interface PageNames {
  readonly names: readonly (readonly Scored[])[];
  readonly home: Home;
  /** Short forms that the page uses, to the full name they stand for. */
  readonly fullNames: ReadonlyMap<string, string>;
}

/** A name counts as clearly seen from this score on, once; a county, town or village from this sum on. */
const CLEAR = 2;
const SEAT = /..[省市县区州镇乡村]$/u;
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
  const stems = [...known].flatMap(([name, type]) =>
    type === "LOC" && /..[镇乡村]$/u.test(name) ? [name.slice(0, -1)] : [],
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
  return joinPlaces(names, block.words, gazetteer);
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
  for (const [name, type] of [...known]) {
    if (type !== "PER" || name.length !== 2) continue;
    const next = new Set<string>();
    let times = 0;
    for (const { words } of blocks) {
      for (let at = words.text.indexOf(name); at >= 0; at = words.text.indexOf(name, at + 1)) {
        const char = words.text[at + 2] ?? "";
        const unknown = words.tag[words.at[at + 2] ?? 0] === "x" && /^[\u3400-\u9fff]$/u.test(char);
        next.add(unknown ? char : "");
        times += 1;
      }
    }
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
  const persons = [...known].filter(([, type]) => type === "PER").map(([name]) => name);
  const count = (name: string): number => blocks.reduce((sum, { words }) => sum + words.text.split(name).length - 1, 0);
  for (const short of persons) {
    for (const long of persons) {
      if (long.length <= short.length || !long.startsWith(short) || short.includes("·")) continue;
      fragments.add(count(short) > count(long) ? long : short);
    }
  }
  for (const name of fragments) known.delete(name);
  return fragments;
}

/** What a page has learned from all its blocks. */
interface Learned {
  readonly known: ReadonlyMap<string, EntityType>;
  readonly fragments: ReadonlySet<string>;
  /** Names of towns and villages without their kind: they also name the works and parks there. */
  readonly stems: readonly string[];
  readonly fullNames: ReadonlyMap<string, string>;
  readonly shorts: readonly string[];
  readonly home: Home;
}

function reconsider(
  { words, candidates, names }: BlockNames,
  { known, fragments, stems, fullNames, shorts, home }: Learned,
  gazetteer: Gazetteer,
): readonly Scored[] {
  const { text } = words;
  const changed = new Map<Scored, number>();
  const seen = new Set<string>();
  for (const candidate of candidates) {
    const name = text.slice(candidate.start, candidate.end);
    // What a longer name holds is spoken for: 云溪 of 云溪大桥.
    if (names.some((other) => other.score >= ENOUGH && covers(other, candidate))) continue;
    if (fragments.has(name) && candidate.type === "PER") {
      changed.set(candidate, candidate.score - FRAGMENT);
      continue;
    }
    if (home.prefecture && candidate.type === "ORG" && isStuck(name, gazetteer)) {
      changed.set(candidate, candidate.score - FRAGMENT);
      // The office itself stays, which the candidate stood in the way of.
      const office = candidates.find(
        ({ start, end, type }) =>
          type === "ORG" && end === candidate.end && end - start === (name.endsWith("府") ? 3 : 2),
      );
      if (office) changed.set(office, Math.max(office.score, 1));
      continue;
    }
    const kind = known.get(name);
    let bonus = kind === undefined ? 0 : kind === candidate.type ? KNOWN_BONUS : -OTHER_KIND;
    if (candidate.type === "LOC") {
      bonus += homeBonus(name, gazetteer, home);
      const stemmed = stems.some((stem) => name.startsWith(stem) && name.length > stem.length + 1);
      if (stemmed || (candidate.score < ENOUGH && beginsAsTown(name, gazetteer, home))) bonus += STEM_BONUS;
    }
    if (bonus < 0) changed.set(candidate, candidate.score + bonus);
    // What the page knows decides whether this is a name; it must not outweigh a longer name around it (云溪县|公安局).
    else if (bonus > 0 && candidate.score < ENOUGH) changed.set(candidate, Math.min(candidate.score + bonus, ENOUGH));
    if (kind === candidate.type) seen.add(`${candidate.start}:${candidate.end}`);
  }
  for (const [body, least] of bodiesOfPlaces(candidates, changed, text)) changed.set(body, least);
  const added: Scored[] = [];
  const add = (name: string, type: EntityType, score: number): void => {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const end = at + name.length;
      if (seen.has(`${at}:${end}`) || names.some((other) => other.start <= at && other.end >= end)) continue;
      added.push({ start: at, end, type, score });
    }
  };
  for (const [name, type] of known)
    if (type === "LOC" ? SEAT.test(name) : name.length > (type === "PER" ? 1 : 3)) add(name, type, KNOWN_BONUS / 2);
  for (const [short] of fullNames) if (text.includes(short)) addWhole(words, short, "ORG", names, added);
  for (const short of shorts) if (text.includes(short)) addWhole(words, short, "LOC", names, added);
  if (changed.size === 0 && added.length === 0) return candidates;
  return [
    ...candidates.map((candidate) => ({ ...candidate, score: changed.get(candidate) ?? candidate.score })),
    ...added,
  ];
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
      if (GENERAL.test(name) && !/[省市县区州旗镇乡]$/u.test(text.slice(body.start, end))) continue;
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

/** Adds a short form where it stands between word ends. */
function addWhole(words: Words, short: string, type: "ORG" | "LOC", names: readonly Scored[], added: Scored[]): void {
  for (let at = words.text.indexOf(short); at >= 0; at = words.text.indexOf(short, at + 1)) {
    const end = at + short.length;
    if (names.some((other) => other.start <= at && other.end >= end)) continue;
    const edge = (offset: number): boolean => isEdge(words, offset) || words.tag[words.at[offset] ?? 0] === "x";
    if (edge(at) && edge(end))
      added.push({ start: at, end, type, score: short.length < 4 ? 1.5 + short.length / 10 : 3.5 });
  }
}

/** Whether works or a park begin with the name of a town of the home prefecture: 柳河工业园区 in 柳河镇. */
function beginsAsTown(name: string, gazetteer: Gazetteer, home: Home): boolean {
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

function homeBonus(name: string, gazetteer: Gazetteer, home: Home): number {
  if (!home.province || gazetteer.kindOf(name) === undefined) return 0;
  return Math.max(0, ...gazetteer.find(name).map((unit) => HOME_BONUS[nearness(unit, home)] ?? 0));
}
