/** The pages of an issue as they are exported together: in their order, an article over pages once, and a list of it all. */

import { cleanText } from "../articles/clean-article.ts";
import { charactersIn } from "../articles/count.ts";
import { type Issue, type IssuePage, issuesAmong, pageNumberOf } from "../issue/issue.ts";
import { joinedArticle } from "../issue/joined-article.ts";
import { articlesOverPages } from "../issue/joins.ts";
import { type ExportArticle, type ExportEntity, type ExportPage, type ExportPart, withSignatures } from "./article.ts";
import type { Urns } from "./uris.ts";

/** A page and what its issue has to know of it. */
export interface PageToExport extends IssuePage {
  readonly page: ExportPage;
}

/** A page of an issue that is ready to be written. */
export interface PageOfIssue {
  readonly uri: string;
  /** 3, A3; nothing where neither folio nor file says. */
  readonly number?: string;
  /** The day of the issue (ISO 8601), where its folios agree. */
  readonly date?: string;
  readonly page: ExportPage;
}

/** The pages in the order of their numbers. An article over pages stands on its first one, whole, and not on the others. */
export function exportedIssue(given: readonly PageToExport[]): PageOfIssue[] {
  // What may be no issue is exported, too: nothing is joined there.
  const [issue] = issuesAmong(given);
  const pages = inOrder(given);
  const joined = joinedOn(issue, new Map(given.map((page) => [page.uri, page])));
  return pages.map(({ uri, facts, page }) => {
    const number = pageNumberOf({ uri, facts });
    const articles = page.articles.flatMap((article, index) => {
      const found = joined.get(`${uri} ${index}`);
      return found === undefined ? [article] : found;
    });
    return {
      uri,
      ...(number && { number: `${number.section}${number.number}` }),
      ...(issue?.date !== undefined && { date: issue.date }),
      page: { ...page, articles },
    };
  });
}

/** By page and index of an article over pages: it as a whole for its first part, nothing for the others. */
function joinedOn(
  issue: Issue | undefined,
  pages: ReadonlyMap<string, PageToExport>,
): ReadonlyMap<string, readonly ExportArticle[]> {
  const found = new Map<string, readonly ExportArticle[]>();
  for (const chain of articlesOverPages(issue?.pages ?? [])) {
    const parts = chain.flatMap(({ uri, article, number }) => {
      const page = pages.get(uri)?.page;
      const own = page?.articles[article];
      return own ? [{ article: own, part: partOf(own, page?.file, number) }] : [];
    });
    const [first, ...later] = parts;
    if (!first || parts.length < chain.length) continue;
    const whole = wholeOf(
      first.article,
      parts.map(({ article }) => article),
      later.map(({ part }) => part),
    );
    for (const [i, { uri, article }] of chain.entries()) found.set(`${uri} ${article}`, i === 0 ? [whole] : []);
  }
  return found;
}

function partOf({ firstLine, lastLine }: ExportArticle, file: string | undefined, number: string): ExportPart {
  return { ...(file === undefined ? {} : { file }), page: number, firstLine, lastLine };
}

function wholeOf(
  first: ExportArticle,
  parts: readonly ExportArticle[],
  continued: readonly ExportPart[],
): ExportArticle {
  const clean = joinedArticle(parts);
  const named = parts.find(({ heading }) => heading.length > 0) ?? first;
  return {
    ...withSignatures(clean),
    name: named.name,
    text: cleanText(clean),
    firstLine: first.firstLine,
    lastLine: first.lastLine,
    entities: entitiesOf(parts),
    continued,
  };
}

/** What the parts name, each thing once. */
function entitiesOf(parts: readonly ExportArticle[]): ExportEntity[] {
  const all = new Map<string, ExportEntity>();
  for (const entity of parts.flatMap(({ entities }) => entities)) {
    const key = `${entity.type} ${entity.name}`;
    const known = all.get(key);
    all.set(key, known ? { ...entity, ...known, count: known.count + entity.count } : entity);
  }
  return [...all.values()];
}

/** By number, those without one last; of two with one number by their address. */
function inOrder(pages: readonly PageToExport[]): PageToExport[] {
  const placed = pages.map((page) => ({ page, number: pageNumberOf(page) }));
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  placed.sort(
    (a, b) =>
      Number(a.number === undefined) - Number(b.number === undefined) ||
      compare(a.number?.section ?? "", b.number?.section ?? "") ||
      (a.number?.number ?? 0) - (b.number?.number ?? 0) ||
      compare(a.page.uri, b.page.uri),
  );
  return placed.map(({ page }) => page);
}

/** A page in the manifest: where it is from and in which file it is, and its articles in their order. */
export interface ManifestPage {
  readonly source: string;
  readonly file: string;
  readonly page?: string;
  readonly date?: string;
  readonly uri: string;
  readonly articles: readonly {
    readonly name: string;
    readonly uri: string;
    readonly characters: number;
    /** The pages that it stands on, where they are several; it is in the file of the first. */
    readonly pages?: readonly string[];
  }[];
}

/** A page's entry; `source` and `file` are paths below the folder that was exported and the one that was written. */
export function manifestPage(
  { number, date, page }: PageOfIssue,
  urns: Urns,
  paths: Pick<ManifestPage, "source" | "file">,
): ManifestPage {
  return {
    ...paths,
    ...(number === undefined ? {} : { page: number }),
    ...(date === undefined ? {} : { date }),
    uri: urns.page,
    articles: page.articles.map(({ name, passages, continued }, i) => ({
      name,
      uri: urns.articles[i] ?? "",
      characters: charactersIn(passages),
      ...(continued?.length ? { pages: [number ?? "", ...continued.map((part) => part.page)] } : {}),
    })),
  };
}
