/** Finds the articles of a page and brings each its headline, wherever on the page that stands. */

import type { Layout } from "../layout/types.ts";
import { buildArticles } from "./build.ts";
import { readPage } from "./read.ts";
import type { Article, Articles, Role } from "./types.ts";
import { WEIGHTS, type Weights } from "./weights.ts";

export type * from "./types.ts";

/** Segments the page's blocks into articles and gives every block its role. */
export function findArticles(layout: Layout, weights: Weights = WEIGHTS): Articles {
  const articles: Article[] = [];
  const roles: Role[] = [];
  for (const read of readPage(layout, weights)) {
    const built = buildArticles(read);
    for (const article of built.articles) articles.push({ ...article, index: articles.length });
    for (const role of built.roles) roles.push(role);
  }
  return { articles, roles };
}
