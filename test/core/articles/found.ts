/** The articles of a page whose blocks are given as texts. */

import { type Article, findArticles } from "../../../server/core/articles/index.ts";
import { layoutOf } from "../../support/blocks.ts";

/** What was found, as texts. */
export function found(...texts: readonly string[]) {
  const { articles, roles } = findArticles(layoutOf(texts));
  return {
    /** Headline and own blocks of each article. */
    articles: articles.map(({ headline, blocks }) => [headline?.text ?? "", blocks.map(({ text }) => text)] as const),
    named: articles.map(({ named }) => named.map(({ text }) => text).join(" ")),
    bylines: articles.map(({ bylines }) => bylines.map(({ text }) => text)),
    detached: articles.map(({ detached }) => detached.map(({ text }) => text)),
    role: (text: string) => roles[texts.indexOf(text)],
    all: articles as readonly Article[],
  };
}
