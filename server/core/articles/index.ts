/** Finds the articles of a page and brings each its headline, wherever on the page that stands. */

import type { Layout } from "../layout/types.ts";
import { build } from "./build.ts";
import { modelOf } from "./page.ts";
import { solve } from "./search.ts";
import type { Articles } from "./types.ts";
import { WEIGHTS, type Weights } from "./weights.ts";

export type * from "./types.ts";

/** Segments the page's blocks into articles and gives every block its role. */
export function findArticles(layout: Layout, weights: Weights = WEIGHTS): Articles {
  const model = modelOf(layout.blocks, weights);
  return build(layout, model, solve(model, weights));
}
