/** The layout of a page: which lines belong together, and where the lines inside them were wrapped. */

import { PageMemory } from "../text/page-memory.ts";
import { type Page, type Span, splitLines } from "../text/text.ts";
import { habitsOf, type PageHabits } from "./gaps/habit.ts";
import type { Reading } from "./gaps/in-cells.ts";
import { classifyGaps } from "./gaps.ts";
import type { Weave } from "./interleaved/tracks.ts";
import { interruptionsAmong, type ParsedBlocks } from "./interrupted.ts";
import { join } from "./joined.ts";
import { HEAD } from "./line-classes.ts";
import { type VisualLine, visualLinesOf } from "./lines.ts";
import { movedGap, movedPiece } from "./moved.ts";
import { blockRangesOf, type LineRange, type PageParse, parsePage, sureRangesOf } from "./page-parse.ts";
import type { SeenTogether } from "./pairs.ts";
import { MOSTLY_JOINED, type WeighedParse } from "./parse/index.ts";
import { wrapReason } from "./reasons.ts";
import { settingsOf } from "./setting.ts";
import type { Block, Gap, InterleavedColumns, Layout, Wrap } from "./types.ts";
import { WEIGHTS, type Weights } from "./weights.ts";
import { wholeTextsOf } from "./whole-texts.ts";

export * from "./joined.ts";
export * from "./types.ts";

/**
 * Explains a page as blocks. Total: any string has a layout; a page without text has no block. The layout is a
 * fixed point: the page with its blocks joined has the same blocks, so that fixes converge (invariant 2).
 */
