/** Moves what was found on a sheet to where the sheet stands in its text. */

import type { Article, Articles } from "./articles/types.ts";
import { movedGap, movedPiece } from "./layout/moved.ts";
import type { Block, Layout } from "./layout/types.ts";
import type { Finding, Fix } from "./page/finding.ts";
import type { Line, Span, TextEdit } from "./text/text.ts";

/** Where a sheet begins: its offset (UTF-16), and how many lines and blocks stand before it. */
export interface Place {
  readonly offset: number;
  readonly line: number;
  readonly block: number;
}

/** What a layout says beside its page. */
export type LaidOut = Omit<Layout, "page">;

function spanAt<S extends Span>(offset: number, span: S): S {
  return { ...span, start: span.start + offset, end: span.end + offset };
}

/** A sheet's lines. */
export function placedLines(lines: readonly Line[], { offset, line }: Place): Line[] {
  return lines.map(({ index, start, end, text, next }) => ({
    index: index + line,
    start: start + offset,
    end: end + offset,
    text,
    next: next + offset,
  }));
}

/** A sheet's layout, beside its page. */
export function placedLayout(layout: Layout, place: Place): LaidOut {
  const { offset, line, block } = place;
  const blocks = layout.blocks.map((one) => placedBlock(one, place));
  const ofText = (one: Block, i: number): Block =>
    one === layout.blocks[i] ? (blocks[i] as Block) : placedBlock(one, place);
  return {
    blocks,
    texts: layout.texts === layout.blocks ? blocks : layout.texts.map(ofText),
    wraps: layout.wraps.map((wrap) => ({ ...spanAt(offset, wrap), block: wrap.block + block, line: wrap.line + line })),
    interruptions: layout.interruptions.map(({ before, after }) => ({ before: before + block, after: after + block })),
    interleaved: layout.interleaved.map(({ columns }) => ({
      columns: columns.map((column) => column.map((index) => index + block)),
    })),
    mayGoOn: layout.mayGoOn.map((index) => index + block),
  };
}

function placedBlock(one: Block, { offset, line, block }: Place): Block {
  return {
    ...one,
    index: one.index + block,
    firstLine: one.firstLine + line,
    lastLine: one.lastLine + line,
    start: one.start + offset,
    end: one.end + offset,
    pieces: one.pieces.map((piece) => movedPiece(piece, offset)),
    gaps: one.gaps.map((gap) => movedGap(gap, offset)),
  };
}

/** A sheet's articles, made of the blocks of its placed layout; `from` articles stand before it. */
export function placedArticles(
  { articles, roles }: Articles,
  { blocks }: LaidOut,
  { offset, from }: { readonly offset: number; readonly from: number },
): Articles {
  const own = (block: Block): Block => blocks[block.index] as Block;
  const part = (name: "headline" | "kicker" | "deck", block: Block | undefined): Partial<Article> =>
    block ? { [name]: own(block) } : {};
  return {
    roles,
    articles: articles.map((article) => ({
      ...spanAt(offset, article),
      ...part("headline", article.headline),
      ...part("kicker", article.kicker),
      ...part("deck", article.deck),
      index: article.index + from,
      blocks: article.blocks.map(own),
      heading: article.heading.map(own),
      named: article.named.map(own),
      bylines: article.bylines.map(own),
      detached: article.detached.map(own),
    })),
  };
}

/** A sheet's findings; those that share a fix go on sharing it. */
export function placedFindings(findings: readonly Finding[], { offset, line }: Place): Finding[] {
  const fixes = new Map<Fix, Fix>();
  const editAt = (edit: TextEdit): TextEdit => spanAt(offset, edit);
  const fixAt = (fix: Fix): Fix => {
    const placed = fixes.get(fix) ?? { ...fix, edits: fix.edits.map(editAt) };
    fixes.set(fix, placed);
    return placed;
  };
  return findings.map((finding) => {
    const { fix, related } = finding;
    return {
      ...spanAt(offset, finding),
      ...renumbered(finding, line),
      ...(fix ? { fix: fixAt(fix) } : {}),
      ...(related ? { related: related.map((one) => spanAt(offset, one)) } : {}),
    };
  });
}

/** The line that a finding names, and its message, where so many lines stand before its sheet. */
function renumbered({ namesLine, message }: Finding, lines: number): Partial<Finding> {
  if (namesLine === undefined) return {};
  const line = namesLine + lines;
  const named = (words: string): string => words.replace(String(namesLine), String(line));
  return { namesLine: line, message: { zh: named(message.zh), en: named(message.en) } };
}
