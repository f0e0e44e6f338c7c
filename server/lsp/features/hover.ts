/** `textDocument/hover`: the card of the entity under the pointer. */

import type { Hover, HoverParams, Position } from "vscode-languageserver";
import type { Mention } from "../../core/page/mention.ts";
import { pageSpans } from "../../core/page/mention-spans.ts";
import type { Localised } from "../../core/text/locale.ts";
import type { Span } from "../../core/text/text.ts";
import { ADD_TO_LEXICON_COMMAND, FIND_REFERENCES_COMMAND } from "../../protocol.ts";
import { isNameType } from "../../workspace/index-entries.ts";
import type { Client } from "../client.ts";
import type { Asked, Feature } from "../feature.ts";
import { MarkupKind } from "../library.ts";
import { referencesTo } from "./references.ts";

export const hover: Feature<HoverParams, Hover | null> = {
  method: "textDocument/hover",
  provides: () => ({ hoverProvider: true }),
  empty: null,
  async answer(asked, { position }) {
    const { page, analysis, at, client, mentions, token } = asked;
    const offset = at.offset(position);
    const card = await mentions.card({ page, token }, offset, client.locale);
    if (!card) return null;
    // A mention that a wrap cuts stands in two places; the hover belongs to the one under the pointer.
    const here = pageSpans(analysis, card.mention).find((span) => holds(span, offset));
    const markdown = `${card.markdown}${await beyondThePage(asked, card.mention, position)}`;
    const contents = client.markdown
      ? { kind: MarkupKind.Markdown, value: markdown }
      : { kind: MarkupKind.PlainText, value: plainText(markdown) };
    return here ? { contents, range: at.range(here) } : { contents };
  },
};

/** What follows the count of the page: that of the other pages, and what can be done with the name. */
async function beyondThePage(asked: Asked, mention: Mention, position: Position): Promise<string> {
  const { page, client, names, token } = asked;
  const [all, entry] = await Promise.all([
    referencesTo(asked, mention),
    isNameType(mention.type) ? names.entry({ page, token }, mention) : undefined,
  ]);
  const elsewhere = all.filter(({ uri }) => uri !== page.uri);
  const pages = new Set(elsewhere.map(({ uri }) => uri)).size;
  const counts = client.say({
    zh: ` · 其他 ${pages} 版 ${elsewhere.length} 处`,
    en: ` · ${elsewhere.length} on ${pages} other ${pages === 1 ? "page" : "pages"}`,
  });
  const place = [page.uri, position.line, position.character];
  const links = [
    ...(all.length > 1 ? link(client, FIND_REFERENCES_COMMAND, place, { zh: "全部引用", en: "All references" }) : []),
    ...(isNameType(mention.type) && !entry
      ? link(client, ADD_TO_LEXICON_COMMAND, place, { zh: "加入本社词库", en: "Add to the house lexicon" })
      : []),
  ];
  return `${pages > 0 ? counts : ""}${links.map((one) => ` · ${one}`).join("")}`;
}

/** A link that runs a command, for a client that has it. */
function link(client: Client, command: string, args: readonly unknown[], title: Localised): string[] {
  if (!client.commands.has(command)) return [];
  const query = encodeURIComponent(JSON.stringify(args)).replaceAll("(", "%28").replaceAll(")", "%29");
  return [`[${client.say(title)}](command:${command}?${query})`];
}

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
