/** The layout of a page: which lines belong together, and where the lines inside them were wrapped. */

import { type Page, splitLines } from "../text/text.ts";
import { setsNumbersClose } from "./gaps/habit.ts";
import { classifyGaps } from "./gaps.ts";
import { join } from "./joined.ts";
import { type VisualLine, visualLinesOf } from "./lines.ts";
import { explain, type Group, groupsOf } from "./page-parse.ts";
import { type Pairs, pairsOf } from "./pairs.ts";
import type { Parse, Part } from "./parse/index.ts";
import { wrapReason } from "./reasons.ts";
import type { Block, Layout, Wrap } from "./types.ts";
import { WEIGHTS, type Weights } from "./weights.ts";

export * from "./joined.ts";
export * from "./types.ts";

/**
 * Explains a page as blocks. Total: any string has a layout; a page without text has no block. The layout is a
 * fixed point: the page with its blocks joined has the same blocks, so that fixes converge (promise 2).
 */
export function layOut(page: Page, weights: Weights = WEIGHTS): Layout {
  const lines = visualLinesOf(page.lines);
  const pairs = pairsOf(lines);
  const { parsed } = explain(lines, pairs, weights);
  const blocks = settle(page, lines, parsed, weights);
  return { page, blocks, wraps: wrapsOf(page, blocks, pairs) };
}

/** Joins blocks until the page of joined blocks would not join any further; each round has fewer blocks. */
function settle(page: Page, lines: readonly VisualLine[], parsed: Parse, weights: Weights): Block[] {
  let groups = groupsOf(parsed);
  const close = setsNumbersClose(page.text);
  for (;;) {
    const blocks = groups.map((group, index) => blockOf(page, lines, parsed, group, index, close));
    const joined = visualLinesOf(splitLines(blocks.map((block) => indentOf(page, block) + block.text).join("\n\n")));
    if (joined.length !== blocks.length) return blocks;
    const merged = groupsOf(explain(joined, pairsOf(joined), weights).parsed);
    if (merged.length === groups.length) return blocks;
    const before = groups;
    groups = merged.map(({ first, last }) => ({ first: before[first]?.first ?? 0, last: before[last]?.last ?? 0 }));
  }
}

/** White space before a block's first character on its line; a fixed page keeps it. */
function indentOf(page: Page, block: Block): string {
  return page.text.slice(page.lines[block.firstLine]?.start ?? block.start, block.start);
}

const DISPLAY_PARTS: ReadonlySet<Part> = new Set<Part>([
  "display",
  "displayMore",
  "caption",
  "captionMore",
  "crosshead",
]);

function blockOf(
  page: Page,
  lines: readonly VisualLine[],
  parsed: Parse,
  group: Group,
  index: number,
  close: boolean,
): Block {
  const first = lines[group.first] as VisualLine;
  const last = lines[group.last] as VisualLine;
  const span = { start: first.start, end: last.end };
  const gaps = classifyGaps(page.text, span, close);
  return {
    ...span,
    ...join(page.text, span, gaps),
    index,
    setting: DISPLAY_PARTS.has(parsed.parts[group.last] as Part) ? "display" : "body",
    firstLine: first.line,
    lastLine: last.line,
    gaps,
    measure: parsed.measures[group.first] ?? 0,
  };
}

const LINE_BREAK = /[\r\n]/;
/** Characters of a line that its reason is looked for in. */
const CONTEXT = 12;

function wrapsOf(page: Page, blocks: readonly Block[], pairs: Pairs): Wrap[] {
  const { text, lines } = page;
  const wraps: Wrap[] = [];
  for (const block of blocks) {
    let line = block.firstLine;
    for (const { start, end } of block.gaps) {
      if (!LINE_BREAK.test(text.slice(start, end))) continue;
      while ((lines[line]?.next ?? end) <= start) line += 1;
      const left = text.slice(Math.max(block.start, start - CONTEXT), start);
      const right = text.slice(end, Math.min(block.end, end + CONTEXT));
      wraps.push({ start, end, block: block.index, line, reason: wrapReason(left, right, pairs.has) });
    }
  }
  return wraps;
}
