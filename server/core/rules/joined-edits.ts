/** Edits of the page that change a stretch of a block's joined text. */

import { toPageSpans } from "../layout/joined.ts";
import type { Block } from "../layout/types.ts";
import type { Analysis } from "../page/analysis.ts";
import type { Span, TextEdit } from "../text/text.ts";

/** The edits that put a text in the place of `[start, end)` of the joined text; what a line end cuts is one edit a line. */
export function joinedEdits({ text }: Analysis, block: Block, { start, end }: Span, newText: string): TextEdit[] {
  return toPageSpans(text, block, start, end).map((span, i) => ({ ...span, newText: i === 0 ? newText : "" }));
}

/** From the first to the last place on the page where `[start, end)` of the joined text stands. */
export function pageSpan({ text }: Analysis, block: Block, { start, end }: Span): Span {
  const spans = toPageSpans(text, block, start, end);
  return { start: spans[0]?.start ?? block.start, end: spans.at(-1)?.end ?? block.end };
}
