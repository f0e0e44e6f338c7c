/** `textDocument/hover`: the card of the entity under the pointer. */

import { type Hover, type HoverParams, MarkupKind } from "vscode-languageserver";
import type { Span } from "../../core/text.ts";
import type { Feature } from "../feature.ts";
import { pageSpans } from "../mention-spans.ts";

export const hover: Feature<HoverParams, Hover | null> = {
  method: "textDocument/hover",
  provides: () => ({ hoverProvider: true }),
  empty: null,
  async answer({ page, analysis, at, client, mentions, token }, { position }) {
    const offset = at.offset(position);
    const card = await mentions.card({ page, token }, offset, client.locale);
    if (!card) return null;
    // A mention that a wrap cuts stands in two places; the hover belongs to the one under the pointer.
    const here = pageSpans(analysis, card.mention).find((span) => holds(span, offset));
    const contents = client.markdown
      ? { kind: MarkupKind.Markdown, value: card.markdown }
      : { kind: MarkupKind.PlainText, value: plainText(card.markdown) };
    return here ? { contents, range: at.range(here) } : { contents };
  },
};

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** The card's Markdown (emphasis, quotes, lists, links, code, entities) without its marks. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^> ?/gm, "")
    .replace(/\*\*(.+?)\*\*/g, "$1")
    .replace(/(^|[^\\])\*(.+?)\*/g, "$1$2")
    .replace(/`([^`]*)`/g, "$1")
    .replace(/&nbsp;/g, " ")
    .replace(/\\([\\`*_{}[\]()#+\-.!<>|~])/g, "$1")
    .replace(/[ \t]+$/gm, "");
}
