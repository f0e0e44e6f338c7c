/** Weighs a block's candidates again by what the rest of the page says. */

import type { EntityType } from "../../page/mention.ts";
import type { Gazetteer } from "../../places/gazetteer.ts";
import { type HomeRegion, nearness } from "../../places/home.ts";
import { IS, suffixBefore } from "../../tables/word-classes.ts";
import type { Span } from "../../text/text.ts";
import type { ScoredName } from "../choose/best-names.ts";
import type { BlockNames } from "../choose/block.ts";
import type { NameRecorder, PageReason, PageTerm } from "../explain/recorder.ts";
import { canBeNameEdge, type Words } from "../words/words.ts";
import { bodiesOfPlaces, isOfficeWithWord, officeIn } from "./bodies.ts";
import { DIVISION_NAME } from "./known-names.ts";

/** What a page says of its names, from all its blocks. */
export interface PageEvidence {
  /** Names that are clear somewhere on the page, with the type of each. */
  readonly known: ReadonlyMap<string, EntityType>;
  /** Persons' names that are another's cut short or run on. */
  readonly fragments: ReadonlySet<string>;
  /** Names of towns and villages without their kind: works and parks there are named so too. */
  readonly stems: ReadonlySet<string>;
  /** Short forms of organisations, with the full name that each stands for. */
  readonly fullNames: ReadonlyMap<string, string>;
  /** Short forms of works and parks. */
  readonly shortPlaces: readonly string[];
  readonly home: HomeRegion;
}

/** What a candidate loses that is a person's name cut short or run on, or an office with a word stuck to it. */
const FRAGMENT = 6;
/** No bonus lifts a candidate above this score. */
const ENOUGH = 2;
/** What a clear name elsewhere on the page adds to a candidate, and what it takes from one of another type. */
const KNOWN_BONUS = 4;
const OTHER_TYPE = 2;
/** What a place gains whose name begins as a town's or village's of the page does. */
const STEM_BONUS = 3;
/** By `nearness` to the home region: what a unit of the gazetteer gains. */
const HOME_BONUS = [0, 1, 3, 4];

/**
 * The candidates of a block, their scores changed by what the page says, and names added that were no candidates. The
 * block's own list where the page changes nothing.
 */
export function rescore(
  block: BlockNames,
  evidence: PageEvidence,
  gazetteer: Gazetteer,
  record?: NameRecorder,
): readonly ScoredName[] {
  const { words, candidates, names } = block;
  const { text } = words;
  const { known, fragments, home } = evidence;
  const holders = holdersOf(names, text.length);
  const offices = shortOrganisations(candidates);
  const changed = new Map<ScoredName, number>();
  const knownSpans = new Set<string>();
  const changeTo = (candidate: ScoredName, score: number, reason: PageReason): void => {
    changed.set(candidate, score);
    record?.rescored(candidate, score, [{ reason, nats: score - candidate.score }]);
  };
  for (const candidate of candidates) {
    const name = text.slice(candidate.start, candidate.end);
    // What a longer name holds is no name by itself: 云溪 of 云溪大桥.
    const holder = holders[candidate.start];
    if (holder && holder.score >= ENOUGH && holdsMoreThan(holder, candidate)) {
      record?.rescored(candidate, candidate.score, [{ reason: "held", nats: 0 }]);
      continue;
    }
    if (fragments.has(name) && candidate.type === "PER") {
      changeTo(candidate, candidate.score - FRAGMENT, "fragment");
      continue;
    }
    if (home.prefecture && candidate.type === "ORG" && isOfficeWithWord(name, gazetteer)) {
      changeTo(candidate, candidate.score - FRAGMENT, "officeWithWord");
      const office = officeIn(candidate, text, offices);
      if (office) changeTo(office, Math.max(office.score, 1), "officeAlone");
      continue;
    }
    const type = known.get(name);
    const ofType = type === undefined ? 0 : type === candidate.type ? KNOWN_BONUS : -OTHER_TYPE;
    const ofPlace = candidate.type === "LOC" ? placeBonus(candidate, name, evidence, gazetteer) : NO_BONUS;
    const bonus = ofType + ofPlace.home + ofPlace.stem;
    if (bonus < 0) changed.set(candidate, candidate.score + bonus);
    // The bonus decides whether this is a name; it must not outweigh a longer name around it (云溪县|公安局).
    else if (bonus > 0 && candidate.score < ENOUGH) changed.set(candidate, Math.min(candidate.score + bonus, ENOUGH));
    if (record && bonus !== 0) {
      const terms: readonly PageTerm[] = [
        { reason: ofType < 0 ? "otherType" : "known", nats: ofType },
        { reason: "home", nats: ofPlace.home },
        { reason: "stem", nats: ofPlace.stem },
      ];
      record.rescored(candidate, changed.get(candidate) ?? candidate.score, terms);
    }
    if (type === candidate.type) knownSpans.add(`${candidate.start}:${candidate.end}`);
  }
  for (const [body, least] of bodiesOfPlaces(candidates, changed, text)) changeTo(body, least, "bodyOfPlace");
  const added = addedNames(words, evidence, holders, knownSpans);
  for (const name of added) record?.added(name, name.reason);
  if (changed.size === 0 && added.length === 0) return candidates;
  return [
    ...candidates.map((candidate) => ({ ...candidate, score: changed.get(candidate) ?? candidate.score })),
    ...added,
  ];
}

