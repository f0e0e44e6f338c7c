/** `workspace/symbol`: headlines and names of all pages, of open ones as they are now, of others as indexed. */

import type { CancellationToken, SymbolInformation } from "vscode-languageserver";
import { unpacked } from "../../workspace/entity-places.ts";
import { indexedPage } from "../../workspace/indexed-page.ts";
import type { MentionService } from "../../workspace/mention-service.ts";
import type { NameService } from "../../workspace/name-service.ts";
import { createIndex, type NamedPlace, rankOf } from "../../workspace/page-index.ts";
import type { OpenPlace } from "../feature.ts";
import { SymbolKind } from "../library.ts";

/** An editor lists no more, and asks again with each character that is typed. */
const MOST = 200;

/** Where symbols are looked for. */
export interface SymbolSources {
  readonly open: readonly OpenPlace[];
  readonly mentions: MentionService;
  readonly names: NameService;
  readonly token: CancellationToken;
}

/** Headlines and names that have the query's characters in this order, the best matches first. */
export async function workspaceSymbols(
  query: string,
  { open, mentions, names, token }: SymbolSources,
): Promise<SymbolInformation[]> {
  const own = createIndex();
  const put = async ({ page, analysis }: OpenPlace): Promise<void> =>
    own.put(page.uri, indexedPage(analysis, await mentions.mentions({ page, token })));
  const [indexed] = await Promise.all([names.symbols(query, token), ...open.map(put)]);
  const others = indexed.filter(({ uri }) => own.get(uri) === undefined);
  // Each list has its best first; of two that match as well, what is open comes first.
  const all = [...own.search(query, MOST), ...others].map((place) => ({ place, rank: rankOf(place.name, query) }));
  all.sort((a, b) => b.rank - a.rank);
  return all.slice(0, MOST).map(({ place }) => symbolOf(place));
}

function symbolOf({ name, kind, detail, uri, place }: NamedPlace): SymbolInformation {
  return {
    name,
    kind: KINDS[kind],
    location: { uri, range: unpacked(place) },
    ...(detail === undefined ? {} : { containerName: detail }),
  };
}

/** Headlines look as articles do in the outline. */
const KINDS: Readonly<Record<NamedPlace["kind"], SymbolKind>> = {
  headline: SymbolKind.File,
  PER: SymbolKind.Object,
  LOC: SymbolKind.Namespace,
  ORG: SymbolKind.Module,
  TERM: SymbolKind.String,
};
