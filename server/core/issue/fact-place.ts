/** Where a fact stands on its page: as offsets, for a finding on the page itself, and as a range, for whoever has not its text. */

import { toPageSpans } from "../layout/joined.ts";
import type { Block } from "../layout/types.ts";
import type { Analysis } from "../page/analysis.ts";
import { positionsOf, type Range } from "../text/positions.ts";
import type { Span } from "../text/text.ts";

/** What facts are read from. */
export type FactsSource = Pick<Analysis, "page" | "text" | "blocks" | "texts" | "articles" | "roles">;

export interface FactPlace extends Span {
  readonly range: Range;
}

/** The place of a part of a block's joined text, from its first character to its last; undefined where it is empty. */
export function placeInBlock({ page, text }: FactsSource, block: Block, { start, end }: Span): FactPlace | undefined {
  const spans = toPageSpans(text, block, start, end);
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return undefined;
  const span = { start: first.start, end: last.end };
  return { ...span, range: positionsOf(page).range(span) };
}
