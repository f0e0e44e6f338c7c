/** `galley/lexiconAddition`: what adds the entity at a place to the house's lexicon. */

import { LEXICON_ADDITION, type LexiconAddition, type PlaceRequest } from "../../protocol.ts";
import type { Feature } from "../feature.ts";

export const lexiconAddition: Feature<PlaceRequest, LexiconAddition | null> = {
  method: LEXICON_ADDITION,
  empty: null,
  async answer({ page, at, client, names, token }, { position }) {
    const folder = folderOf(page.uri, client.folders);
    return (await names.addition({ page, token }, at.offset(position), folder)) ?? null;
  },
};

/** The innermost folder of the workspace that holds the page; else the page's own folder. */
function folderOf(uri: string, folders: readonly string[]): string {
  const holding = folders.filter((folder) => uri.startsWith(`${folder.replace(/\/$/, "")}/`));
  return holding.sort((a, b) => b.length - a.length)[0] ?? uri.replace(/\/[^/]*$/, "");
}
