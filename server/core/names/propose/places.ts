/** Proposes places: known names, the gazetteer's, and what ends like a place. */

import type { Gazetteer } from "../../places/gazetteer.ts";
import { PLACE_STOPS } from "../../tables/places.ts";
import { classesOf, IS, KNOWN_PLACE, knownAt, PLACE_SUFFIX, suffixBefore } from "../../tables/word-classes.ts";
import { isEdge, type Words } from "../words/words.ts";
import { proposeAbbreviations } from "./abbreviations.ts";
import { type Propose, type Put, surroundings, tagClass, tagPattern } from "./candidates.ts";

/** Proposes every span of the text that could name a place. */
export function proposePlaces(words: Words, gazetteer: Gazetteer, propose: Propose): void {
  const { text } = words;
  const put: Put = (start, end, quality, features) => {
    propose(start, end, "LOC", [...features, ...surroundings(words, start, end, "l", quality)]);
  };
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0x3400 || code > 0x9fff) continue;
    const known = knownAt(text, i, KNOWN_PLACE);
    if (known) {
      const kind = placeKind(classesOf(text.slice(i, i + known)));
      if (kind) put(i, i + known, kind, [`l.kind=${kind}`, `l.${kind}=${inner(words, i, i + known)}`]);
    }
    const unit = gazetteer.matchAt(text, i);
    if (unit && !isCutShort(words, gazetteer, i, i + unit)) proposeUnit(words, gazetteer, i, i + unit, put);
  }
  proposeAbbreviations(words, put);
  for (let i = 0; i < words.count; i += 1) {
    const tag = words.tag[i] ?? "x";
    const start = words.start[i] ?? 0;
    const end = words.start[i + 1] ?? start;
    if (tag === "ns" && end - start > 1)
      put(start, end, "ns", [`l.dict=${Math.min(5, end - start)}`, `l.dict=${words.text[end - 1]}`]);
    proposeBySuffix(words, i, gazetteer, put);
  }
}

/** Whether a short name is only the beginning of another place's: 云溪 of 云溪|县, which is no 云溪区. */
function isCutShort(words: Words, gazetteer: Gazetteer, start: number, end: number): boolean {
  return (
    /[县区镇乡]/u.test(words.text[end] ?? "") &&
    isEdge(words, end + 1) &&
    gazetteer.kindOf(words.text.slice(start, end)) === "short"
  );
}

function proposeUnit(words: Words, gazetteer: Gazetteer, start: number, end: number, put: Put): void {
  const name = words.text.slice(start, end);
  const kind = gazetteer.kindOf(name) ?? "short";
  const level = Math.min(...gazetteer.find(name).map((unit) => unit.level));
  const pattern = inner(words, start, end);
  put(start, end, `${kind}${level}`, [
    `l.unit=${kind}${level}`,
    `l.unit=${kind}${level}.${pattern}`,
    `l.unit=${kind}${level}.${end - start}`,
    `l.unit=${kind}.${pattern}.${Math.min(4, end - start)}`,
  ]);
}

/** Spans that end with word `i` where it ends like a place; they start up to a few words to the left. */
function proposeBySuffix(words: Words, i: number, gazetteer: Gazetteer, put: Put): void {
  const { text } = words;
  const from = words.start[i] ?? 0;
  const end = words.start[i + 1] ?? from;
  const length = suffixBefore(text, end, PLACE_SUFFIX);
  if (length === 0 || words.tag[i] === "w") return;
  const suffix = text.slice(end - length, end);
  const kind = suffixKind(classesOf(suffix));
  const lastWord = endClass(words, i, length, kind);
  // 乡村, 道路 are words that only end like a place: nothing before them makes one.
  const word = words.word[i] ?? "";
  const common = /^(?:n|v|vn|f|s|t|a|d)$/.test(words.tag[i] ?? "x") && word.length > length && length === 1;
  const town = gazetteer.townBefore(text, end);
  if (town >= 0) put(town, end, "town", ["l.town", `l.town=${inner(words, town, end)}`]);
  let count = 0;
  let head = "";
  for (let first = i; first >= 0 && count < 6; first -= 1) {
    const tag = words.tag[first] ?? "x";
    const start = words.start[first] ?? 0;
    if (first < i && (common || stopsName(words, first, gazetteer))) break;
    count += 1;
    head = headClass(words, gazetteer, first);
    const bare = end - start - length;
    if (bare > 12) break;
    if (bare > 0 || first < i) {
      const own = bare > 0 ? `l.suf=${kind}${suffix.length > 1 ? 2 : 1}` : `l.baresuf=${kind}`;
      put(start, end, `${kind}${bare > 0 ? head : "bare"}`, [
        own,
        `l.suf=${suffix}`,
        `l.head=${kind}.${head}.${Math.min(4, count)}`,
        `l.head=${suffix}.${head}`,
        `l.bare=${kind}.${Math.min(6, bare)}`,
        `l.next=${kind}.${first > 0 ? headClass(words, gazetteer, first - 1) : "bos"}`,
        `l.tags=${kind}.${tagPattern(words, start, end)}`,
        `l.end=${lastWord}`,
        `l.end=${lastWord}.${head}`,
      ]);
    }
    // An unknown word may hold the end of another: try the last two to four characters before the suffix too.
    if (tag === "x" && first === i) {
      for (let inside = Math.max(start + 1, end - length - 4); inside < end - length; inside += 1) {
        put(inside, end, `${kind}in`, [`l.sufin=${kind}`, `l.bare=${kind}.${end - length - inside}`]);
      }
    }
  }
}

