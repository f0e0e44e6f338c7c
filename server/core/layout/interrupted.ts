/** Which paragraphs of a page go on beyond blocks that are no part of them: a folio, a table, a caption in mid-sentence. */

import { END, FREESTANDING_HEADS, HEAD, ITEM_HEADS } from "./line-classes.ts";
import type { VisualLine } from "./lines.ts";
import type { LineRange } from "./page-parse.ts";
import { type Model, wordCost } from "./parse/index.ts";
import type { Interruption, Setting } from "./types.ts";
import { END_COSTS, HEAD_COSTS } from "./weights.ts";

/** A parsed page as its blocks: the lines of each, and how it is set. */
export interface ParsedBlocks {
  readonly model: Model;
  readonly ranges: readonly LineRange[];
  readonly settings: readonly Setting[];
}

/** So many blocks at most interrupt a paragraph. */
const MOST_BLOCKS = 18;
/** The least evidence, in nats, on which two blocks are one paragraph: a wrong one makes one sentence of two. */
const MARGIN = 0.3;
/** A line narrower than this, in em, shows no column. */
const NARROW = 22;
/** A line wider than this, in em, is several lines joined. */
const SEVERAL_LINES = 40;

/**
 * The paragraphs that are interrupted, by the indexes of their blocks. It goes by what joined lines still show: where a
 * sentence breaks off, what stands after it, and how the rest begins. So it may be asked of the fixed page, which is what
 * makes the answer the same before and after fixing. Time is linear in the number of blocks.
 */
export function interruptionsAmong(page: ParsedBlocks): Interruption[] {
  const found: Interruption[] = [];
  for (let before = 0; before + 2 < page.ranges.length; before += 1) {
    const after = restOf(page, before);
    if (after === undefined) continue;
    found.push({ before, after });
    // The rest may be interrupted in its turn; what stands between breaks off nowhere.
    before = after - 1;
  }
  return found;
}

/** The block with which the paragraph goes on that breaks off with block `before`; undefined where it breaks off with none. */
function restOf(page: ParsedBlocks, before: number): number | undefined {
  if (!mayBreakOff(page, before)) return undefined;
  const { weights } = page.model;
  const breaksOff = evidenceOfEnd(page, before) - weights.interrupted;
  const end = Math.min(page.ranges.length, before + MOST_BLOCKS + 2);
  let rest: number | undefined;
  let most = MARGIN;
  let cost = 0;
  for (let block = before + 1; block < end; block += 1) {
    if (block > before + 1 && mayResume(page, block)) {
      const evidence = breaksOff + evidenceOfSeam(page, before, block) - cost;
      if (evidence >= most) {
        most = evidence;
        rest = block;
      }
    }
    const stands = costBetween(page, block);
    if (stands === undefined) break;
    cost += stands;
  }
  return rest;
}

/** Ends of lines that may stand in mid-sentence. */
const MID_SENTENCE: ReadonlySet<number> = new Set([
  END.han,
  END.comma,
  END.semicolon,
  END.quote,
  END.numeral,
  END.opening,
]);

function mayBreakOff(page: ParsedBlocks, block: number): boolean {
  const { head, maybeName } = firstLine(page, block);
  if (!MID_SENTENCE.has(lastLine(page, block).endClass)) return false;
  // A paragraph's first line alone looks like a heading.
  return (
    page.settings[block] === "body" ||
    (isHeading(page, block) && !FREESTANDING_HEADS.has(head) && head !== HEAD.byline && !maybeName)
  );
}

function mayResume(page: ParsedBlocks, block: number): boolean {
  const line = firstLine(page, block);
  const before = firstLine(page, block - 1);
  if (FREESTANDING_HEADS.has(line.head) || line.endsCaption || line.opensCredit) return false;
  // After a byline its article begins.
  if (before.head === HEAD.byline && !isOfPicture(page, block - 1)) return false;
  if (page.settings[block] === "body") return !isLine(page, block) || line.stops > 0 || line.width.em > NARROW;
  // A paragraph's last line alone looks like a heading, but for its full stop.
  return isHeading(page, block) && line.endClass <= END.quotedStop;
}

