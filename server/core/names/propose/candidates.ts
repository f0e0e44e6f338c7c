/** Candidates for a mention: a span that may name something, and what speaks for and against it. */

import type { EntityType } from "../../page/mention.ts";
import { BEFORE_PERSONS, BEFORE_PLACES } from "../../tables/verbs.ts";
import { IS, KNOWN_PLACE, PLACE_SUFFIX } from "../../tables/word-classes.ts";
import { isLooseEdge, type Words } from "../words/words.ts";

/** A span that may be a mention. Its score is the sum of the weights of its features. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  readonly features: string[];
}

/** Where candidates go; equal spans of one type keep the features of all who proposed them. */
export type Propose = (start: number, end: number, type: EntityType, features: readonly string[]) => void;

/** Proposes a name of one type; `quality` says what the span is by itself, to be seen together with what surrounds it. */
export type Put = (start: number, end: number, quality: string, features: readonly string[]) => void;

/** What stands before the offset, as one class. */
export function leftClass(words: Words, offset: number): string {
  words.left[offset] ??= classBefore(words, offset);
  return words.left[offset] ?? "";
}

/** What stands behind the offset, as one class. */
export function rightClass(words: Words, offset: number): string {
  words.right[offset] ??= classBehind(words, offset);
  return words.right[offset] ?? "";
}

function classBefore(words: Words, offset: number): string {
  let end = offset;
  if (end > 0 && isBlank(words.text[end - 1])) {
    end -= 1;
    const i = words.at[Math.max(0, end - 1)] ?? 0;
    if (end > 0 && (words.classes[i] ?? 0) & IS.byline) return "byline";
    if (end > 0 && words.tag[i] === "x") return "name";
    return "blank";
  }
  if (end <= 0) return "bos";
  const i = words.at[end - 1] ?? 0;
  const tag = words.tag[i] ?? "x";
  const char = words.text[end - 1] ?? "";
  if (tag === "w") return BYLINE_COLONS.has(char) && isByline(words, end - 1) ? "byline" : markClass(char);
  const classes = words.classes[i] ?? 0;
  const whole = words.start[i + 1] === end;
  if (!whole) return "inside";
  if (classes & IS.byline) return "byline";
  if (classes & IS.title) return "title";
  if (classes & IS.kin) return "kin";
  if (classes & IS.say) return "say";
  if (BEFORE_PLACES.has(words.word[i] ?? "")) return "to";
  if (classes & IS.org || tag === "nt") return "org";
  if (classes & KNOWN_PLACE || tag === "ns") return "place";
  if (classes & IS.orgSuffix) return "orgsuffix";
  if (classes & IS.seat) return "seat";
  if (classes & PLACE_SUFFIX) return "placesuffix";
  if (BEFORE_PERSONS.has(words.word[i] ?? "")) return "pverb";
  return tagClass(tag);
}

const BYLINE_COLONS = new Set("：:");

/** Whether a word of a byline ends at the offset: 责任编辑 before its colon. */
function isByline(words: Words, end: number): boolean {
  const i = words.at[Math.max(0, end - 1)] ?? 0;
  return end > 0 && words.start[i + 1] === end && ((words.classes[i] ?? 0) & IS.byline) !== 0;
}

function classBehind(words: Words, offset: number): string {
  if (offset >= words.text.length) return "eos";
  const char = words.text[offset] ?? "";
  const i = words.at[offset] ?? 0;
  const tag = words.tag[i] ?? "x";
  if (isBlank(char)) {
    const next = words.at[Math.min(words.text.length, offset + 1)] ?? 0;
    if ((words.classes[next] ?? 0) & (IS.bylineAfter | IS.byline)) return "bylineafter";
    return "blank";
  }
  if (tag === "w") return markClass(char);
  if (words.start[i] !== offset) return "inside";
  const classes = words.classes[i] ?? 0;
  if (classes & IS.address) return "address";
  if (classes & IS.title) return "title";
  if (classes & IS.say) return "say";
  if (classes & IS.act) return `act${tagClass(tag)}`;
  if (classes & IS.org || tag === "nt") return "org";
  if (classes & KNOWN_PLACE || tag === "ns") return "place";
  if (classes & IS.orgSuffix) return "orgsuffix";
  if (classes & PLACE_SUFFIX) return "placesuffix";
  return tagClass(tag);
}

/**
 * What surrounds a span, as features for candidates of a kind (`p`, `l`, `o`): the classes on both sides, and how the ends
 * lie on the words, together with `quality`, how good the span is by itself.
 */
export function surroundings(words: Words, start: number, end: number, kind: string, quality: string): string[] {
  return [
    `${kind}.l=${leftClass(words, start)}`,
    `${kind}.r=${rightClass(words, end)}`,
    `${kind}.edges=${edges(words, start, end)}.${quality}`,
  ];
}

/** The tags of the words a span covers, up to five of them. */
export function tagPattern(words: Words, start: number, end: number): string {
  const first = words.at[start] ?? 0;
  const last = words.at[end - 1] ?? first;
  let pattern = last - first > 4 ? `${last - first + 1}+` : "";
  for (let i = Math.max(first, last - 4); i <= last; i += 1)
    pattern += `${pattern ? " " : ""}${tagClass(words.tag[i] ?? "x")}`;
  return pattern;
}

/** How a span lies on the words: one word (with its tag), or what its parts are. */
export function innerPattern(words: Words, start: number, end: number): string {
  const first = words.at[start] ?? 0;
  const last = words.at[end - 1] ?? first;
  const from = words.start[first] ?? 0;
  const to = words.start[last + 1] ?? 0;
  if (first === last) {
    const whole = from === start && to === end;
    return `${whole ? "1" : "in"}${tagClass(words.tag[first] ?? "x")}`;
  }
  if (last - first + 1 > 3) return "many";
  let pattern = "";
  for (let i = first; i <= last; i += 1) {
    const length = (words.start[i + 1] ?? 0) - (words.start[i] ?? 0);
    pattern += `${tagClass(words.tag[i] ?? "x")}${Math.min(3, length)}`;
  }
  return pattern;
}

/** How the ends of a span lie on the words: `ok`, or which end cuts a known word. */
export function edges(words: Words, start: number, end: number): string {
  const left = isLooseEdge(words, start);
  const right = isLooseEdge(words, end);
  return left ? (right ? "ok" : "cutend") : right ? "cutstart" : "cutboth";
}

/** Tags that make one class; every other tag is its first letter. */
export function tagClass(tag: string): string {
  if (tag.startsWith("nr")) return "nr";
  if (tag === "ns" || tag === "nt" || tag === "nz") return tag;
  return tag[0] ?? "x";
}

export function isBlank(char: string | undefined): boolean {
  return char === " " || char === "\u3000" || char === "\u00a0";
}

/** The value in a few steps: for features of numbers. */
export function step(value: number, size: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, Math.round(value / size)));
}

function markClass(char: string): string {
  if (char === "、") return "list";
  if (char === "·" || char === "•" || char === "・") return "dot";
  if ("“‘（(《〈『「[【".includes(char)) return `open${char === "（" || char === "(" ? "p" : char === "《" ? "b" : ""}`;
  if ("”’）)》〉』」]】".includes(char))
    return `close${char === "）" || char === ")" ? "p" : char === "》" ? "b" : ""}`;
  if ("：:".includes(char)) return "colon";
  if ("，,".includes(char)) return "comma";
  if ("。！？!?；;".includes(char)) return "stop";
  if ("—–-―".includes(char)) return "dash";
  return "mark";
}
