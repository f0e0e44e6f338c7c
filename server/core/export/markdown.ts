/**
 * Writes articles as Markdown: headlines and crossheads as headings, captions as quotations, poems with hard line breaks.
 * All of it is CommonMark but for tables, which that does not have: they are those of GitHub Flavored Markdown.
 */

import { evenRowsOf, type Passage, stanzasOf, type TablePassage } from "../articles/passages.ts";
import type { ExportArticle, ExportPage } from "./article.ts";

export function exportMarkdown({ articles }: ExportPage): string {
  return articles.map(articleMarkdown).join(`\n${BETWEEN}\n\n`);
}

/** Stands between articles, as one that lost its headline has no heading to show where it begins. */
const BETWEEN = "---";

function articleMarkdown(article: ExportArticle): string {
  const { headline, kicker, deck, heading } = article;
  const others = heading.filter((line) => line !== headline && line !== kicker && line !== deck);
  const parts = [
    ...(kicker ? [`*${escaped(kicker)}*`] : []),
    ...(headline ? [`# ${escaped(headline)}`] : []),
    ...[deck, ...others].flatMap((line) => (line ? [`**${escaped(line)}**`] : [])),
    ...article.bylines.map(escaped),
    ...article.passages.map(passageMarkdown),
    ...article.captions.map((caption) => `> ${escaped(caption)}`),
  ];
  return `${parts.join("\n\n")}\n`;
}

function passageMarkdown(passage: Passage): string {
  switch (passage.kind) {
    case "crosshead":
      return `## ${escaped(passage.text)}`;
    case "table":
      return tableMarkdown(passage);
    case "verse":
      return stanzasOf(passage)
        .map((lines) => lines.map(escapedParagraph).join("\\\n"))
        .join("\n\n");
    default:
      return escapedParagraph(passage.text);
  }
}

/** A table must have a head; one that shows none gets an empty one. */
function tableMarkdown(table: TablePassage): string {
  const rows = evenRowsOf(table);
  const columns = rows[0] ?? [];
  const head = table.header ? columns : columns.map(() => "");
  const rule = columns.map(() => "---");
  const rowMarkdown = (row: readonly string[]): string => `| ${row.map(escaped).join(" | ")} |`;
  return [head, rule, ...(table.header ? rows.slice(1) : rows)].map(rowMarkdown).join("\n");
}

/** A text whose marks stand for themselves: those that Markdown reads anywhere in a line are escaped. */
function escaped(text: string): string {
  return text.replace(/\s+/gu, " ").replace(/[\\`*_[\]<>&~|]/gu, "\\$&");
}

/** The same for a paragraph: the marks that Markdown reads at its beginning are escaped, too. */
function escapedParagraph(text: string): string {
  return escaped(text)
    .replace(/^([#+\-=])/u, "\\$1")
    .replace(/^(\d{1,9})([.)])/u, "$1\\$2");
}
