/** Writes articles as plain text, one below the other. */

import type { ExportPage } from "./article.ts";

/** Each paragraph, row of a table and line of a poem stands on one line; a blank line parts passages, two part articles. */
export function exportText({ articles }: ExportPage): string {
  return articles.map(({ text }) => text).join("\n\n");
}
