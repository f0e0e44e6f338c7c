/** Explains a page's lines as columns of paragraphs and display blocks: the cheapest explanation of the whole page. */

import { type Dialect, endsWithNumeral, TURN, type Turn, WIDEST_MEASURE } from "./dialect.ts";
import { END, HEAD, type VisualLine } from "./lines.ts";
import type { Pairs } from "./pairs.ts";
import { END_COSTS, HEAD_COSTS, type Weights } from "./weights.ts";
import { CLASS, classAt, endsWithClosingMark, pairGain } from "./width.ts";

/** What a line is in the explanation. `cut` is a piece of a line that goes on in the next one. */
export type Part =
  | "first"
  | "middle"
  | "last"
  | "single"
  | "joined"
  | "display"
  | "displayMore"
  | "caption"
  | "captionMore"
  | "crosshead"
  | "cut";

export interface Parse {
  /** The part of each line. */
  readonly parts: readonly Part[];
  /** The measure of each body line in em, 0 for the others. */
  readonly measures: readonly number[];
  /** The turn after each line (the last one: a break); `undefined` where a line was cut. */
  readonly turns: readonly (Turn | undefined)[];
  /** Cost of the whole explanation, in nats. */
  readonly cost: number;
}

/** A line this many em wider than a measure was not set in it; one this much narrower than it could be was not wrapped in it. */
const TOO_WIDE = 2.5;
const TOO_NARROW = 5;
/** A first line's indent in em, which extractors drop. */
const INDENT = 2;
/** Pieces of one line at most. */
const PIECES = 4;
const FAR = 1e9;
const FORBIDDEN = 1e5;

/** The states outside columns. */
const SCALARS = ["joined", "display", "displayMore", "caption", "captionMore"] as const;
const JOINED = 0;
const DISPLAY = 1;
const DISPLAY_MORE = 2;
const CAPTION = 3;
const CAPTION_MORE = 4;

/** How a column state was reached: from where, and over how many pieces. */
const FROM = { same: 0, other: 1, scalar: 2, first: 3, middle: 4, otherInside: 5, heading: 6 } as const;

/** A crosshead's line: the first one under text, the next block under another one, or a block's next line. */
const HEADING = { first: 0, next: 1, goesOn: 2 } as const;

interface Column {
  /** A paragraph goes on after its first line / a later line; a paragraph has ended: cost by measure. */
  readonly first: Float64Array;
  readonly middle: Float64Array;
  readonly ended: Float64Array;
  /** A short display block stands between two paragraphs of a column: a crosshead, or the byline under it. */
  readonly heading: Float64Array;
  readonly scalars: Float64Array;
  bestFirst: number;
  bestMiddle: number;
  bestEnded: number;
}

/** Back pointers: `pieces - 1` in bits 0–1, {@link FROM} in bits 2–4; for `ended`, bit 5 says it was a single line. */
interface Trace {
  readonly first: Uint8Array;
  readonly middle: Uint8Array;
  readonly ended: Uint8Array;
  /** {@link HEADING}: what the line before is. */
  readonly heading: Uint8Array;
  readonly scalars: Int8Array;
  readonly bestFirst: Int16Array;
  readonly bestMiddle: Int16Array;
  readonly bestEnded: Int16Array;
  /** After each line: the cheapest state outside columns, and whether a paragraph that goes on came from its first line. */
  readonly bestScalar: Int8Array;
  readonly insideFirst: Uint8Array;
}

/** The turn after one line, laid down from outside: to see what the other explanation costs. */
export interface Forced {
  readonly line: number;
  readonly turn: "wrap" | "break";
}

/**
 * Parses the lines, each column line in one of the given measures (em, ascending). Time and memory are linear in the
 * number of lines.
 */
