/** How long an article is, as papers count it. */

import { withoutWhiteSpace } from "../text/text.ts";
import { type ArticlePage, type Passage, passagesOf } from "./passages.ts";
import type { Article } from "./types.ts";

/** An article's 字数: the characters and marks of its paragraphs, crossheads, tables and poems. Heading, bylines and captions don't count. */
export function countCharacters(article: Article, page: ArticlePage): number {
  return charactersIn(passagesOf(article, page));
}

/** The same of passages that were taken off their pages. */
export function charactersIn(passages: readonly Passage[]): number {
  return passages.reduce((sum, { text }) => sum + [...withoutWhiteSpace(text)].length, 0);
}

/** How many paragraphs an article has, a table or a poem being one; crossheads don't count. */
export function countParagraphs(article: Article, page: ArticlePage): number {
  return passagesOf(article, page).filter(({ kind }) => kind !== "crosshead").length;
}
