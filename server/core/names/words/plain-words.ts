/** Cuts a text into words where there is no dictionary. */

import type { Word } from "../../page/mention.ts";
import { FUNCTION_CHARACTERS } from "../../tables/function-words.ts";
import { classesOf, IS, KNOWN_PLACE, knownAt } from "../../tables/word-classes.ts";

/** The words of the recognisers' own tables, the longest first; every other Han character is a word by itself. */
export function plainWords(text: string): Word[] {
  const words: Word[] = [];
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
