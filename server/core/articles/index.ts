/** Finds the articles of a page and brings each its headline, wherever on the page that stands. */

import type { Layout } from "../layout/types.ts";
import type { Article, Articles } from "./types.ts";

export type * from "./types.ts";

/** Segments the page's blocks into articles and gives every block its role. */
export function findArticles(layout: Layout): Articles {
  const first = layout.blocks[0];
  const last = layout.blocks.at(-1);
  if (!first || !last) return { articles: [], roles: [] };
  const whole: Article = {
    index: 0,
    start: first.start,
    end: last.end,
    blocks: layout.blocks,
    bylines: [],
    detached: [],
  };
  return { articles: [whole], roles: layout.blocks.map(() => "paragraph") };
}