/** How the suffix lies in the last word: it is the word, or a part of one the dictionary knows (村 of 乡村). */
export function endClass(words: Words, i: number, suffix: number, kind: string): string {
  const length = (words.word[i] ?? "").length;
  return `${kind}.${tagClass(words.tag[i] ?? "x")}${length === suffix ? "w" : length > suffix ? "p" : "o"}`;
}

/** What a span may start with, as a class of its first word. */
export function headClass(words: Words, gazetteer: Gazetteer, i: number): string {
  const word = words.word[i] ?? "";
  const classes = words.classes[i] ?? 0;
  const tag = words.tag[i] ?? "x";
  const unit = gazetteer.kindOf(word);
  if (unit) return unit === "full" ? "unit" : tag === "n" || tag === "v" || tag === "a" ? `short${tag}` : "short";
  if (classes & IS.country) return "country";
  if (classes & KNOWN_PLACE) return "place";
  if (classes & IS.org) return "org";
  if (classes & IS.title) return "title";
  if (classes & (IS.say | IS.byline)) return "say";
  if (classes & IS.seat) return "seat";
  if (classes & IS.orgSuffix) return "orgsuffix";
  if (classes & IS.adminSuffix) return "adminsuffix";
  if (classes & PLACE_SUFFIX) return "placesuffix";
  const length = Math.min(3, word.length);
  return `${tagClass(tag)}${length}`;
}

function inner(words: Words, start: number, end: number): string {
  const first = words.at[start] ?? 0;
  const last = words.at[end - 1] ?? first;
  if (first === last)
    return `${words.start[first] === start && words.start[first + 1] === end ? "1" : "in"}${tagClass(words.tag[first] ?? "x")}`;
  return last - first === 1 ? `${tagClass(words.tag[first] ?? "x")}+${tagClass(words.tag[last] ?? "x")}` : "many";
}

function placeKind(classes: number): string {
  if (classes & IS.country) return "country";
  if (classes & IS.city) return "city";
  if (classes & IS.region) return "region";
  if (classes & IS.nature) return "nature";
  return classes & IS.old ? "old" : "";
}

function suffixKind(classes: number): string {
  return classes & IS.adminSuffix ? "a" : classes & IS.natureSuffix ? "n" : "f";
}

/** Whether no name goes across word `i` leftwards: marks, function words, verbs of doing, counts. */
export function stopsName(words: Words, i: number, gazetteer: Gazetteer): boolean {
  const word = words.word[i] ?? "";
  const tag = words.tag[i] ?? "x";
  if (gazetteer.kindOf(word) !== undefined) return false;
  if (tag === "w" || PLACE_STOPS.has(word) || /^[pcurydo]/.test(tag)) return true;
  // A measure word counts only behind a numeral: the dictionary has 口, 天 and 项 for nothing else.
  if (tag === "q" && words.tag[i - 1] === "m") return true;
  if (/^[0-9０-９]/.test(word) || (tag === "m" && /[个所家支名位条项种次批座届]$/u.test(word))) return true;
  return tag === "v" && (word.length === 1 || ((words.classes[i] ?? 0) & (IS.say | IS.act)) !== 0);
}
