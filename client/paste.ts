/** Newspaper text that is pasted into a page without its wraps and stray blanks: one of the ways to paste that VS Code offers. */

import {
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentPasteEditProvider,
  l10n,
  languages,
  workspace,
} from "vscode";
import { CLEAN_TEXT, type PlainText, type TextRequest } from "../server/protocol.ts";
import { LANGUAGE } from "./language.ts";
import type { Server } from "./server.ts";

/** Offers the clean text first where the setting says so, else after the text as it is. */
export function offerCleanPaste(server: Server): Disposable {
  const text = DocumentDropOrPasteEditKind.Text;
  const kind = text.append("galley", "unwrapped");
  const provider: DocumentPasteEditProvider = {
    async provideDocumentPasteEdits(document, _ranges, data, _context, token) {
      const pasted = await data.get("text/plain")?.asString();
      if (!pasted || token.isCancellationRequested) return undefined;
      const uri = document.uri.toString();
      const clean = await server.request<PlainText>(CLEAN_TEXT, { text: pasted, uri } satisfies TextRequest);
      if (!clean) return undefined;
      // A fixed page ends its last line; what is pasted into a line does not.
      const insert = /[\r\n]$/.test(pasted) ? clean.text : clean.text.replace(/\r?\n$/, "");
      if (insert === pasted) return undefined;
      const edit = new DocumentPasteEdit(insert, l10n.t("Paste without line wraps (Galley)"), kind);
      if (!workspace.getConfiguration("galley", document).get<boolean>("pasteUnwrapped")) edit.yieldTo = [text];
      return [edit];
    },
  };
  return languages.registerDocumentPasteEditProvider({ language: LANGUAGE }, provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: ["text/plain"],
  });
}
