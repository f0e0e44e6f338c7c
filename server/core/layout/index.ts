/** The layout of a page: which lines belong together, and where the lines inside them were wrapped. */

import type { Page } from "../text/text.ts";
import { beginPage } from "./clean-text.ts";
import type { Weave } from "./interleaved/tracks.ts";
import { interruptionsAmong } from "./interrupted.ts";
import type { VisualLine } from "./lines.ts";
import type { LineRange } from "./page-parse.ts";
import type { SeenTogether } from "./pairs.ts";
import { MOSTLY_JOINED, type WeighedParse } from "./parse/index.ts";
import { wrapReason } from "./reasons.ts";
import { settingsOf } from "./setting.ts";
import { type ReadPage, type SettledBlock, settled } from "./settled.ts";
import type { Block, InterleavedColumns, Layout, Wrap } from "./types.ts";
import { WEIGHTS, type Weights } from "./weights.ts";
import { wholeTextsOf } from "./whole-texts.ts";

export * from "./joined.ts";
export * from "./types.ts";

/**
 * Explains a page as blocks. Total: any string has a layout; a page without text has no block. The layout is that of the
 * fixed page, told on the page as it is, so that fixes converge (invariant 2). A fixed page has a blank beside its numerals
 * where the house is one that has them `spaced`, else none.
 */
export function layOut(page: Page, spaced = false, weights: Weights = WEIGHTS): Layout {
  beginPage();
  const { asIs, fixed, blocks: found, lines } = settled(page, spaced, weights);
  const settings = settingsOf(fixed.lines, fixed.parsed.parts, fixed.blocks);
  const interruptions = interruptionsAmong({ model: fixed.model, ranges: fixed.blocks, settings });
  const parts = new Set(interruptions.flatMap(({ before, after }) => [before, after]));
  const blocks = found.map((block, index) =>
    blockOf(asIs, block, { index, setting: parts.has(index) ? "body" : (settings[index] ?? "body") }),
  );
  return {
    page,
    blocks,
    texts: wholeTextsOf(blocks, interruptions),
    wraps: wrapsOf(page, blocks, asIs.model.seen),
    interruptions,
    interleaved: fixed.interleaved.map((weave) => columnsOf(weave, lines, found)),
    mayGoOn: asIs.model.dialect.joinedShare > MOSTLY_JOINED ? [] : mayGoOn(asIs.lines, asIs.parsed, blocks),
  };
}

/** The blocks of a page that end where its lines hardly say whether a paragraph ends, too. */
function mayGoOn(lines: readonly VisualLine[], parsed: WeighedParse, blocks: readonly Block[]): number[] {
  const endAt = new Map(blocks.map((block) => [block.lastLine, block.index]));
  return lines.flatMap((line, i) => {
    const block = endAt.get(line.line);
    return block !== undefined && block + 1 < blocks.length && (parsed.margins[i] ?? 0) > -THIN ? [block] : [];
  });
}

/** A break is thinly founded if a wrap costs no more than so many nats more. */
const THIN = 0.5;

/** The blocks of columns that were read row by row: each line of theirs is a piece and a block of its own. */
function columnsOf({ columns }: Weave, pieces: readonly LineRange[], blocks: readonly LineRange[]): InterleavedColumns {
  const blockAt = new Map(blocks.map(({ first }, index) => [first, index]));
  return { columns: columns.map((column) => column.flatMap((i) => blockAt.get(pieces[i]?.first ?? -1) ?? [])) };
}

/** A block of the page as it is; a wrap that is doubtful is joined in its text, and stays on the page. */
function blockOf(
  { lines, parsed }: ReadPage,
  { first, last, clean, doubtful }: SettledBlock,
  known: Pick<Block, "index" | "setting">,
): Block {
  const [top, bottom] = [lines[first] as VisualLine, lines[last] as VisualLine];
  const { gaps, text, pieces } = clean;
  return {
    ...known,
    start: top.start,
    end: bottom.end,
    text,
    pieces,
    firstLine: top.line,
    lastLine: bottom.line,
    gaps:
      doubtful.size === 0
        ? gaps
        : gaps.map((gap) => (doubtful.has(gap.start) ? { ...gap, doubtful: gap.fixed ?? gap.joined } : gap)),
    measure: parsed.measures[first] ?? 0,
  };
}

const LINE_BREAK = /[\r\n]/;
/** A wrap's reason is looked for in so many UTF-16 units before and after it; an address is long. */
const REACH = 200;

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
