/** `galley/article`: the article at a place as clean text, with its parts on other pages. */

import { articleAt } from "../../core/articles/article-at.ts";
import { cleanArticle, cleanText } from "../../core/articles/clean-article.ts";
import { charactersIn } from "../../core/articles/count.ts";
import { articleName } from "../../core/outline.ts";
import { ARTICLE, type ArticleText, type PlaceRequest } from "../../protocol.ts";
import { joinedWhole, wholeName } from "../../workspace/whole-articles.ts";
import { type Feature, then } from "../feature.ts";

export const articleAtCursor: Feature<PlaceRequest, ArticleText | null> = {
  method: ARTICLE,
  empty: null,
  answer({ page, analysis, at, client, wholes }, { position }) {
    const article = articleAt(analysis, at.offset(position));
    if (!article) return null;
    const { version } = page;
    return then(wholes(), (found) => {
      const whole = found.get(article.index);
      const clean = whole ? joinedWhole(whole) : cleanArticle(article, analysis);
      return {
        version,
        name: whole ? wholeName(whole, client.locale) : articleName(article, client.locale),
        text: cleanText(clean, analysis.page.eol),
        characters: charactersIn(clean.passages),
      };
    });
  },
};
