/** The outline of a page as document symbols; light, as the command line prints the same. */

import { type ArticleElsewhere, type OutlineKind, type OutlineSymbol, outlineOf } from "../core/outline.ts";
import type { Analysis } from "../core/page/analysis.ts";
import type { Locale } from "../core/text/locale.ts";
import { type Positions, positionsOf, type Range } from "../core/text/positions.ts";

/** Kinds of symbol as the Language Server Protocol numbers them (3.17, SymbolKind). */
const SYMBOL_KINDS = { Class: 5, Field: 8, String: 15, Object: 19, Event: 24 } as const;

type SymbolKind = (typeof SYMBOL_KINDS)[keyof typeof SYMBOL_KINDS];

/** An entry of the outline as the protocol has it. */
export interface DocumentSymbol {
  name: string;
  detail?: string;
  kind: SymbolKind;
  range: Range;
  selectionRange: Range;
  children?: DocumentSymbol[];
}

/** An entry of a flat outline as the protocol has it. */
export interface SymbolInformation {
  name: string;
  kind: SymbolKind;
  location: { uri: string; range: Range };
  containerName?: string;
}

/** The answer to `textDocument/documentSymbol` for a page: its articles, with what stands in them as children. */
export function documentSymbolsOf(
  analysis: Analysis,
  locale: Locale,
  elsewhere?: ReadonlyMap<number, ArticleElsewhere>,
): DocumentSymbol[] {
  const at = positionsOf(analysis.page);
  return outlineOf(analysis, locale, elsewhere).map((symbol) => documentSymbol(symbol, at));
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
  article: SYMBOL_KINDS.Class,
  crosshead: SYMBOL_KINDS.Field,
  caption: SYMBOL_KINDS.Object,
  "editors-note": SYMBOL_KINDS.Event,
  lead: SYMBOL_KINDS.String,
  paragraph: SYMBOL_KINDS.String,
};
