/** The words of a text with their tags and classes, and the way from an offset to its word. */

import type { Segmenter, Word } from "../../page/mention.ts";
import type { Gazetteer } from "../../places/gazetteer.ts";
import { FUNCTION_CHARACTERS } from "../../tables/function-words.ts";
import { WORDS_NOT_PLACES } from "../../tables/places.ts";
import { classesOf, IS, KNOWN_PLACE, knownAt, looksLikeTitle } from "../../tables/word-classes.ts";
import { withTowns } from "./correct-words.ts";

/** A text cut into words. Word `i` is `text.slice(start[i], start[i + 1])`. */
export interface Words {
  readonly text: string;
  readonly count: number;
  /** Offset where each word starts, and one more: the text's length. */
  readonly start: Int32Array;
  readonly word: readonly string[];
  /** Part of speech, first as the dictionary gives it; `w` for marks and blanks, `m` for digits, `e` for Latin, `x` for unknown Han. */
  readonly tag: readonly string[];
  /** Bits of {@link IS}. */
  readonly classes: Int32Array;
  /** The word that holds each offset. */
  readonly at: Int32Array;
  /** What stands before and behind each offset, filled in when first asked for (see candidates.ts). */
  readonly left: (string | undefined)[];
  readonly right: (string | undefined)[];
  /** Whether a dictionary cut the words; without one, unknown characters are words of their own. */
  readonly segmented: boolean;
}

/**
 * Cuts a text into words, with the segmenter where there is one, else by the recognisers' own tables; towns of the
 * gazetteer stay whole.
 */
export function wordsOf(text: string, segmenter?: Segmenter, gazetteer?: Gazetteer): Words {
  const cut = segmenter?.tag(text);
  const list = cut ? (gazetteer ? withTowns(cut, text, gazetteer) : cut).flatMap(unglued) : plainWords(text);
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
  return { text, count, start, word, tag, classes, at, left: [], right: [], segmented: segmenter !== undefined };
}

/** Whether the offset is where a word starts, or the end of the text. */
export function isEdge(words: Words, offset: number): boolean {
  return words.start[words.at[offset] ?? words.count] === offset;
}

/** Whether a name may begin or end at the offset: between words, or inside a guess, whose ends the dictionary doesn't know. */
export function isLooseEdge(words: Words, offset: number): boolean {
  return isEdge(words, offset) || words.tag[words.at[offset] ?? 0] === "x";
}

function tagOf(word: string, tag: string): string {
  const code = word.charCodeAt(0);
  if (code < 0x80) return code >= 48 && code <= 57 ? "m" : /^[A-Za-z]/.test(word) ? "e" : "w";
  if (code < 0x2e80 || (code >= 0x3000 && code < 0x3400 && code !== 0x3007)) return "w";
  if (code >= 0xff00 && code < 0xfff0) return /^[０-９]/.test(word) ? "m" : /^[Ａ-Ｚａ-ｚ]/.test(word) ? "e" : "w";
  return tag === "ns" && WORDS_NOT_PLACES.has(word) ? "v" : tag;
}

/**
 * The dictionary guesses words of characters it doesn't know, and ties a function word to the name beside it (使耿|志军,
 * 建|明说): such a guess gives its function word back. A body with its head (局局长) is two words.
 */
function unglued(given: Word): Word[] {
  const { word, tag } = given;
  const [, body, chief] = (word.endsWith("长") && BODY_AND_HEAD.exec(word)) || [];
  if (body && chief)
    return [
      { word: body, tag: "n" },
      { word: chief, tag: "n" },
    ];
  if (tag !== "x") return [given];
  const heads: Word[] = [];
  const tails: Word[] = [];
  let start = 0;
  let end = word.length;
  for (; end - start > 1; start += 1) {
    const head = HEADS.get(word[start] ?? "");
    if (!head) break;
    heads.push({ word: word.slice(start, start + 1), tag: head });
  }
  for (; end - start > 1; end -= 1) {
    const tail = TAILS.get(word[end - 1] ?? "");
    if (!tail) break;
    tails.push({ word: word.slice(end - 1, end), tag: tail });
  }
  return [...heads, { word: word.slice(start, end), tag }, ...tails.reverse()];
}

/** A body and its head that the dictionary has as one word: 局|局长, 大学|校长. */
const BODY_AND_HEAD = /^(.*[学院局厅部处署台馆站所])(副?[校院局厅部处署台馆站所]长)$/u;

function tagged(list: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(list).flatMap(([tag, chars]) => [...chars].map((char) => [char, tag] as const)));
}

/** Function words of one character before a name, by their tag; those that are surnames too (于, 曾, 向) stay. */
const HEADS = tagged({
  v: "使让叫请是有到来去说",
  p: "给把被对由从跟在至比据以因",
  c: "与但而及或且",
  d: "却又也还都已就才不最更",
  u: "的得了",
});
/** Function words of one character behind one. */
const TAILS = tagged({ v: "说是有", p: "在把被对向从至由以", c: "和与", d: "也还都又将曾已就便则", u: "的了等着过" });

/** Words without a dictionary: those of the tables, the longest first, and every other Han character by itself. */
function plainWords(text: string): { word: string; tag: string }[] {
  const words: { word: string; tag: string }[] = [];
  for (let i = 0; i < text.length; ) {
    const run = /^(?:[0-9０-９]+|[A-Za-zＡ-Ｚａ-ｚ]+)/.exec(text.slice(i, i + 40))?.[0].length ?? 0;
    const known = run || knownAt(text, i, KNOWN_PLACE | IS.org);
    let length = Math.max(1, known);
    let tag = known ? "n" : "x";
    for (let size = Math.min(LONGEST_WORD, text.length - i); size > length; size -= 1) {
      const classes = classesOf(text.slice(i, i + size));
      if (!classes) continue;
      length = size;
      tag = classes & (IS.say | IS.act) ? "v" : "n";
    }
    if (length === 1) {
      const code = text.codePointAt(i) ?? 0;
      if (code > 0xffff) length = 2;
      if (FUNCTION_CHARACTERS.has(text[i] ?? "")) tag = "u";
    }
    words.push({ word: text.slice(i, i + length), tag });
    i += length;
  }
  return words;
}

/** The longest title or verb of the tables. */
const LONGEST_WORD = 8;