/** By offset: the chosen name that holds it. */
function holdersOf(names: readonly ScoredName[], length: number): readonly (ScoredName | undefined)[] {
  const holders: (ScoredName | undefined)[] = new Array(length);
  for (const name of names) holders.fill(name, name.start, name.end);
  return holders;
}

/** By the offset of their end: candidates for organisations of up to three characters, as short offices are. */
function shortOrganisations(candidates: readonly ScoredName[]): ReadonlyMap<number, readonly ScoredName[]> {
  const byEnd = new Map<number, ScoredName[]>();
  for (const candidate of candidates) {
    if (candidate.type !== "ORG" || candidate.end - candidate.start > 3) continue;
    const list = byEnd.get(candidate.end);
    if (list) list.push(candidate);
    else byEnd.set(candidate.end, [candidate]);
  }
  return byEnd;
}

/** Whether the first holds the second and more. */
function holdsMoreThan(a: ScoredName, b: ScoredName): boolean {
  return a.start <= b.start && a.end >= b.end && a.end - a.start > b.end - b.start;
}

/** What a place gains for lying in the home region, and for the town or village that its name begins with. */
interface PlaceBonus {
  readonly home: number;
  readonly stem: number;
}

const NO_BONUS: PlaceBonus = { home: 0, stem: 0 };

function placeBonus(
  candidate: ScoredName,
  name: string,
  { home, stems }: PageEvidence,
  gazetteer: Gazetteer,
): PlaceBonus {
  const stemmed =
    beginsWithStem(name, stems) || (candidate.score < ENOUGH && beginsWithTownOfHome(name, gazetteer, home));
  return { home: homeBonus(name, gazetteer, home), stem: stemmed ? STEM_BONUS : 0 };
}

function homeBonus(name: string, gazetteer: Gazetteer, home: HomeRegion): number {
  if (!home.province || gazetteer.kindOf(name) === undefined) return 0;
  return Math.max(0, ...gazetteer.find(name).map((unit) => HOME_BONUS[nearness(unit, home)] ?? 0));
}

/** Whether a name begins with a stem and has two characters or more after it. */
function beginsWithStem(name: string, stems: ReadonlySet<string>): boolean {
  for (let length = 2; length < name.length - 1; length += 1) if (stems.has(name.slice(0, length))) return true;
  return false;
}

/** Whether works or a park begin with the name of a town of the home prefecture: 柳河|工业园区 in 柳河镇. */
function beginsWithTownOfHome(name: string, gazetteer: Gazetteer, home: HomeRegion): boolean {
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

/**
 * Names that the page knows, where they stand without being candidates, and its short forms between the ends of words;
 * nothing that a chosen name holds. `candidates` are the spans of known names that are candidates already.
 */
function addedNames(
  words: Words,
  { known, fullNames, shortPlaces }: PageEvidence,
  holders: readonly (ScoredName | undefined)[],
  candidates: ReadonlySet<string>,
): AddedName[] {
  const { text } = words;
  const added: AddedName[] = [];
  const add = (
    name: string,
    type: EntityType,
    { score, reason }: Pick<AddedName, "score" | "reason">,
    isAllowed: (span: Span) => boolean,
  ): void => {
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
      const end = start + name.length;
      const holder = holders[start];
      if (holder && holder.end >= end) continue;
      if (isAllowed({ start, end })) added.push({ start, end, type, score, reason });
    }
  };
  const isNew = ({ start, end }: Span): boolean => !candidates.has(`${start}:${end}`);
  const isWhole = ({ start, end }: Span): boolean => canBeNameEdge(words, start) && canBeNameEdge(words, end);
  for (const [name, type] of known)
    if (type === "LOC" ? DIVISION_NAME.test(name) : name.length > (type === "PER" ? 1 : 3))
      add(name, type, { score: KNOWN_BONUS / 2, reason: "known" }, isNew);
  const asShort = (short: string): Pick<AddedName, "score" | "reason"> => ({
    score: shortFormScore(short),
    reason: "shortForm",
  });
  for (const [short] of fullNames) add(short, "ORG", asShort(short), isWhole);
  for (const short of shortPlaces) add(short, "LOC", asShort(short), isWhole);
  return added;
}

/** A name that was no candidate, and why the page makes it one. */
interface AddedName extends ScoredName {
  readonly reason: "known" | "shortForm";
}

/** A short form of four characters is hardly anything else. */
function shortFormScore(short: string): number {
  return short.length < 4 ? 1.5 + short.length / 10 : 3.5;
}
