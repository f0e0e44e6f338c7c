/** `textDocument/foldingRange`: each article and each paragraph folds. */

import type { FoldingRange, FoldingRangeParams } from "vscode-languageserver";
import type { Asked, Feature } from "../feature.ts";
import { FoldingRangeKind } from "../library.ts";

export const folding: Feature<FoldingRangeParams, FoldingRange[] | null> = {
  method: "textDocument/foldingRange",
  provides: () => ({ foldingRangeProvider: true }),
  empty: null,
  answer(asked) {
    const articles = foldArticles(asked);
    const starts = new Set(articles.map(({ startLine }) => startLine));
    // An editor offers one fold on a line; where an article opens with a paragraph, the article has it.
    const paragraphs = asked.analysis.blocks
      .map(({ firstLine, lastLine }) => ({ startLine: firstLine, endLine: lastLine }))
      .filter(({ startLine, endLine }) => endLine > startLine && !starts.has(startLine));
    const all = [...articles, ...paragraphs].slice(0, asked.client.foldingLimit);
    return all.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  },
};

function foldArticles({ analysis, at }: Asked): FoldingRange[] {
  return analysis.articles
    .map((article) => ({
      startLine: at.position(article.start).line,
      endLine: at.position(article.end).line,
      kind: FoldingRangeKind.Region,
    }))
    .filter(({ startLine, endLine }) => endLine > startLine);
}
