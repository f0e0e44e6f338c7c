/** The blocks that lines may make outside running text, and what each costs: a display block as a whole, a caption, a row of a table, a line of verse. */

import { TURN } from "../dialect.ts";
import { END, HEAD } from "../line-classes.ts";
import type { VisualLine } from "../lines.ts";
import { type LineCosts, type Model, OUTSIDE, type Outside, UNREACHED } from "./states.ts";
import { blankLineCost } from "./turns.ts";

/** No headline has more lines than this, no caption, and no crosshead. */
const MOST_DISPLAY_LINES = 5;
const MOST_CAPTION_LINES = 24;
const MOST_CROSSHEAD_LINES = 3;

/** A block outside columns that lines `start`…`end` make: what it is, and what it costs, its end included. */
export interface OutsideArc {
  readonly start: number;
  readonly end: number;
  readonly as: Outside;
  readonly cost: number;
  /** What it costs right after a block that is the same: a further row, a further line of verse. */
  readonly again: number;
  /** What it costs more right after another block outside columns. */
  readonly afterBlock: number;
  /** Em of its widest line. */
  readonly widest: number;
  /** Index of the narrowest measure that holds it as a crosshead; beyond the last one where it can be none. */
  readonly narrowest: number;
}

/** What it costs that a block begins after text, after a line joined before, or after another block outside columns. */
export interface OutsideEntry {
  readonly enters: number;
  readonly entersAfterJoined: number;
  readonly entersAgain: number;
}

/** What it costs that each kind of block begins, by {@link OUTSIDE}. */
export function outsideEntries({ weights, dialect }: Model): readonly OutsideEntry[] {
  const joined = weights.joined * (1 - dialect.joinedShare) + weights.joinedAfterJoined * dialect.joinedShare;
  const display = entry(weights.display, weights.displayAfterDisplay);
  const entries: OutsideEntry[] = [];
  entries[OUTSIDE.joined] = { enters: joined, entersAfterJoined: weights.joinedAfterJoined, entersAgain: joined };
  entries[OUTSIDE.display] = display;
  entries[OUTSIDE.caption] = display;
  entries[OUTSIDE.row] = entry(weights.rowsBegin, weights.rowsBeginAfterDisplay);
  entries[OUTSIDE.verse] = entry(weights.versesBegin, weights.versesBeginAfterDisplay);
  return entries;
}

function entry(enters: number, entersAgain: number): OutsideEntry {
  return { enters, entersAfterJoined: enters, entersAgain };
}

/** The arcs outside columns, by the line that they end with. */
export function outsideArcsOf(model: Model): readonly (readonly OutsideArc[])[] {
  const byEnd: OutsideArc[][] = model.lines.map(() => []);
  const add = (arc: OutsideArc): void => void byEnd[arc.end]?.push(arc);
  const { joined, display, caption } = model.outside;
  const ofDisplay: Kind = { as: OUTSIDE.display, most: MOST_DISPLAY_LINES, costs: display, whole: () => 0 };
  const ofCaption: Kind = { as: OUTSIDE.caption, most: MOST_CAPTION_LINES, costs: caption, whole: captionCost };
  model.lines.forEach((line, start) => {
    add({
      start,
      end: start,
      as: OUTSIDE.joined,
      cost: joined[start] as number,
      again: UNREACHED,
      afterBlock: 0,
      widest: line.width.em,
      narrowest: model.measures.length,
    });
    addRun(model, start, ofDisplay, add);
    if (mayOpenCaption(model, start)) addRun(model, start, ofCaption, add);
    addLines(model, start, add);
  });
  return byEnd;
}

/** Whether something says that a line opens a caption: its own head, or a line further on that speaks of a picture. */
function mayOpenCaption({ lines }: Model, start: number): boolean {
  const { head, dated, listed } = lines[start] as VisualLine;
  if (head === HEAD.caption || (head === HEAD.bullet && !listed) || dated) return true;
  for (let i = start; i < Math.min(lines.length, start + MOST_CAPTION_LINES); i += 1)
    if ((lines[i] as VisualLine).ofPicture) return true;
  return false;
}

