/** Helpers to write a page down: articles as labelled paragraphs, and the order in which their parts come. */

import type { CleanArticle, CleanBlock, Column, PageItem, TruthRole } from "../types.ts";

const LABELS: Readonly<Record<string, TruthRole>> = {
  引题: "kicker",
  标题: "headline",
  副题: "subhead",
  署名: "byline",
  图片: "caption",
  小标题: "crosshead",
  编者按: "editor_note",
  转版: "jump_line",
};

/** An article from one paragraph a line; `标题：`, `引题：`, `副题：`, `署名：`, `图片：`, `小标题：` and so on label what is no text. */
export function article(id: string, source: string): CleanArticle {
  const parts: { -readonly [K in keyof CleanArticle]?: CleanArticle[K] } = {};
  const blocks: CleanBlock[] = [];
  for (const line of source.trim().split("\n")) {
    const [, label = "", rest = ""] = /^(\p{L}+)：(.*)$/u.exec(line) ?? [];
    const role = LABELS[label];
    switch (role) {
      case undefined:
        blocks.push({ role: "body", text: line });
        break;
      case "kicker":
      case "headline":
      case "subhead":
      case "byline":
      case "caption":
        parts[role] = rest;
        break;
      default:
        blocks.push({ role, text: rest });
    }
  }
  return { id, ...parts, blocks };
}

/** The text of an article, in columns; its jump lines stand apart ({@link jump}). */
export function flow(source: CleanArticle, columns: readonly Column[]): PageItem {
  const blocks = source.blocks.filter(({ role }) => role !== "jump_line");
  return { kind: "flow", article: source.id, blocks, columns };
}

/** The jump lines of an article, as lines of their own. */
export function jump(source: CleanArticle): PageItem[] {
  const lines = source.blocks.filter(({ role }) => role === "jump_line");
  return lines.map(({ role, text }) => ({ kind: "display", article: source.id, role, text, width: 30 }));
}

/** Parts of an article's heading, in the order given, each on lines of at most `width` em. */
export function heading(
  source: CleanArticle,
  parts: readonly ("kicker" | "headline" | "subhead" | "byline")[],
  width = 34,
): PageItem[] {
  return parts.map((role) => ({ kind: "display", article: source.id, role, text: source[role] ?? "", width }));
}

/** The caption of an article's picture, set to `width` em. */
export function caption(source: CleanArticle, width: number): PageItem[] {
  return [{ kind: "display", article: source.id, role: "caption", text: source.caption ?? "", width }];
}

/** A line that belongs to no article: a page head, a credit. */
export function alone(role: "folio" | "credit" | "caption", text: string): PageItem {
  return { kind: "display", article: "", role, text, width: 60 };
}
