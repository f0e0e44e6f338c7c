/** The words of a text with their tags and classes, and the way from an offset to its word. */

import { classesOf, IS, KNOWN_PLACE, knownAt, looksLikeTitle } from "./lexicon.ts";
import type { Segmenter } from "./types.ts";

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

/** Cuts a text into words, with the segmenter where there is one, else by the recognisers' own tables. */
export function wordsOf(text: string, segmenter?: Segmenter): Words {
  const list: { word: string; tag: string }[] = segmenter ? segmenter.tag(text) : plainWords(text);
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

function tagOf(word: string, tag: string): string {
  const code = word.charCodeAt(0);
  if (code < 0x80) return code >= 48 && code <= 57 ? "m" : /^[A-Za-z]/.test(word) ? "e" : "w";
  if (code < 0x2e80 || (code >= 0x3000 && code < 0x3400 && code !== 0x3007)) return "w";
  if (code >= 0xff00 && code < 0xfff0) return /^[０-９]/.test(word) ? "m" : /^[Ａ-Ｚａ-ｚ]/.test(word) ? "e" : "w";
  return tag;
}

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
      if (FUNCTION.has(text[i] ?? "")) tag = "u";
    }
    words.push({ word: text.slice(i, i + length), tag });
    i += length;
  }
  return words;
}

/** The longest title or verb of the tables. */
const LONGEST_WORD = 8;

const FUNCTION = new Set(
  "的了在是和与及或对向由把被从为以将也都又就还不很更最这那其之所等着过于而且但并给让使到来去上下中内外前后里间说要会能可以有没我你他她它们个各每",
);
