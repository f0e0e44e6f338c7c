/** Reads a page, and the page that its safe fixes leave, until these fixes would change nothing any more. */

import { type Page, type Span, splitLines } from "../text/text.ts";
import { type CleanText, cleanText, fixedText } from "./clean-text.ts";
import { composed, type FixedStretch, type Stretch } from "./composed.ts";
import { habitsOf } from "./gaps/habit.ts";
import type { Reading } from "./gaps/in-cells.ts";
import { HEAD } from "./line-classes.ts";
import { type VisualLine, visualLinesOf } from "./lines.ts";
import { blockRangesOf, type LineRange, type PageParse, parsePage, sureRangesOf } from "./page-parse.ts";
import type { WeighedParse } from "./parse/index.ts";
import type { Weights } from "./weights.ts";

/** A page as one parse explains it. */
export interface ReadPage extends PageParse {
  readonly page: Page;
  readonly lines: readonly VisualLine[];
  readonly blocks: readonly ReadBlock[];
}

/** Lines that surely belong together, as what their safe fixes leave of them; offsets of the page that was read. */
type Part = LineRange & Stretch;

/** A block of a parse. */
interface ReadBlock extends LineRange {
  readonly clean: CleanText;
  /** Between two of these a wrap is doubtful. */
  readonly parts: readonly Part[];
}

/** A block of the settled page, told on the page as it is. */
export interface SettledBlock extends LineRange {
  readonly clean: CleanText;
  /** Offsets at which its doubtful wraps begin. */
  readonly doubtful: ReadonlySet<number>;
}

/** A page, and how it is read once its safe fixes are made. */
export interface Settled {
  readonly asIs: ReadPage;
  readonly fixed: ReadPage;
  /** The blocks of the fixed page on the page as it is. */
  readonly blocks: readonly SettledBlock[];
  /** The lines of the page as it is that each line of the fixed page is made of. */
  readonly lines: readonly LineRange[];
}

/** Rounds at most, so that no page takes long; the most that any has been seen to need is seven. */
const ROUNDS = 32;

/**
 * Reads a page, then the page that its safe fixes would leave, and so on until nothing changes. So the page that this ends
 * with is its own fixed page, and what is read there holds for every page on the way. It ends, as each round has fewer lines,
 * or less white space, or a blank beside a numeral that had none.
 */
export function settled(page: Page, spaced: boolean, weights: Weights): Settled {
  const asIs = readPage(page, spaced, weights);
  let fixed = asIs;
  let lines: readonly Part[] | undefined;
  for (let round = 0; round < ROUNDS; round += 1) {
    const parts = fixed.blocks.flatMap((block) => block.parts);
    const next = lines ? parts.map((part) => onPage(page.text, part, lines as readonly Part[], fixed)) : parts;
    if (isSettled(fixed, next)) break;
    const text = `${next.map((part) => indentOf(asIs, part) + part.fixed.text).join("\n\n")}\n`;
    const again = readPage({ text, lines: splitLines(text), eol: "\n" }, spaced, weights);
    if (again.lines.length !== next.length) break;
    fixed = again;
    lines = next;
  }
  const { blocks } = fixed;
  return {
    asIs,
    fixed,
    blocks: lines
      ? blocks.map((block) => blockOnPage(page.text, block, lines as readonly Part[], fixed))
      : blocks.map(asItIs),
    lines: lines ?? asIs.lines.map((_, i) => ({ first: i, last: i })),
  };
}

/** Reads a page once. */
function readPage(page: Page, spaced: boolean, weights: Weights): ReadPage {
  const lines = visualLinesOf(page.lines);
  const pageParse = parsePage(lines, weights);
  const { model, parsed } = pageParse;
  const style = { habits: habitsOf(page.text), spaced };
  const sure = sureRangesOf(model, parsed);
  let next = 0;
  const blocks = blockRangesOf(parsed).map((range): ReadBlock => {
    const from = next;
    while (next < sure.length && (sure[next] as LineRange).last <= range.last) next += 1;
    const clean = cleanText(page.text, spanOf(lines, range), style, readingOf(lines, parsed, range));
    const parts = sure.slice(from, next).map((part): Part => {
      const span = spanOf(lines, part);
      const isWhole = part.first === range.first && part.last === range.last;
      const gaps = isWhole ? clean.gaps : clean.gaps.filter(({ start, end }) => span.start <= start && end <= span.end);
      return { ...part, ...span, fixed: isWhole && !spaced ? clean : fixedText(page.text, span, gaps, spaced) };
    });
    return { ...range, clean, parts };
  });
  return { page, lines, blocks, ...pageParse };
}

/** Whether the safe fixes of a page leave it as it is. */
function isSettled({ page, lines }: ReadPage, parts: readonly Part[]): boolean {
  return (
    parts.length === lines.length &&
    lines.every(
      ({ start, end, blankLinesAfter }, i) =>
        blankLinesAfter > 0 && parts[i]?.fixed.text === page.text.slice(start, end),
    )
  );
}

/** Lines of the fixed page that belong together, on the page as it is. */
function onPage(page: string, part: Part, lines: readonly Part[], fixed: ReadPage): Part {
  const own = lines.slice(part.first, part.last + 1);
  return { ...rangeOf(own), fixed: composed(page, standing(own, part, fixed), part.fixed) };
}

function blockOnPage(
  page: string,
  { parts, clean, ...range }: ReadBlock,
  lines: readonly Part[],
  fixed: ReadPage,
): SettledBlock {
  const own = lines.slice(range.first, range.last + 1);
  const ends = parts.slice(0, -1).map(({ last }) => (lines[last] as Part).end);
  const { first, last } = rangeOf(own);
  return { first, last, clean: composed(page, standing(own, range, fixed), clean), doubtful: new Set(ends) };
}

function asItIs({ first, last, clean, parts }: ReadBlock): SettledBlock {
  return { first, last, clean, doubtful: new Set(parts.slice(0, -1).map(({ end }) => end)) };
}

function rangeOf(parts: readonly Part[]): Omit<Part, "fixed"> {
  const [from, to] = [parts[0] as Part, parts.at(-1) as Part];
  return { first: from.first, start: from.start, last: to.last, end: to.end };
}

/** Parts with where they stand on the fixed page, lines `first` and following. */
function standing(parts: readonly Part[], { first }: LineRange, { lines }: ReadPage): FixedStretch[] {
  return parts.map((part, i) => ({ ...part, at: (lines[first + i] as VisualLine).start }));
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
function indentOf({ page, lines }: ReadPage, { first }: LineRange): string {
  const { line, start } = lines[first] as VisualLine;
  return page.text.slice(page.lines[line]?.start ?? start, start);
}

function spanOf(lines: readonly VisualLine[], { first, last }: LineRange): Span {
  return { start: (lines[first] as VisualLine).start, end: (lines[last] as VisualLine).end };
}
