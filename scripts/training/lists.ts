/** What the grammar draws from tables: names by how common they are, units of the gazetteer, words of the dictionary. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { shortName } from "../../server/core/places/unit-names.ts";
import { type CharacterOdds, GIVEN_NAMES, TRANSLITERATIONS } from "../../server/core/tables/name-odds.ts";
import { ORGANISATIONS, ORGANISATIONS_OF_HONG_KONG } from "../../server/core/tables/organisations.ts";
import { PERSONS } from "../../server/core/tables/persons.ts";
import { entriesOf } from "../../server/core/tables/read.ts";
import {
  COMMON_SURNAMES,
  COMPOUND_SURNAMES,
  FUNCTION_SURNAMES,
  JAPANESE_SURNAMES,
  OTHER_SURNAMES,
} from "../../server/core/tables/surnames.ts";
import { SAY } from "../../server/core/tables/verbs.ts";
import { classesOf, IS, PLACE_SUFFIX, suffixBefore } from "../../server/core/tables/word-classes.ts";
import {
  CITIES,
  COUNTRIES,
  HONG_KONG_MACAU_TAIWAN,
  NATURE,
  OFFICIAL_NAMES,
  REGIONS,
} from "../../server/core/tables/world.ts";
import { gazetteerTable } from "./gazetteer-table.ts";

/** Symbols of the grammar that are drawn, not expanded. */
export type Drawn = Readonly<Record<string, () => string>>;

/** Something to draw with its share; the shares add up along the list. */
type Weighted = readonly (readonly [word: string, upTo: number])[];

/** An entry of nodejieba's dictionary (MIT). */
interface Entry {
  readonly word: string;
  readonly count: number;
  readonly tag: string;
}

/** The drawn symbols. The dictionary gives words, and names and places it tags rightly or wrongly; no text. */
export function drawnSymbols(random: () => number): Drawn {
  const any = (list: readonly string[]) => (): string => list[Math.floor(random() * list.length)] ?? "";
  const weighted = (list: Weighted) => (): string => drawFrom(list, random);
  const entries = dictionary();
  return {
    nothing: () => "",
    ...names(entries, any, weighted, random),
    ...places(any),
    ...ordinary(entries, any, weighted),
    known: any(ORGANISATIONS),
    kp: any(PERSONS),
    hkorg: any(ORGANISATIONS_OF_HONG_KONG),
    hongKong: any(HONG_KONG_MACAU_TAIWAN.filter((name) => name.length < 4)),
    say: any(SAY),
    d: () => `${random() < 0.5 ? `${1 + Math.floor(random() * 12)}月` : ""}${1 + Math.floor(random() * 28)}日`,
    n: () => String(2 + Math.floor(random() ** 3 * 900)),
    y: () => `${1900 + Math.floor(random() * 123)}年`,
  };
}

type Any = (list: readonly string[]) => () => string;
type ByShare = (list: Weighted) => () => string;

const SURNAMES = new Set(COMMON_SURNAMES + OTHER_SURNAMES);

function isTransliterated(word: string): boolean {
  return [...word].every((char) => TRANSLITERATIONS.has(char));
}

