/** A headline, kicker, deck or byline that stands apart from its article. */

import type { Article, Role } from "../articles/types.ts";
import { toPageSpans } from "../layout/joined.ts";
import type { Analysis } from "../page/analysis.ts";
import type { Fix } from "../page/finding.ts";
import type { Localised } from "../text/locale.ts";
import { indexAtOffset, type Span } from "../text/text.ts";
import { movesHome } from "./moves-home.ts";
import type { PageRule } from "./rule.ts";

export const detachedHeadline: PageRule = {
  id: "detached-headline",
  title: { zh: "标题离开正文", en: "Headline apart from its article" },
  why: {
    zh: "标题、引题、副题和署名在版面上各有文本框，取出文字时顺序被打乱，可能落在文末，也可能隔着几百行。移回正文之前，文章才能连着读、整篇取用。",
    en:
      "Headline, kicker, deck and byline have frames of their own on the page, and extraction puts them " +
      "anywhere: after the text, or hundreds of lines away. Back above it, the article can be read and taken " +
      "whole.",
  },
  severity: "information",
  fixes: ["unsafe"],
  examples: [
    {
      page: [
        "本报讯 云溪县今年把修建乡村道路列为十件实事之首，从年初到现在已经完成总里程的七成，沿线群众出行难的老问题得到了缓解。",
        "“路修好了，山货当天就能运到青川市里去卖。”云溪镇的老支书说，乡亲们都夸这条路修到了心坎上，出门再也不用踩泥。",
        "青川市图书馆延长夜间开放时间",
        "本报讯 青川市图书馆近日把夜间开放时间延长到十点，新添座位六百个，下班以后来读书的人比去年多了一倍，自习室座无虚席。",
        "⟦云溪县乡村道路修到群众心坎上⟧",
        "",
      ].join("\n\n"),
      fixed: [
        "云溪县乡村道路修到群众心坎上",
        "本报讯 云溪县今年把修建乡村道路列为十件实事之首，从年初到现在已经完成总里程的七成，沿线群众出行难的老问题得到了缓解。",
        "“路修好了，山货当天就能运到青川市里去卖。”云溪镇的老支书说，乡亲们都夸这条路修到了心坎上，出门再也不用踩泥。",
        "青川市图书馆延长夜间开放时间",
        "本报讯 青川市图书馆近日把夜间开放时间延长到十点，新添座位六百个，下班以后来读书的人比去年多了一倍，自习室座无虚席。",
        "",
      ].join("\n\n"),
    },
  ],
  silent: [
    {
      page: "云溪县乡村道路修到群众心坎上\n\n本报讯 云溪县今年把修建乡村道路列为十件实事之首，从年初到现在已经完成总里程的七成，沿线群众出行难的老问题得到了缓解。\n",
    },
  ],

  *check(analysis) {
    for (const article of analysis.articles) {
      if (article.detached.length === 0) continue;
      const fix = moveHome(analysis, article);
      const home = openingOf(analysis, article);
      const line = lineOf(analysis, home.start);
      for (const block of article.detached) {
        const name = NAMES[analysis.roles[block.index] ?? "headline"] ?? NAMES.headline;
        yield {
          start: block.start,
          end: block.end,
          message: {
            zh: `${name?.zh}离开了正文：文章在第 ${line} 行`,
            en: `${name?.en} stands apart: its article is at line ${line}`,
          },
          namesLine: line,
          fix,
          related: [{ ...home, message: { zh: "它的文章", en: "Its article" } }],
        };
      }
    }
  },
};

const NAMES: Partial<Record<Role, Localised>> = {
  headline: { zh: "标题", en: "The headline" },
  kicker: { zh: "引题", en: "The kicker" },
  deck: { zh: "副题", en: "The deck" },
  byline: { zh: "署名", en: "The byline" },
};

function openingOf({ text }: Analysis, article: Article): Span {
  const first = article.blocks[0];
  return (first && toPageSpans(text, first, 0, first.text.length)[0]) ?? { start: article.start, end: article.end };
}

/** 1-based, as editors count. */
function lineOf({ page }: Analysis, offset: number): number {
  return indexAtOffset(page.lines, offset) + 1;
}

/** Moves all detached parts of an article above its text, each to its place in the heading. */
function moveHome(analysis: Analysis, article: Article): Fix {
  return {
    title: { zh: "把标题移回正文之前", en: "Move the heading above its article" },
    safety: "unsafe",
    edits: movesHome(analysis, [article]),
  };
}
