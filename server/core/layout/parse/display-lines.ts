/** Explains a line outside running text: headline, byline, caption, crosshead, or a line joined before. */

import { TURN, WIDEST_MEASURE } from "../dialect.ts";
import { END, HEAD } from "../line-classes.ts";
import type { VisualLine } from "../lines.ts";
import { END_COSTS, HEAD_COSTS } from "../weights.ts";
import {
  CAPTION,
  CAPTION_MORE,
  CROSSHEAD_FROM,
  DISPLAY,
  DISPLAY_MORE,
  JOINED,
  type Model,
  OUTSIDE_PARTS,
  type StateCosts,
  type Step,
  UNREACHED,
} from "./states.ts";
import { blankLineCost, breakCost, endCost, forbiddenCost, wordCost } from "./turns.ts";

/** Adds the explanations of line `i` outside columns: joined before, a headline or byline, a caption. */
export function explainAsDisplay(step: Step, i: number): void {
  const { model, before } = step;
  const { weights, dialect } = model;
  const line = model.lines[i] as VisualLine;
  const displays = new OutsideLine(step, i);

  const joinedEntry = weights.joined * (1 - dialect.joinedShare) + weights.joinedAfterJoined * dialect.joinedShare;
  displays.startJoined(joinedCost(model, line), joinedEntry);
  const own = displayCost(model, line);
  displays.start(DISPLAY, own, weights.displayAfterDisplay);
  if (before && i > 0) explainAsCrosshead(step, before, i, own + displays.breakCost);
  const signed = line.endClass === END.photographer ? weights.captionSigned : 0;
  displays.start(CAPTION, captionCost(model, line, signed), weights.displayAfterDisplay + 1);

  if (!before || i === 0 || line.indented) return;
  const goesOn = goesOnCost(model, i);
  const marks = displayMarks(model, line);
  for (const from of [DISPLAY, DISPLAY_MORE]) displays.goOn(DISPLAY_MORE, from, goesOn, marks);
  for (const from of [CAPTION, CAPTION_MORE]) displays.goOn(CAPTION_MORE, from, goesOn, weights.captionGoesOn + signed);
}

/** A line while it is tried in the states outside columns. */
class OutsideLine {
  /** What the break before the line costs. */
  readonly breakCost: number;

  readonly #step: Step;
  readonly #i: number;
  /** The cheapest explanation before the line that ends in a paragraph, in a joined line, in a display block. */
  readonly #afterText: number;
  readonly #afterJoined: number;
  readonly #afterDisplay: { readonly cost: number; readonly state: number };

  constructor(step: Step, i: number) {
    const { model, before } = step;
    const previous = model.lines[i - 1];
    this.#step = step;
    this.#i = i;
    if (!before || !previous) {
      this.breakCost = 0;
      this.#afterText = before ? UNREACHED : 0;
      this.#afterJoined = UNREACHED;
      this.#afterDisplay = { cost: UNREACHED, state: DISPLAY };
      return;
    }
    this.breakCost = breakCost(model, i - 1);
    this.#afterText =
      (before.ended[before.bestEnded] ?? UNREACHED) +
      model.weights.endParagraph +
      (END_COSTS.paragraph[previous.endClass] ?? 0);
    this.#afterJoined = (before.outside[JOINED] ?? UNREACHED) + endCost(previous, JOINED);
    this.#afterDisplay = cheapestDisplay(before, previous);
  }

  /** The line was joined before; `own`: what speaks against that in the line, `entry`: what a first such line costs. */
  startJoined(own: number, entry: number): void {
    const { joinedAfterJoined } = this.#step.model.weights;
    this.#put(JOINED, this.#afterText + entry + own + this.breakCost, -1);
    this.#put(JOINED, this.#afterJoined + joinedAfterJoined + own + this.breakCost, JOINED);
    this.#put(JOINED, this.#afterDisplay.cost + entry + own + this.breakCost, this.#afterDisplay.state);
  }

  /** The line begins a display block of the state; `again`: what a block right after another one costs. */
  start(state: number, own: number, again: number): void {
    const { display } = this.#step.model.weights;
    this.#put(state, this.#afterText + display + own + this.breakCost, -1);
    this.#put(state, this.#afterJoined + display + own + this.breakCost, JOINED);
    this.#put(state, this.#afterDisplay.cost + again + own + this.breakCost, this.#afterDisplay.state);
  }

