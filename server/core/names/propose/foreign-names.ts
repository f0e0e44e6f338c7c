/** Proposes transliterated names of persons and of places abroad. */

import { foreignNameOdds, foreignOdds } from "../../tables/name-odds.ts";
import { classesOf, IS, KNOWN_PLACE } from "../../tables/word-classes.ts";
import type { Span } from "../../text/text.ts";
import type { Words } from "../words/words.ts";
import { type Propose, type ProposeSpan, proposerOf } from "./candidates.ts";
import { innerPattern, stepOf } from "./word-patterns.ts";

/** Proposes runs of characters that transliterations use, and such runs joined by dots. */
export function proposeForeign(words: Words, propose: Propose): void {
  const { text } = words;
  const person = proposerOf(words, "PER", propose);
  const place = proposerOf(words, "LOC", propose);
  const known: KnownFeatures = new Map();
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
      proposeForeignSpan(words, { start, end }, { person, place, known });
    }
  }
  for (const { index, 0: run } of text.matchAll(DOTTED)) {
    const dots = { start: index, end: index + run.length };
    if (!areOrdinaryWords(words, dots)) proposeDotted(text, dots, person);
  }
}

/**
 * Names with dots: `dots` is the span from the first dot to the last one, `isPart` whether a span may be the first or last
 * part of the name.
 */
export function proposeDotted(
  text: string,
  dots: Span,
  person: ProposeSpan,
  isPart: (part: Span) => boolean = () => true,
): void {
  for (const start of offsetsOfPart(text, dots.start - 1, -1)) {
    const head = text.slice(start, dots.start);
    if (!isPart({ start, end: dots.start })) continue;
    for (const at of offsetsOfPart(text, dots.end, 1)) {
      const end = at + 1;
      if (!isPart({ start: dots.end, end })) continue;
      const tail = text.slice(dots.end, end);
      const right = end < text.length ? foreignOdds(text[end] ?? "", 1) : -10;
      const left = start > 0 ? foreignOdds(text[start - 1] ?? "", 1) : -10;
      person(start, end, "dot", [
        "p.dotted",
        `p.head=${stepOf(foreignNameOdds(head), 3, -3, 4)}.${Math.min(5, head.length)}`,
        `p.tail=${stepOf(foreignNameOdds(tail), 3, -3, 4)}.${Math.min(5, tail.length)}`,
        `p.more=${stepOf(left, 4, -2, 2)}`,
        `p.moreright=${stepOf(right, 4, -2, 2)}`,
      ]);
    }
  }
}

/**
 * The offsets of the characters that may belong to a part of a name, from beside a dot outwards: characters that
 * transliterations use, and one among them that they don't (托合提).
 */
function offsetsOfPart(text: string, from: number, direction: 1 | -1): number[] {
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

/** Characters that stand beside names and in none. */
export const BESIDE_NAMES = new Set("的说和与及在是为等也就将曾已从向对被把给让");

/**
 * By what they are made from: the features of a name as a person's, a place's, and a place's with its kind. Where one
 * transliteration follows another nearly every span is proposed, and most of them have the features of one before.
 */
type KnownFeatures = Map<string, Readonly<Record<"p" | "l" | "k", readonly string[]>>>;

interface Proposers {
  readonly person: ProposeSpan;
  readonly place: ProposeSpan;
  readonly known: KnownFeatures;
}

/** A transliterated name may be a person's or a place's; a word for its kind may follow a place's (巴伦西亚港). */
function proposeForeignSpan(words: Words, { start, end }: Span, { person, place, known }: Proposers): void {
  const { text } = words;
  if (endsWithKnownPlace(words, start, end)) return;
  const name = text.slice(start, end);
  const classes = classesOf(name);
  const left = stepOf(start > 0 ? foreignOdds(text[start - 1] ?? "", 1) : -10, 4, -2, 2);
  const right = stepOf(end < text.length ? foreignOdds(text[end] ?? "", 1) : -10, 4, -2, 2);
  const odds = foreignNameOdds(name);
  const fit = stepOf(odds, 3, -1, 3);
  const size = Math.min(6, end - start);
  const inner = innerPattern(words, start, end);
  const foreign = stepOf(odds, 2, -3, 5);
  const last = name.at(-1) ?? "";
  const other = (classes & (KNOWN_PLACE | IS.org)) !== 0;
  const key = `${foreign} ${size} ${left} ${right} ${fit} ${inner} ${last} ${other}`;
  let features = known.get(key);
  if (!features) {
    const own = [
      `foreign=${foreign}.${size}`,
      `more=${left}`,
      `moreright=${right}`,
      `more=${left}.${fit}`,
      `moreright=${right}.${fit}`,
      `inner=f${inner}`,
      `fcore=${inner}.${size}.${fit}`,
      `last=${last}`,
      ...(other ? ["knownother"] : []),
    ];
    const prefixed = (prefix: string): string[] => own.map((feature) => `${prefix}.${feature}`);
    features = { p: prefixed("p"), l: prefixed("l"), k: prefixed("k") };
    known.set(key, features);
  }
  const quality = `f${Math.min(4, size)}${fit}`;
  person(start, end, quality, features.p);
  if (size < 3 && !(classes & KNOWN_PLACE)) return;
  place(start, end, quality, features.l);
  const kind = text[end] ?? "";
  if (!FOREIGN_KINDS.includes(kind) || kind === "") return;
  place(start, end + 1, `k${quality}`, [...features.k, `k.kind=${kind}`]);
}

/** Whether dots stand between two words of the dictionary that name nothing: 要闻·综合 is a section of the paper. */
function areOrdinaryWords({ at, tag }: Words, dots: Span): boolean {
  const isOrdinary = (offset: number): boolean => /^(?:n|v|vn|a|an|d|t|b|i|l)$/.test(tag[at[offset] ?? 0] ?? "x");
  return dots.start > 0 && isOrdinary(dots.start - 1) && isOrdinary(dots.end);
}

/** Kinds of places that follow a transliterated name. */
const FOREIGN_KINDS = "市州省镇城港堡岛湖河山邦郡县";

/** Whether the last word of a span is a place of the dictionary, with something before it: 美丽|山西. */
function endsWithKnownPlace(words: Words, start: number, end: number): boolean {
  const last = words.at[end - 1] ?? 0;
  const from = words.start[last] ?? 0;
  return from > start && end - from > 1 && words.start[last + 1] === end && words.tag[last] === "ns";
}

function isDot(char: string | undefined): boolean {
  return char !== undefined && "·•・．".includes(char);
}

const LONGEST_FOREIGN = 8;
/** The dots of one name and what stands between them. */
export const DOTTED = /[·•・．](?:[\u3400-\u9fffA-Z]{1,8}[·•・．])*/gu;
