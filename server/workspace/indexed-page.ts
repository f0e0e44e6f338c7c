/** What the index keeps of a page, from its text. */

import type { FactsSource } from "../core/issue/fact-place.ts";
import { pageFacts } from "../core/issue/page-facts.ts";
import { articleName } from "../core/outline.ts";
import type { Mention } from "../core/page/mention.ts";
import { positionsOf } from "../core/text/positions.ts";
import { packed, wholeRange } from "./entity-places.ts";
import { type IndexedEntity, type IndexedPage, isNameType, type Position4 } from "./index-entries.ts";

/** The page's headlines and names with their places, entities in the order in which they first stand. */
export function indexedPage(page: FactsSource, mentions: readonly Mention[]): IndexedPage {
  const at = positionsOf(page.page);
  const headlines = page.articles.flatMap((article) => {
    const [first] = article.named;
    return first ? [{ name: articleName(article, "zh"), place: packed(at.range(first)) }] : [];
  });
  const entities = new Map<
    string,
    { entity: Omit<IndexedEntity, "places">; role?: string; places: Position4[]; sure?: true }
  >();
  for (const mention of mentions) {
    const { type, entity, role } = mention;
    const range = isNameType(type) ? wholeRange(page, mention, at) : undefined;
    if (!range || !isNameType(type)) continue;
    const key = `${type}${entity}`;
    const known = entities.get(key) ?? { entity: { type, entity }, places: [] };
    entities.set(key, known);
    known.places.push(packed(range));
    if (!mention.likely) known.sure = true;
    if (role !== undefined && role.length > (known.role?.length ?? 0)) known.role = role;
  }
  return {
    headlines,
    entities: [...entities.values()].map(({ entity, role, places, sure }) => ({
      ...entity,
      ...(role === undefined ? {} : { role }),
      places,
      ...(sure ? {} : { likely: true }),
    })),
    facts: pageFacts(page, mentions),
  };
}
