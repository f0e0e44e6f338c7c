/** Proposes places: known names, units of the gazetteer, and what ends as places do. */

import type { Gazetteer } from "../../places/gazetteer.ts";
import { classesOf, IS, KNOWN_PLACE, knownAt, PLACE_SUFFIX, suffixBefore } from "../../tables/word-classes.ts";
import type { Span } from "../../text/text.ts";
import { isWordEdge, type Words } from "../words/words.ts";
import { proposeAbbreviations } from "./abbreviations.ts";
import { type Propose, type ProposeSpan, proposerOf } from "./candidates.ts";
import { beginsNoName, endClass, headClass, stopsName } from "./name-parts.ts";
import { plainInnerPattern, tagPattern } from "./word-patterns.ts";

/** Proposes every span of the text that could name a place. */
export function proposePlaces(words: Words, gazetteer: Gazetteer, proposeAny: Propose): void {
  const { text } = words;
  const propose = proposerOf(words, "LOC", proposeAny);
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0x3400 || code > 0x9fff) continue;
    const known = knownAt(text, i, KNOWN_PLACE);
    // 发展中国家 holds no 中国.
    if (known && !isInsideWord(words, i, i + known)) {
      const kind = placeKind(classesOf(text.slice(i, i + known)));
      if (kind) propose(i, i + known, kind, [`l.kind=${kind}`, `l.${kind}=${plainInnerPattern(words, i, i + known)}`]);
    }
    const unit = gazetteer.matchAt(text, i);
    if (unit) proposeUnit(words, { start: i, end: i + unit }, gazetteer, propose);
  }
  proposeAbbreviations(words, propose);
  for (let i = 0; i < words.count; i += 1) {
    const tag = words.tag[i] ?? "x";
    const start = words.start[i] ?? 0;
    const end = words.start[i + 1] ?? start;
    if (tag === "ns" && end - start > 1 && !EVENT.test(words.text.slice(start, end)))
      propose(start, end, "ns", [`l.dict=${Math.min(5, end - start)}`, `l.dict=${words.text[end - 1]}`]);
    proposeBySuffix(words, i, gazetteer, propose);
  }
}

/** A unit of the gazetteer. A short name is none where it begins another place's: 云溪, short for 云溪区, in 云溪|县. */
function proposeUnit(words: Words, { start, end }: Span, gazetteer: Gazetteer, propose: ProposeSpan): void {
  const name = words.text.slice(start, end);
  const kind = gazetteer.kindOf(name) ?? "short";
  if (kind === "short" && /[县区镇乡]/u.test(words.text[end] ?? "") && isWordEdge(words, end + 1)) return;
  const level = Math.min(...gazetteer.find(name).map((unit) => unit.level));
  const pattern = plainInnerPattern(words, start, end);
  propose(start, end, `${kind}${level}`, [
    `l.unit=${kind}${level}`,
    `l.unit=${kind}${level}.${pattern}`,
    `l.unit=${kind}${level}.${end - start}`,
    `l.unit=${kind}.${pattern}.${Math.min(4, end - start)}`,
  ]);
}

/** Spans that end with word `i`, where it ends as places do; they begin with it or one of the five words before it. */
function proposeBySuffix(words: Words, i: number, gazetteer: Gazetteer, propose: ProposeSpan): void {
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
  if (town >= 0) propose(town, end, "town", ["l.town", `l.town=${plainInnerPattern(words, town, end)}`]);
  let count = 0;
  for (let first = i; first >= 0 && count < MOST_WORDS; first -= 1) {
    const tag = words.tag[first] ?? "x";
    const start = words.start[first] ?? 0;
    if (first < i && (common || stopsName(words, first, gazetteer))) break;
    count += 1;
    const head = headClass(words, gazetteer, first);
    const bare = end - start - length;
    if (bare > LONGEST_OWN_NAME) break;
    if (COUNT_OR_VERB.test(text.slice(start, end - length)) || beginsNoName(words, first)) continue;
    if (bare > 0 || first < i) {
      const own = bare > 0 ? `l.suf=${kind}${suffix.length > 1 ? 2 : 1}` : `l.baresuf=${kind}`;
      propose(start, end, `${kind}${bare > 0 ? head : "bare"}`, [
        own,
        `l.suf=${suffix}`,
        `l.head=${kind}.${head}.${Math.min(4, count)}`,
        `l.head=${suffix}.${head}`,
        `l.bare=${kind}.${Math.min(6, bare)}`,
        `l.next=${kind}.${first > 0 ? headClass(words, gazetteer, first - 1) : "bos"}`,
        `l.tags=${kind}.${tagPattern(words, start, end)}`,
        `l.end=${lastWord}`,
        `l.end=${lastWord}.${head}`,
        `l.first=${words.word[first]}`,
      ]);
    }
    // An unknown word may hold the end of another: the last four characters before the suffix may begin the name too.
    if (tag === "x" && first === i) {
      for (let inside = Math.max(start + 1, end - length - 4); inside < end - length; inside += 1) {
        propose(inside, end, `${kind}in`, [`l.sufin=${kind}`, `l.bare=${kind}.${end - length - inside}`]);
      }
    }
  }
}

/** What the dictionary has for places: 亚特兰大奥运会, 两国. */
const EVENT = /(?:会|赛|杯|节|展|回归)$|^[一二两三四五六七八九十数各几多][国省市县区]$/u;
/** What counts its kind (两国, 三县), and what becomes one (申报为|市). */
const COUNT_OR_VERB = /^[一二两三四五六七八九十数几各多某]+$|[为成]$/u;

/** Whether a span lies inside a word of the dictionary and reaches neither end of it. */
function isInsideWord({ at, start, tag }: Words, from: number, to: number): boolean {
  const i = at[from] ?? 0;
  return at[to] === i && (start[i] ?? 0) < from && tag[i] !== "x";
}

const MOST_WORDS = 6;
/** Characters before the suffix. */
const LONGEST_OWN_NAME = 12;

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