function names(entries: readonly Entry[], any: Any, weighted: ByShare, random: () => number): Drawn {
  const compound = any(COMPOUND_SURNAMES.filter((name) => name.length === 2));
  const others = [...OTHER_SURNAMES];
  const rare = any(others.filter((char) => !FUNCTION_SURNAMES.includes(char)));
  const common = [...COMMON_SURNAMES];
  const frequency = new Map<string, number>();
  for (const { word, count } of entries)
    for (const char of word) frequency.set(char, (frequency.get(char) ?? 0) + count);
  const drawn = (table: CharacterOdds, place: 0 | 1 | 2) => weighted(characters(table, place, frequency));
  return {
    // The table of surnames is in the order of how common they are.
    surname() {
      const share = random();
      if (share < 0.02) return compound();
      return share < 0.2 ? rare() : (common[Math.floor(random() ** 1.6 * common.length)] ?? "王");
    },
    commonSurname: any(common),
    japaneseSurname: any(JAPANESE_SURNAMES),
    first: drawn(GIVEN_NAMES, 0),
    second: drawn(GIVEN_NAMES, 1),
    only: drawn(GIVEN_NAMES, 2),
    begin: drawn(TRANSLITERATIONS, 0),
    inside: drawn(TRANSLITERATIONS, 1),
    end: drawn(TRANSLITERATIONS, 2),
    knownName: any(
      wordsOf(entries, /^nr(?:fg)?$/, ({ word, count }) => {
        return (
          word.length >= 2 && word.length <= 3 && count > 1 && common.includes(word[0] ?? "") && !isTransliterated(word)
        );
      }),
    ),
    foreignName: any(
      wordsOf(entries, /^nrt?$/, ({ word }) => word.length >= 2 && word.length <= 6 && isTransliterated(word)),
    ),
  };
}

function places(any: Any): Drawn {
  const units = (depth: number) => unitNames(depth);
  const provinces = units(0);
  const counties = units(2).filter((name) => name.length <= 4 || /自治/.test(name));
  return {
    prov: any(provinces),
    provs: any(provinces.map(shortName)),
    city: any(units(1)),
    cityShort: any(units(1).map(shortName)),
    county: any(counties),
    countys: any(counties.map(shortName)),
    town: any(townNames()),
    country: any([...COUNTRIES, ...OFFICIAL_NAMES]),
    worldCity: any(CITIES),
    nature: any(NATURE),
    region: any(REGIONS),
  };
}

/** Ordinary words, and what only looks like a name: words that end or begin as names do, tags that are wrong. */
function ordinary(entries: readonly Entry[], any: Any, weighted: ByShare): Drawn {
  const shorts = new Set([...unitNames(1), ...unitNames(2)].map(shortName));
  const known = new Set([...shorts, ...[0, 1, 2].flatMap(unitNames), ...[COUNTRIES, CITIES, REGIONS, NATURE].flat()]);
  const famous = new Set(PERSONS);
  const suffixes = IS.orgSuffix | PLACE_SUFFIX;
  const adverbs = byRoot(entries, /^d$/, 100, 3);
  const all = adverbs.at(-1)?.[1] ?? 1;
  return {
    N: weighted(byRoot(entries, /^n$/, 60, 4)),
    V: weighted(byRoot(entries, /^(?:v|vn)$/, 60, 3)),
    AD: weighted(byRoot(entries, /^a$/, 30, 3)),
    I: weighted(byRoot(entries, /^[il]$/, 3, 7)),
    adverb: weighted([...adverbs, ...[...ADVERBS].map((char, i): [string, number] => [char, all * (1.02 + i * 0.02)])]),
    SN: weighted(sharesOf(byRoot(entries, /^(?:n|v|vn|a|d|t|b|z)$/, 40, 3), (word) => SURNAMES.has(word[0] ?? ""))),
    EN: weighted(
      sharesOf(byRoot(entries, /^(?:n|v|vn|a|d|t|b|l|i|s|f)$/, 20, 4), (word) => {
        return suffixBefore(word, word.length, suffixes) > 0 && !(classesOf(word) & suffixes);
      }),
    ),
    G: any(wordsOf(entries, /^(?:n|v|vn|a|d|m|t|i|l|z)$/, ({ word }) => shorts.has(word))),
    landmark: any(
      wordsOf(entries, /^(?:nr|ns|nz)$/, ({ word }) =>
        /^.{1,3}[山沟湖泉河岭溪湾峡洞寨关岩江海岛峰谷滩坪口]$/u.test(word),
      ),
    ),
    // Words that are persons' names only behind 记者 or an office, and words that the dictionary takes for names.
    wn: any(
      wordsOf(entries, /^(?:n|v|vn|a|nr|t|ns)$/, ({ word, count }) => {
        return word.length > 1 && word.length < 4 && count > 20 && SURNAMES.has(word[0] ?? "") && !famous.has(word);
      }),
    ),
    THING: any(
      wordsOf(entries, /^nr$/, ({ word }) => {
        return (
          word.length === 3 &&
          SURNAMES.has(word[0] ?? "") &&
          /[病茶菜树站线馆室油药机器性赛色券卡币草酒风压节]$/u.test(word)
        );
      }),
    ),
    NS: any(
      wordsOf(entries, /^ns$/, ({ word }) => {
        return word.length > 1 && !known.has(word) && !/[省市县区镇乡村州山河江湖海岛洲路街桥门港站城国]$/u.test(word);
      }),
    ),
    NR: any(
      wordsOf(entries, /^nr$/, ({ word, count }) => {
        if (famous.has(word) || isTransliterated(word) || word.length < 2) return false;
        return word.length === 2 ? count > 150 : word.length > 3 || !SURNAMES.has(word[0] ?? "");
      }),
    ),
  };
}

