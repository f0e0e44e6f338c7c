/** The blocks that lines may make outside running text, and what each costs: a display block as a whole, a caption, a row of a table, a line of verse. */

import { TURN } from "../dialect.ts";
import { END, HEAD } from "../line-classes.ts";
import { FLAG, has } from "./line-table.ts";
import { type LineCosts, type Model, OUTSIDE, type Outside, UNREACHED } from "./states.ts";
import { blankLineCost } from "./turns.ts";

/** No headline has more lines than this, no caption, and no crosshead. */
const MOST_DISPLAY_LINES = 5;
const MOST_CAPTION_LINES = 24;
const MOST_CROSSHEAD_LINES = 3;

/**
 * The blocks outside columns that the lines of a page may make, numbered by the line they start with: arc `a` is the lines
 * `start[a]`…`end[a]`.
 */
export class OutsideArcs {
  count = 0;
  start: Int32Array;
  end: Int32Array;
  /** What the block is, of {@link OUTSIDE}. */
  as: Uint8Array;
  /** What it costs, its end included. */
  cost: Float64Array;
  /** What it costs right after a block that is the same: a further row, a further line of verse. */
  again: Float64Array;
  /** What it costs more right after another block outside columns. */
  afterBlock: Float64Array;
  /** Em of its widest line. */
  widest: Float64Array;
  /** Index of the narrowest measure that holds it as a crosshead; beyond the last one where it can be none. */
  narrowest: Int32Array;
  /** The arcs that start with a line: `startsAt[line]`…`startsAt[line + 1] - 1`. */
  readonly startsAt: Int32Array;
  /** The arcs that end with a line: `byEnd[endsAt[line]]`…`byEnd[endsAt[line + 1] - 1]`, by the line that they start with. */
  readonly endsAt: Int32Array;
  byEnd = new Int32Array(0);

  /** Room for the arcs of so many lines. */
  constructor(lines: number) {
    const room = ARCS_PER_LINE * lines + 16;
    this.start = new Int32Array(room);
    this.end = new Int32Array(room);
    this.as = new Uint8Array(room);
    this.cost = new Float64Array(room);
    this.again = new Float64Array(room);
    this.afterBlock = new Float64Array(room);
    this.widest = new Float64Array(room);
    this.narrowest = new Int32Array(room);
    this.startsAt = new Int32Array(lines + 1);
    this.endsAt = new Int32Array(lines + 1);
  }

  /** Adds an arc; those of a line are added before those of the next line. */
  add(start: number, end: number, as: Outside, cost: number): number {
    if (this.count === this.start.length) this.#grow();
    const arc = this.count;
    this.count += 1;
    this.start[arc] = start;
    this.end[arc] = end;
    this.as[arc] = as;
    this.cost[arc] = cost;
    this.again[arc] = UNREACHED;
    this.afterBlock[arc] = 0;
    return arc;
  }

  /** Orders the arcs by the line that they end with, once all are there. */
  complete(): void {
    const { count, end, start, endsAt, startsAt } = this;
    const lines = endsAt.length - 1;
    for (let arc = 0; arc < count; arc += 1) {
      endsAt[(end[arc] as number) + 1] = (endsAt[(end[arc] as number) + 1] as number) + 1;
      startsAt[(start[arc] as number) + 1] = (startsAt[(start[arc] as number) + 1] as number) + 1;
    }
    for (let i = 0; i < lines; i += 1) {
      endsAt[i + 1] = (endsAt[i + 1] as number) + (endsAt[i] as number);
      startsAt[i + 1] = (startsAt[i + 1] as number) + (startsAt[i] as number);
    }
    const next = endsAt.slice();
    const byEnd = new Int32Array(count);
    for (let arc = 0; arc < count; arc += 1) {
      const at = end[arc] as number;
      byEnd[next[at] as number] = arc;
      next[at] = (next[at] as number) + 1;
    }
    this.byEnd = byEnd;
  }

  #grow(): void {
    const room = 2 * this.start.length;
    this.start = grown(this.start, new Int32Array(room));
    this.end = grown(this.end, new Int32Array(room));
    this.as = grown(this.as, new Uint8Array(room));
    this.cost = grown(this.cost, new Float64Array(room));
    this.again = grown(this.again, new Float64Array(room));
    this.afterBlock = grown(this.afterBlock, new Float64Array(room));
    this.widest = grown(this.widest, new Float64Array(room));
    this.narrowest = grown(this.narrowest, new Int32Array(room));
  }
}

/** Most lines start fewer blocks than this. */
const ARCS_PER_LINE = 8;

