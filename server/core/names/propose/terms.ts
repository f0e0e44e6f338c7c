/** Finds the terms that a page coins or quotes: catchwords in quotation marks, titles in 《》, congresses, events. */

import type { TextMention } from "../../page/mention.ts";
import { FIXED_TERMS } from "../../tables/terms.ts";
import type { Span } from "../../text/text.ts";
import type { Words } from "../words/words.ts";

const QUOTED = /“([^“”]{1,28})”|《([^《》]{1,30})》/gu;

/** A party congress by its number: 党的二十大. */
const CONGRESS = /党的([一二三四五六七八九十]+)大(?=[^家会力型])/gu;

/** An event, from its year, its number or the region it is for to its kind: 2022青川国际酒业博览会. */
const EVENT =
  /(?:(?:20\d\d年?)(?:第[一二三四五六七八九十百\d]+届)?|第[一二三四五六七八九十百\d]+届|中国|国际|世界)[^，。、；：！？“”‘’《》（）\s的在将是了于与和]{2,18}?(?:博览会|交易会|运动会|艺术节|电影节|文化节|旅游节|论坛|峰会|锦标赛|洽谈会|展览会|马拉松赛|残奥会)/gu;

/**
 * The terms of a text, in order, none overlapping another; quotation marks belong to the span. Speech is left out, and so is
 * a single word of the dictionary in quotation marks, which only stress or irony puts there (“火热”), unless the text
 * explains it (“清”即…).
 */
export function findTerms(words: Words): TextMention[] {
  const { text } = words;
  const terms: TextMention[] = [];
  const stressed: TextMention[] = [];
  for (const { index, 0: whole, 1: quoted, 2: title } of text.matchAll(QUOTED)) {
    const end = index + whole.length;
    const own = term(index, whole, title === undefined ? (quoted ?? "").replace(/[\s\u3000]+/gu, "") : whole);
    if (quoted === undefined || isCoined(words, { start: index, end }, quoted)) terms.push(own);
    else if (quoted.length === 2) stressed.push(own);
  }
  // A word that a coined one is set against is coined too: 从“煤城”变“绿城”.
  terms.push(...stressed.filter((word) => terms.some((other) => areOpposed(word, other, text))));
  for (const { index, 0: whole, 1: number } of text.matchAll(CONGRESS)) {
    terms.push(term(index, whole, `中国共产党第${number}次全国代表大会`));
  }
  for (const { index, 0: whole } of text.matchAll(EVENT)) terms.push(term(index, whole, whole));
  for (const { index, 0: whole } of text.matchAll(FIXED)) terms.push(term(index, whole, whole));
  return outermost(terms);
}

const FIXED = new RegExp(FIXED_TERMS.toSorted((a, b) => b.length - a.length).join("|"), "gu");

/** The terms that no name holds or cuts (a term may hold names), and those that a place makes with 精神 after it. */
export function termsWithNames(
  terms: readonly TextMention[],
  names: readonly (Span & { readonly type: string })[],
  text: string,
): TextMention[] {
  const kept = terms.filter((own) =>
    names.every(
      (name) => name.end <= own.start || name.start >= own.end || (name.start >= own.start && name.end <= own.end),
    ),
  );
  for (const { start, end, type } of names) {
    if (type !== "LOC" || !text.startsWith("精神", end) || kept.some((own) => own.start <= start && own.end > end))
      continue;
    kept.push(term(start, text.slice(start, end + 2), text.slice(start, end + 2)));
  }
  return kept;
}

/** Whether two quoted words of one clause end alike. */
function areOpposed(word: TextMention, other: TextMention, text: string): boolean {
  if (word.entity.length !== other.entity.length || word.entity.at(-1) !== other.entity.at(-1)) return false;
  const between = text.slice(Math.min(word.end, other.end), Math.max(word.start, other.start));
  return between.length <= 4 && !/[，。；！？]/u.test(between);
}

function term(start: number, text: string, entity: string): TextMention {
  return { start, end: start + text.length, type: "TERM", text, entity };
}

/** The terms without those that overlap another which begins before them or, at the same offset, is longer. */
function outermost(terms: readonly TextMention[]): TextMention[] {
  const kept: TextMention[] = [];
  for (const own of [...terms].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (own.start >= (kept.at(-1)?.end ?? 0)) kept.push(own);
  }
  return kept;
}

/** Whether what quotation marks hold is coined or explained; the span is that of the marks. */
function isCoined(words: Words, { start, end }: Span, inner: string): boolean {
  const { text } = words;
  if (/[。！？!?；;：:…]/u.test(inner) || (inner.match(/，/gu)?.length ?? 0) > 1) return false;
  if (isSpeech(text, { start, end }, inner)) return false;
  if (/^(?:即|就是|是指|指的是|，即)/u.test(text.slice(end, end + 4))) return true;
  if (/(?:即|所谓|简称|称为|称之为|被誉为|誉为)$/u.test(text.slice(Math.max(0, start - 4), start))) return true;
  if (inner.length === 1) return /^[\u3400-\u9fff]$/u.test(inner) && text[end] === "是";
  if (/[一二三四五六七八九十两]/u.test(inner)) return true;
  const first = words.at[start + 1] ?? 0;
  const oneWord = words.start[first + 1] === end - 1 && words.start[first] === start + 1;
  return !(oneWord && words.segmented && words.tag[first] !== "x") || inner.length >= 3;
}

/** Speech stands after a colon, or is a sentence before 某某说. */
function isSpeech(text: string, { start, end }: Span, inner: string): boolean {
  if (/[：:]/u.test(text[start - 1] ?? "")) return true;
  return /^[^，。]{0,4}(?:说|道)[。，]?/u.test(text.slice(end, end + 8)) && (inner.length > 14 || inner.includes("，"));
}
