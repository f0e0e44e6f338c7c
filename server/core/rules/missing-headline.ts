/** An article that no headline on the page belongs to. */

import { toPageSpans } from "../layout/joined.ts";
import type { Rule } from "./types.ts";

/** Characters of the article's opening that the finding covers. */
const OPENING = 12;

export const missingHeadline: Rule = {
  id: "missing-headline",
  title: { zh: "缺标题", en: "Article without a headline" },
  why: {
    zh: "标题常做成图形或排在别的文本框里，取出文字时就丢了。大纲只能用正文开头来称呼这篇文章；请对照原版补上。",
    en: "Headlines are often drawn or set in a frame of their own and get lost in extraction. The outline can then name the article by its first words only; the printed page has the headline.",
  },
  severity: "information",
  examples: [],
  silent: [{ page: "" }, { page: "\n\n" }],

  *check({ text, articles }) {
    for (const article of articles) {
      const body = (article.headline ?? article.heading[0]) ? undefined : article.blocks[0];
      const [span] = body ? toPageSpans(text, body, 0, OPENING) : [];
      if (!body || !span) continue;
      const opening = body.text.slice(0, OPENING);
      yield {
        ...span,
        message: {
          zh: `版面上找不到这篇文章（“${opening}……”）的标题`,
          en: `No headline on this page belongs to the article “${opening}…”`,
        },
      };
    }
  },
};
