/** `textDocument/documentSymbol`: the outline of the page. */

import type { DocumentSymbol, DocumentSymbolParams } from "vscode-languageserver";
import type { Feature } from "../feature.ts";

export const documentSymbols: Feature<DocumentSymbolParams, DocumentSymbol[] | null> = {
  method: "textDocument/documentSymbol",
  provides: () => ({ documentSymbolProvider: true }),
  empty: null,
  answer: () => [],
};
