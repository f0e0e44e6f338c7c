/** Finds the terms a page coins or quotes: catchwords in quotation marks, and titles in 《》. */

import type { Scored } from "./decode.ts";
import type { TextMention } from "./types.ts";
import type { Words } from "./words.ts";

const QUOTED = /“([^“”]{1,28})”|《([^《》]{1,30})》/gu;

/**
 * Terms of a text, marks included in the span. A single word of the dictionary in quotation marks (“火热”) is only used
 * with irony or stress and is left out, unless the text explains it (“清”即…); so is speech.
 */
export function findTerms(words: Words): TextMention[] {
  const { text } = words;
  const terms: TextMention[] = [];
  for (const { index, 0: whole, 1: quoted, 2: title } of text.matchAll(QUOTED)) {
    const end = index + whole.length;
    const inner = quoted ?? title ?? "";
    if (quoted !== undefined && !isTerm(words, index, end, inner)) continue;
    terms.push({
      start: index,
      end,
      type: "TERM",
      text: whole,
      entity: title === undefined ? inner.replace(/[\s\u3000]+/gu, "") : whole,
    });
  }
  return terms;
}

/** Terms that other terms or names overlap but don't hold are left out; a term may hold names. */
export function besideNames(
  terms: readonly TextMention[],
  names: readonly Pick<Scored, "start" | "end">[],
): TextMention[] {
  return terms.filter((term) =>
    names.every(
      (name) => name.end <= term.start || name.start >= term.end || (name.start >= term.start && name.end <= term.end),
    ),
  );
}

function isTerm(words: Words, start: number, end: number, inner: string): boolean {
  const { text } = words;
  if (/[。！？!?；;：:…]/u.test(inner) || (inner.match(/，/gu)?.length ?? 0) > 1) return false;
  // Speech: a colon or a verb of speech with a comma before it, a full sentence after.
  if (
    /[：:]$/u.test(text.slice(0, start)) ||
    (/^[^，。]{0,6}(?:说|道)[。，]?/u.test(text.slice(end)) && inner.length > 8)
  )
    return false;
  if (
    /^(?:即|就是|是指|指的是|，即)/u.test(text.slice(end)) ||
    /(?:即|所谓|简称|称为|称之为|被誉为|誉为)$/u.test(text.slice(0, start))
  )
    return true;
  if (inner.length === 1) return /^[\u3400-\u9fff]$/u.test(inner) && /^(?:是|即)/u.test(text.slice(end));
  if (/[一二三四五六七八九十两]/u.test(inner) && inner.length >= 3) return true;
  const first = words.at[start + 1] ?? 0;
  const oneWord = words.start[first + 1] === end - 1 && words.start[first] === start + 1;
  return !(oneWord && words.segmented && words.tag[first] !== "x") || inner.length >= 4;
}
