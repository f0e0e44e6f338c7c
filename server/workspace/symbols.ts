/** The outline of a page as document symbols; light, as the command line prints the same. */

import { type ArticleElsewhere, type OutlineKind, type OutlineSymbol, outlineOf } from "../core/outline.ts";
import type { Analysis } from "../core/page/analysis.ts";
import type { Locale } from "../core/text/locale.ts";
import { positionsOf, type Range } from "../core/text/positions.ts";

/** Kinds of symbol as the Language Server Protocol numbers them (3.17, SymbolKind). */
const SYMBOL_KINDS = { File: 1, Module: 2, String: 15, Object: 19, Event: 24 } as const;

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

/** What an outline shows beside the page's own articles. */
export interface OutlineExtras {
  /** What other pages have of the articles, by their index. */
  readonly elsewhere?: ReadonlyMap<number, ArticleElsewhere> | undefined;
  /** Whether it lists paragraphs, too. */
  readonly paragraphs?: boolean;
}

/**
 * The answer to `textDocument/documentSymbol` for a page: its articles, with what one looks for in them as children: crossheads,
 * captions, editor's notes.
 */
export function documentSymbolsOf(
  analysis: Analysis,
  locale: Locale,
  { elsewhere, paragraphs = false }: OutlineExtras = {},
): DocumentSymbol[] {
  const at = positionsOf(analysis.page);
  const documentSymbol = ({ name, detail, kind, span, selection, children }: OutlineSymbol): DocumentSymbol => {
    const shown = children.filter((child) => paragraphs || !RUNNING_TEXT.has(child.kind)).map(documentSymbol);
    return {
      name,
      ...(detail === "" ? {} : { detail }),
      kind: KINDS[kind],
      range: at.range(span),
      selectionRange: at.range(selection),
      ...(shown.length === 0 ? {} : { children: shown }),
    };
  };
  return outlineOf(analysis, locale, elsewhere).map(documentSymbol);
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

const RUNNING_TEXT: ReadonlySet<OutlineKind> = new Set<OutlineKind>(["lead", "paragraph"]);

/**
 * Kinds whose names and signs suit what they stand for, as an editor shows both: an article is a file of its own, a crosshead
 * heads a part of it, and text is text.
 */
const KINDS: Readonly<Record<OutlineKind, SymbolKind>> = {
  article: SYMBOL_KINDS.File,
  crosshead: SYMBOL_KINDS.Module,
  caption: SYMBOL_KINDS.Object,
  "editors-note": SYMBOL_KINDS.Event,
  lead: SYMBOL_KINDS.String,
  paragraph: SYMBOL_KINDS.String,
};
