/** What parts of names of places and organisations look like: their last word, their first one, and what never stands in one. */

import type { Gazetteer } from "../../places/gazetteer.ts";
import { NOT_FIRST, PLACE_STOPS } from "../../tables/places.ts";
import { IS, KNOWN_PLACE, PLACE_SUFFIX } from "../../tables/word-classes.ts";
import type { Words } from "../words/words.ts";
import { tagClass } from "./word-patterns.ts";

/**
 * How a suffix of `length` characters and the kind given lies in the name's last word, `i`: it is the word, a part of it (村 of
 * 乡村), or longer than it.
 */
export function endClass(words: Words, i: number, length: number, kind: string): string {
  const ofWord = (words.word[i] ?? "").length;
  return `${kind}.${tagClass(words.tag[i] ?? "x")}${ofWord === length ? "w" : ofWord > length ? "p" : "o"}`;
}

/** The class of word `i`, as the first word of a name. */
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

/** Whether a name cannot begin with word `i`, though some names hold it; the dictionary has 继续加强 for one word. */
export function beginsNoName({ word }: Words, i: number): boolean {
  const own = word[i] ?? "";
  return NOT_FIRST.has(own) || (own.length === 4 && NOT_FIRST.has(own.slice(0, 2)));
}

/** Whether a name that ends further right cannot reach leftwards over word `i`: a mark, a function word, a verb of doing, a count. */
export function stopsName(words: Words, i: number, gazetteer: Gazetteer): boolean {
  const word = words.word[i] ?? "";
  const tag = words.tag[i] ?? "x";
  if (gazetteer.kindOf(word) !== undefined) return false;
  if (tag === "w" || PLACE_STOPS.has(word) || /^[pcurydo]/.test(tag)) return true;
  // A measure word counts only after a numeral; the dictionary has 口, 天 and 项 for measure words everywhere.
  if (tag === "q" && words.tag[i - 1] === "m") return true;
  if (/^[0-9０-９]/.test(word) || (tag === "m" && /[个所家支名位条项种次批座届]$/u.test(word))) return true;
  return tag === "v" && (word.length === 1 || ((words.classes[i] ?? 0) & (IS.say | IS.act)) !== 0);
}
