/** Writes the articles of a page as a document: plain text, Markdown, JSON or IPTC ninjs. */

import type { Analysis } from "../page/analysis.ts";
import { type ExportOptions, type ExportPage, exportedPage } from "./article.ts";
import { exportJson } from "./json.ts";
import { exportMarkdown } from "./markdown.ts";
import { exportNinjs } from "./ninjs.ts";
import { exportText } from "./text.ts";
import type { Urns } from "./uris.ts";

export const EXPORT_FORMATS = ["text", "markdown", "json", "ninjs"] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The page's articles in a format, in page order; ends with a line break. A page without articles is an empty document. */
export function exportPage(analysis: Analysis, format: ExportFormat, options: ExportOptions = {}): string {
  return writePage(exportedPage(analysis, options), format);
}

/** A page that was made ready before, and for a format that names its parts their names. */
export function writePage(page: ExportPage, format: ExportFormat, urns?: Urns): string {
  switch (format) {
    case "text":
      return exportText(page);
    case "markdown":
      return exportMarkdown(page);
    case "json":
      return exportJson(page);
    case "ninjs":
      return exportNinjs(page, urns);
  }
}
