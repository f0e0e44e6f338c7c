/** What stands before and after a span of the text, each as one class of a few dozen: a byline, a title, a verb, a mark. */

import { BEFORE_PERSONS, BEFORE_PLACES } from "../../tables/verbs.ts";
import { IS, KNOWN_PLACE, PLACE_SUFFIX } from "../../tables/word-classes.ts";
import { isBlank, type Words } from "../words/words.ts";
import { tagClass } from "./word-patterns.ts";

/** What stands before the offset, as one class. */
export function leftClass(words: Words, offset: number): string {
  words.leftClasses[offset] ??= classBefore(words, offset);
  return words.leftClasses[offset] ?? "";
}

/** What stands after the offset, as one class. */
export function rightClass(words: Words, offset: number): string {
  words.rightClasses[offset] ??= classAfter(words, offset);
  return words.rightClasses[offset] ?? "";
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
  if (tag === "w") return COLONS.has(char) && endsByline(words, end - 1) ? "byline" : markClass(char);
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

const COLONS = new Set("：:");

/** Whether a word that goes with the names of writers ends at the offset: 责任编辑 before its colon. */
function endsByline(words: Words, end: number): boolean {
  const i = words.at[Math.max(0, end - 1)] ?? 0;
  return end > 0 && words.start[i + 1] === end && ((words.classes[i] ?? 0) & IS.byline) !== 0;
}

function classAfter(words: Words, offset: number): string {
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

/** The class of a mark. */
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