export function parse(
  lines: readonly VisualLine[],
  pairs: Pairs,
  dialect: Dialect,
  weights: Weights,
  measures: Float64Array,
  forced?: Forced,
): Parse {
  const count = lines.length;
  if (count === 0) return { parts: [], measures: [], turns: [], cost: 0 };
  const size = measures.length;
  const trace = newTrace(count, size);
  const columns = Array.from({ length: PIECES + 1 }, () => newColumn(size));
  const model: Model = { lines, pairs, dialect, weights, measures, forced };

  for (let end = 0; end < count; end += 1) {
    const column = columns[end % columns.length] as Column;
    clear(column);
    for (let pieces = 1; pieces <= PIECES && end - pieces + 1 >= 0; pieces += 1) {
      const start = end - pieces + 1;
      if (pieces > 1 && !mayBeCut(lines, start, dialect)) break;
      const before = start > 0 ? (columns[(start - 1) % columns.length] as Column) : undefined;
      explainAsColumn(model, column, before, trace, start, end);
    }
    explainAsDisplay(model, column, end > 0 ? columns[(end - 1) % columns.length] : undefined, trace, end);
    column.bestFirst = cheapest(column.first);
    column.bestMiddle = cheapest(column.middle);
    column.bestEnded = cheapest(column.ended);
    trace.bestFirst[end] = column.bestFirst;
    trace.bestMiddle[end] = column.bestMiddle;
    trace.bestEnded[end] = column.bestEnded;
    trace.bestScalar[end] = scalarEnd(model, column, end).state;
    if (end + 1 < count) {
      const turn = turnCosts(model, end);
      const first = (column.first[column.bestFirst] ?? FAR) + turn.wrapAfterFirst;
      trace.insideFirst[end] = first <= (column.middle[column.bestMiddle] ?? FAR) + turn.wrap ? 1 : 0;
    }
  }
  return traceBack(model, columns[(count - 1) % columns.length] as Column, trace);
}

interface Model {
  readonly lines: readonly VisualLine[];
  readonly pairs: Pairs;
  readonly dialect: Dialect;
  readonly weights: Weights;
  readonly measures: Float64Array;
  readonly forced: Forced | undefined;
}

/** What a turn costs that is laid down otherwise. */
function against({ forced }: Model, i: number, turn: "wrap" | "break"): number {
  return forced && forced.line === i && forced.turn !== turn ? FORBIDDEN : 0;
}

/** Whether lines `i` and `i + 1` may be pieces of one line. */
function mayBeCut(lines: readonly VisualLine[], i: number, dialect: Dialect): boolean {
  const line = lines[i];
  const next = lines[i + 1];
  if (!line || !next || next.indented || line.blankLinesAfter > 0) return false;
  if (next.head === HEAD.closing || isOpeningOnly(line)) return true;
  return dialect.cutsLines && next.head === HEAD.opening && endsWithClosingMark(line.text);
}

/** An opening mark alone on its line was cut from what it opens. */
function isOpeningOnly(line: VisualLine): boolean {
  return line.endClass === END.opening && line.text.length <= 2;
}

/** Costs of the turn after a line, whatever the measure. */
interface TurnCosts {
  readonly wrapAfterFirst: number;
  readonly wrap: number;
  readonly paragraph: number;
}

function turnCosts(model: Model, i: number): TurnCosts {
  const { lines, weights, dialect } = model;
  const line = lines[i] as VisualLine;
  const next = lines[i + 1] as VisualLine;
  const wrap =
    (END_COSTS.wrap[line.endClass] ?? 0) +
    (HEAD_COSTS.wrap[next.head] ?? 0) +
    weights.goOn * (1 + 12 * dialect.joinedShare) +
    wordCost(model, line, next) +
    (line.leavesOpen > 0 && next.closesOpen > 0 ? weights.openAcross : 0) +
    (next.indented ? 6 : 0) +
    against(model, i, "wrap");
  const paragraph =
    (END_COSTS.paragraph[line.endClass] ?? 0) +
    (HEAD_COSTS.paragraph[next.head] ?? 0) +
    weights.endParagraph +
    indentCost(model, next) +
    breakHabit(model, i);
  return {
    wrapAfterFirst: wrap + blankLineCost(model, i, TURN.wrapAfterFirst),
    wrap: wrap + blankLineCost(model, i, TURN.wrap),
    paragraph,
  };
}

/** What the page's own words say of a line end: pairs seen elsewhere join, pairs seen nowhere part. */
export function wordCost(
  { pairs, weights }: Pick<Model, "pairs" | "weights">,
  line: VisualLine,
  next: VisualLine,
): number {
  const a = line.text.length - 1;
  if (classAt(line.text, a) !== CLASS.full || classAt(next.text, 0) !== CLASS.full) return 0;
  const pair = line.text.charAt(a) + next.text.charAt(0);
  if (!pairs.has(pair)) return weights.pairUnseen;
  const triple =
    (a > 0 && pairs.has(line.text.charAt(a - 1) + pair)) ||
    (next.text.length > 1 && pairs.has(pair + next.text.charAt(1)));
  return weights.pairSeen + (triple ? weights.tripleSeen : 0);
}

