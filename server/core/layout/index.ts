/** The layout of a page: which lines belong together, and where the lines inside them were wrapped. */

import { lineBreakOf, splitLines, trimSpan } from "../text.ts";
import { classifyGaps } from "./gaps.ts";
import { join } from "./joined.ts";
import type { Block, Layout, Page } from "./types.ts";

export * from "./joined.ts";
export * from "./types.ts";

/** The page of a text. */
export function pageOf(text: string): Page {
  return { text, lines: splitLines(text), eol: lineBreakOf(text) };
}

/** Explains a page as blocks. Total: any string has a layout; a page without text has no block. */
export function layOut(page: Page): Layout {
  const blocks: Block[] = [];
  for (const line of page.lines) {
    const span = trimSpan(page.text, line);
    if (span.start === span.end) continue;
    const gaps = classifyGaps(page.text, span);
    const { text, pieces } = join(page.text, span, gaps);
    blocks.push({
      ...span,
      index: blocks.length,
      setting: "body",
      firstLine: line.index,
      lastLine: line.index,
      text,
      pieces,
      gaps,
      measure: 0,
    });
  }
  return { page, blocks, wraps: [] };
}
