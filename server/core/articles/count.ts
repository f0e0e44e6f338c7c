/** How long an article is, as papers count it. */

import { withoutWhiteSpace } from "../text/text.ts";
import { cleanArticle } from "./clean-article.ts";
import type { Article, Articles } from "./types.ts";

/** An article's 字数: the characters and marks of its paragraphs and crossheads. Heading, bylines and captions don't count. */
export function countCharacters(article: Article, articles: Articles): number {
  const { passages } = cleanArticle(article, articles);
  return passages.reduce((sum, { text }) => sum + [...withoutWhiteSpace(text)].length, 0);
}

/** How many paragraphs an article has; crossheads don't count. */
export function countParagraphs(article: Article, articles: Articles): number {
  return cleanArticle(article, articles).passages.filter(({ kind }) => kind !== "crosshead").length;
}