/** A paragraph's first line: with its indent on pages that keep them, without on the others. */
function indentCost({ dialect, weights }: Model, line: VisualLine): number {
  if (dialect.keepsIndents) return line.wideIndent ? 0 : weights.bodyIndented;
  if (!line.indented) return 0;
  return line.wideIndent ? 0.5 : weights.bodyIndented;
}

/** Whether the line before ends a paragraph, a display block or a joined line, and what its end costs as such. */
function scalarEnd(model: Model, column: Column, i: number): { cost: number; state: number } {
  const line = model.lines[i] as VisualLine;
  let cost = FAR;
  let state = DISPLAY;
  for (let s = 0; s < SCALARS.length; s += 1) {
    const c = (column.scalars[s] ?? FAR) + endCost(line, s);
    if (c < cost) {
      cost = c;
      state = s;
    }
  }
  return { cost, state };
}

function endCost(line: VisualLine, state: number): number {
  if (state === JOINED) return END_COSTS.paragraph[line.endClass] ?? 0;
  const display = END_COSTS.display[line.endClass] ?? 0;
  // A caption is a sentence or ends with the photographer's name.
  return state === CAPTION || state === CAPTION_MORE
    ? Math.min(display, (END_COSTS.paragraph[line.endClass] ?? 0) + 0.3)
    : display;
}

/** Adds the explanations of lines `start`…`end` (pieces of one) as one line of a column. */
function explainAsColumn(
  model: Model,
  column: Column,
  before: Column | undefined,
  trace: Trace,
  start: number,
  end: number,
): void {
  const { lines, weights, measures } = model;
  const size = measures.length;
  const base = end * size;
  const code = end - start;
  const line = compose(model, start, end);
  const next = lines[end + 1];
  const cutCost = costOfCuts(model, start, end);

  const turn = before ? turnCosts(model, start - 1) : undefined;
  const scalar = before ? scalarEnd(model, before, start - 1) : undefined;
  const head = lines[start] as VisualLine;
  const fresh =
    before && scalar && turn
      ? scalar.cost +
        (HEAD_COSTS.paragraph[head.head] ?? 0) +
        indentCost(model, head) +
        weights.measureAfterDisplay +
        breakHabit(model, start - 1)
      : (HEAD_COSTS.paragraph[head.head] ?? 0) + indentCost(model, head);
  const otherParagraph =
    before && turn ? (before.ended[before.bestEnded] ?? FAR) + turn.paragraph + weights.measureChanges : FAR;
  const otherFirst = before && turn ? (before.first[before.bestFirst] ?? FAR) + turn.wrapAfterFirst : FAR;
  const otherMiddle = before && turn ? (before.middle[before.bestMiddle] ?? FAR) + turn.wrap : FAR;
  const otherInside = Math.min(otherFirst, otherMiddle) + weights.measureChangesInside;
  const afterHeading =
    turn && before
      ? endCost(lines[start - 1] as VisualLine, DISPLAY) +
        (HEAD_COSTS.paragraph[head.head] ?? 0) +
        indentCost(model, head) +
        breakHabit(model, start - 1)
      : FAR;
  const startsElsewhere = Math.min(fresh, otherParagraph);
  const startsElsewhereFrom = fresh <= otherParagraph ? FROM.scalar : FROM.other;

  const { give, tolerance, em } = line;
  const stretched = (lines[end] as VisualLine).spacedOut;
  const room = next ? next.unit + (stretched ? weights.stretchedGive : 0) : FAR;
  const roomLeft = model.dialect.roomLeftCost ?? weights.roomLeft;
  const lastLine = weights.lastLine + (stretched ? weights.stretchedLast : 0);
  const narrowest = em - give - tolerance - TOO_WIDE;
  const widestFull = em + room + TOO_NARROW;
  for (let k = 0; k < size; k += 1) {
    const measure = measures[k] as number;
    if (measure < narrowest) continue;
    let starts = startsElsewhere;
    let startsFrom: number = startsElsewhereFrom;
    let inside = otherInside;
    let insideFrom: number = FROM.otherInside;
    if (before && turn) {
      const same = (before.ended[k] as number) + turn.paragraph;
      if (same < starts) {
        starts = same;
        startsFrom = FROM.same;
      }
      const underHeading = (before.heading[k] as number) + afterHeading;
      if (underHeading < starts) {
        starts = underHeading;
        startsFrom = FROM.heading;
      }
      const first = (before.first[k] as number) + turn.wrapAfterFirst;
      if (first < inside) {
        inside = first;
        insideFrom = FROM.first;
      }
      const middle = (before.middle[k] as number) + turn.wrap;
      if (middle < inside) {
        inside = middle;
        insideFrom = FROM.middle;
      }
    }
    starts += cutCost;
    inside += cutCost;
    const slack = measure - em;
    if (measure - INDENT <= widestFull) {
      const full = fullLineCost(weights, slack, room, roomLeft, give, tolerance);
      const indented = fullLineCost(weights, slack - INDENT, room, roomLeft, give, tolerance);
      const first = starts + Math.min(indented, full + weights.firstWithoutIndent);
      if (first < (column.first[k] as number)) {
        column.first[k] = first;
        trace.first[base + k] = code | (startsFrom << 2);
      }
      if (inside + full < (column.middle[k] as number)) {
        column.middle[k] = inside + full;
        trace.middle[base + k] = code | (insideFrom << 2);
      }
    }
    const short = shortLineCost(weights, slack, give, tolerance);
    const shortFirst = Math.min(
      shortLineCost(weights, slack - INDENT, give, tolerance),
      short + weights.firstWithoutIndent,
    );
    const single = starts + shortFirst + weights.single + lastLine;
    if (single < (column.ended[k] as number)) {
      column.ended[k] = single;
      trace.ended[base + k] = code | (startsFrom << 2) | 32;
    }
    const last = inside + short + lastLine;
    if (last < (column.ended[k] as number)) {
      column.ended[k] = last;
      trace.ended[base + k] = code | (insideFrom << 2);
    }
  }
}

