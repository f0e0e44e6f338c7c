/** The edits that bring the headings of a page home. */

import type { Article } from "../articles/types.ts";
import type { Analysis } from "../page/analysis.ts";
import type { TextEdit } from "../text/text.ts";
import { restoreHeadlines } from "./restore-headlines.ts";
import { difference } from "./whole-page.ts";

export interface Moves {
  readonly edits: readonly TextEdit[];
  /** How many parts of headings go home, and how many stay apart. */
  readonly moved: number;
  readonly left: number;
}

/** The moves for one article or for all of the page. */
export function movesFor(analysis: Analysis, only?: Article): Moves {
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
