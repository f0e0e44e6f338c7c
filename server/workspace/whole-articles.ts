/** Finds what a page's articles are parts of: those that come from another page of the issue, or go on on one. */

import { articlesOf, layOutText } from "../core/analyze.ts";
import { type CleanArticle, cleanArticle } from "../core/articles/clean-article.ts";
import { fileOfPage, jumpsIn } from "../core/articles/jumps.ts";
import type { Article } from "../core/articles/types.ts";
import { fileNameOf, type IssuePage, issueKey, pageNumberOf } from "../core/issue/issue.ts";
import { joinedArticle } from "../core/issue/joined-article.ts";
import { articlesOverPages } from "../core/issue/joins.ts";
import type { JumpFact } from "../core/issue/jump-facts.ts";
import { type PageFacts, pageFacts } from "../core/issue/page-facts.ts";
import { type ArticleElsewhere, articleName } from "../core/outline.ts";
import type { Analysis } from "../core/page/analysis.ts";
import { Sheets } from "../core/sheets.ts";
import type { Locale, Localised } from "../core/text/locale.ts";
import { fileUri } from "./file-uri.ts";
import type { Neighbours } from "./neighbours.ts";

/** A page as far as its articles are known. */
export type ReadablePage = Pick<
  Analysis,
  "page" | "text" | "blocks" | "texts" | "articles" | "roles" | "interruptions"
>;

/** A part of an article on its page. */
export interface PlacedPart {
  readonly uri: string;
  readonly page: ReadablePage;
  readonly article: Article;
  /** The number of its page, as jump lines name it: 3, A3. */
  readonly number: string;
}

/** An article over several pages, and which of its parts stands on the page that was asked about. */
export interface WholeArticle {
  readonly parts: readonly PlacedPart[];
  readonly own: number;
}

/** By the index of an article on the page. */
export type WholeArticles = ReadonlyMap<number, WholeArticle>;

export const NO_WHOLES: WholeArticles = new Map();

export interface PartsQuery {
  readonly uri: string;
  readonly page: ReadablePage;
  /** Pages as they are in the editor, by their address; they go before those on the disk. */
  readonly open?: (uri: string) => ReadablePage | undefined;
  readonly neighbours: Neighbours;
}

/** An article that goes on over more pages is cut somewhere else, too. */
const MOST_PAGES = 6;
/** So many files are looked into for a page that the names of the files don't tell. */
const MOST_FILES = 60;
/** A longer text (UTF-16 units) is no page of a newspaper; reading it would keep others waiting. */
const LONGEST = 300_000;

/**
 * The articles of a page that stand on other pages, too. Without jump lines there is nothing to look for, and the answer is there at
 * once; else the pages that they name are read: by the names of their files, or where those have no numbers by what the pages say.
 */
export function wholeArticles(query: PartsQuery): WholeArticles | Promise<WholeArticles> {
  const own = pageFacts(query.page);
  return own.jumps.lines.length === 0 ? NO_WHOLES : lookedUp(query, { uri: query.uri, facts: own });
}

/** An article over pages in one piece. */
export function joinedWhole({ parts }: WholeArticle): CleanArticle {
  return joinedArticle(parts.map(({ article, page }) => cleanArticle(article, page)));
}

/** Its name: that of the first part which has a headline. */
export function wholeName({ parts: [first, ...others] }: WholeArticle, locale: Locale): string {
  const named = [first, ...others].find((part) => part && part.article.named.length > 0) ?? first;
  return named ? articleName(named.article, locale) : "";
}

/** What the outline of a page tells of those of its articles that stand on other pages, too. */
export function elsewhereOf(wholes: WholeArticles, locale: Locale): ReadonlyMap<number, ArticleElsewhere> {
  return new Map(
    [...wholes].map(([index, whole]) => {
      const { parts, own } = whole;
      const [before, after] = [parts[own - 1], parts[own + 1]];
      const detail = [
        ...(before ? [cameFrom(before.number)[locale]] : []),
        ...(after ? [goesOnAt(after.number)[locale]] : []),
      ].join(" · ");
      const isNamed = (parts[own]?.article.named.length ?? 0) > 0;
      return [index, { detail, ...(isNamed ? {} : { name: wholeName(whole, locale) }) }];
    }),
  );
}