function breakHabit(model: Model, i: number): number {
  return against(model, i, "break") + blankLineCost(model, i, TURN.break);
}

/** What the blank line after line `i`, or its absence, says of the turn there. */
export function blankLineCost({ lines, dialect }: Pick<Model, "lines" | "dialect">, i: number, turn: Turn): number {
  const line = lines[i] as VisualLine;
  return dialect.blankLineCosts[turn]?.[endsWithNumeral(line)]?.[line.blankLinesAfter > 0 ? 1 : 0] ?? 0;
}

/** A mark that may not open a line shows a cut; an opening mark after a closing one may be one. */
function costOfCuts({ lines, weights }: Model, start: number, end: number): number {
  let cost = 0;
  for (let i = start; i < end; i += 1) {
    if ((lines[i + 1] as VisualLine).head === HEAD.closing || isOpeningOnly(lines[i] as VisualLine)) continue;
    cost += (lines[i] as VisualLine).endClass <= END.quotedStop ? weights.cutAfterStop : weights.cut;
  }
  return cost;
}

interface Composed {
  readonly em: number;
  /** Em by which the line may be narrower than its natural width: squeezed marks, a mark that hangs over. */
  readonly give: number;
  readonly tolerance: number;
}

/** The pieces `start`…`end` as one line. */
function compose({ lines, dialect, weights }: Model, start: number, end: number): Composed {
  let em = 0;
  let squeezable = 0;
  let blanks = 0;
  let borders = 0;
  for (let i = start; i <= end; i += 1) {
    const { text, width } = lines[i] as VisualLine;
    em += width.em + dialect.numberGap * width.numberBorders;
    squeezable += width.squeezable;
    blanks += width.blanks;
    borders += width.numberBorders;
    if (i > start) em -= pairGain((lines[i - 1] as VisualLine).text, text);
  }
  const hangs = endsWithClosingMark((lines[end] as VisualLine).text) ? 0.5 : 0;
  return {
    em,
    give: (dialect.squeezes ? 0.5 * squeezable : 0) + hangs,
    tolerance: weights.tolerance + weights.tolerancePerBlank * blanks + weights.tolerancePerBorder * borders,
  };
}

