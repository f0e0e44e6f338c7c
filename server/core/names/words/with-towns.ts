/** Cuts a text's words anew where the dictionary, which knows few counties and towns, has cut through the name of one. */

import type { Word } from "../../page/mention.ts";
import type { Gazetteer } from "../../places/gazetteer.ts";
import type { Span } from "../../text/text.ts";

/** Names of two characters are ordinary words too often. */
const SHORTEST_NAME = 3;

/**
 * The same words, each county and town of the gazetteer a word of its own: 市新仁|苗族|乡化|屋村 → 市|新仁苗族乡|化屋村. Only
 * words that the dictionary guessed (tag `x`) are cut; what is left of one after a town is one word with the guess after it.
 */
export function withTowns(words: readonly Word[], text: string, gazetteer: Gazetteer): readonly Word[] {
  const towns = townsIn(words, text, gazetteer);
  if (towns.length === 0) return words;
  const result: Word[] = [];
  let at = 0;
  let next = 0;
  /** Whether the last word of the result is what was left of a guess after a town. */
  let endsInRest = false;
  const put = (word: string, tag: string): void => {
    const last = result.at(-1);
    if (endsInRest && tag === "x" && last) result[result.length - 1] = { word: last.word + word, tag };
    else result.push({ word, tag });
    endsInRest = false;
  };
  for (let i = 0; i < words.length; i += 1) {
    const { word, tag } = words[i] as Word;
    while (next < towns.length && (towns[next]?.start ?? 0) < at) next += 1;
    const town = towns[next];
    const end = at + word.length;
    if (!town || town.start >= end || !mayCut(words, i, at, town)) {
      put(word, tag);
      at = end;
      continue;
    }
    if (town.start > at) put(text.slice(at, town.start), tag);
    put(text.slice(town.start, town.end), "ns");
    let last = end;
    while (last < town.end) {
      i += 1;
      last += words[i]?.word.length ?? 1;
    }
    if (last > town.end) {
      result.push({ word: text.slice(town.end, last), tag: "x" });
      endsInRest = true;
    }
    at = last;
  }
  return result;
}

/** Where the names of counties and towns stand, in order, none overlapping another. */
function townsIn(words: readonly Word[], text: string, gazetteer: Gazetteer): Span[] {
  const towns: Span[] = [];
  const put = (start: number, end: number): void => {
    if (end - start >= SHORTEST_NAME && start >= (towns.at(-1)?.end ?? 0)) towns.push({ start, end });
  };
  let at = 0;
  for (const { word, tag } of words) {
    const end = at + word.length;
    for (let start = at; start < end; start += 1) {
      // A county begins with a word, or inside a guess.
      const county = start === at || tag === "x" ? gazetteer.matchAt(text, start) : 0;
      if (county >= SHORTEST_NAME && gazetteer.kindOf(text.slice(start, start + county)) === "full")
        put(start, start + county);
      const town = gazetteer.townBefore(text, start + 1);
      if (town >= 0) put(town, start + 1);
    }
    at = end;
  }
  return towns;
}

/** Whether the ends of the town (word `first` begins at `at`) lie between words, or inside guesses: a word of the dictionary is not cut. */
function mayCut(words: readonly Word[], first: number, at: number, { start, end }: Span): boolean {
  if (start > at && words[first]?.tag !== "x") return false;
  let last = at;
  for (let i = first; i < words.length; i += 1) {
    const { word, tag } = words[i] as Word;
    last += word.length;
    if (last === end) return true;
    if (last > end) return tag === "x";
  }
  return false;
}
