/** The names of each article of a page, and where they stand in it. */

import type { Article, Role } from "../../articles/types.ts";
import type { NamedPage } from "../../house/named-page.ts";
import type { EntityType, Mention } from "../../page/mention.ts";

/** A name as an article writes it, and every place where it does. */
export interface NameInArticle {
  readonly type: EntityType;
  readonly name: string;
  /** In page order; never empty. */
  readonly places: readonly NamePlace[];
}

/** A mention and the part of the article it stands in. */
export interface NamePlace {
  readonly mention: Mention;
  readonly part: "heading" | "caption" | "text";
}

/** The names that an article writes, and its blocks. */
export interface NamesOfArticle {
  /** In the order in which they first stand; persons' with and without blanks (王 强) are one. */
  readonly names: readonly NameInArticle[];
  /** Its heading, text and bylines, in page order. */
  readonly blocks: readonly { readonly index: number; readonly part: NamePlace["part"] }[];
  /** All that is named in one of its blocks, whatever the kind. */
  mentionsIn(block: number): readonly Mention[];
}

/** For each article of the page the names of some kinds that it writes. */
export function namesInArticles(page: NamedPage, types: ReadonlySet<EntityType>): NamesOfArticle[] {
  const { articles, roles } = page.articles();
  const inBlock = new Map<number, Mention[]>();
  for (const mention of page.mentions) {
    const list = inBlock.get(mention.block);
    if (list) list.push(mention);
    else inBlock.set(mention.block, [mention]);
  }
  const mentionsIn = (block: number): readonly Mention[] => inBlock.get(block) ?? [];
  return articles.map((article) => {
    const names = new Map<string, NameInArticle & { readonly places: NamePlace[] }>();
    const blocks = blocksOf(article).map(({ index, heading }) => ({
      index,
      part: heading ? ("heading" as const) : partOf(roles[index]),
    }));
    for (const { index, part } of blocks) {
      for (const mention of mentionsIn(index)) {
        const { type, text } = mention;
        if (!types.has(type)) continue;
        const name = text.replace(/\s/gu, "");
        const key = `${type}${name}`;
        const known = names.get(key) ?? { type, name, places: [] };
        names.set(key, known);
        known.places.push({ mention, part });
      }
    }
    return { names: [...names.values()], blocks, mentionsIn };
  });
}

function blocksOf({ heading, blocks, bylines }: Article): { index: number; heading: boolean }[] {
  const heads = new Set(heading.map(({ index }) => index));
  const all = new Set([...heads, ...blocks.map(({ index }) => index), ...bylines.map(({ index }) => index)]);
  return [...all].sort((a, b) => a - b).map((index) => ({ index, heading: heads.has(index) }));
}

function partOf(role: Role | undefined): NamePlace["part"] {
  return role === "caption" ? "caption" : "text";
}
