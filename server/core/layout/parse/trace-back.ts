/** Follows the cheapest way from the last line back to the first: the explanation, line by line. */

import { TURN, type Turn } from "../dialect.ts";
import { columnArc } from "./arcs.ts";
import { besideCost } from "./beside.ts";
import { insideFrom, outsideCost, startsFrom, wayTo } from "./entries.ts";
import type { Search } from "./found.ts";
import type { Interruption } from "./interruptions.ts";
import { FROM, INTERRUPTED } from "./passages.ts";
import { afterDropCap, lastEnd } from "./search.ts";
import {
  COLUMN,
  type Column,
  cheapestOf,
  OUTSIDE,
  OUTSIDE_PARTS,
  type Outside,
  type Parse,
  type Part,
} from "./states.ts";

/** A state after a line. */
type State =
  | { readonly kind: "column"; readonly as: Column; readonly k: number }
  | { readonly kind: "crosshead"; readonly k: number }
  | { readonly kind: "outside"; readonly as: Outside }
  | { readonly kind: "beside" | "besideEnded" };

/** A state and the line after which it holds. */
interface Place {
  readonly line: number;
  readonly state: State;
}

/** The explanation while it is read off, from its end to its beginning. */
export class WayBack {
  readonly #found: Search;
  readonly #parts: Part[];
  readonly #measures: number[];
  readonly #turns: (Turn | undefined)[];

  constructor(found: Search) {
    const count = found.model.lines.length;
    this.#found = found;
    this.#parts = new Array<Part>(count).fill("single");
    this.#measures = new Array<number>(count).fill(0);
    this.#turns = new Array<Turn | undefined>(count).fill(TURN.break);
  }

  parse(): Parse {
    const { cost, state } = this.#last();
    let place: Place | undefined = { line: this.#found.model.lines.length - 1, state };
    while (place) place = this.#before(place);
    return { parts: this.#parts, measures: this.#measures, turns: this.#turns, cost };
  }

  /** The cheapest state after the last line, and what the page costs with it. */
  #last(): { readonly cost: number; readonly state: State } {
    const { model, costs } = this.#found;
    const count = model.measures.length;
    const i = model.lines.length - 1;
    let best: { cost: number; state: State } = { cost: Number.POSITIVE_INFINITY, state: { kind: "beside" } };
    const consider = (cost: number, state: State): void => {
      if (cost < best.cost) best = { cost, state };
    };
    OUTSIDE_PARTS.forEach((_, as) => {
      consider(costs.outside[i * OUTSIDE_PARTS.length + as] as number, { kind: "outside", as: as as Outside });
    });
    const end = lastEnd(model);
    for (let k = 0; k < count; k += 1) {
      const at = i * count + k;
      consider((costs.column[COLUMN.ended][at] as number) + end, { kind: "column", as: COLUMN.ended, k });
      for (const as of [COLUMN.first, COLUMN.middle])
        consider((costs.column[as][at] as number) + model.weights.unfinished, { kind: "column", as, k });
    }
    consider((costs.besideEnded[i] as number) + end, { kind: "besideEnded" });
    consider((costs.beside[i] as number) + model.weights.unfinished, { kind: "beside" });
    return best;
  }

  /** Reads off the lines that end in a place; gives the place before them. */
  #before({ line, state }: Place): Place | undefined {
    switch (state.kind) {
      case "column":
        return this.#columnLine(line, state.as, state.k);
      case "crosshead":
        return this.#crosshead(line, state.k);
      case "outside":
        return this.#outside(line, state.as);
      default:
        return this.#besideLine(line, state.kind);
    }
  }

