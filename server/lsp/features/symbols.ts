/** `textDocument/documentSymbol`: the outline of the page. */

import type { DocumentSymbol, DocumentSymbolParams, SymbolInformation } from "vscode-languageserver";
import { documentSymbolsOf, flatSymbolsOf } from "../../workspace/symbols.ts";
import type { Feature } from "../feature.ts";

export const documentSymbols: Feature<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[] | null> = {
  method: "textDocument/documentSymbol",
  provides: () => ({ documentSymbolProvider: { label: "Galley 清样" } }),
  empty: null,
  answer({ page, analysis, client }) {
    const symbols = documentSymbolsOf(analysis, client.locale);
    return client.nestedSymbols ? symbols : flatSymbolsOf(page.uri, symbols);
  },
};
