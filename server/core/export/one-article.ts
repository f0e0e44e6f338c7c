/** Writes one article of a page as Markdown: by itself, so that the language server need not hold the other formats. */

import type { Analysis } from "../page/analysis.ts";
import { exportedPage } from "./article.ts";
import { exportMarkdown } from "./markdown.ts";

/** The article with this index. */
export function exportArticle(analysis: Analysis, index: number): string {
  return exportMarkdown({ articles: exportedPage(analysis, {}).articles.slice(index, index + 1) });
}
