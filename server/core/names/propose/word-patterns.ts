/** How a span of the text lies on its words, as short patterns of their tags. */

import { canBeNameEdge, type Words } from "../words/words.ts";

/** The tags of the words a span covers: of more than five their number and the last five. */
export function tagPattern(words: Words, start: number, end: number): string {
  const first = words.at[start] ?? 0;
  const last = words.at[end - 1] ?? first;
  let pattern = last - first > 4 ? `${last - first + 1}+` : "";
  for (let i = Math.max(first, last - 4); i <= last; i += 1)
    pattern += `${pattern ? " " : ""}${tagClass(words.tag[i] ?? "x")}`;
  return pattern;
}

/** `1` or `in` and the tag where a span is one word or lies in one; the tags and lengths of two or three; `many`. */
export function innerPattern(words: Words, start: number, end: number): string {
  const first = words.at[start] ?? 0;
  const last = words.at[end - 1] ?? first;
  if (first === last) return oneWordPattern(words, start, end);
  if (last - first + 1 > 3) return "many";
  let pattern = "";
  for (let i = first; i <= last; i += 1) {
    const length = (words.start[i + 1] ?? 0) - (words.start[i] ?? 0);
    pattern += `${tagClass(words.tag[i] ?? "x")}${Math.min(3, length)}`;
  }
  return pattern;
}

/** The same without lengths: `1` or `in` and the tag, the tags of two words, `many`. */
export function plainInnerPattern(words: Words, start: number, end: number): string {
  const first = words.at[start] ?? 0;
  const last = words.at[end - 1] ?? first;
  if (first === last) return oneWordPattern(words, start, end);
  return last - first === 1 ? `${tagClass(words.tag[first] ?? "x")}+${tagClass(words.tag[last] ?? "x")}` : "many";
}

/** How the ends of a span lie on the words: `ok`, or which end cuts a known word. */
export function edgePattern(words: Words, start: number, end: number): string {
  const left = canBeNameEdge(words, start);
  const right = canBeNameEdge(words, end);
  return left ? (right ? "ok" : "cutend") : right ? "cutstart" : "cutboth";
}

/** The class of a tag: `nr` for all kinds of persons' names, `ns`, `nt`, `nz`; every other tag is its first letter. */
export function tagClass(tag: string): string {
  if (tag.startsWith("nr")) return "nr";
  if (tag === "ns" || tag === "nt" || tag === "nz") return tag;
  return tag[0] ?? "x";
}

/** A number in steps of `size`, rounded: no fewer than `low` steps and no more than `high`. */
export function stepOf(value: number, size: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, Math.round(value / size)));
}

/** For a span inside one word: whether it is all of it, and the word's tag. */
function oneWordPattern(words: Words, start: number, end: number): string {
  const i = words.at[start] ?? 0;
  const whole = words.start[i] === start && words.start[i + 1] === end;
  return `${whole ? "1" : "in"}${tagClass(words.tag[i] ?? "x")}`;
}
