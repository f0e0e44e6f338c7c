/** Proposes transliterated names, of persons and of places abroad. */

import { foreignNameOdds, foreignOdds } from "../../tables/name-odds.ts";
import { classesOf, IS, KNOWN_PLACE } from "../../tables/word-classes.ts";
import type { Words } from "../words/words.ts";
import { innerPattern, type Propose, step, surroundings } from "./candidates.ts";

/** Transliterated names: runs of characters that transliterations use, and such runs joined by a dot. */
export function proposeForeign(words: Words, propose: Propose): void {
  const { text } = words;
  for (let start = 0; start < text.length; start += 1) {
    if (foreignOdds(text[start] ?? "", 0) < -2) continue;
    if (start > 0 && isDot(text[start - 1])) continue;
    let sum = 0;
    for (let end = start + 1; end <= Math.min(text.length, start + LONGEST_FOREIGN); end += 1) {
      const char = text[end - 1] ?? "";
      const odds = foreignOdds(char, 1);
      if (odds < -4) break;
      sum += odds;
      if (end - start < 2 || sum < 0) continue;
      proposeForeignSpan(words, start, end, propose);
    }
  }
  for (const { index, 0: dots } of text.matchAll(DOTTED)) proposeDotted(words, index, index + dots.length, propose);
}

/** A name with dots: `first` and `last` are the offsets of its first dot and behind its last one. */
function proposeDotted(words: Words, first: number, last: number, propose: Propose): void {
  const { text } = words;
  for (const start of reach(text, first - 1, -1)) {
    const head = text.slice(start, first);
    for (const at of reach(text, last, 1)) {
      const end = at + 1;
      const tail = text.slice(last, end);
      const right = end < text.length ? foreignOdds(text[end] ?? "", 1) : -10;
      const left = start > 0 ? foreignOdds(text[start - 1] ?? "", 1) : -10;
      propose(start, end, "PER", [
        "p.dotted",
        `p.head=${step(foreignNameOdds(head), 3, -3, 4)}.${Math.min(5, head.length)}`,
        `p.tail=${step(foreignNameOdds(tail), 3, -3, 4)}.${Math.min(5, tail.length)}`,
        `p.more=${step(left, 4, -2, 2)}`,
        `p.moreright=${step(right, 4, -2, 2)}`,
        ...surroundings(words, start, end, "p", "dot"),
      ]);
    }
  }
}

/** Offsets from the dot outwards that a part of a name may reach: transliterating characters, and one that is none (托合提). */
function reach(text: string, from: number, direction: 1 | -1): number[] {
  const offsets: number[] = [];
  let odd = 0;
  for (let at = from; at >= 0 && at < text.length && offsets.length < LONGEST_FOREIGN; at += direction) {
    const char = text[at] ?? "";
    if (!/[\u3400-\u9fffA-Z]/u.test(char) || (at !== from && BESIDE_NAMES.has(char))) break;
    if (at !== from && foreignOdds(char, 1) < -6) odd += 1;
    if (odd > 1) break;
    offsets.push(at);
  }
  return offsets;
}

/** Characters beside names that are in none. */
const BESIDE_NAMES = new Set("的说和与及在是为等也就将曾已从向对被把给让");

/** A transliterated name may be a person's or a place's; a place may have a word for its kind behind it (巴伦西亚港). */
function proposeForeignSpan(words: Words, start: number, end: number, propose: Propose): void {
  const { text } = words;
  if (endsWithPlace(words, start, end)) return;
  const name = text.slice(start, end);
  const known = classesOf(name);
  const left = start > 0 ? foreignOdds(text[start - 1] ?? "", 1) : -10;
  const right = end < text.length ? foreignOdds(text[end] ?? "", 1) : -10;
  const odds = foreignNameOdds(name);
  const fit = step(odds, 3, -1, 3);
  const size = Math.min(6, end - start);
  const inner = innerPattern(words, start, end);
  const features = [
    `foreign=${step(odds, 2, -3, 5)}.${size}`,
    `more=${step(left, 4, -2, 2)}`,
    `moreright=${step(right, 4, -2, 2)}`,
    `more=${step(left, 4, -2, 2)}.${fit}`,
    `moreright=${step(right, 4, -2, 2)}.${fit}`,
    `inner=f${inner}`,
    `fcore=${inner}.${size}.${fit}`,
    `last=${name.at(-1)}`,
  ];
  if (known & (KNOWN_PLACE | IS.org)) features.push("knownother");
  const quality = `f${Math.min(4, size)}${fit}`;
  const of = (kind: string): string[] => features.map((feature) => `${kind}.${feature}`);
  propose(start, end, "PER", [...of("p"), ...surroundings(words, start, end, "p", quality)]);
  if (size < 3 && !(known & KNOWN_PLACE)) return;
  propose(start, end, "LOC", [...of("l"), ...surroundings(words, start, end, "l", quality)]);
  const kind = text[end] ?? "";
  if (!FOREIGN_KINDS.includes(kind) || kind === "") return;
  propose(start, end + 1, "LOC", [
    ...of("k"),
    `k.kind=${kind}`,
    ...surroundings(words, start, end + 1, "l", `k${quality}`),
  ]);
}

/** Kinds of places that follow a transliterated name. */
const FOREIGN_KINDS = "市州省镇城港堡岛湖河山邦郡县";

/** Whether the last word of a span is a place of the dictionary and something stands before it: 美丽|山西. */
function endsWithPlace(words: Words, start: number, end: number): boolean {
  const last = words.at[end - 1] ?? 0;
  const from = words.start[last] ?? 0;
  return from > start && end - from > 1 && words.start[last + 1] === end && words.tag[last] === "ns";
}

function isDot(char: string | undefined): boolean {
  return char !== undefined && "·•・．".includes(char);
}

const LONGEST_FOREIGN = 8;
/** The dots of one name and what stands between them. */
const DOTTED = /[·•・．](?:[\u3400-\u9fffA-Z]{1,8}[·•・．])*/gu;
