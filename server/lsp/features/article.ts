/** `galley/article`: the article at a place as clean text. */

import { articleAt } from "../../core/articles/article-at.ts";
import { articleText } from "../../core/articles/clean-article.ts";
import { countCharacters } from "../../core/articles/count.ts";
import { articleName } from "../../core/outline.ts";
import { ARTICLE, type ArticleText, type PlaceRequest } from "../../protocol.ts";
import type { Feature } from "../feature.ts";

export const articleAtCursor: Feature<PlaceRequest, ArticleText | null> = {
  method: ARTICLE,
  empty: null,
  answer({ page, analysis, at, client }, { position }) {
    const article = articleAt(analysis, at.offset(position));
    if (!article) return null;
    return {
      version: page.version,
      name: articleName(article, client.locale),
      text: articleText(article, analysis, analysis.page.eol),
      characters: countCharacters(article, analysis),
    };
  },
};
