/** The layout of a page: which lines belong together, and where the lines inside them were wrapped. */

import { lineBreakOf, type Span, splitLines } from "../text.ts";
import { classifyGaps } from "./gaps.ts";
import { join } from "./joined.ts";
import { type VisualLine, visualLinesOf } from "./lines.ts";
import { type Pairs, pairsOf } from "./pairs.ts";
import { explain, type Group, groupsOf } from "./page-parse.ts";
import type { Parse } from "./parse.ts";
import { wrapReason } from "./reasons.ts";
import type { Block, Layout, Page, Setting, Wrap } from "./types.ts";
import { WEIGHTS, type Weights } from "./weights.ts";

export * from "./joined.ts";
export * from "./types.ts";

/** The page of a text. */
export function pageOf(text: string): Page {
  return { text, lines: splitLines(text), eol: lineBreakOf(text) };
}

/**
 * Explains a page as blocks. Total: any string has a layout; a page without text has no block. The layout is a
 * fixed point: the page with its blocks joined has the same blocks, so a fix converges (promise 2).
 */
export function layOut(page: Page, weights: Weights = WEIGHTS): Layout {
  const lines = visualLinesOf(page.lines);
  const pairs = pairsOf(lines);
  const { parsed } = explain(lines, pairs, weights);
  const groups = settle(page, lines, groupsOf(parsed), weights);
  const blocks = groups.map((group, index) => blockOf(page, lines, parsed, group, index));
  return { page, blocks, wraps: wrapsOf(page, lines, blocks, pairs) };
}

/** Joins groups until the page of joined groups would not join any further. */
function settle(page: Page, lines: readonly VisualLine[], groups: Group[], weights: Weights): Group[] {
  let settled = groups;
  for (;;) {
    const joined = pageOf(settled.map((group) => joinedText(page, lines, group)).join("\n\n"));
    const again = visualLinesOf(joined.lines);
    if (again.length !== settled.length) return settled;
    const merged = groupsOf(explain(again, pairsOf(again), weights).parsed);
    if (merged.length === settled.length) return settled;
    const before = settled;
    settled = merged.map(({ first, last }) => ({ first: (before[first] as Group).first, last: (before[last] as Group).last }));
  }
}

function joinedText(page: Page, lines: readonly VisualLine[], group: Group): string {
  const span = spanOf(lines, group);
  const lineStart = page.lines[(lines[group.first] as VisualLine).line]?.start ?? span.start;
  return page.text.slice(lineStart, span.start) + join(page.text, span, classifyGaps(page.text, span)).text;
}

function spanOf(lines: readonly VisualLine[], { first, last }: Group): Span {
  return { start: (lines[first] as VisualLine).start, end: (lines[last] as VisualLine).end };
}

function blockOf(page: Page, lines: readonly VisualLine[], parsed: Parse, group: Group, index: number): Block {
  const span = spanOf(lines, group);
  const gaps = classifyGaps(page.text, span);
  return {
    ...span,
    ...join(page.text, span, gaps),
    index,
    setting: settingOf(parsed, group),
    firstLine: (lines[group.first] as VisualLine).line,
    lastLine: (lines[group.last] as VisualLine).line,
    gaps,
    measure: parsed.measures[group.first] ?? 0,
  };
}

function settingOf(parsed: Parse, group: Group): Setting {
  const part = parsed.parts[group.last];
  return part === "display" || part === "displayMore" || part === "caption" || part === "captionMore" ? "display" : "body";
}

function wrapsOf(page: Page, lines: readonly VisualLine[], blocks: readonly Block[], pairs: Pairs): Wrap[] {
  const byLine = new Map(lines.map((line, i) => [line.line, i]));
  const wraps: Wrap[] = [];
  for (const block of blocks) {
    for (const gap of block.gaps) {
      if (gap.cause === "kept" || !/[\r\n]/.test(page.text.slice(gap.start, gap.end))) continue;
      wraps.push({ start: gap.start, end: gap.end, block: block.index, line: 0, reason: { zh: "", en: "" } });
    }
  }
  void byLine;
  void pairs;
  void wrapReason;
  return wraps;
}
