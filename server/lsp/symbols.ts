/** The outline of a page as document symbols; light, as the command line prints the same. */

import type { DocumentSymbol, SymbolInformation, SymbolKind } from "vscode-languageserver";
import type { Analysis } from "../core/analyze.ts";
import type { Locale } from "../core/locale.ts";
import { type OutlineKind, type OutlineSymbol, outlineOf } from "../core/outline.ts";
import { type Positions, positionsOf } from "./convert.ts";

/** The answer to `textDocument/documentSymbol` for a page: its articles, with what stands in them as children. */
export function documentSymbolsOf(analysis: Analysis, locale: Locale): DocumentSymbol[] {
  const at = positionsOf(analysis.page);
  return outlineOf(analysis, locale).map((symbol) => documentSymbol(symbol, at));
}

/** The same for clients that know no hierarchy: a list in which each entry names the one it stands in. */
export function flatSymbolsOf(
  uri: string,
  symbols: readonly DocumentSymbol[],
  container?: string,
): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(container === undefined ? {} : { containerName: container }) },
    ...flatSymbolsOf(uri, children, name),
  ]);
}

function documentSymbol(symbol: OutlineSymbol, at: Positions): DocumentSymbol {
  const { name, detail, kind, span, selection, children } = symbol;
  return {
    name,
    ...(detail === "" ? {} : { detail }),
    kind: KINDS[kind],
    range: at.range(span),
    selectionRange: at.range(selection),
    ...(children.length === 0 ? {} : { children: children.map((child) => documentSymbol(child, at)) }),
  };
}

/**
 * Kinds that VS Code gives a colour of their own to what one looks for (articles, crossheads, captions) and none to
 * running text, and that its outline can hide one by one (`outline.showStrings` for paragraphs and leads).
 */
const KINDS: Readonly<Record<OutlineKind, SymbolKind>> = {
  article: 5 satisfies typeof SymbolKind.Class,
  crosshead: 8 satisfies typeof SymbolKind.Field,
  caption: 19 satisfies typeof SymbolKind.Object,
  "editors-note": 24 satisfies typeof SymbolKind.Event,
  lead: 15 satisfies typeof SymbolKind.String,
  paragraph: 15 satisfies typeof SymbolKind.String,
};
