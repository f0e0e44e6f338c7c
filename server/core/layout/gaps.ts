/** What each white-space run inside a block is: a wrap, a typesetter's gap, or a blank that means something. */

import { type Span, WHITE_SPACE } from "../text.ts";
import type { Gap } from "./types.ts";

/**
 * Classifies every white-space run of `span` (a block, page offsets, no white space at its ends). What is returned
 * covers each run once, in order.
 */
export function classifyGaps(page: string, span: Span): Gap[] {
  const gaps: Gap[] = [];
  const text = page.slice(span.start, span.end);
  for (const { index, 0: run } of text.matchAll(new RegExp(`${WHITE_SPACE}+`, "gu"))) {
    const start = span.start + index;
    const wrap = /[\r\n]/.test(run);
    gaps.push({ start, end: start + run.length, cause: wrap ? "wrap" : "kept", joined: wrap ? "" : run });
  }
  return gaps;
}
