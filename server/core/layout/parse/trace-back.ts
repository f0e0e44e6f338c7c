/** Follows the back pointers from the last line to the first: the cheapest explanation, line by line. */

import { TURN, type Turn } from "../dialect.ts";
import type { VisualLine } from "../lines.ts";
import { END_COSTS } from "../weights.ts";
import {
  type BackPointers,
  CAPTION_MORE,
  CROSSHEAD_FROM,
  DISPLAY,
  DISPLAY_MORE,
  FROM,
  type Model,
  OUTSIDE_PARTS,
  type Parse,
  type Part,
  SINGLE_LINE,
  type StateCosts,
  UNREACHED,
} from "./states.ts";
import { cheapestOutside } from "./turns.ts";

/** The explanation that the cheapest state after the last line ends; `last` are the costs after that line. */
export function traceBack(model: Model, last: StateCosts, pointers: BackPointers): Parse {
  const { cost, state } = lastState(model, last);
  const way = new WayBack(model, pointers);
  way.follow(state);
  return { parts: way.parts, measures: way.measures, turns: way.turns, cost };
}

/** A state after a line: which one, and in which measure or, outside columns, as what. */
interface State {
  readonly kind: "first" | "middle" | "ended" | "crosshead" | "outside";
  readonly index: number;
}

function lastState(model: Model, last: StateCosts): { readonly cost: number; readonly state: State } {
  const i = model.lines.length - 1;
  const line = model.lines[i] as VisualLine;
  const ended = (last.ended[last.bestEnded] ?? UNREACHED) + (END_COSTS.paragraph[line.endClass] ?? 0);
  const first = last.first[last.bestFirst] ?? UNREACHED;
  const middle = last.middle[last.bestMiddle] ?? UNREACHED;
  const unfinished = Math.min(first, middle) + model.weights.unfinished;
  const outside = cheapestOutside(model, last, i);
  const cost = Math.min(ended, unfinished, outside.cost);
  if (cost === outside.cost) return { cost, state: { kind: "outside", index: outside.state } };
  if (cost === ended) return { cost, state: { kind: "ended", index: last.bestEnded } };
  if (first <= middle) return { cost, state: { kind: "first", index: last.bestFirst } };
  return { cost, state: { kind: "middle", index: last.bestMiddle } };
}

/** The explanation while it is read off, from its end to its beginning. */
class WayBack {
  readonly parts: Part[];
  readonly measures: number[];
  readonly turns: (Turn | undefined)[];

  readonly #model: Model;
  readonly #pointers: BackPointers;

  constructor(model: Model, pointers: BackPointers) {
    const count = model.lines.length;
    this.parts = new Array<Part>(count).fill("single");
    this.measures = new Array<number>(count).fill(0);
    this.turns = new Array<Turn | undefined>(count).fill(TURN.break);
    this.#model = model;
    this.#pointers = pointers;
  }

  /** Reads off all lines, the last of which is in the given state. */
  follow(last: State): void {
    let state = last;
    let end = this.#model.lines.length - 1;
    while (end >= 0) {
      if (state.kind === "outside") {
        state = this.#outside(end, state.index);
        end -= 1;
      } else if (state.kind === "crosshead") {
        state = this.#crosshead(end, state.index);
        end -= 1;
      } else {
        const pointer = this.#pointers[state.kind][end * this.#model.measures.length + state.index] ?? 0;
        const start = end - (pointer & 3);
        this.#columnLine(start, end, state, pointer);
        end = start - 1;
        if (end >= 0) state = this.#beforeColumnLine(end, state.index, (pointer >> 2) & 7);
      }
    }
  }

  /** Reads off a line outside columns; returns the state of the line before it. */
  #outside(line: number, index: number): State {
    this.parts[line] = OUTSIDE_PARTS[index] as Part;
    const goesOn = index === DISPLAY_MORE || index === CAPTION_MORE;
    if (line > 0) this.turns[line - 1] = goesOn ? TURN.wrap : TURN.break;
    const from = this.#pointers.outside[line * OUTSIDE_PARTS.length + index] ?? -1;
    if (from >= 0) return { kind: "outside", index: from };
    return { kind: "ended", index: this.#pointers.bestEnded[line - 1] ?? 0 };
  }

  /** Reads off a line of a crosshead; returns the state of the line before it. */
  #crosshead(line: number, measure: number): State {
    const from = this.#pointers.crosshead[line * this.#model.measures.length + measure];
    this.parts[line] = "crosshead";
    if (line > 0) this.turns[line - 1] = from === CROSSHEAD_FROM.ownBlock ? TURN.wrap : TURN.break;
    return { kind: from === CROSSHEAD_FROM.text ? "ended" : "crosshead", index: measure };
  }

  /** Reads off a line of a column, whose pieces are the lines `start`…`end`. */
  #columnLine(start: number, end: number, { kind, index }: State, pointer: number): void {
    for (let i = start; i <= end; i += 1) {
      this.measures[i] = this.#model.measures[index] ?? 0;
      if (i < end) {
        this.parts[i] = "cut";
        this.turns[i] = undefined;
      }
    }
    this.parts[end] = kind === "ended" ? (pointer & SINGLE_LINE ? "single" : "last") : (kind as Part);
  }

  /** The state of the line before a line of a column, and the turn between the two. */
  #beforeColumnLine(before: number, measure: number, from: number): State {
    const pointers = this.#pointers;
    this.turns[before] = TURN.break;
    switch (from) {
      case FROM.sameMeasure:
        return { kind: "ended", index: measure };
      case FROM.crosshead:
        return { kind: "crosshead", index: measure };
      case FROM.otherMeasure:
        return { kind: "ended", index: pointers.bestEnded[before] ?? 0 };
      case FROM.outside:
        return { kind: "outside", index: pointers.bestOutside[before] ?? DISPLAY };
      case FROM.first:
        this.turns[before] = TURN.wrapAfterFirst;
        return { kind: "first", index: measure };
      case FROM.middle:
        this.turns[before] = TURN.wrap;
        return { kind: "middle", index: measure };
      default: {
        const first = pointers.insideFirst[before] === 1;
        this.turns[before] = first ? TURN.wrapAfterFirst : TURN.wrap;
        return first
          ? { kind: "first", index: pointers.bestFirst[before] ?? 0 }
          : { kind: "middle", index: pointers.bestMiddle[before] ?? 0 };
      }
    }
  }
}
