/** `textDocument/documentHighlight`: every mention on the page of the entity under the cursor. */

import type { DocumentHighlight, DocumentHighlightParams } from "vscode-languageserver";
import { mentionAt, pageSpans } from "../../core/page/mention-spans.ts";
import type { Feature } from "../feature.ts";
import { DocumentHighlightKind } from "../library.ts";

export const highlight: Feature<DocumentHighlightParams, DocumentHighlight[] | null> = {
  method: "textDocument/documentHighlight",
  provides: () => ({ documentHighlightProvider: true }),
  empty: null,
  async answer({ page, analysis, at, mentions, token }, { position }) {
    const all = await mentions.mentions({ page, token });
    const chosen = mentionAt(analysis, all, at.offset(position));
    if (!chosen) return null;
    return all
      .filter(({ entity, type }) => entity === chosen.entity && type === chosen.type)
      .flatMap((mention) => pageSpans(analysis, mention))
      .map((span) => ({ range: at.range(span), kind: DocumentHighlightKind.Text }));
  },
};