export function layOut(page: Page, weights: Weights = WEIGHTS): Layout {
  CLEAN_TEXTS.begin();
  const lines = visualLinesOf(page.lines);
  const pageParse = parsePage(lines, weights);
  const { parsed, model } = pageParse;
  const { blocks, interruptions, interleaved } = steadyBlocksOf(
    { page, lines, ...pageParse, habits: habitsOf(page.text) },
    weights,
  );
  return {
    page,
    blocks,
    texts: wholeTextsOf(blocks, interruptions),
    wraps: wrapsOf(page, blocks, model.seen),
    interruptions,
    interleaved,
    mayGoOn: model.dialect.joinedShare > MOSTLY_JOINED ? [] : mayGoOn(lines, parsed, blocks),
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

/** A page as it was first parsed. */
interface ParsedPage extends PageParse {
  readonly page: Page;
  readonly lines: readonly VisualLine[];
  readonly habits: PageHabits;
}

/** Lines that surely belong together, how their blanks are read, and what comes of that. */
interface Piece extends LineRange {
  readonly reading: Reading;
  readonly gaps: readonly Gap[];
  readonly text: string;
  readonly pieces: Block["pieces"];
}

/**
 * Joins lines that surely belong together until the page of joined lines would not join any further; each round has
 * fewer of them, or fewer that are read as rows. What that page, which is the fixed page, takes for one block is one,
 * its doubtful wraps included; and which paragraphs are interrupted is asked of that page alone.
 */
function steadyBlocksOf(
  parsedPage: ParsedPage,
  weights: Weights,
): Pick<Layout, "blocks" | "interruptions" | "interleaved"> {
  const { page, lines, parsed, model } = parsedPage;
  let pieces = sureRangesOf(model, parsed).map((range) => pieceOf(parsedPage, range, readingOf(lines, parsed, range)));
  let blocks = blockRangesOf(parsed);
  let last: ParsedBlocks = { model, ranges: blocks, settings: settingsOf(lines, parsed.parts, blocks) };
  let { interleaved } = parsedPage;
  for (;;) {
    const texts = pieces.map((piece) => indentOf(page, lines, piece) + piece.text);
    const joined = visualLinesOf(splitLines(texts.join("\n\n")));
    if (joined.length !== pieces.length) break;
    const parsedAgain = parsePage(joined, weights);
    const { parsed: again, model: ofJoined } = parsedAgain;
    interleaved = parsedAgain.interleaved;
    const before = pieces;
    const linesOf = ({ first, last }: LineRange): LineRange => ({
      first: before[first]?.first ?? 0,
      last: before[last]?.last ?? 0,
    });
    const ranges = blockRangesOf(again);
    last = { model: ofJoined, ranges, settings: settingsOf(joined, again.parts, ranges) };
    blocks = ranges.map(linesOf);
    pieces = sureRangesOf(ofJoined, again).map((range) => {
      const reading = readingOf(joined, again, range);
      const known = before[range.first] as Piece;
      if (range.first === range.last && known.reading === reading) return known;
      return pieceOf(parsedPage, linesOf(range), known.reading === reading ? reading : "text");
    });
    if (pieces.length === before.length && pieces.every(({ reading }, i) => reading === before[i]?.reading)) break;
  }
  const interruptions = interruptionsAmong(last);
  const parts = new Set(interruptions.flatMap(({ before, after }) => [before, after]));
  let next = 0;
  const made = blocks.map((range, index) => {
    const from = next;
    while (next < pieces.length && (pieces[next] as Piece).last <= range.last) next += 1;
    const setting = parts.has(index) ? "body" : (last.settings[index] ?? "body");
    return blockOf(parsedPage, { ...range, index, setting }, pieces.slice(from, next));
  });
  return {
    blocks: made,
    interruptions,
    interleaved: interleaved.map((weave) => columnsOf(weave, pieces, blocks)),
  };
}

/** The blocks of columns that were read row by row: each line of theirs is a piece and a block of its own. */
function columnsOf({ columns }: Weave, pieces: readonly LineRange[], blocks: readonly LineRange[]): InterleavedColumns {
  const blockAt = new Map(blocks.map(({ first }, index) => [first, index]));
  return { columns: columns.map((column) => column.flatMap((i) => blockAt.get(pieces[i]?.first ?? -1) ?? [])) };
}

/** How the blanks of lines are read that belong together. */
function readingOf(lines: readonly VisualLine[], { parts }: WeighedParse, { first, last }: LineRange): Reading {
  const { head } = lines[first] as VisualLine;
  if (first === last && (isRow(lines, parts, first) || parts[first] === "verse" || head === HEAD.folio)) return "cells";
  return head === HEAD.numbered || head === HEAD.item || head === HEAD.label ? "numbered" : "text";
}

/** Whether a line is a row of a table: one alone may as well be a heading, unless it has more cells than one has parts. */
function isRow(lines: readonly VisualLine[], parts: WeighedParse["parts"], i: number): boolean {
  if (parts[i] !== "row") return false;
  return parts[i - 1] === "row" || parts[i + 1] === "row" || (lines[i] as VisualLine).cells.length > 2;
}

/** White space before a range's first character on its line; a fixed page keeps it. */
function indentOf(page: Page, lines: readonly VisualLine[], { first }: LineRange): string {
  const { line, start } = lines[first] as VisualLine;
  return page.text.slice(page.lines[line]?.start ?? start, start);
}

function spanOf(lines: readonly VisualLine[], { first, last }: LineRange): Span {
  return { start: (lines[first] as VisualLine).start, end: (lines[last] as VisualLine).end };
}

/** Lines that belong together as clean text. */
function pieceOf({ page, lines, habits }: ParsedPage, { first, last }: LineRange, reading: Reading): Piece {
  const { gaps, text, pieces } = cleanText(page.text, spanOf(lines, { first, last }), habits, reading);
  return { first, last, reading, gaps, text, pieces };
}

/** A stretch of a page, from `start` on, with its gaps and what it is without them. */
interface CleanText extends Pick<Piece, "gaps" | "text" | "pieces"> {
  readonly start: number;
  /** It hangs on which characters stand together elsewhere on its page, so it holds for that page only. */
  readonly ofPage: boolean;
}

/** Most lines of a page belong together as they did before an edit. */
const CLEAN_TEXTS = new PageMemory<CleanText>();

function cleanText(page: string, span: Span, habits: PageHabits, reading: Reading): CleanText {
  const key = `${reading}${habits.numbersClose ? "=" : " "}${page.slice(span.start, span.end)}`;
  let isNew = false;
  const known = CLEAN_TEXTS.of(key, () => {
    isNew = true;
    return cleaned(page, span, habits, reading);
  });
  if (isNew) return known;
  if (known.ofPage) return cleaned(page, span, habits, reading);
  return known.start === span.start ? known : movedText(known, span.start);
}

function cleaned(page: string, span: Span, { numbersClose, hasTwice }: PageHabits, reading: Reading): CleanText {
  let ofPage = false;
  const asked = (pair: string): boolean => {
    ofPage = true;
    return hasTwice(pair);
  };
  const gaps = classifyGaps(page, span, { numbersClose, hasTwice: asked }, reading);
  return { start: span.start, gaps, ...join(page, span, gaps), ofPage };
}

/** The same stretch where it stands elsewhere. */
function movedText({ start, gaps, text, pieces, ofPage }: CleanText, to: number): CleanText {
  const by = to - start;
  return {
    start: to,
    text,
    gaps: gaps.map((gap) => movedGap(gap, by)),
    pieces: pieces.map((one) => movedPiece(one, by)),
    ofPage,
  };
}

/** The block of a range of lines, which are one piece or more; between these its wraps are doubtful. */
function blockOf(
  parsedPage: ParsedPage,
  range: LineRange & Pick<Block, "index" | "setting">,
  own: readonly Piece[],
): Block {
  const { lines, parsed } = parsedPage;
  const { gaps, text, pieces } = own.length === 1 ? (own[0] as Piece) : pieceOf(parsedPage, range, "text");
  const { start, end } = spanOf(lines, range);
  const ends = new Set(own.slice(0, -1).map(({ last }) => (lines[last] as VisualLine).end));
  return {
    start,
    end,
    text,
    pieces,
    index: range.index,
    setting: range.setting,
    firstLine: (lines[range.first] as VisualLine).line,
    lastLine: (lines[range.last] as VisualLine).line,
    gaps:
      ends.size === 0
        ? gaps
        : gaps.map((gap) => (gap.cause === "wrap" && ends.has(gap.start) ? { ...gap, doubtful: gap.joined } : gap)),
    measure: parsed.measures[range.first] ?? 0,
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
