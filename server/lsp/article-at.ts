/** Which article a place on the page belongs to. */

import type { Analysis } from "../core/analyze.ts";
import type { Article } from "../core/articles/types.ts";
import { blockAt } from "../core/layout/index.ts";
import { indexAtOffset } from "../core/text.ts";

/** The article on whose lines the offset stands, blank ones among them included, or whose far heading or byline it is in. */
export function articleAt({ page, blocks, articles }: Analysis, offset: number): Article | undefined {
  const lineOf = (at: number): number => indexAtOffset(page.lines, at);
  const line = lineOf(offset);
  const block = blockAt(blocks, offset);
  return (
    articles.find(({ detached }) => block !== undefined && detached.includes(block)) ??
    articles.find(({ start, end }) => lineOf(start) <= line && line <= lineOf(end))
  );
}
