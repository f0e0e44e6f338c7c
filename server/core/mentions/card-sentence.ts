/** Cuts the sentence out of a text that a mention stands in. */

import type { Span } from "../text.ts";
import type { Sentence } from "./card.ts";

/** A longer sentence is cut at both sides of the mention, in characters. */
const LONGEST = 90;

/** The sentence that holds the span, its marks included, blanks at its ends left out; undefined for an empty text. */
export function sentenceAt(text: string, { start, end }: Span): Sentence | undefined {
  let from = start;
  while (from > 0 && !/[。！？!?；;\n]/u.test(text[from - 1] ?? "")) from -= 1;
  let to = end;
  while (to < text.length && !/[。！？!?；;\n]/u.test(text[to] ?? "")) to += 1;
  if (/[。！？!?]/u.test(text[to] ?? "")) to += 1;
  while (to < text.length && /[”’』」）]/u.test(text[to] ?? "")) to += 1;
  while (from < start && /[\s\u3000”’』」）]/u.test(text[from] ?? "")) from += 1;
  if (from >= to) return undefined;
  const room = Math.max(10, Math.floor((LONGEST - (end - start)) / 2));
  const cutLeft = to - from > LONGEST && start - from > room;
  const cutRight = to - from > LONGEST && to - end > room;
  const left = cutLeft ? start - room : from;
  const right = cutRight ? end + room : to;
  const shown = `${cutLeft ? "…" : ""}${text.slice(left, right)}${cutRight ? "…" : ""}`;
  const offset = start - left + (cutLeft ? 1 : 0);
  return { text: shown, start: offset, end: offset + (end - start) };
}
