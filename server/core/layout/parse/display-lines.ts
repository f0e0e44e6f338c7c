/** Explains a line outside running text: headline, byline, caption, crosshead, or a line joined before. */

import { TURN, WIDEST_MEASURE } from "../dialect.ts";
import { END, HEAD } from "../line-classes.ts";
import type { VisualLine } from "../lines.ts";
import { END_COSTS, HEAD_COSTS } from "../weights.ts";
import {
  CAPTION,
  CAPTION_MORE,
  type Column,
  DISPLAY,
  DISPLAY_MORE,
  FAR,
  HEADING,
  JOINED,
  type Model,
  SCALARS,
  type Trace,
} from "./states.ts";
import { against, blankLineCost, breakHabit, endCost, wordCost } from "./turns.ts";

/** Adds the explanations of a line outside columns: joined before, a headline or byline, a caption. */
export function explainAsDisplay(
  model: Model,
  column: Column,
  before: Column | undefined,
  trace: Trace,
  i: number,
): void {
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
  const put = (state: number, cost: number, from: number): void => {
    if (cost >= (column.scalars[state] ?? FAR)) return;
    column.scalars[state] = cost;
    trace.scalars[i * SCALARS.length + state] = from;
  };
  const fromJoined = before && previous ? (before.scalars[JOINED] ?? FAR) + endCost(previous, JOINED) : FAR;
  const shown = before && previous ? cheapestDisplay(before, previous) : { cost: FAR, state: DISPLAY };
  const start = (state: number, own: number, entry: number, again: number): void => {
    put(state, body + entry + own + habit, -1);
    put(state, fromJoined + (state === JOINED ? again : entry) + own + habit, JOINED);
    put(state, shown.cost + (state === JOINED ? entry : again) + own + habit, shown.state);
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

/** The cheapest display block that ends with the line before. */
function cheapestDisplay(before: Column, previous: VisualLine): { cost: number; state: number } {
  let cost = FAR;
  let state = DISPLAY;
  for (let s = DISPLAY; s <= CAPTION_MORE; s += 1) {
    const c = (before.scalars[s] ?? FAR) + endCost(previous, s);
    if (c < cost) {
      cost = c;
      state = s;
    }
  }
  return { cost, state };
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

const PATTERNS: ReadonlySet<number> = new Set([HEAD.byline, HEAD.caption, HEAD.credit, HEAD.jump]);
