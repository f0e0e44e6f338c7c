/** The outline of a page: its articles, and in each the crossheads, captions and paragraphs. */

import { withoutLead } from "./articles/clean-article.ts";
import { BULLET } from "./articles/patterns.ts";
import type { Article, Role } from "./articles/types.ts";
import type { Block } from "./layout/types.ts";
import type { Analysis } from "./page/analysis.ts";
import type { Locale, Localised } from "./text/locale.ts";
import { indexAtOffset, type Span } from "./text/text.ts";

export type OutlineKind = "article" | "crosshead" | "caption" | "editors-note" | "lead" | "paragraph";

/** One entry. Page offsets; `selection` lies inside `span`, the children's spans too, disjoint and in page order. */
export interface OutlineSymbol {
  /** Never empty. */
  readonly name: string;
  /** Parts set apart by ` · `; empty where there is nothing to add. */
  readonly detail: string;
  readonly kind: OutlineKind;
  readonly span: Span;
  /** What is shown when the entry is chosen: the first line of `span`. Running text spans no more than that line. */
  readonly selection: Span;
  readonly children: readonly OutlineSymbol[];
}

const UNTITLED: Localised = { zh: "（无标题）", en: "(no headline) " };
const FIRST_WORDS = 20;
const BETWEEN_DETAILS = " · ";

/**
 * The outline of a page: one entry for each article, in page order, their spans disjoint. A heading that stands apart
 * is in its article's name and detail, not in its span, since an editor finds the entry at a place by its span.
 */
export function outlineOf(analysis: Analysis, locale: Locale = "zh"): OutlineSymbol[] {
  return analysis.articles.map((article) => ({
    name: articleName(article, locale),
    detail: detailOf(analysis, article, locale),
    kind: "article",
    ...placeOf(analysis, article),
    children: childrenOf(analysis, article),
  }));
}

/** What an article is called: its headline, or a note that it has none and its first words. */
export function articleName(article: Article, locale: Locale): string {
  const name = clean(article.named.map((line) => line.text).join(" "));
  if (name) return name;
  const text = article.blocks.find((block) => block.text.trim());
  return `${UNTITLED[locale]}${firstWords(withoutLead(text?.text ?? ""))}`;
}

function detailOf({ page }: Analysis, article: Article, locale: Locale): string {
  const others = article.heading.filter((line) => !article.named.includes(line));
  const bylines = article.bylines.map((line) => line.text.replace(BULLET, ""));
  const parts = [...others.map((line) => line.text), ...bylines].map(clean);
  const far = article.headline && article.detached.includes(article.headline) ? article.headline : undefined;
  if (far) {
    const line = indexAtOffset(page.lines, far.start) + 1;
    parts.push(locale === "zh" ? `标题在第 ${line} 行` : `headline at line ${line}`);
  }
  return parts.filter((part) => part !== "").join(BETWEEN_DETAILS);
}

const KINDS: Partial<Record<Role, OutlineKind>> = {
  crosshead: "crosshead",
  caption: "caption",
  "editors-note": "editors-note",
  lead: "lead",
  paragraph: "paragraph",
};

/** Crossheads hold what stands below them up to the next one. */
function childrenOf(analysis: Analysis, article: Article): OutlineSymbol[] {
  const children: OutlineSymbol[] = [];
  let section: { head: Block; end: number; own: OutlineSymbol[] } | undefined;
  const close = (): void => {
    if (!section) return;
    children.push(symbolOf(analysis, "crosshead", section.head, section.end, section.own));
    section = undefined;
  };
  for (const block of article.blocks) {
    const kind = KINDS[analysis.roles[block.index] ?? "paragraph"];
    if (!kind) continue;
    if (kind === "crosshead") {
      close();
      section = { head: block, end: block.end, own: [] };
      continue;
    }
    // An editor that keeps the lines of open entries in sight (sticky scroll) would keep a paragraph's first line, too.
    const symbol = symbolOf(analysis, kind, block, lineEndOf(analysis, block), []);
    if (section) {
      section.own.push(symbol);
      section.end = block.end;
    } else children.push(symbol);
  }
  close();
  return children;
}

function symbolOf(
  analysis: Analysis,
  kind: OutlineKind,
  block: Block,
  end: number,
  children: readonly OutlineSymbol[],
): OutlineSymbol {
  const text = clean(block.text);
  const name = kind === "crosshead" ? text : firstWords(text);
  const span = { start: block.start, end };
  return { name: name || "…", detail: "", kind, ...placeOf(analysis, span), children };
}

function placeOf(analysis: Analysis, span: Span): { span: Span; selection: Span } {
  return { span, selection: { start: span.start, end: lineEndOf(analysis, span) } };
}

/** Where the first line of a span ends. */
function lineEndOf({ page }: Analysis, { start, end }: Span): number {
  const line = page.lines[indexAtOffset(page.lines, start)];
  return Math.max(start, Math.min(end, line?.end ?? end));
}

/** The beginning of a text, cut where a mark ends a clause if one comes in time. */
function firstWords(text: string): string {
  const all = [...clean(text)];
  if (all.length <= FIRST_WORDS) return all.join("");
  return `${all.slice(0, FIRST_WORDS).join("")}…`;
}

function clean(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
