/** Writes articles as JSON, for scripts. */

import type { ExportArticle, ExportPage } from "./article.ts";

/**
 * `{file?, articles: [{name, headline?, kicker?, deck?, bylines, paragraphs, captions, firstLine, lastLine, entities}]}`. A
 * paragraph is `{kind, text}`, a table also has `rows` (of cells) and `header` (whether the first row is its head), and a
 * poem `lines`, an empty one between stanzas. An article of an issue that goes on on other pages has `continued` behind `lastLine`:
 * `[{file?, page, firstLine, lastLine}]`.
 */
export function exportJson({ file, articles }: ExportPage): string {
  return `${JSON.stringify({ file, articles: articles.map(articleJson) }, undefined, 2)}\n`;
}

function articleJson({ name, headline, kicker, deck, passages, captions, ...rest }: ExportArticle) {
  // A reader of the JSON finds who wrote an article in one field, whether the name stands above the text or in it.
  const bylines = [...rest.bylines, ...rest.signatures];
  const { firstLine, lastLine, continued, entities } = rest;
  const lines = { firstLine, lastLine, ...(continued && { continued }) };
  return { name, headline, kicker, deck, bylines, paragraphs: passages, captions, ...lines, entities };
}
