/** Which article a place on the page belongs to. */

import { blockAt, type Layout } from "../layout/index.ts";
import { indexAtOffset } from "../text/text.ts";
import type { Article, Articles } from "./types.ts";

/**
 * The article of an offset of the page: the one whose heading or byline stands there apart from it, else the one whose
 * span holds the line, be it blank. Undefined where there is none.
 */
export function articleAt({ page, blocks, articles }: Layout & Articles, offset: number): Article | undefined {
  const lineOf = (at: number): number => indexAtOffset(page.lines, at);
  const line = lineOf(offset);
  const block = blockAt(blocks, offset);
  return (
    articles.find(({ detached }) => block !== undefined && detached.includes(block)) ??
    articles.find(({ start, end }) => lineOf(start) <= line && line <= lineOf(end))
  );
}
