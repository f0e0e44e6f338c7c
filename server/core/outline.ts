/** The outline of a page: its articles, and in each the crossheads, captions and paragraphs. */

import { withoutLead } from "./articles/clean-article.ts";
import { BULLET } from "./articles/patterns.ts";
import type { Article, Role } from "./articles/types.ts";
import type { Block } from "./layout/types.ts";
import type { Analysis } from "./page/analysis.ts";
import type { Locale, Localised } from "./text/locale.ts";
import { indexAtOffset, type Span } from "./text/text.ts";

export type OutlineKind = "article" | "crosshead" | "caption" | "editors-note" | "lead" | "paragraph";

/**
 * One entry. Spans are page offsets. `selection` and the children's spans lie inside `span`; those of the children are
 * disjoint and in page order.
 */
export interface OutlineSymbol {
  /** Never empty. */
  readonly name: string;
  /** Parts set apart by ` · `; empty where there is nothing to add. */
  readonly detail: string;
  readonly kind: OutlineKind;
  readonly span: Span;
  /**
   * What is shown when the entry is chosen, and kept in sight above its text: the line of an article's headline where that stands
   * above the text, else the first line of `span`. The span of a paragraph is no more than that line.
   */
  readonly selection: Span;
  readonly children: readonly OutlineSymbol[];
}

/** What is to be told of an article that stands on other pages, too. */
export interface ArticleElsewhere {
  /** Its name, where it has its headline on another page. */
  readonly name?: string;
  /** From which page it comes and on which it goes on. */
  readonly detail: string;
}

const UNTITLED: Localised = { zh: "（无标题）", en: "(no headline) " };
/** Characters shown of a text. */
const FIRST_WORDS = 20;
const BETWEEN_DETAILS = " · ";

/**
 * The outline of a page: one entry for each article, in page order, their spans disjoint; of an article on several pages the part
 * on this one, with what is told of it `elsewhere` (by its index). A heading that stands apart is
 * told in its article's name and detail and left out of its span, by which an editor finds the entry of a place.
 */
export function outlineOf(
  analysis: Analysis,
  locale: Locale = "zh",
  elsewhere: ReadonlyMap<number, ArticleElsewhere> = new Map(),
): OutlineSymbol[] {
  return analysis.articles.map((article) => ({
    name: elsewhere.get(article.index)?.name ?? articleName(article, locale),
    detail: [detailOf(analysis, article, locale), elsewhere.get(article.index)?.detail ?? ""]
      .filter((part) => part !== "")
      .join(BETWEEN_DETAILS),
    kind: "article",
    span: { start: article.start, end: article.end },
    selection: headlineSpan(analysis, article),
    children: childrenOf(analysis, article),
  }));
}

function headlineSpan(analysis: Analysis, article: Article): Span {
  const { headline, detached, start, end } = article;
  const isAbove = headline && !detached.includes(headline);
  return spansOf(analysis, { start: isAbove ? headline.start : start, end }).selection;
}

/** What an article is called: its headline, or else the words “no headline” and its first words. */
export function articleName(article: Article, locale: Locale): string {
  const name = onOneLine(article.named.map((line) => line.text).join(" "));
  if (name) return name;
  const text = article.blocks.find((block) => block.text.trim());
  return `${UNTITLED[locale]}${firstWords(withoutLead(text?.text ?? ""))}`;
}

function detailOf({ page }: Analysis, article: Article, locale: Locale): string {
  const others = article.heading.filter((line) => !article.named.includes(line));
  const parts = [...others.map((line) => onOneLine(line.text)), ...article.bylines.map(bylineText)];
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
  row: "paragraph",
  verse: "paragraph",
};

/** Roles of blocks that are one passage with those of the same role beside them: tables and poems. */
const RUNNING: ReadonlySet<Role> = new Set<Role>(["row", "verse"]);

/** The entries of an article's blocks, one for a table or a poem; a crosshead holds those below it up to the next one. */
function childrenOf(analysis: Analysis, article: Article): OutlineSymbol[] {
  const children: OutlineSymbol[] = [];
  let section: { head: Block; end: number; own: OutlineSymbol[]; writers: string[] } | undefined;
  const close = (): void => {
    if (!section) return;
    const { head: block, end, own, writers } = section;
    const detail = writers.join(BETWEEN_DETAILS);
    children.push(symbolOf(analysis, { kind: "crosshead", block, end, detail, children: own }));
    section = undefined;
  };
  let running: Role | undefined;
  for (const block of article.blocks) {
    const role = analysis.roles[block.index] ?? "paragraph";
    const goesOn = role === running;
    running = RUNNING.has(role) ? role : undefined;
    if (goesOn && section) section.end = block.end;
    const kind = KINDS[role];
    // The parts of a feature may have a writer each.
    if (role === "byline" && section?.own.length === 0) section.writers.push(bylineText(block));
    if (!kind || goesOn) continue;
    if (kind === "crosshead") {
      close();
      section = { head: block, end: block.end, own: [], writers: [] };
      continue;
    }
    // With a span of several lines, an editor that keeps the heads of open entries in sight (sticky scroll) would keep
    // a paragraph's first line there.
    const symbol = symbolOf(analysis, { kind, block, end: lineEndOf(analysis, block), children: [] });
    if (section) {
      section.own.push(symbol);
      section.end = block.end;
    } else children.push(symbol);
  }
  close();
  return children;
}

interface Entry {
  readonly kind: OutlineKind;
  readonly block: Block;
  /** Where the span ends that begins with the block. */
  readonly end: number;
  readonly detail?: string;
  readonly children: readonly OutlineSymbol[];
}

function symbolOf(analysis: Analysis, { kind, block, end, detail = "", children }: Entry): OutlineSymbol {
  const text = onOneLine(block.text);
  const name = kind === "crosshead" ? text : firstWords(text);
  return { name: name || "…", detail, kind, ...spansOf(analysis, { start: block.start, end }), children };
}

function spansOf(analysis: Analysis, span: Span): { span: Span; selection: Span } {
  return { span, selection: { start: span.start, end: lineEndOf(analysis, span) } };
}

/** Where the first line of a span ends. */
function lineEndOf({ page }: Analysis, { start, end }: Span): number {
  const line = page.lines[indexAtOffset(page.lines, start)];
  return Math.max(start, Math.min(end, line?.end ?? end));
}

/** The beginning of a text: so many characters, and … where more follow. */
function firstWords(text: string): string {
  const all = [...onOneLine(text)];
  if (all.length <= FIRST_WORDS) return all.join("");
  return `${all.slice(0, FIRST_WORDS).join("")}…`;
}

function bylineText({ text }: Block): string {
  return onOneLine(text.replace(BULLET, ""));
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
