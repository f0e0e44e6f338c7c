/** An article as clean text, as it is copied, read and exported: heading, bylines and passages without wraps. */

import type { Block } from "../layout/types.ts";
import { type ArticlePage, type Passage, passagesOf } from "./passages.ts";
import { BULLET, LEAD } from "./patterns.ts";
import type { Article } from "./types.ts";

/** An article taken off its page. */
export interface CleanArticle {
  readonly headline?: string;
  readonly kicker?: string;
  readonly deck?: string;
  /** All lines of the heading, in page order. */
  readonly heading: readonly string[];
  readonly bylines: readonly string[];
  readonly passages: readonly Passage[];
  readonly captions: readonly string[];
}

/** The parts of an article as clean texts, without what belongs to the page: credits, jump lines, folios. */
export function cleanArticle(article: Article, page: ArticlePage): CleanArticle {
  return {
    ...(article.headline ? { headline: textOf(article.headline) } : {}),
    ...(article.kicker ? { kicker: textOf(article.kicker) } : {}),
    ...(article.deck ? { deck: textOf(article.deck) } : {}),
    heading: article.heading.map(textOf),
    bylines: article.bylines.map((line) => textOf(line).replace(BULLET, "")),
    passages: passagesOf(article, page).map(({ start: _, ...passage }) => passage),
    captions: article.blocks.filter(({ index }) => page.roles[index] === "caption").map(textOf),
  };
}

/**
 * An article as plain text: heading, bylines, passages and captions with a blank line between. A paragraph stands on one
 * line; rows of a table and lines of a poem stand on lines of their own without a blank one between them, cells parted by
 * a tab. It ends with a line break (`eol`); an article without any text is empty.
 */
export function articleText(article: Article, page: ArticlePage, eol = "\n"): string {
  return cleanText(cleanArticle(article, page), eol);
}

/** The same of an article that was taken off its page. */
export function cleanText({ heading, bylines, passages, captions }: CleanArticle, eol = "\n"): string {
  const texts = passages.map(({ text }) => text.replaceAll("\n", eol));
  const parts = [...heading, ...bylines, ...texts, ...captions];
  return parts.length ? parts.join(eol + eol) + eol : "";
}

/** A paragraph without its lead: what it says after 本报讯 and the reporters in brackets. The paragraph itself where nothing follows. */
export function withoutLead(text: string): string {
  const lead = LEAD.exec(text.trimStart());
  if (!lead) return text;
  const rest = text
    .trimStart()
    .slice(lead[0].length)
    .replace(/^[\s\u3000]*(?:[（(][^（）()]{0,60}[）)])?[\s\u3000]*[:：]?/u, "");
  return rest.trim() ? rest : text;
}

function textOf(block: Block): string {
  return block.text.trim();
}