/** What says, in nats, that a sentence breaks off with a block, whatever comes after. */
function evidenceOfEnd(page: ParsedBlocks, block: number): number {
  const { weights } = page.model;
  const line = lastLine(page, block);
  const list = ITEM_HEADS.has(firstLine(page, block + 1).head) && !isOfPicture(page, block + 1);
  const ends = END_COSTS.paragraph[line.endClass] ?? 0;
  const paragraph = list && line.endClass !== END.comma ? Math.min(ends, weights.endBeforeItem) : ends;
  const isText = line.stops + line.commas + line.leavesOpen > 0 || line.width.em >= NARROW;
  return (
    paragraph -
    (END_COSTS.wrap[line.endClass] ?? 0) +
    (line.leadsOn ? weights.endsLeadingOn : 0) -
    (isLine(page, block) && !isText ? weights.interruptedUnmarked : 0) -
    (page.settings[block] === "display" ? weights.interruptedHeading : 0)
  );
}

/** What says, in nats, that the sentence which breaks off with one block goes on with the other, and not between the two. */
function evidenceOfSeam(page: ParsedBlocks, before: number, after: number): number {
  const { model } = page;
  const { weights, dialect } = model;
  const line = lastLine(page, before);
  const next = firstLine(page, after);
  const [first, last] = [firstLine(page, before + 1), lastLine(page, after - 1)];
  const word = wordCost(model, line, next);
  // A figure at the end of a block shows nothing by itself: addresses and telephone numbers end in one, too.
  if (line.endClass === END.numeral && word >= 0) return Number.NEGATIVE_INFINITY;
  const [opens, closes] = [line.leavesOpen > 0, next.closesOpen > 0];
  const brackets = opens && closes ? weights.interruptedOpen : opens || closes ? -weights.interruptedOpenAlone : 0;
  const indent = next.indented
    ? -weights.interruptedIndented
    : dialect.keepsIndents
      ? weights.interruptedWithoutIndent
      : 0;
  return (
    (HEAD_COSTS.paragraph[next.head] ?? 0) -
    (HEAD_COSTS.wrap[next.head] ?? 0) +
    (next.clings ? weights.beginsClinging : 0) -
    (next.dated ? weights.interruptedDated : 0) +
    indent +
    brackets -
    word +
    // What stands between may as well be the sentence's rest, or that of which the other block is the rest.
    (FREESTANDING_HEADS.has(first.head) ? 0 : Math.min(0, wordCost(model, line, first))) +
    (FREESTANDING_HEADS.has(last.head) ? 0 : Math.min(0, wordCost(model, last, next))) -
    (opens && first.closesOpen > 0 ? weights.interruptedOpenBetween : 0) -
    (closes && last.leavesOpen > 0 ? weights.interruptedOpenBetween : 0)
  );
}

/** What it costs, in nats, that a block stands in a paragraph's middle; undefined where it cannot. */
function costBetween(page: ParsedBlocks, block: number): number | undefined {
  const { weights } = page.model;
  const line = firstLine(page, block);
  const isBody = page.settings[block] === "body";
  // A paragraph that stops at a jump line goes on on another page.
  if (line.head === HEAD.jump) return undefined;
  if (isBody && line.head === HEAD.label && line.endClass <= END.quotedStop) return undefined;
  if (FREESTANDING_HEADS.has(line.head)) return isBody && line.width.em > SEVERAL_LINES ? weights.interruptingText : 0;
  if (isOfPicture(page, block) || page.settings[block] === "row" || page.settings[block] === "verse") return 0;
  if (!isBody) return weights.interruptingHeading;
  const isRow = isLine(page, block) && line.width.em < NARROW && (line.cells.length > 1 || line.hanBlanks > 0);
  return line.dated || isRow ? weights.interruptingText : undefined;
}

/** Whether a block says that it belongs to a picture. */
function isOfPicture({ ranges, model: { lines } }: ParsedBlocks, block: number): boolean {
  const { first, last } = ranges[block] as LineRange;
  for (let i = first; i <= last; i += 1) {
    const { ofPicture, endsCaption, endClass } = lines[i] as VisualLine;
    if (ofPicture || endsCaption || endClass === END.photographer) return true;
  }
  return false;
}

/** Whether a block is one line that is set as a heading. */
function isHeading(page: ParsedBlocks, block: number): boolean {
  return page.settings[block] === "display" && isLine(page, block);
}

function isLine({ ranges }: ParsedBlocks, block: number): boolean {
  const { first, last } = ranges[block] as LineRange;
  return first === last;
}

function firstLine({ ranges, model: { lines } }: ParsedBlocks, block: number): VisualLine {
  return lines[(ranges[block] as LineRange).first] as VisualLine;
}

function lastLine({ ranges, model: { lines } }: ParsedBlocks, block: number): VisualLine {
  return lines[(ranges[block] as LineRange).last] as VisualLine;
}
