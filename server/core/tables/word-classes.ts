/** The classes of words that the recognisers go by, from the tables in server/data. */

import { ROLES } from "./newsroom.ts";
import { ORG_SUFFIXES, ORGANISATIONS, ORGANISATIONS_OF_HONG_KONG, SEAT } from "./organisations.ts";
import { PERSONS } from "./persons.ts";
import { ADMIN_SUFFIXES, FACILITY_SUFFIXES, NATURE_SUFFIXES } from "./places.ts";
import { ADDRESS, KIN, TITLES } from "./titles.ts";
import { ACT, SAY } from "./verbs.ts";
import {
  CITIES,
  COUNTRIES,
  DOMESTIC_ABBREVIATIONS,
  FOREIGN_ABBREVIATIONS,
  HONG_KONG_MACAU_TAIWAN,
  NATURE,
  OFFICIAL_NAMES,
  OLD_PLACES,
  REGIONS,
} from "./world.ts";

/** Bits of a word's classes. */
export const IS = {
  title: 1 << 0,
  kin: 1 << 1,
  address: 1 << 2,
  byline: 1 << 3,
  bylineAfter: 1 << 4,
  say: 1 << 5,
  act: 1 << 6,
  country: 1 << 7,
  city: 1 << 8,
  region: 1 << 9,
  nature: 1 << 10,
  old: 1 << 11,
  org: 1 << 12,
  orgSuffix: 1 << 13,
  adminSuffix: 1 << 14,
  natureSuffix: 1 << 15,
  facilitySuffix: 1 << 16,
  seat: 1 << 17,
  home: 1 << 18,
  abroad: 1 << 19,
  person: 1 << 20,
} as const;

/** All classes of places that are known by name. */
export const KNOWN_PLACE = IS.country | IS.city | IS.region | IS.nature | IS.old;
export const PLACE_SUFFIX = IS.adminSuffix | IS.natureSuffix | IS.facilitySuffix;

const CLASSES = new Map<string, number>();
/** By first two characters: the length of the longest known name. */
const LONGEST = new Map<string, number>();

function learn(words: Iterable<string>, bit: number): void {
  for (const word of words) CLASSES.set(word, (CLASSES.get(word) ?? 0) | bit);
}

learn(TITLES, IS.title);
learn(KIN, IS.kin);
learn(ADDRESS, IS.address);
learn(ROLES.before, IS.byline);
learn(ROLES.after, IS.bylineAfter);
learn(SAY, IS.say);
learn(ACT, IS.act);
learn(COUNTRIES, IS.country);
learn(OFFICIAL_NAMES, IS.country);
learn(CITIES, IS.city);
learn(HONG_KONG_MACAU_TAIWAN, IS.city);
learn(REGIONS, IS.region);
learn(NATURE, IS.nature);
learn(OLD_PLACES, IS.old);
learn(ORGANISATIONS, IS.org);
learn(ORGANISATIONS_OF_HONG_KONG, IS.org);
learn(SEAT, IS.seat);
learn(PERSONS, IS.person);
learn(ADMIN_SUFFIXES, IS.adminSuffix);
learn(NATURE_SUFFIXES, IS.natureSuffix);
learn(FACILITY_SUFFIXES, IS.facilitySuffix);
learn(DOMESTIC_ABBREVIATIONS, IS.home);
learn(FOREIGN_ABBREVIATIONS, IS.abroad);
learn(ORG_SUFFIXES.keys(), IS.orgSuffix);
/** By last character: the length of the longest suffix that ends with it. */
const SUFFIX_ENDS = new Map<string, number>();
for (const [word, classes] of CLASSES) {
  const last = word.at(-1) ?? "";
  if (classes & (PLACE_SUFFIX | IS.orgSuffix)) SUFFIX_ENDS.set(last, Math.max(SUFFIX_ENDS.get(last) ?? 0, word.length));
}
/** By UTF-16 unit: whether a known name starts with it. */
const STARTS = new Uint8Array(0x10000);
for (const [word, classes] of CLASSES) {
  if (word.length < 2 || !(classes & (KNOWN_PLACE | IS.org | IS.person))) continue;
  const start = word.slice(0, 2);
  STARTS[word.charCodeAt(0)] = 1;
  if ((LONGEST.get(start) ?? 0) < word.length) LONGEST.set(start, word.length);
}

/** The classes of a word; 0 for a word of none. */
export function classesOf(word: string): number {
  return CLASSES.get(word) ?? 0;
}

/** The longest name known of one of the classes that starts at the offset: its length (0 for none). */
export function knownAt(text: string, offset: number, classes: number): number {
  if (!STARTS[text.charCodeAt(offset)]) return 0;
  const most = LONGEST.get(text.slice(offset, offset + 2)) ?? 0;
  for (let length = Math.min(most, text.length - offset); length >= 2; length -= 1) {
    if (classesOf(text.slice(offset, offset + length)) & classes) return length;
  }
  return 0;
}

/** The longest suffix of one of the classes that ends at the offset: its length (0 for none). */
export function suffixBefore(text: string, end: number, classes: number): number {
  for (let length = Math.min(SUFFIX_ENDS.get(text[end - 1] ?? "") ?? 0, end); length >= 1; length -= 1) {
    if (classesOf(text.slice(end - length, end)) & classes) return length;
  }
  return 0;
}

/** Whether a name ends as a division's from the province to the town does. */
export function endsAsDivision(name: string): boolean {
  return /[省市县区州旗盟镇乡]$/u.test(name);
}

/** The kind of an organisation's suffix: company, school, office, association, media, team, army, hospital. */
export function organisationKind(suffix: string): string {
  return ORG_SUFFIXES.get(suffix) ?? "other";
}

/** Whether a noun is an office or calling by its last character: 检察长, 巡视员, 发明家. */
export function looksLikeTitle(word: string, tag: string): boolean {
  if (classesOf(word) & IS.title) return true;
  return (
    word.length >= 2 &&
    (tag.startsWith("n") || tag === "x") &&
    tag !== "ns" &&
    /(?:[长员家师手者官帅将士匠农户工]|主任|经理|教授|书记|主席|总监|代表|居民|村民|农民|老人|游客|住户|老板|司机|教练|主管)$/u.test(
      word,
    )
  );
}
