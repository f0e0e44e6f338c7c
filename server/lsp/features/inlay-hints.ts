/** `textDocument/inlayHint`: a date's normal form after it, where the user wants it. */

import type { InlayHint, InlayHintParams } from "vscode-languageserver";
import type { Mention } from "../../core/page/mention.ts";
import { pageSpans } from "../../core/page/mention-spans.ts";
import type { Feature } from "../feature.ts";
import { InlayHintKind } from "../library.ts";

export const inlayHints: Feature<InlayHintParams, InlayHint[] | null> = {
  method: "textDocument/inlayHint",
  provides: () => ({ inlayHintProvider: true }),
  empty: null,
  async answer({ page, analysis, at, mentions, switches, token }, { range }) {
    if (!switches["inlayHints.dates"]) return [];
    const wanted = at.span(range);
    const all = await mentions.mentions({ page, token });
    return all.flatMap((mention) => {
      const label = normalForm(mention);
      const end = label === undefined ? undefined : pageSpans(analysis, mention).at(-1)?.end;
      if (label === undefined || end === undefined || end < wanted.start || end > wanted.end) return [];
      return [{ position: at.position(end), label, kind: InlayHintKind.Type, paddingLeft: true }];
    });
  },
};

/** The date in EDTF, a time in ISO 8601; nothing where it has no such form, or the page says as much (2024年). */
function normalForm({ type, value, text }: Mention): string | undefined {
  if (type !== "DATE" || !value || !("edtf" in value || "iso" in value)) return undefined;
  if (value.kind !== "date" && value.kind !== "time") return undefined;
  const form = value.edtf ?? value.iso;
  return form === undefined || text.replace(/[\s\u3000]|年$/gu, "") === form ? undefined : form;
}
