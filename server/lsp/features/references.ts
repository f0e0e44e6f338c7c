/** `textDocument/references`: all mentions of the entity under the cursor, on open pages as they are now, on others as indexed. */

import type { Location, ReferenceParams } from "vscode-languageserver";
import { mentionAt } from "../../core/page/mention-spans.ts";
import { placesOf, unpacked } from "../../workspace/entity-places.ts";
import { fileUri } from "../../workspace/file-uri.ts";
import type { EntityKey } from "../../workspace/index-entries.ts";
import type { Asked, Feature } from "../feature.ts";

export const references: Feature<ReferenceParams, Location[] | null> = {
  method: "textDocument/references",
  provides: () => ({ referencesProvider: true }),
  empty: null,
  async answer(asked, { position, context }) {
    const { page, analysis, at, mentions, names, token } = asked;
    const chosen = mentionAt(analysis, await mentions.mentions({ page, token }), at.offset(position));
    if (!chosen) return null;
    const declared = context?.includeDeclaration ? names.entry({ page, token }, chosen) : undefined;
    const [entry, all] = await Promise.all([declared, referencesTo(asked, chosen)]);
    return [...(entry ? [{ uri: entry.uri, range: unpacked(entry.place) }] : []), ...all];
  },
};

/** All mentions of an entity, those of the page asked about first. */
export async function referencesTo(asked: Asked, key: EntityKey): Promise<Location[]> {
  const [here, elsewhere] = await Promise.all([onOpenPages(asked, key), asked.names.references(key, asked.token)]);
  const open = new Set(asked.open().map(({ page }) => fileUri(page.uri)));
  return [
    ...here,
    ...elsewhere
      .filter(({ uri }) => !open.has(fileUri(uri)))
      .map(({ uri, place }) => ({ uri, range: unpacked(place) })),
  ];
}

/** The page asked about first, then the others in the order of their names. */
async function onOpenPages({ page, mentions, open, token }: Asked, key: EntityKey): Promise<Location[]> {
  const rank = (uri: string): string => (uri === page.uri ? "" : uri);
  const pages = [...open()].sort((a, b) => (rank(a.page.uri) < rank(b.page.uri) ? -1 : 1));
  const found = await Promise.all(
    pages.map(async ({ page: other, analysis }) => {
      const all = await mentions.mentions({ page: other, token });
      return placesOf(analysis, all, key).map((range) => ({ uri: other.uri, range }));
    }),
  );
  return found.flat();
}
