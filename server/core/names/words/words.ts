/** The words of a text with their tags and classes, and the way from an offset to its word. */

import type { Segmenter } from "../../page/mention.ts";
import type { Gazetteer } from "../../places/gazetteer.ts";
import { WORDS_NOT_PLACES } from "../../tables/places.ts";
import { classesOf, IS, looksLikeTitle } from "../../tables/word-classes.ts";
import { plainWords } from "./plain-words.ts";
import { splitWord } from "./split-word.ts";
import { withTowns } from "./with-towns.ts";

/** A text cut into words. Word `i` is `text.slice(start[i], start[i + 1])`. */
export interface Words {
  readonly text: string;
  readonly count: number;
  /** Offset where each word starts, and one more: the text's length. */
  readonly start: Int32Array;
  readonly word: readonly string[];
  /** Part of speech, mostly as the dictionary gives it; `w` for marks and blanks, `m` for digits, `e` for Latin, `x` for unknown Han. */
  readonly tag: readonly string[];
  /** Bits of {@link IS}. */
  readonly classes: Int32Array;
  /** The word that holds each offset. */
  readonly at: Int32Array;
  /** The classes of what stands before and after each offset, filled in when first asked for (`propose/surroundings.ts`). */
  readonly leftClasses: (string | undefined)[];
  readonly rightClasses: (string | undefined)[];
  /** Whether a dictionary cut the words; without one, unknown characters are words of their own. */
  readonly segmented: boolean;
}

/**
 * Cuts a text into words, with the segmenter where there is one, else by the recognisers' own tables; counties and towns of
 * the gazetteer stay whole.
 */
export function wordsOf(text: string, segmenter?: Segmenter, gazetteer?: Gazetteer): Words {
  const cut = segmenter?.tag(text);
  const list = cut ? (gazetteer ? withTowns(cut, text, gazetteer) : cut).flatMap(splitWord) : plainWords(text);
  const count = list.length;
  const start = new Int32Array(count + 1);
  const classes = new Int32Array(count);
  const at = new Int32Array(text.length + 1);
  const word: string[] = [];
  const tag: string[] = [];
  let offset = 0;
  for (let i = 0; i < count; i += 1) {
    const { word: own, tag: given } = list[i] ?? { word: "", tag: "x" };
    start[i] = offset;
    word.push(own);
    const kind = tagOf(own, given);
    tag.push(kind);
    classes[i] = classesOf(own) | (looksLikeTitle(own, kind) ? IS.title : 0);
    at.fill(i, offset, offset + own.length);
    offset += own.length;
  }
  start[count] = offset;
  at[text.length] = count;
  const segmented = segmenter !== undefined;
  return { text, count, start, word, tag, classes, at, leftClasses: [], rightClasses: [], segmented };
}

/** Whether the offset is where a word starts, or the end of the text. */
export function isWordEdge(words: Words, offset: number): boolean {
  return words.start[words.at[offset] ?? words.count] === offset;
}

/** Whether a name may begin or end at the offset: between words, or inside a guess, whose ends the dictionary doesn't know. */
export function canBeNameEdge(words: Words, offset: number): boolean {
  return isWordEdge(words, offset) || words.tag[words.at[offset] ?? 0] === "x";
}

/** Whether a character is a blank as lines have them: none of the line breaks. */
export function isBlank(char: string | undefined): boolean {
  return char === " " || char === "\u3000" || char === "\u00a0";
}

/** The tag of a word: of marks, digits and Latin by their characters, else the one given. */
function tagOf(word: string, given: string): string {
  const code = word.charCodeAt(0);
  if (code < 0x80) return code >= 48 && code <= 57 ? "m" : /^[A-Za-z]/.test(word) ? "e" : "w";
  if (code < 0x2e80 || (code >= 0x3000 && code < 0x3400 && code !== 0x3007)) return "w";
  if (code >= 0xff00 && code < 0xfff0) return /^[０-９]/.test(word) ? "m" : /^[Ａ-Ｚａ-ｚ]/.test(word) ? "e" : "w";
  return given === "ns" && WORDS_NOT_PLACES.has(word) ? "v" : given;
}
