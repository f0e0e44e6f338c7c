/** `textDocument/documentSymbol`: the outline of the page. */

import type { DocumentSymbol, DocumentSymbolParams, SymbolInformation } from "vscode-languageserver";
import { documentSymbolsOf, flatSymbolsOf } from "../../workspace/symbols.ts";
import { elsewhereOf } from "../../workspace/whole-articles.ts";
import { type Feature, then } from "../feature.ts";

export const documentSymbols: Feature<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[] | null> = {
  method: "textDocument/documentSymbol",
  provides: () => ({ documentSymbolProvider: { label: "Galley 清样" } }),
  empty: null,
  answer({ page, analysis, client, switches, wholes }) {
    return then(wholes(), (found) => {
      const elsewhere = elsewhereOf(found, client.locale);
      const symbols = documentSymbolsOf(analysis, client.locale, {
        elsewhere,
        paragraphs: switches["outline.paragraphs"],
      });
      return client.nestedSymbols ? symbols : flatSymbolsOf(page.uri, symbols);
    });
  },
};