/** A row of a table and a line of verse, each a block of its own. */
function addLines(model: Model, start: number, add: (arc: OutsideArc) => void): void {
  const widest = (model.lines[start] as VisualLine).width.em;
  const narrowest = model.measures.length;
  const { row, rowAgain, verse, verseAgain } = model.outside;
  const addLine = (as: Outside, cost: number, again: number): void => {
    if (cost < UNREACHED) add({ start, end: start, as, cost, again, afterBlock: 0, widest, narrowest });
  };
  addLine(OUTSIDE.row, row[start] as number, rowAgain[start] as number);
  addLine(OUTSIDE.verse, verse[start] as number, verseAgain[start] as number);
}

/** What tells the two kinds of blocks apart that run over lines: the most lines, and what these cost. */
interface Kind {
  readonly as: Outside;
  readonly most: number;
  readonly costs: LineCosts;
  /** What all its lines together cost. */
  whole(model: Model, start: number, end: number): number;
}

/** A block that costs more than this, in nats, is no part of any good explanation. */
const HOPELESS = 30;

/** Adds the blocks of a kind that begin with a line. */
function addRun(model: Model, start: number, { as, most, costs, whole }: Kind, add: (arc: OutsideArc) => void): void {
  const { lines, measures, weights, outside } = model;
  const maybeCrosshead = as === OUTSIDE.display && start > 0;
  const maybeShort = as === OUTSIDE.display && !outside.isComplete[start];
  let cost = costs.first[start] as number;
  let widest = 0;
  let all = 0;
  let narrowest = 0;
  for (let end = start; ; end += 1) {
    const { em } = (lines[end] as VisualLine).width;
    widest = Math.max(widest, em);
    all += em;
    if (!maybeCrosshead || end - start >= MOST_CROSSHEAD_LINES) narrowest = measures.length;
    while (narrowest < measures.length && (measures[narrowest] as number) + weights.tolerance < widest) narrowest += 1;
    const together = whole(model, start, end);
    if (together < UNREACHED)
      add({
        start,
        end,
        as,
        cost: cost + (costs.end[end] as number) + together,
        again: UNREACHED,
        afterBlock: maybeShort && all <= SHORT ? weights.displayShortAfterDisplay : 0,
        widest,
        narrowest,
      });
    const next = lines[end + 1];
    if (!next || next.indented || end - start + 1 >= most || cost > HOPELESS) return;
    const turn = end === start ? TURN.wrapAfterFirst : TURN.wrap;
    cost += (outside.goesOn[end] as number) + blankLineCost(model, end, turn) + (costs.more[end + 1] as number);
  }
}

/** What the lines of a caption cost together. */
function captionCost(model: Model, start: number, end: number): number {
  const says = captionSays(model, start, end);
  return says < UNREACHED ? says + captionWidthCost(model, start, end) : UNREACHED;
}

/** What it costs that lines say, or don't, that they belong to a picture: 图为… at the head or inside, who pictured it at the end. */
function captionSays({ lines, weights }: Model, start: number, end: number): number {
  if ((lines[start] as VisualLine).head === HEAD.caption) return weights.captionAnnounced;
  for (let i = start; i <= end; i += 1) if ((lines[i] as VisualLine).ofPicture) return weights.captionOfPicture;
  const { head, dated, listed } = lines[start] as VisualLine;
  return head === HEAD.bullet && !listed ? weights.captionBulleted : dated ? weights.captionDated : UNREACHED;
}

/** A caption is set as a paragraph of its own measure: all its lines but the last are full. */
function captionWidthCost({ lines, weights }: Model, start: number, end: number): number {
  let measure = 0;
  for (let i = start; i <= end; i += 1) measure = Math.max(measure, (lines[i] as VisualLine).width.em);
  let cost = 0;
  for (let i = start; i < end; i += 1) {
    const room = (lines[i + 1] as VisualLine).firstUnit;
    const slack = measure - (lines[i] as VisualLine).width.em - room - 0.6;
    if (slack <= 0) continue;
    cost += Math.min(weights.captionRoomLimit, weights.captionRoomLeft * slack);
    if ((lines[i] as VisualLine).endClass <= END.quotedStop) cost += weights.captionRoomAfterStop;
  }
  return cost;
}

/** A block no longer than this, in em, is hardly a heading beside others. */
const SHORT = 8;
