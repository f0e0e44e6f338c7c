/** What every export format is made of: the page's articles as clean texts, with their names, lines and entities. */

import { articleText, type CleanArticle, cleanArticle } from "../articles/clean-article.ts";
import { signaturesIn } from "../articles/signatures.ts";
import type { Article } from "../articles/types.ts";
import { articleName } from "../outline.ts";
import type { Analysis } from "../page/analysis.ts";
import type { EntityType, Mention } from "../page/mention.ts";
import type { Locale } from "../text/locale.ts";
import { indexAtOffset } from "../text/text.ts";

export interface ExportOptions {
  /** The page's file name, for the formats that say where an article is from. */
  readonly file?: string;
  /** The page's mentions; without them no entities are exported. */
  readonly mentions?: readonly Mention[];
  /** Language of what is said about an article, such as that it has no headline. */
  readonly locale?: Locale;
}

/** A thing an article names, once. */
export interface ExportEntity {
  readonly type: EntityType;
  readonly name: string;
  readonly role?: string;
  readonly code?: string;
  /** How often the article names it. */
  readonly count: number;
}

/** A later part of an article over pages: its page, and its lines there. */
export interface ExportPart {
  readonly file?: string;
  readonly page: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

export interface ExportArticle extends CleanArticle {
  /** The headline, or a note that there is none and the first words. */
  readonly name: string;
  readonly text: string;
  /** Bylines that stand in its paragraphs; they stay in those texts, too. */
  readonly signatures: readonly string[];
  /** Lines of the page, 1-based, both included. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly entities: readonly ExportEntity[];
  /** Where it goes on, in an export of the whole issue: then it has the texts of all its parts. */
  readonly continued?: readonly ExportPart[];
}

export interface ExportPage {
  readonly file?: string;
  readonly articles: readonly ExportArticle[];
}

/** The page's articles, each clean and by itself. */
export function exportedPage(analysis: Analysis, { file, mentions = [], locale = "zh" }: ExportOptions): ExportPage {
  const { page } = analysis;
  const byBlock = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const own = byBlock.get(mention.block);
    if (own) own.push(mention);
    else byBlock.set(mention.block, [mention]);
  }
  return {
    ...(file === undefined ? {} : { file }),
    articles: analysis.articles.map((article) => ({
      ...withSignatures(cleanArticle(article, analysis)),
      name: articleName(article, locale),
      text: articleText(article, analysis),
      firstLine: indexAtOffset(page.lines, article.start) + 1,
      lastLine: indexAtOffset(page.lines, Math.max(article.start, article.end - 1)) + 1,
      entities: entitiesOf(article, byBlock),
    })),
  };
}

/** With the bylines in its paragraphs. */
export function withSignatures(article: CleanArticle): CleanArticle & Pick<ExportArticle, "signatures"> {
  const bare = (who: string): string => who.replace(/[\s\u3000]|本报|本社/gu, "");
  const above = article.bylines.map(bare);
  // A signature that repeats the byline above, with 本报 or without, is not told twice.
  const signatures = signaturesIn(article.passages).filter(
    (who) => !above.some((byline) => byline.includes(bare(who))),
  );
  return { ...article, signatures };
}

function entitiesOf(article: Article, byBlock: ReadonlyMap<number, readonly Mention[]>): ExportEntity[] {
  const entities = new Map<string, ExportEntity>();
  const blocks = new Set([...article.heading, ...article.bylines, ...article.blocks].map(({ index }) => index));
  for (const block of [...blocks].sort((a, b) => a - b)) {
    for (const { type, entity, role, code } of byBlock.get(block) ?? []) {
      const key = `${type} ${entity}`;
      const known = entities.get(key);
      entities.set(key, {
        type,
        name: entity,
        ...optional("role", known?.role ?? role),
        ...optional("code", known?.code ?? code),
        count: (known?.count ?? 0) + 1,
      });
    }
  }
  return [...entities.values()];
}

function optional<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, string>);
}
