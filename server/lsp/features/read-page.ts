/** `galley/readPage`: the page's articles in the order of reading, each line with its place in the source. */

import { charactersIn, countCharacters } from "../../core/articles/count.ts";
import { withoutJumps } from "../../core/articles/jumps.ts";
import { evenRowsOf, type PlacedPassage, passagesOf, stanzasOf } from "../../core/articles/passages.ts";
import type { Article, Role } from "../../core/articles/types.ts";
import type { Block } from "../../core/layout/types.ts";
import { articleName } from "../../core/outline.ts";
import { type Positions, positionsOf } from "../../core/text/positions.ts";
import {
  type PageRequest,
  READ_PAGE,
  type ReadArticle,
  type ReadLine,
  type ReadPage,
  type ReadPassage,
} from "../../protocol.ts";
import {
  cameFrom,
  joinedWhole,
  type PlacedPart,
  type WholeArticle,
  wholeName,
} from "../../workspace/whole-articles.ts";
import { type Asked, type Feature, then } from "../feature.ts";

export const readPage: Feature<PageRequest, ReadPage | null> = {
  method: READ_PAGE,
  empty: null,
  answer(asked) {
    const { page, analysis } = asked;
    return then(asked.wholes(), (wholes) => ({
      version: page.version,
      folio: analysis.blocks.filter(({ index }) => analysis.roles[index] === "folio").map(textOf),
      articles: analysis.articles.map((article) => {
        const read = readArticle(asked, article);
        const whole = wholes.get(article.index);
        return whole ? withOtherParts(read, whole, asked) : read;
      }),
    }));
  },
};

/** The first part of an article has the others behind it, each under words that lead to its page; a later one leads to the first. */
function withOtherParts(article: ReadArticle, whole: WholeArticle, { client }: Asked): ReadArticle {
  const { parts, own } = whole;
  const [first, ...later] = parts;
  const body = article.body.flatMap(withoutJumpLine);
  if (own > 0 && first) {
    const says = `${client.say(cameFrom(first.number))}　${wholeName(whole, client.locale)}`;
    return { ...article, name: wholeName(whole, client.locale), body: [leadTo(first, says), ...body] };
  }
  const others = later.flatMap((part) => [
    leadTo(part, client.say({ zh: `以下在第${part.number}版`, en: `On page ${part.number}` })),
    ...passagesOf(part.article, part.page).flatMap((passage) => {
      const at = positionsOf(part.page.page);
      return withoutJumpLine({ ...readPassage(at, passage), uri: part.uri });
    }),
  ]);
  return { ...article, body: [...body, ...others], characters: charactersIn(joinedWhole(whole).passages) };
}

function leadTo({ uri, page, article }: PlacedPart, text: string): ReadPassage {
  return { kind: "elsewhere", text, uri, ...positionsOf(page.page).position(article.start) };
}

/** A passage without the jump lines at its ends; none where nothing is left. */
function withoutJumpLine(passage: ReadPassage): ReadPassage[] {
  if (passage.kind === "table" || passage.kind === "verse") return [passage];
  const text = withoutJumps(passage.text).trim();
  return text === "" ? [] : [{ ...passage, text }];
}

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
    body: passagesOf(article, analysis).map((passage) => readPassage(at, passage)),
    captions: article.blocks.filter((block) => roleOf(block) === "caption").map((block) => line("caption", block)),
    characters: countCharacters(article, analysis),
    firstLine: at.position(article.start).line,
    lastLine: at.position(article.end).line,
  };
}

function readPassage(at: Positions, passage: PlacedPassage): ReadPassage {
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
