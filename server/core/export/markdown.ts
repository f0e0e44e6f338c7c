/** Articles as Markdown (CommonMark): headlines and crossheads as headings, captions as quotations. */

import type { ExportArticle, ExportPage } from "./article.ts";

export function exportMarkdown({ articles }: ExportPage): string {
  return articles.map(section).join(`\n${BETWEEN}\n\n`);
}

/** Parts the articles: one that lost its headline has no heading to show where it begins. */
const BETWEEN = "---";

function section(article: ExportArticle): string {
  const { headline, kicker, deck, heading } = article;
  const others = heading.filter((line) => line !== headline && line !== kicker && line !== deck);
  const parts = [
    ...(kicker ? [`*${plain(kicker)}*`] : []),
    ...(headline ? [`# ${plain(headline)}`] : []),
    ...[deck, ...others].flatMap((line) => (line ? [`**${plain(line)}**`] : [])),
    ...article.bylines.map(plain),
    ...article.passages.map(({ kind, text }) => (kind === "crosshead" ? `## ${plain(text)}` : paragraph(text))),
    ...article.captions.map((caption) => `> ${plain(caption)}`),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The marks that Markdown reads anywhere in a line stand for themselves. */
function plain(text: string): string {
  return text.replace(/\s+/gu, " ").replace(/[\\`*_[\]<>&~|]/gu, "\\$&");
}

/** So do those that it reads at the beginning of a paragraph. */
function paragraph(text: string): string {
  return plain(text)
    .replace(/^([#+\-=])/u, "\\$1")
    .replace(/^(\d{1,9})([.)])/u, "$1\\$2");
}