/** Adverbs of one character, some of them surnames. */
const ADVERBS = "曾已正将又也都就才并却便还再很更最不未没";

function dictionary(): Entry[] {
  const { DEFAULT_DICT } = createRequire(import.meta.url)("nodejieba") as { DEFAULT_DICT: string };
  return readFileSync(DEFAULT_DICT, "utf8")
    .split("\n")
    .map((line) => line.split(" "))
    .map(([word = "", count = "0", tag = ""]) => ({ word, count: Number(count), tag }));
}

function wordsOf(entries: readonly Entry[], tag: RegExp, which: (entry: Entry) => boolean): string[] {
  return entries.filter((entry) => tag.test(entry.tag) && which(entry)).map(({ word }) => word);
}

/** Words of a kind by the root of their frequency, so that rarer ones come up too. */
function byRoot(entries: readonly Entry[], tag: RegExp, least: number, longest: number): [string, number][] {
  let sum = 0;
  return entries
    .filter(
      (entry) => tag.test(entry.tag) && entry.count >= least && entry.word.length > 1 && entry.word.length <= longest,
    )
    .map(({ word, count }) => {
      sum += Math.sqrt(count);
      return [word, sum];
    });
}

/** A part of a weighted list; what is left out gives its share to the next word. */
function sharesOf(list: Weighted, which: (word: string) => boolean): Weighted {
  return list.filter(([word]) => which(word));
}

/** The characters of a table by how often they stand in names: their odds against running text, times their frequency. */
function characters(table: CharacterOdds, place: 0 | 1 | 2, frequency: ReadonlyMap<string, number>): Weighted {
  let sum = 0;
  const list: [string, number][] = [];
  for (const [char, halves] of table) {
    const odds = halves[place] / 2;
    if (odds < -2.5) continue;
    sum += Math.exp(odds) * Math.min(200000, (frequency.get(char) ?? 0) + 50);
    list.push([char, sum]);
  }
  return list;
}

function drawFrom(list: Weighted, random: () => number): string {
  const at = random() * (list.at(-1)?.[1] ?? 1);
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.[1] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return list[low]?.[0] ?? "";
}

const UNIT_LINES = entriesOf(gazetteerTable());

/** The names of the gazetteer's units of a level: 0 provinces, 1 prefectures, 2 counties. */
function unitNames(depth: number): string[] {
  return UNIT_LINES.filter((line) => (/^ */.exec(line)?.[0].length ?? 0) === depth)
    .map((line) => line.trimStart().slice(2).split(" ")[0] ?? "")
    .filter((name) => name.length > 1);
}

function townNames(): string[] {
  return UNIT_LINES.filter((line) => line.startsWith("  "))
    .flatMap((line) => line.slice(4).split(" ").slice(1))
    .map((town) => town.replace(/^\d+/, ""))
    .filter((town) => /[镇乡]$|街道$/.test(town));
}