export function cameFrom(number: string): Localised {
  return { zh: `上接第${number}版`, en: `from page ${number}` };
}

export function goesOnAt(number: string): Localised {
  return { zh: `下转第${number}版`, en: `goes on on page ${number}` };
}

async function lookedUp(query: PartsQuery, own: IssuePage): Promise<WholeArticles> {
  const { uri } = query;
  const pages = await pagesBeside(query, own);
  const known = [...pages].map(([address, { facts }]) => ({ uri: address, facts }));
  const sameDay = known.filter(({ facts: { folio } }) => !isOfOtherDay(folio.date?.value, own));
  const found = articlesOverPages(sameDay).flatMap((chain) => {
    const parts = chain.flatMap((part): PlacedPart[] => {
      const on = pages.get(part.uri)?.page;
      const article = on?.articles[part.article];
      return on && article ? [{ uri: part.uri, page: on, article, number: part.number }] : [];
    });
    const place = parts.findIndex((part) => part.uri === uri);
    return place < 0 || parts.length < 2 ? [] : [[parts[place]?.article.index ?? 0, { parts, own: place }] as const];
  });
  return new Map(found);
}

/** The page itself and those to which its jump lines lead, step by step, by their addresses. */
async function pagesBeside(
  { uri, page, open, neighbours }: PartsQuery,
  own: IssuePage,
): Promise<ReadonlyMap<string, { readonly page: ReadablePage; readonly facts: PageFacts }>> {
  const byName = await filesOfIssue(uri, neighbours);
  const pages = new Map([[uri, { page, facts: own.facts }]]);
  // The map grows while it is gone over: an article may go on from there.
  for (const [from, { facts }] of pages) {
    for (const jump of facts.jumps.lines) {
      const named = fileOfPage(fileNameOf(from), jump.page, [...byName.keys()]);
      const others = named === undefined ? [...byName.values()].slice(0, MOST_FILES) : [byName.get(named) ?? ""];
      for (const other of others) {
        if (fileNameOf(other) === fileNameOf(uri) || pages.has(other) || pages.size >= MOST_PAGES) continue;
        const at = open?.(other);
        const text = at?.text ?? (await neighbours.read(other)) ?? "";
        // Where names of files have no numbers, a page is looked at that says it is the other one.
        if (named === undefined && !namesBack(text, jump, { uri: from, facts })) continue;
        const read = at ?? readFrom(text);
        if (read) pages.set(other, { page: read, facts: pageFacts(read) });
      }
    }
  }
  return pages;
}

/** The files that may be pages of the same issue, by their names: those that end as the page's does. */
async function filesOfIssue(uri: string, neighbours: Neighbours): Promise<ReadonlyMap<string, string>> {
  const key = issueKey(fileUri(uri));
  const ending = endingOf(uri);
  const beside = await neighbours.beside(uri);
  const alike = beside.filter((other) => issueKey(fileUri(other)) === key && endingOf(other) === ending);
  return new Map(alike.map((other) => [fileNameOf(other), other]));
}

function endingOf(uri: string): string {
  return /\.[^./]*$/u.exec(uri)?.[0].toLowerCase() ?? "";
}

function isOfOtherDay(date: string | undefined, { facts }: IssuePage): boolean {
  const own = facts.folio.date?.value;
  return date !== undefined && own !== undefined && date !== own;
}

/** Whether a text has a jump line that goes the other way, to the page on which the jump line is. */
function namesBack(text: string, { isFrom }: JumpFact, page: IssuePage): boolean {
  const own = pageNumberOf(page);
  return jumpsIn(text).some((other) => other.isFrom !== isFrom && other.to.number === own?.number);
}

function readFrom(text: string): ReadablePage | undefined {
  if (text === "" || text.length > LONGEST) return undefined;
  const sheets = new Sheets();
  return { ...layOutText(text, sheets), ...articlesOf(text, sheets), text };
}
