/** An article as clean text, as it is copied and exported: heading, bylines and paragraphs without wraps. */

import type { Block } from "../layout/types.ts";
import { BULLET, LEAD } from "./patterns.ts";
import type { Article, Articles } from "./types.ts";

/** A paragraph of an article, or a crosshead between its paragraphs. */
export interface Passage {
  readonly kind: "paragraph" | "crosshead" | "editors-note";
  readonly text: string;
}

/** An article taken off its page. */
export interface CleanArticle {
  readonly headline?: string;
  readonly kicker?: string;
  readonly deck?: string;
  /** All lines of the heading, in page order. */
  readonly heading: readonly string[];
  readonly bylines: readonly string[];
  readonly passages: readonly Passage[];
  readonly captions: readonly string[];
}

/** The parts of an article as clean texts, without what belongs to the page: credits, jump lines, folios. */
export function cleanArticle(article: Article, { roles }: Articles): CleanArticle {
  const passages: Passage[] = [];
  const captions: string[] = [];
  for (const block of article.blocks) {
    const role = roles[block.index];
    if (role === "caption") captions.push(textOf(block));
    else if (role === "paragraph" || role === "lead") passages.push({ kind: "paragraph", text: textOf(block) });
    else if (role === "crosshead" || role === "editors-note") passages.push({ kind: role, text: textOf(block) });
  }
  return {
    ...(article.headline ? { headline: textOf(article.headline) } : {}),
    ...(article.kicker ? { kicker: textOf(article.kicker) } : {}),
    ...(article.deck ? { deck: textOf(article.deck) } : {}),
    heading: article.heading.map(textOf),
    bylines: article.bylines.map((line) => textOf(line).replace(BULLET, "")),
    passages,
    captions,
  };
}

/**
 * An article as plain text: heading, bylines, paragraphs and captions, each on one line, with a blank line between. It ends
 * with a line break (`eol`); an article without any text is empty.
 */
export function articleText(article: Article, articles: Articles, eol = "\n"): string {
  const { heading, bylines, passages, captions } = cleanArticle(article, articles);
  const parts = [...heading, ...bylines, ...passages.map(({ text }) => text), ...captions];
  return parts.length ? parts.join(eol + eol) + eol : "";
}

/** A paragraph without its lead: what it says after 本报讯 and the reporters in brackets. The paragraph itself where nothing follows. */
export function withoutLead(text: string): string {
  const lead = LEAD.exec(text.trimStart());
  if (!lead) return text;
  const rest = text
    .trimStart()
    .slice(lead[0].length)
    .replace(/^[\s\u3000]*(?:[（(][^（）()]{0,60}[）)])?[\s\u3000]*[:：]?/u, "");
  return rest.trim() ? rest : text;
}

function textOf(block: Block): string {
  return block.text.trim();
}
