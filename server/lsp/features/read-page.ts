/** `galley/readPage`: the page's articles in the order of reading, each line with its place in the source. */

import { countCharacters } from "../../core/articles/count.ts";
import { evenRowsOf, type PlacedPassage, passagesOf, stanzasOf } from "../../core/articles/passages.ts";
import type { Article, Role } from "../../core/articles/types.ts";
import type { Block } from "../../core/layout/types.ts";
import { articleName } from "../../core/outline.ts";
import {
  type PageRequest,
  READ_PAGE,
  type ReadArticle,
  type ReadLine,
  type ReadPage,
  type ReadPassage,
} from "../../protocol.ts";
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

function readArticle(asked: Asked, article: Article): ReadArticle {
  const { analysis, at, client } = asked;
  const roleOf = ({ index }: Block): Role => analysis.roles[index] ?? "paragraph";
  const line = <K extends string>(kind: K, block: Block): ReadLine<K> => ({
    kind,
    text: textOf(block),
    ...at.position(block.start),
  });
  return {
    name: articleName(article, client.locale),
    heading: article.heading.map((block) => {
      const role = roleOf(block);
      return line(role === "kicker" || role === "deck" ? role : "headline", block);
    }),
    bylines: article.bylines.map((block) => line("byline", block)),
    body: passagesOf(article, analysis).map((passage) => readPassage(asked, passage)),
    captions: article.blocks.filter((block) => roleOf(block) === "caption").map((block) => line("caption", block)),
    characters: countCharacters(article, analysis),
    firstLine: at.position(article.start).line,
    lastLine: at.position(article.end).line,
  };
}

function readPassage({ at }: Asked, passage: PlacedPassage): ReadPassage {
  const { start, text } = passage;
  const place = { text, ...at.position(start) };
  switch (passage.kind) {
    case "table":
      return { kind: "table", ...place, rows: evenRowsOf(passage), header: passage.header };
    case "verse":
      return { kind: "verse", ...place, stanzas: stanzasOf(passage) };
    default:
      return { kind: passage.kind, ...place };
  }
}

function textOf({ text }: Block): string {
  return text.trim();
}
