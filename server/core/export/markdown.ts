/** Writes articles as Markdown (CommonMark): headlines and crossheads as headings, captions as quotations. */

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
    ...article.passages.map(({ kind, text }) =>
      kind === "crosshead" ? `## ${escaped(text)}` : escapedParagraph(text),
    ),
    ...article.captions.map((caption) => `> ${escaped(caption)}`),
  ];
  return `${parts.join("\n\n")}\n`;
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
