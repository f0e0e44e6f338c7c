/** `galley/readPage`: the page's articles in the order of reading, each line with its place in the source. */

import { countCharacters } from "../../core/articles/count.ts";
import type { Article, Role } from "../../core/articles/types.ts";
import type { Block } from "../../core/layout/types.ts";
import { articleName } from "../../core/outline.ts";
import { type PageRequest, READ_PAGE, type ReadArticle, type ReadLine, type ReadPage } from "../../protocol.ts";
import type { Asked, Feature } from "../feature.ts";

export const readPage: Feature<PageRequest, ReadPage | null> = {
  method: READ_PAGE,
  empty: null,
  answer(asked) {
    const { page, analysis } = asked;
    return {
      version: page.version,
      folio: analysis.blocks.filter(({ index }) => analysis.roles[index] === "folio").map(textOf),
      articles: analysis.articles.map((article) => readArticle(asked, article)),
    };
  },
};

function readArticle({ analysis, at, client }: Asked, article: Article): ReadArticle {
  const roleOf = ({ index }: Block): Role => analysis.roles[index] ?? "paragraph";
  const line = <K extends string>(kind: K, block: Block): ReadLine<K> => ({
    kind,
    text: textOf(block),
    ...at.position(block.start),
  });
  const own = <K extends string>(kinds: Partial<Record<Role, K>>): ReadLine<K>[] =>
    article.blocks.flatMap((block) => {
      const kind = kinds[roleOf(block)];
      return kind ? [line(kind, block)] : [];
    });
  return {
    name: articleName(article, client.locale),
    heading: article.heading.map((block) => {
      const role = roleOf(block);
      return line(role === "kicker" || role === "deck" ? role : "headline", block);
    }),
    bylines: article.bylines.map((block) => line("byline", block)),
    body: own({ lead: "paragraph", paragraph: "paragraph", crosshead: "crosshead", "editors-note": "editors-note" }),
    captions: own({ caption: "caption" }),
    characters: countCharacters(article, analysis),
    firstLine: at.position(article.start).line,
    lastLine: at.position(article.end).line,
  };
}

function textOf({ text }: Block): string {
  return text.trim();
}