function grown<Table extends Int32Array | Uint8Array | Float64Array>(table: Table, larger: Table): Table {
  larger.set(table);
  return larger;
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

/** The arcs outside columns. */
export function outsideArcsOf(model: Model): OutsideArcs {
  const { lines, outside, table, measures } = model;
  const { joined, display, caption, row, rowAgain, verse, verseAgain } = outside;
  const arcs = new OutsideArcs(lines.length);
  const none = measures.length;
  const lineArc = (line: number, as: Outside, cost: number, again: number): void => {
    const arc = arcs.add(line, line, as, cost);
    arcs.again[arc] = again;
    arcs.widest[arc] = table.em[line] as number;
    arcs.narrowest[arc] = none;
  };
  let picture = -1;
  for (let start = 0; start < lines.length; start += 1) {
    lineArc(start, OUTSIDE.joined, joined[start] as number, UNREACHED);
    addDisplays(model, arcs, start, display);
    picture = Math.max(picture, start);
    while (picture < lines.length && !has(table, picture, FLAG.ofPicture)) picture += 1;
    if (opensCaption(model, start) || picture < Math.min(lines.length, start + MOST_CAPTION_LINES))
      addCaptions(model, arcs, start, caption);
    if ((row[start] as number) < UNREACHED)
      lineArc(start, OUTSIDE.row, row[start] as number, rowAgain[start] as number);
    if ((verse[start] as number) < UNREACHED)
      lineArc(start, OUTSIDE.verse, verse[start] as number, verseAgain[start] as number);
  }
  arcs.complete();
  return arcs;
}

/** Whether a line's own head says that it opens a caption; else a line further on has to speak of a picture. */
function opensCaption({ table }: Model, start: number): boolean {
  const head = table.head[start];
  return (
    head === HEAD.caption || (head === HEAD.bullet && !has(table, start, FLAG.listed)) || has(table, start, FLAG.dated)
  );
}

/** A block that costs more than this, in nats, is no part of any good explanation. */
const HOPELESS = 30;

/** Adds the display blocks that begin with a line. */
function addDisplays(model: Model, arcs: OutsideArcs, start: number, costs: LineCosts): void {
  const { measures, weights, outside, table } = model;
  const maybeShort = !outside.isComplete[start];
  let cost = costs.first[start] as number;
  let widest = 0;
  let all = 0;
  let narrowest = start > 0 ? 0 : measures.length;
  for (let end = start; ; end += 1) {
    const em = table.em[end] as number;
    widest = Math.max(widest, em);
    all += em;
    if (end - start >= MOST_CROSSHEAD_LINES) narrowest = measures.length;
    while (narrowest < measures.length && (measures[narrowest] as number) + weights.tolerance < widest) narrowest += 1;
    const arc = arcs.add(start, end, OUTSIDE.display, cost + (costs.end[end] as number));
    arcs.afterBlock[arc] = maybeShort && all <= SHORT ? weights.displayShortAfterDisplay : 0;
    arcs.widest[arc] = widest;
    arcs.narrowest[arc] = narrowest;
    if (!goesOn(model, start, end, MOST_DISPLAY_LINES, cost)) return;
    cost += goesOnCost(model, start, end, costs);
  }
}

/** Adds the captions that begin with a line. */
function addCaptions(model: Model, arcs: OutsideArcs, start: number, costs: LineCosts): void {
  const { measures, table } = model;
  let cost = costs.first[start] as number;
  let widest = 0;
  for (let end = start; ; end += 1) {
    widest = Math.max(widest, table.em[end] as number);
    const together = captionCost(model, start, end);
    if (together < UNREACHED) {
      const arc = arcs.add(start, end, OUTSIDE.caption, cost + (costs.end[end] as number) + together);
      arcs.widest[arc] = widest;
      arcs.narrowest[arc] = measures.length;
    }
    if (!goesOn(model, start, end, MOST_CAPTION_LINES, cost)) return;
    cost += goesOnCost(model, start, end, costs);
  }
}

/** Whether a block that begins with line `start` and costs so much may go on after line `end`. */
function goesOn({ lines, table }: Model, start: number, end: number, most: number, cost: number): boolean {
  return end + 1 < lines.length && !has(table, end + 1, FLAG.indented) && end - start + 1 < most && !(cost > HOPELESS);
}

/** What it costs that it does. */
function goesOnCost(model: Model, start: number, end: number, { more }: LineCosts): number {
  const turn = end === start ? TURN.wrapAfterFirst : TURN.wrap;
  return (model.outside.goesOn[end] as number) + blankLineCost(model, end, turn) + (more[end + 1] as number);
}

/** What the lines of a caption cost together. */
function captionCost(model: Model, start: number, end: number): number {
  const says = captionSays(model, start, end);
  return says < UNREACHED ? says + captionWidthCost(model, start, end) : UNREACHED;
}

/** What it costs that lines say, or don't, that they belong to a picture: 图为… at the head or inside, who pictured it at the end. */
function captionSays({ table, weights }: Model, start: number, end: number): number {
  if (table.head[start] === HEAD.caption) return weights.captionAnnounced;
  for (let i = start; i <= end; i += 1) if (has(table, i, FLAG.ofPicture)) return weights.captionOfPicture;
  if (table.head[start] === HEAD.bullet && !has(table, start, FLAG.listed)) return weights.captionBulleted;
  return has(table, start, FLAG.dated) ? weights.captionDated : UNREACHED;
}

/** A caption is set as a paragraph of its own measure: all its lines but the last are full. */
function captionWidthCost({ table, weights }: Model, start: number, end: number): number {
  let measure = 0;
  for (let i = start; i <= end; i += 1) measure = Math.max(measure, table.em[i] as number);
  let cost = 0;
  for (let i = start; i < end; i += 1) {
    const slack = measure - (table.em[i] as number) - (table.firstUnit[i + 1] as number) - 0.6;
    if (slack <= 0) continue;
    cost += Math.min(weights.captionRoomLimit, weights.captionRoomLeft * slack);
    if ((table.endClass[i] as number) <= END.quotedStop) cost += weights.captionRoomAfterStop;
  }
  return cost;
}

/** A block no longer than this, in em, is hardly a heading beside others. */
const SHORT = 8;
