/** The edits that bring the headings of a page home. */

import type { Article } from "../core/articles/types.ts";
import { restoreHeadlines } from "../core/restore.ts";
import type { TextEdit } from "../core/text.ts";
import type { Asked } from "./feature.ts";
import { difference } from "./whole-fix.ts";

export interface Moves {
  readonly edits: readonly TextEdit[];
  /** Parts of headings that go home, and those that stay apart. */
  readonly moved: number;
  readonly left: number;
}

/** The moves for one article or for all of the page. */
export function movesFor({ analysis }: Pick<Asked, "analysis">, only?: Article): Moves {
  const restored = restoreHeadlines(analysis, (article) => !only || article.index === only.index);
  const apart = (articles: readonly Article[]): number =>
    articles.reduce((sum, { index, detached }) => sum + (only && index !== only.index ? 0 : detached.length), 0);
  const left = apart(restored.analysis.articles);
  const [first, ...others] = restored.steps;
  return {
    edits: others.length > 0 ? [difference(analysis.text, restored.analysis.text)] : (first ?? []),
    moved: apart(analysis.articles) - left,
    left,
  };
}
