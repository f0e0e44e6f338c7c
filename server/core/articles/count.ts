/** How long an article is. */

import { withoutWhiteSpace } from "../text/text.ts";
import { cleanArticle } from "./clean-article.ts";
import type { Article, Articles } from "./types.ts";

/** 字数 of an article's text, as papers count and pay it: each character with its marks, heading, byline and captions left out. */
export function countCharacters(article: Article, articles: Articles): number {
  const { passages } = cleanArticle(article, articles);
  return passages.reduce((sum, { text }) => sum + [...withoutWhiteSpace(text)].length, 0);
}

/** Paragraphs of an article, crossheads left out. */
export function countParagraphs(article: Article, articles: Articles): number {
  return cleanArticle(article, articles).passages.filter(({ kind }) => kind !== "crosshead").length;
}