/** A wrapped line: it fills the measure so far that the next unit had no room. `slack` in em. */
function fullLineCost(
  w: Weights,
  slack: number,
  room: number,
  roomLeft: number,
  give: number,
  tolerance: number,
): number {
  if (slack > room + tolerance - w.tolerance - 0.1)
    return Math.min(w.misfitLimit, roomLeft + w.roomLeftPerEm * (slack - room));
  if (slack < -tolerance) {
    const over = -tolerance - slack;
    return over <= give
      ? w.squeezed + w.squeezedPerEm * over
      : Math.min(w.misfitLimit, w.overfull + w.overfullPerEm * (over - give));
  }
  return w.slack * Math.max(0, slack);
}

/** A last line: it ends anywhere in the measure. */
function shortLineCost(w: Weights, slack: number, give: number, tolerance: number): number {
  if (slack >= -tolerance) return 0;
  const over = -tolerance - slack;
  return over <= give
    ? w.squeezed + w.squeezedPerEm * over
    : Math.min(w.misfitLimit, w.overfull + w.overfullPerEm * (over - give));
}

/** What a line costs as a display block, whatever stands before it; captions have signs of their own. */
function displayCost(model: Model, line: VisualLine): number {
  const { weights } = model;
  const pattern =
    PATTERNS.has(line.head) && line.head !== HEAD.caption ? weights.displayPattern : displayMarks(model, line);
  return displayShape(model, line) + pattern;
}

function displayShape({ weights }: Model, line: VisualLine): number {
  const indent = line.indented && !line.wideIndent ? weights.displayIndented : 0;
  const size = line.maybeName
    ? weights.displayName
    : line.width.em < 1.6
      ? weights.displaySpeck
      : line.width.em < 3.2
        ? weights.displayTiny
        : 0;
  return (HEAD_COSTS.display[line.head] ?? 0) + weights.displayPerEm * line.width.em + indent + size;
}

function displayMarks({ weights }: Model, line: VisualLine): number {
  return (
    weights.displayStop * Math.max(0, line.stops - (line.endClass <= END.quotedStop ? 1 : 0)) +
    weights.displayComma * line.commas
  );
}

/** What it costs that line `i` goes on with the display block of the line before it, but for blank lines and marks. */
function goesOnCost(model: Model, i: number): number {
  const { lines, weights } = model;
  const line = lines[i] as VisualLine;
  const previous = lines[i - 1] as VisualLine;
  const ends = (END_COSTS.displayWrap[previous.endClass] ?? 0) + (HEAD_COSTS.displayWrap[line.head] ?? 0);
  const across = previous.leavesOpen > 0 && line.closesOpen > 0 ? weights.openAcrossDisplay : 0;
  const widens = line.width.em > previous.width.em + 1 ? weights.displayWidens : 0;
  const tail = line.width.em <= 4 ? weights.displayTail : 0;
  const shape = weights.displayGoesOn + weights.displayPerEm * line.width.em;
  return ends + wordCost(model, previous, line) + against(model, i - 1, "wrap") + across + widens + tail + shape;
}

/** A display block inside a column: the text goes on below in the same measure. */
function explainAsCrosshead(model: Model, column: Column, before: Column, trace: Trace, i: number, own: number): void {
  const { lines, weights, measures } = model;
  const line = lines[i] as VisualLine;
  const previous = lines[i - 1] as VisualLine;
  const afterBody = (END_COSTS.paragraph[previous.endClass] ?? 0) + weights.endParagraph + weights.crosshead + own;
  const afterHeading = endCost(previous, DISPLAY) + weights.displayAfterDisplay + own;
  const goesOn = line.indented
    ? FAR
    : goesOnCost(model, i) + blankLineCost(model, i - 1, TURN.wrapAfterFirst) + displayMarks(model, line);
  const fromHeading = Math.min(afterHeading, goesOn);
  for (let k = 0; k < measures.length; k += 1) {
    if ((measures[k] as number) + weights.tolerance < line.width.em) continue;
    const body = (before.ended[k] as number) + afterBody;
    const heading = (before.heading[k] as number) + fromHeading;
    column.heading[k] = Math.min(body, heading);
    trace.heading[i * measures.length + k] =
      body <= heading ? HEADING.first : goesOn < afterHeading ? HEADING.goesOn : HEADING.next;
  }
}