  /** The line goes on with the display block of the line before it. */
  goOn(state: number, from: number, goesOn: number, more: number): void {
    const { model, before } = this.#step;
    const turn = from === state ? TURN.wrap : TURN.wrapAfterFirst;
    this.#put(
      state,
      (before?.outside[from] ?? UNREACHED) + blankLineCost(model, this.#i - 1, turn) + goesOn + more,
      from,
    );
  }

  #put(state: number, cost: number, from: number): void {
    const { costs, pointers } = this.#step;
    if (cost >= (costs.outside[state] ?? UNREACHED)) return;
    costs.outside[state] = cost;
    pointers.outside[this.#i * OUTSIDE_PARTS.length + state] = from;
  }
}

/** A display block inside a column, whose text goes on below in the same measure; `own`: what the line costs as one. */
function explainAsCrosshead({ model, costs, pointers }: Step, before: StateCosts, i: number, own: number): void {
  const { lines, weights, measures } = model;
  const line = lines[i] as VisualLine;
  const previous = lines[i - 1] as VisualLine;
  const afterText = (END_COSTS.paragraph[previous.endClass] ?? 0) + weights.endParagraph + weights.crosshead + own;
  const afterCrosshead = endCost(previous, DISPLAY) + weights.displayAfterDisplay + own;
  const goesOn = line.indented
    ? UNREACHED
    : goesOnCost(model, i) + blankLineCost(model, i - 1, TURN.wrapAfterFirst) + displayMarks(model, line);
  const fromCrosshead = Math.min(afterCrosshead, goesOn);
  for (let k = 0; k < measures.length; k += 1) {
    if ((measures[k] as number) + weights.tolerance < line.width.em) continue;
    const text = (before.ended[k] as number) + afterText;
    const crosshead = (before.crosshead[k] as number) + fromCrosshead;
    costs.crosshead[k] = Math.min(text, crosshead);
    pointers.crosshead[i * measures.length + k] =
      text <= crosshead
        ? CROSSHEAD_FROM.text
        : goesOn < afterCrosshead
          ? CROSSHEAD_FROM.ownBlock
          : CROSSHEAD_FROM.crosshead;
  }
}

/** The cheapest display block that ends with the line before. */
function cheapestDisplay(before: StateCosts, previous: VisualLine): { cost: number; state: number } {
  let cost = UNREACHED;
  let state = DISPLAY;
  for (let s = DISPLAY; s <= CAPTION_MORE; s += 1) {
    const c = (before.outside[s] ?? UNREACHED) + endCost(previous, s);
    if (c < cost) {
      cost = c;
      state = s;
    }
  }
  return { cost, state };
}

/** What a line costs as one that was joined before, whatever stands before it. */
function joinedCost({ weights, dialect }: Model, line: VisualLine): number {
  return (
    (HEAD_COSTS.paragraph[line.head] ?? 0) +
    (line.width.em > WIDEST_MEASURE ? 0 : weights.joinedNarrow * (1 - dialect.joinedShare)) +
    (line.indented && !line.wideIndent ? 1 : 0)
  );
}

/** What a line costs as a caption, whatever stands before it; `signed`: what a photographer's name at its end makes of it. */
function captionCost(model: Model, line: VisualLine, signed: number): number {
  const { weights } = model;
  const announced = line.head === HEAD.caption ? weights.displayPattern : weights.captionUnannounced;
  return displayShape(model, line) + signed + announced;
}

/** What a line costs as a display block that is no caption, whatever stands before it. */
function displayCost(model: Model, line: VisualLine): number {
  const pattern = PATTERNS.has(line.head) ? model.weights.displayPattern : displayMarks(model, line);
  return displayShape(model, line) + pattern;
}

/** What a line's head, width and indent cost in a display block. */
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

/** What full stops and commas cost in a display block: they make sentences, and those are text. */
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
  return ends + wordCost(model, previous, line) + forbiddenCost(model, i - 1, "wrap") + across + widens + tail + shape;
}

/** Heads of display blocks that are no captions; those have costs of their own. */
const PATTERNS: ReadonlySet<number> = new Set([HEAD.byline, HEAD.credit, HEAD.jump]);
