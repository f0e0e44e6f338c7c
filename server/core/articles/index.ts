/** Finds the articles of a page and brings each its headline, wherever on the page that stands. */

import type { Layout } from "../layout/types.ts";
import { build } from "./build.ts";
import { cuesOf, kindOf } from "./classify.ts";
import { windowsOf } from "./divide.ts";
import { modelOf } from "./page-model.ts";
import { solve } from "./search.ts";
import type { Article, Articles, Role } from "./types.ts";
import { WEIGHTS, type Weights } from "./weights.ts";

export type * from "./types.ts";

/** Segments the page's blocks into articles and gives every block its role. */
export function findArticles({ blocks }: Layout, weights: Weights = WEIGHTS): Articles {
  const kinds = blocks.map(kindOf);
  const articles: Article[] = [];
  const roles: Role[] = [];
  const { windows, brief } = windowsOf(kinds, (b) => opens(blocks[b]));
  for (const [start, end] of windows) {
    const own = blocks.slice(start, end);
    const model = modelOf(own, kinds.slice(start, end), weights);
    const found = build(own, model, solve(model, weights, brief));
    for (const article of found.articles) articles.push({ ...article, index: articles.length });
    for (const role of found.roles) roles.push(role);
  }
  return { articles, roles };
}

function opens(block: Layout["blocks"][number] | undefined): boolean {
  return block !== undefined && cuesOf(block).lead;
}
