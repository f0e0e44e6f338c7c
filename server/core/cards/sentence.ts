/** Finds the sentence that a mention stands in. */

import type { Span } from "../text/text.ts";
import type { Sentence } from "./types.ts";

/** A sentence of more characters is cut on both sides of the mention. */
const LONGEST = 90;

/** The span of the sentence that holds a span, with its marks and without blanks at its start. */
export function sentenceSpan(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && !/[。！？!?；;\n]/u.test(text[from - 1] ?? "")) from -= 1;
  let to = end;
  while (to < text.length && !/[。！？!?；;\n]/u.test(text[to] ?? "")) to += 1;
  if (/[。！？!?]/u.test(text[to] ?? "")) to += 1;
  while (to < text.length && /[”’』」）]/u.test(text[to] ?? "")) to += 1;
  while (from < start && /[\s\u3000”’』」）]/u.test(text[from] ?? "")) from += 1;
  return { start: from, end: to };
}

/** The sentence that holds a span, cut round it where it is long; undefined for an empty text. */
export function sentenceAt(text: string, span: Span): Sentence | undefined {
  const { start, end } = span;
  const { start: from, end: to } = sentenceSpan(text, span);
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