const PATTERNS: ReadonlySet<number> = new Set([HEAD.byline, HEAD.caption, HEAD.credit, HEAD.jump]);

/** Adds the explanations of a line outside columns: joined before, a headline or byline, a caption. */
function explainAsDisplay(model: Model, column: Column, before: Column | undefined, trace: Trace, i: number): void {
  const { lines, weights, dialect } = model;
  const line = lines[i] as VisualLine;
  const previous = lines[i - 1];
  const body =
    before && previous
      ? (before.ended[before.bestEnded] ?? FAR) + weights.endParagraph + (END_COSTS.paragraph[previous.endClass] ?? 0)
      : before
        ? FAR
        : 0;
  const habit = before ? breakHabit(model, i - 1) : 0;
  const scalars = (s: number): number => (before && previous ? (before.scalars[s] ?? FAR) + endCost(previous, s) : FAR);

  const put = (state: number, cost: number, from: number): void => {
    if (cost >= (column.scalars[state] ?? FAR)) return;
    column.scalars[state] = cost;
    trace.scalars[i * SCALARS.length + state] = from;
  };
  const start = (state: number, own: number, fromBody: number, fromSame: number): void => {
    put(state, body + fromBody + own + habit, -1);
    for (let s = 0; s < SCALARS.length; s += 1) {
      const follows = state === JOINED ? s === JOINED : s !== JOINED;
      put(state, scalars(s) + (follows ? fromSame : fromBody) + own + habit, s);
    }
  };

  const joinedEntry = weights.joined * (1 - dialect.joinedShare) + weights.joinedAfterJoined * dialect.joinedShare;
  const joined =
    (HEAD_COSTS.paragraph[line.head] ?? 0) +
    (line.width.em > WIDEST_MEASURE ? 0 : weights.joinedNarrow * (1 - dialect.joinedShare)) +
    (line.indented && !line.wideIndent ? 1 : 0);
  start(JOINED, joined, joinedEntry, weights.joinedAfterJoined);

  const own = displayCost(model, line);
  start(DISPLAY, own, weights.display, weights.displayAfterDisplay);
  if (before && previous) explainAsCrosshead(model, column, before, trace, i, own + habit);

  const signed = line.endClass === END.photographer ? weights.captionSigned : 0;
  const caption =
    displayShape(model, line) +
    signed +
    (line.head === HEAD.caption ? weights.displayPattern : weights.captionUnannounced);
  start(CAPTION, caption, weights.display, weights.displayAfterDisplay + 1);

  if (!before || !previous || line.indented) return;
  const goesOn = goesOnCost(model, i);
  const goOn = (state: number, from: number, more: number): void => {
    const turn = from === state ? TURN.wrap : TURN.wrapAfterFirst;
    put(state, (before.scalars[from] ?? FAR) + blankLineCost(model, i - 1, turn) + goesOn + more, from);
  };
  for (const from of [DISPLAY, DISPLAY_MORE]) goOn(DISPLAY_MORE, from, displayMarks(model, line));
  for (const from of [CAPTION, CAPTION_MORE]) goOn(CAPTION_MORE, from, weights.captionGoesOn + signed);
}

