/** What the index keeps of a page, from its text. */

import type { Analysis } from "../core/analyze.ts";
import type { Mention } from "../core/mentions/types.ts";
import { articleName } from "../core/outline.ts";
import { type IndexedEntity, type IndexedPage, isNameType, type Position4 } from "../workspace/index-entries.ts";
import { positionsOf } from "./convert.ts";
import { packed, wholeRange } from "./entity-places.ts";

/** The page's headlines and names with their places, entities in the order in which they first stand. */
export function indexedPage(
  page: Pick<Analysis, "page" | "text" | "blocks" | "articles">,
  mentions: readonly Mention[],
): IndexedPage {
  const at = positionsOf(page.page);
  const headlines = page.articles.flatMap((article) => {
    const [first] = article.named;
    return first ? [{ name: articleName(article, "zh"), place: packed(at.range(first)) }] : [];
  });
  const entities = new Map<string, { entity: Omit<IndexedEntity, "places">; role?: string; places: Position4[] }>();
  for (const mention of mentions) {
    const { type, entity, role } = mention;
    const range = isNameType(type) ? wholeRange(page, mention, at) : undefined;
    if (!range || !isNameType(type)) continue;
    const key = `${type}${entity}`;
    const known = entities.get(key) ?? { entity: { type, entity }, places: [] };
    entities.set(key, known);
    known.places.push(packed(range));
    if (role !== undefined && role.length > (known.role?.length ?? 0)) known.role = role;
  }
  return {
    headlines,
    entities: [...entities.values()].map(({ entity, role, places }) => ({
      ...entity,
      ...(role === undefined ? {} : { role }),
      places,
    })),
  };
}
