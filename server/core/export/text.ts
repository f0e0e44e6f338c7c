/** Articles as plain text, one below the other. */

import type { ExportPage } from "./article.ts";

/** Each paragraph on one line, a blank line between paragraphs, two blank lines between articles. */
export function exportText({ articles }: ExportPage): string {
  return articles.map(({ text }) => text).join("\n\n");
}
