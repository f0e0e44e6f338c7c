/** `galley/lexiconAddition`: what adds the entity at a place to the house's lexicon. */

import { LEXICON_ADDITION, type LexiconAddition, type PlaceRequest } from "../../protocol.ts";
import { innermostFolder } from "../../workspace/workspace-folders.ts";
import type { Feature } from "../feature.ts";

export const lexiconAddition: Feature<PlaceRequest, LexiconAddition | null> = {
  method: LEXICON_ADDITION,
  empty: null,
  async answer({ page, at, client, names, token }, { position }) {
    const folder = innermostFolder(page.uri, client.folders) ?? page.uri.replace(/\/[^/]*$/, "");
    return (await names.addition({ page, token }, at.offset(position), folder)) ?? null;
  },
};
