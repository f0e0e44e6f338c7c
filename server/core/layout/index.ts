/** The layout of a page: which lines belong together, and where the lines inside them were wrapped. */

import { type Page, splitLines } from "../text/text.ts";
import { setsNumbersClose } from "./gaps/habit.ts";
import { classifyGaps } from "./gaps.ts";
import { join } from "./joined.ts";
import { type VisualLine, visualLinesOf } from "./lines.ts";
import { blockRangesOf, type LineRange, parsePage } from "./page-parse.ts";
import type { SeenTogether } from "./pairs.ts";
import type { Parse, Part } from "./parse/index.ts";
import { wrapReason } from "./reasons.ts";
import type { Block, Layout, Wrap } from "./types.ts";
import { WEIGHTS, type Weights } from "./weights.ts";

export * from "./joined.ts";
export * from "./types.ts";

/**
 * Explains a page as blocks. Total: any string has a layout; a page without text has no block. The layout is a
 * fixed point: the page with its blocks joined has the same blocks, so that fixes converge (invariant 2).
 */
export function layOut(page: Page, weights: Weights = WEIGHTS): Layout {
  const lines = visualLinesOf(page.lines);
  const { parsed, model } = parsePage(lines, weights);
  const blocks = steadyBlocksOf({ page, lines, parsed, numbersClose: setsNumbersClose(page.text) }, weights);
  return { page, blocks, wraps: wrapsOf(page, blocks, model.seen) };
}

/** A page as it was first parsed. */
interface ParsedPage {
  readonly page: Page;
  readonly lines: readonly VisualLine[];
  readonly parsed: Parse;
  /** See {@link setsNumbersClose}. */
  readonly numbersClose: boolean;
}

/** Joins blocks until the page of joined blocks would not join any further; each round has fewer blocks. */
function steadyBlocksOf(parsedPage: ParsedPage, weights: Weights): Block[] {
  const { page, parsed } = parsedPage;
  let ranges = blockRangesOf(parsed);
  for (;;) {
    const blocks = ranges.map((range, index) => blockOf(parsedPage, range, index));
    const joined = visualLinesOf(splitLines(blocks.map((block) => indentOf(page, block) + block.text).join("\n\n")));
    if (joined.length !== blocks.length) return blocks;
    const merged = blockRangesOf(parsePage(joined, weights).parsed);
    if (merged.length === ranges.length) return blocks;
    const before = ranges;
    ranges = merged.map(({ first, last }) => ({ first: before[first]?.first ?? 0, last: before[last]?.last ?? 0 }));
  }
}

/** White space before a block's first character on its line; a fixed page keeps it. */
function indentOf(page: Page, block: Block): string {
  return page.text.slice(page.lines[block.firstLine]?.start ?? block.start, block.start);
}

const DISPLAY_PARTS: ReadonlySet<Part> = new Set<Part>(["display", "caption", "crosshead", "row", "verse"]);

function blockOf({ page, lines, parsed, numbersClose }: ParsedPage, range: LineRange, index: number): Block {
  const first = lines[range.first] as VisualLine;
  const last = lines[range.last] as VisualLine;
  const span = { start: first.start, end: last.end };
  const gaps = classifyGaps(page.text, span, numbersClose);
  return {
    ...span,
    ...join(page.text, span, gaps),
    index,
    setting: DISPLAY_PARTS.has(parsed.parts[range.last] as Part) ? "display" : "body",
    firstLine: first.line,
    lastLine: last.line,
    gaps,
    measure: parsed.measures[range.first] ?? 0,
  };
}

const LINE_BREAK = /[\r\n]/;
/** A wrap's reason is looked for in so many UTF-16 units before and after it. */
const REACH = 12;

function wrapsOf(page: Page, blocks: readonly Block[], seen: SeenTogether): Wrap[] {
  const { text, lines } = page;
  const wraps: Wrap[] = [];
  for (const block of blocks) {
    let line = block.firstLine;
    for (const { start, end } of block.gaps) {
      if (!LINE_BREAK.test(text.slice(start, end))) continue;
      while ((lines[line]?.next ?? end) <= start) line += 1;
      const left = text.slice(Math.max(block.start, start - REACH), start);
      const right = text.slice(end, Math.min(block.end, end + REACH));
      wraps.push({ start, end, block: block.index, line, reason: wrapReason(left, right, seen.has) });
    }
  }
  return wraps;
}
