/** An article as clean text: heading, bylines and paragraphs without wraps, as it is copied and exported. */

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

/** The parts of an article as clean texts; what belongs to the page (credits, jump lines, folios) is left out. */
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
 * An article as plain text: kicker, headline, deck and bylines, then its paragraphs, one a line, set apart by blank
 * lines; no wrap, no stray blank, no heading of another article. Ends with a line break.
 */
export function articleText(article: Article, articles: Articles, eol = "\n"): string {
  const { heading, bylines, passages, captions } = cleanArticle(article, articles);
  const parts = [...heading, ...bylines, ...passages.map(({ text }) => text), ...captions];
  return parts.length ? parts.join(eol + eol) + eol : "";
}

/** A paragraph without 本报讯 or the dateline and reporters it opens with: what the article says first. */
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
