/** Which article a place on the page belongs to. */

import { blockAt, type Layout } from "../layout/index.ts";
import { indexAtOffset } from "../text/text.ts";
import type { Article, Articles } from "./types.ts";

/** The article on whose lines the offset stands, blank ones among them included, or whose far heading or byline it is in. */
export function articleAt({ page, blocks, articles }: Layout & Articles, offset: number): Article | undefined {
  const lineOf = (at: number): number => indexAtOffset(page.lines, at);
  const line = lineOf(offset);
  const block = blockAt(blocks, offset);
  return (
    articles.find(({ detached }) => block !== undefined && detached.includes(block)) ??
    articles.find(({ start, end }) => lineOf(start) <= line && line <= lineOf(end))
  );
}
