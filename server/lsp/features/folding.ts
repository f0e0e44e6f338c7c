/** `textDocument/foldingRange`: each article folds below its headline, each part below its crosshead, and each paragraph. */

import type { FoldingRange, FoldingRangeParams } from "vscode-languageserver";
import { type OutlineSymbol, outlineOf } from "../../core/outline.ts";
import { indexAtOffset } from "../../core/text/text.ts";
import type { Asked, Feature } from "../feature.ts";
import { FoldingRangeKind } from "../library.ts";

export const folding: Feature<FoldingRangeParams, FoldingRange[] | null> = {
  method: "textDocument/foldingRange",
  provides: () => ({ foldingRangeProvider: true }),
  empty: null,
  answer(asked) {
    const articles = outlineOf(asked.analysis).flatMap((article) => foldsOf(asked, article));
    const starts = new Set(articles.map(({ startLine }) => startLine));
    // An editor offers one fold on a line; where an article opens with a paragraph, the article has it.
    const paragraphs = asked.analysis.blocks
      .map(({ firstLine, lastLine }) => ({ startLine: firstLine, endLine: lastLine }))
      .filter(({ startLine, endLine }) => endLine > startLine && !starts.has(startLine));
    const all = [...articles, ...paragraphs].slice(0, asked.client.foldingLimit);
    return all.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  },
};

/** The fold of an article or a part of one, with those inside it. What heads it stays in sight, all lines of it. */
function foldsOf(asked: Asked, { kind, span, selection, children }: OutlineSymbol): FoldingRange[] {
  if (kind !== "article" && kind !== "crosshead") return [];
  const { blocks, roles } = asked.analysis;
  const head = blocks[indexAtOffset(blocks, selection.start)];
  const isHeading = head && /^(?:headline|crosshead)$/.test(roles[head.index] ?? "");
  const startLine = isHeading ? head.lastLine : asked.at.position(selection.start).line;
  const endLine = asked.at.position(span.end).line;
  const own = endLine > startLine ? [{ startLine, endLine, kind: FoldingRangeKind.Region }] : [];
  return [...own, ...children.flatMap((child) => foldsOf(asked, child))];
}
