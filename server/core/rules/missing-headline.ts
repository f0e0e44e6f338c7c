/** An article that no headline on the page belongs to. */

import { comesFromElsewhere } from "../articles/jumps.ts";
import type { Article } from "../articles/types.ts";
import { toPageSpans } from "../layout/joined.ts";
import type { PageRule } from "./rule.ts";

/** Characters of the article's opening that the finding covers. */
const OPENING = 12;

export const missingHeadline: PageRule = {
  id: "missing-headline",
  title: { zh: "缺标题", en: "Article without a headline" },
  why: {
    zh: "标题常做成图形或排在别的文本框里，取出文字时就丢了。大纲只能用正文开头来称呼这篇文章；请对照原版补上。",
    en: "Headlines are often drawn or set in a frame of their own and get lost in extraction. The outline can then name the article by its first words only; the printed page has the headline.",
  },
  severity: "information",
  fixes: [],
  examples: [
    {
      page: [
        "云溪县乡村道路修到群众心坎上",
        "本报讯 云溪县今年把修建乡村道路列为十件实事之首，从年初到现在已经完成总里程的七成，沿线群众出行难的老问题得到了缓解。",
        "“路修好了，山货当天就能运到青川市里去卖。”云溪镇的老支书说，乡亲们都夸这条路修到了心坎上，出门再也不用踩泥。",
        "⟦本报讯 青川市图书馆近日⟧把夜间开放时间延长到十点，新添座位六百个，下班以后来读书的人比去年多了一倍，自习室座无虚席。",
        "",
      ].join("\n\n"),
    },
    { page: "⟦云溪县的南沟村和北沟村𠀀⟧家沟三个村修通了乡村道路，山货当天就能运出去。" },
  ],
  silent: [
    {
      page: "云溪县乡村道路修到群众心坎上\n\n本报讯 云溪县今年把修建乡村道路列为十件实事之首，从年初到现在已经完成总里程的七成，沿线群众出行难的老问题得到了缓解。\n",
    },
    {
      page: "（上接第一版）沿线群众出行难的老问题得到了缓解，今年已经完成总里程的七成，山货当天就能运到青川市里去卖。\n",
    },
    {
      page: "第3版　2022年8月16日 星期二\n\n乡村道路修到群众心坎上\n\n（上接第一版）路通了，山里的货也出得去了。合作社算了一笔账，今年的运费比去年少了三成。\n\n村里还打算把路边的空地种上树，让来的人多起来。\n",
    },
    { page: "\n\n" },
  ],

  *check({ text, articles, blocks }) {
    for (const article of articles) {
      const body = (article.headline ?? article.heading[0]) ? undefined : article.blocks[0];
      // Its headline stands on the page that it comes from; it may be repeated above the jump line, in type that looks like a crosshead's.
      const opening = body ? [blocks[body.index - 1], body, article.blocks[1]] : [];
      if (opening.some((block) => block && comesFromElsewhere(block.text))) continue;
      const words = [...(body?.text.slice(0, 2 * OPENING) ?? "")].slice(0, OPENING).join("");
      const [span] = body ? toPageSpans(text, body, 0, words.length) : [];
      if (!body || !span || !isArticle(article)) continue;
      yield {
        ...span,
        message: {
          zh: `版面上找不到这篇文章（“${words}……”）的标题`,
          en: `No headline on this page belongs to the article “${words}…”`,
        },
      };
    }
  },
};

/** A shorter text, in characters, is no article that somebody put a headline over. */
const SHORTEST = 20;

/** Whether it is running text: a scrap, or a line without a full stop, can't lack a headline. */
function isArticle({ blocks }: Article): boolean {
  const text = blocks.map((block) => block.text).join("");
  return text.length >= SHORTEST && /[。！？]/u.test(text);
}