  #columnLine(end: number, as: Column, k: number): Place | undefined {
    const { columns, passages, model } = this.#found;
    const asStart = as === COLUMN.middle ? undefined : as === COLUMN.first ? columns.first : columns.single;
    const asLater = as === COLUMN.first ? undefined : as === COLUMN.middle ? columns.middle : columns.last;
    let best = Number.POSITIVE_INFINITY;
    let start = end;
    let starts = false;
    for (let begin = end; begin >= 0; begin -= 1) {
      const arc = columnArc(columns, begin, end);
      if (arc < 0) break;
      const at = arc * model.measures.length + k;
      const from = begin * model.measures.length + k;
      const one = asStart ? (passages.starts[from] as number) + (asStart[at] as number) : best;
      const later = asLater ? (passages.inside[from] as number) + (asLater[at] as number) : best;
      if (Math.min(one, later) >= best) continue;
      starts = asStart !== undefined && (one <= later || !asLater);
      best = Math.min(one, later);
      start = begin;
    }
    for (let i = start; i <= end; i += 1) {
      this.#measures[i] = model.measures[k] ?? 0;
      this.#parts[i] = "cut";
      if (i < end) this.#turns[i] = undefined;
    }
    this.#parts[end] = as === COLUMN.first ? "first" : as === COLUMN.middle ? "middle" : starts ? "single" : "last";
    if (start === 0) return undefined;
    return this.#through(start, starts ? startsFrom(this.#found, start, k) : insideFrom(this.#found, start, k), k);
  }

  #besideLine(line: number, kind: "beside" | "besideEnded"): Place | undefined {
    const { passages } = this.#found;
    this.#parts[line] = kind === "beside" ? "beside" : "last";
    if (kind === "beside" && afterDropCap(this.#found, line) < this.#besideWithoutCap(line)) {
      this.#parts[line - 1] = "cut";
      this.#turns[line - 1] = undefined;
      return this.#through(line - 1, passages.capStartsFrom[line - 1] as number, 0);
    }
    const starts =
      kind === "beside" && (passages.besideStarts[line] as number) < (passages.besideInside[line] as number);
    return this.#through(line, (starts ? passages.besideStartsFrom : passages.besideInsideFrom)[line] as number, 0);
  }

  #besideWithoutCap(line: number): number {
    const { model, passages } = this.#found;
    const cost = besideCost(model, line);
    return Math.min(passages.besideStarts[line] as number, passages.besideInside[line] as number) + cost;
  }

  /** Goes through the passage to a line of text; gives the place before it, and says what the turn there is. */
  #through(start: number, from: number, k: number): Place | undefined {
    if (start === 0) return undefined;
    const line = start - 1;
    const column = (as: Column, measure: number, turn: Turn): Place => {
      this.#turns[line] = turn;
      return { line, state: { kind: "column", as, k: measure } };
    };
    switch (from) {
      case FROM.sameEnded:
        return column(COLUMN.ended, k, TURN.break);
      case FROM.otherEnded:
        return column(COLUMN.ended, this.#cheapestColumn(line, COLUMN.ended), TURN.break);
      case FROM.sameFirst:
        return column(COLUMN.first, k, TURN.wrapAfterFirst);
      case FROM.sameMiddle:
        return column(COLUMN.middle, k, TURN.wrap);
      case FROM.otherFirst:
        return column(COLUMN.first, this.#cheapestColumn(line, COLUMN.first), TURN.wrapAfterFirst);
      case FROM.otherMiddle:
        return column(COLUMN.middle, this.#cheapestColumn(line, COLUMN.middle), TURN.wrap);
      case FROM.crosshead:
        return { line, state: { kind: "crosshead", k } };
      case FROM.outside:
        return { line, state: { kind: "outside", as: this.#cheapestOutside(line, OUTSIDE.joined) } };
      case FROM.besideEnded:
        return { line, state: { kind: "besideEnded" } };
      case FROM.beside:
        this.#turns[line] = TURN.wrap;
        return { line, state: { kind: "beside" } };
      default:
        return this.#beyond(this.#found.interruptions.get(start)?.[from - INTERRUPTED] as Interruption, k);
    }
  }

  /** The measure in which a state of a column is cheapest after a line. */
  #cheapestColumn(line: number, as: Column): number {
    const { costs, model } = this.#found;
    const count = model.measures.length;
    return cheapestOf(costs.column[as], line * count, count);
  }

  /** The cheapest state outside columns after a line, of `least` and those after it. */
  #cheapestOutside(line: number, least: Outside): Outside {
    const states = OUTSIDE_PARTS.length;
    return (least + cheapestOf(this.#found.costs.outside, line * states + least, states - least)) as Outside;
  }

  /** Reads off an interruption; gives the place where the paragraph stopped. */
  #beyond({ before, arcs, wrap }: Interruption, k: number): Place {
    const { costs, model } = this.#found;
    for (const arc of arcs) this.#block(arc);
    const at = before * model.measures.length + k;
    const first = (costs.column[COLUMN.first][at] as number) + wrap;
    const middle = (costs.column[COLUMN.middle][at] as number) + wrap;
    return { line: before, state: { kind: "column", as: first <= middle ? COLUMN.first : COLUMN.middle, k } };
  }

  /** Says what the lines of a block outside columns are. */
  #block(arc: number, part?: Part): void {
    const { outside } = this.#found;
    const start = outside.start[arc] as number;
    const end = outside.end[arc] as number;
    const own = part ?? (OUTSIDE_PARTS[outside.as[arc] as number] as Part);
    for (let i = start; i <= end; i += 1) {
      this.#parts[i] = own;
      if (i < end) this.#turns[i] = i === start ? TURN.wrapAfterFirst : TURN.wrap;
    }
  }

  #outside(end: number, as: Outside): Place | undefined {
    const { model, outside, costs } = this.#found;
    let best = Number.POSITIVE_INFINITY;
    let chosen = -1;
    for (let n = outside.endsAt[end] as number; n < (outside.endsAt[end + 1] as number); n += 1) {
      const arc = outside.byEnd[n] as number;
      if (outside.as[arc] !== as) continue;
      const cost = outsideCost(this.#found, arc);
      if (cost >= best) continue;
      best = cost;
      chosen = arc;
    }
    if (chosen < 0) return undefined;
    this.#block(chosen);
    const start = outside.start[chosen] as number;
    if (start === 0) return undefined;
    const line = start - 1;
    const after = wayTo(this.#found, chosen);
    if (after === "joined") return { line, state: { kind: "outside", as: OUTSIDE.joined } };
    if (after === "same") return { line, state: { kind: "outside", as } };
    if (after === "block")
      return { line, state: { kind: "outside", as: this.#cheapestOutside(line, OUTSIDE.display) } };
    const bestEnded = this.#cheapestColumn(line, COLUMN.ended);
    const ended = costs.column[COLUMN.ended][line * model.measures.length + bestEnded] as number;
    return (costs.besideEnded[line] as number) < ended
      ? { line, state: { kind: "besideEnded" } }
      : { line, state: { kind: "column", as: COLUMN.ended, k: bestEnded } };
  }

  #crosshead(end: number, k: number): Place | undefined {
    const { model, outside, costs, passages, turns } = this.#found;
    const count = model.measures.length;
    let best = Number.POSITIVE_INFINITY;
    let chosen = -1;
    for (let n = outside.endsAt[end] as number; n < (outside.endsAt[end + 1] as number); n += 1) {
      const arc = outside.byEnd[n] as number;
      if (k < (outside.narrowest[arc] as number)) continue;
      const from = (outside.start[arc] as number) * count;
      const cost = (passages.crosshead[from + k] as number) + (outside.cost[arc] as number);
      if (cost >= best) continue;
      best = cost;
      chosen = arc;
    }
    if (chosen < 0) return undefined;
    this.#block(chosen, "crosshead");
    const start = outside.start[chosen] as number;
    const line = start - 1;
    const leavesText = turns.leavesText[start] as number;
    const text = (costs.column[COLUMN.ended][line * count + k] as number) + leavesText + model.weights.crosshead;
    return text <= (passages.crosshead[start * count + k] as number)
      ? { line, state: { kind: "column", as: COLUMN.ended, k } }
      : { line, state: { kind: "crosshead", k } };
  }
}