function traceBack(model: Model, last: Column, trace: Trace): Parse {
  const { lines, measures, weights } = model;
  const count = lines.length;
  const size = measures.length;
  const parts = new Array<Part>(count).fill("single");
  const ems = new Array<number>(count).fill(0);
  const turns = new Array<Turn | undefined>(count).fill(TURN.break);

  const line = lines[count - 1] as VisualLine;
  const ended = (last.ended[last.bestEnded] ?? FAR) + (END_COSTS.paragraph[line.endClass] ?? 0);
  const unfinished =
    Math.min(last.first[last.bestFirst] ?? FAR, last.middle[last.bestMiddle] ?? FAR) + weights.unfinished;
  const scalar = scalarEnd(model, last, count - 1);
  const cost = Math.min(ended, unfinished, scalar.cost);

  type State = { kind: "first" | "middle" | "ended" | "heading" | "scalar"; index: number };
  let state: State;
  if (cost === scalar.cost) state = { kind: "scalar", index: scalar.state };
  else if (cost === ended) state = { kind: "ended", index: last.bestEnded };
  else if ((last.first[last.bestFirst] ?? FAR) <= (last.middle[last.bestMiddle] ?? FAR))
    state = { kind: "first", index: last.bestFirst };
  else state = { kind: "middle", index: last.bestMiddle };

  let end = count - 1;
  while (end >= 0) {
    if (state.kind === "scalar") {
      parts[end] = SCALARS[state.index] as Part;
      const more = state.index === DISPLAY_MORE || state.index === CAPTION_MORE;
      const from = trace.scalars[end * SCALARS.length + state.index] ?? -1;
      if (end > 0) turns[end - 1] = more ? TURN.wrap : TURN.break;
      end -= 1;
      state =
        from < 0
          ? { kind: "ended", index: end >= 0 ? (trace.bestEnded[end] ?? 0) : 0 }
          : { kind: "scalar", index: from };
      continue;
    }
    const k = state.index;
    if (state.kind === "heading") {
      const from = trace.heading[end * size + k];
      parts[end] = "crosshead";
      if (end > 0) turns[end - 1] = from === HEADING.goesOn ? TURN.wrap : TURN.break;
      state = { kind: from === HEADING.first ? "ended" : "heading", index: k };
      end -= 1;
      continue;
    }
    const pointer = trace[state.kind][end * size + k] ?? 0;
    const pieces = (pointer & 3) + 1;
    const from = (pointer >> 2) & 7;
    const starts = from <= FROM.scalar || from === FROM.heading;
    const start = end - pieces + 1;
    for (let i = start; i <= end; i += 1) {
      ems[i] = measures[k] ?? 0;
      if (i < end) {
        parts[i] = "cut";
        turns[i] = undefined;
      }
    }
    parts[end] = state.kind === "ended" ? (pointer & 32 ? "single" : "last") : state.kind;
    const before = start - 1;
    if (before >= 0) turns[before] = starts ? TURN.break : TURN.wrap;
    end = before;
    if (before < 0) break;
    if (from === FROM.same) state = { kind: "ended", index: k };
    else if (from === FROM.heading) state = { kind: "heading", index: k };
    else if (from === FROM.other) state = { kind: "ended", index: trace.bestEnded[before] ?? 0 };
    else if (from === FROM.first) state = { kind: "first", index: k };
    else if (from === FROM.middle) state = { kind: "middle", index: k };
    else if (from === FROM.scalar) state = { kind: "scalar", index: trace.bestScalar[before] ?? DISPLAY };
    else
      state = trace.insideFirst[before]
        ? { kind: "first", index: trace.bestFirst[before] ?? 0 }
        : { kind: "middle", index: trace.bestMiddle[before] ?? 0 };
    if (turns[before] === TURN.wrap && state.kind === "first") turns[before] = TURN.wrapAfterFirst;
  }
  return { parts, measures: ems, turns, cost };
}

function newColumn(size: number): Column {
  return {
    first: new Float64Array(size),
    middle: new Float64Array(size),
    ended: new Float64Array(size),
    heading: new Float64Array(size),
    scalars: new Float64Array(SCALARS.length),
    bestFirst: 0,
    bestMiddle: 0,
    bestEnded: 0,
  };
}

function clear(column: Column): void {
  column.first.fill(FAR);
  column.middle.fill(FAR);
  column.ended.fill(FAR);
  column.heading.fill(FAR);
  column.scalars.fill(FAR);
}

function newTrace(count: number, size: number): Trace {
  return {
    first: new Uint8Array(count * size),
    middle: new Uint8Array(count * size),
    ended: new Uint8Array(count * size),
    heading: new Uint8Array(count * size),
    scalars: new Int8Array(count * SCALARS.length).fill(-1),
    bestFirst: new Int16Array(count),
    bestMiddle: new Int16Array(count),
    bestEnded: new Int16Array(count),
    bestScalar: new Int8Array(count),
    insideFirst: new Uint8Array(count),
  };
}

function cheapest(costs: Float64Array): number {
  let best = 0;
  for (let i = 1; i < costs.length; i += 1) if ((costs[i] as number) < (costs[best] as number)) best = i;
  return best;
}
