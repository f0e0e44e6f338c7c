/** How sure each decision is: by how much the page is explained better with a wrap at a line's end than with a break there. */

import type { VisualLine } from "../lines.ts";
import { besideCost } from "./beside.ts";
import { crossheadEntry, dropCapCost, fitsCrosshead, outsideCost } from "./entries.ts";
import { type OutsideArc, outsideEntry } from "./outside.ts";
import type { Passage } from "./passages.ts";
import { lastEnd, type Search } from "./search.ts";
import { COLUMN, type Costs, newCosts, OUTSIDE, OUTSIDE_PARTS, UNREACHED } from "./states.ts";
import type { TurnCosts } from "./turns.ts";

/**
 * The margin of each line end, in nats: what the cheapest explanation with a break there costs more than the cheapest one
 * with a wrap. Above 0 a wrap is the better explanation; near 0 either is nearly as good. The last line has no margin (0).
 */
export function marginsOf(found: Search): Float64Array {
  return new Backward(found).margins();
}

/** What the rest of the page costs at the least, from the end to the beginning. */
class Backward {
  readonly #found: Search;
  /** What the lines after each costs, by the state after it. */
  readonly #rest: Costs;
  /** The same once a paragraph goes on with a line, by line × measure. */
  readonly #inside: Float64Array;
  readonly #wrap: Float64Array;
  readonly #break: Float64Array;
  readonly #outsideByStart: readonly (readonly OutsideArc[])[];
  readonly #columnsByStart: readonly (readonly Search["columns"][number][number][])[];

  constructor(found: Search) {
    const { lines, measures } = found.model;
    this.#found = found;
    this.#rest = newCosts(lines.length, measures.length);
    this.#inside = new Float64Array(lines.length * measures.length).fill(UNREACHED);
    this.#wrap = new Float64Array(lines.length).fill(UNREACHED);
    this.#break = new Float64Array(lines.length).fill(UNREACHED);
    this.#outsideByStart = byStart(found.outside);
    this.#columnsByStart = byStart(found.columns);
  }

  margins(): Float64Array {
    const count = this.#found.model.lines.length;
    this.#endPage(count - 1);
    for (let next = count - 1; next > 0; next -= 1) this.#pass(next);
    this.#insideArcs();
    const margins = new Float64Array(count);
    for (let i = 0; i + 1 < count; i += 1) margins[i] = (this.#break[i] as number) - (this.#wrap[i] as number);
    return margins;
  }

  #endPage(i: number): void {
    const { model } = this.#found;
    const end = lastEnd(model);
    const { unfinished } = model.weights;
    const count = model.measures.length;
    const rest = this.#rest;
    rest.column[COLUMN.first].fill(unfinished, i * count);
    rest.column[COLUMN.middle].fill(unfinished, i * count);
    rest.column[COLUMN.ended].fill(end, i * count);
    rest.beside[i] = unfinished;
    rest.besideEnded[i] = end;
    rest.outside.fill(0, i * OUTSIDE_PARTS.length);
  }

  /** Works out what the states after line `next - 1` leave to pay, and what each turn there costs the page. */
  #pass(next: number): void {
    const { model, costs } = this.#found;
    const { measures, weights } = model;
    const rest = this.#rest;
    const count = measures.length;
    const i = next - 1;
    const at = i * count;
    const { turn } = this.#found.passages[next] as Passage;
    const begins = this.#begins(next);
    const wraps = (cost: number): void => lower(this.#wrap, i, cost);
    const breaks = (cost: number): void => lower(this.#break, i, cost);

    const leastInside = least(this.#inside, next * count, count);
    for (const state of [COLUMN.first, COLUMN.middle] as const) {
      const wrap = state === COLUMN.first ? turn.wrapAfterFirst : turn.wrap;
      const anywhere =
        wrap + Math.min(weights.measureChangesInside + leastInside, weights.besideEnters + begins.besideInside);
      for (let k = 0; k < count; k += 1) {
        const cost = costs.column[state][at + k] as number;
        const goesOn = Math.min(wrap + (this.#inside[next * count + k] as number), anywhere);
        wraps(cost + goesOn);
        let beyond = UNREACHED;
        for (const list of this.#interruptionsAfter(i)) {
          const across = state === COLUMN.first ? list.turn.wrapAfterFirst : list.turn.wrap;
          beyond = Math.min(beyond, list.cost + across + (this.#inside[list.resumes * count + k] as number));
        }
        breaks(cost + beyond);
        rest.column[state][at + k] = Math.min(goesOn, beyond);
      }
    }
    const leastStarts = least(begins.starts, 0, count);
    const paragraphAnywhere = Math.min(
      turn.paragraph + weights.measureChanges + leastStarts,
      turn.paragraph + weights.besideStarts + begins.besideStarts,
      turn.paragraph + begins.capStarts,
      turn.leavesText + begins.afterText,
    );
    for (let k = 0; k < count; k += 1) {
      const start = begins.starts[k] as number;
      const crosshead = begins.crosshead[k] as number;
      const ended = Math.min(
        turn.paragraph + start,
        paragraphAnywhere,
        turn.leavesText + weights.crosshead + crosshead,
      );
      rest.column[COLUMN.ended][at + k] = ended;
      breaks((costs.column[COLUMN.ended][at + k] as number) + ended);
      const under = Math.min(turn.entersText + start, turn.break + weights.displayAfterDisplay + crosshead);
      rest.crosshead[at + k] = under;
      breaks((costs.crosshead[at + k] as number) + under);
    }
    rest.beside[i] = turn.wrap + Math.min(begins.besideInside, weights.besideLeaves + leastInside);
    wraps((costs.beside[i] as number) + (rest.beside[i] as number));
    rest.besideEnded[i] = Math.min(
      turn.paragraph + weights.afterBeside + leastStarts,
      turn.paragraph + weights.besideAgain + begins.besideStarts,
      turn.paragraph + begins.capStarts,
      turn.leavesText + begins.afterText,
    );
    breaks((costs.besideEnded[i] as number) + (rest.besideEnded[i] as number));
    const entersText = Math.min(
      turn.entersText + weights.measureAfterDisplay + leastStarts,
      turn.entersText + weights.besideStarts + begins.besideStarts,
      turn.entersText + begins.capStarts,
    );
    OUTSIDE_PARTS.forEach((_, as) => {
      const block = turn.break + (as === OUTSIDE.joined ? begins.afterJoined : begins.afterBlock);
      const cost = Math.min(entersText, block, turn.break + (begins.same[as] as number));
      rest.outside[i * OUTSIDE_PARTS.length + as] = cost;
      breaks((costs.outside[i * OUTSIDE_PARTS.length + as] as number) + cost);
    });
  }

  /** What it costs, to the end of the page, to begin with line `next` each kind of block, or to go on with it. */
  #begins(next: number): Begins {
    const { model } = this.#found;
    const { lines, measures, weights } = model;
    const rest = this.#rest;
    const count = measures.length;
    const starts = new Float64Array(count).fill(UNREACHED);
    for (const arc of this.#columnsByStart[next] ?? []) {
      for (let k = 0; k < count; k += 1) {
        const at = arc.end * count + k;
        const ended = rest.column[COLUMN.ended][at] as number;
        lower(starts, k, (arc.first[k] as number) + (rest.column[COLUMN.first][at] as number));
        lower(starts, k, (arc.single[k] as number) + ended);
        lower(this.#inside, next * count + k, (arc.middle[k] as number) + (rest.column[COLUMN.middle][at] as number));
        lower(this.#inside, next * count + k, (arc.last[k] as number) + ended);
      }
    }
    const beside = besideCost(weights, lines[next - 1], lines[next] as VisualLine);
    const goesOn = rest.beside[next] as number;
    const begins: Begins = {
      starts,
      besideStarts: beside + goesOn,
      besideInside: beside + Math.min(goesOn, weights.lastLine + (rest.besideEnded[next] as number)),
      capStarts: this.#capStarts(next),
      afterText: UNREACHED,
      afterJoined: UNREACHED,
      afterBlock: UNREACHED,
      same: new Float64Array(OUTSIDE_PARTS.length).fill(UNREACHED),
      crosshead: new Float64Array(count).fill(UNREACHED),
    };
    for (const arc of this.#outsideByStart[next] ?? []) {
      const after = rest.outside[arc.end * OUTSIDE_PARTS.length + arc.as] as number;
      const { enters, entersAfterJoined, entersAgain } = outsideEntry(model, arc.as);
      begins.afterText = Math.min(begins.afterText, enters + arc.cost + after);
      begins.afterJoined = Math.min(begins.afterJoined, entersAfterJoined + arc.cost + after);
      begins.afterBlock = Math.min(begins.afterBlock, entersAgain + arc.cost + after);
      if (arc.again < UNREACHED) lower(begins.same, arc.as, arc.again + after);
      if (arc.as !== OUTSIDE.display || !fitsCrosshead(arc)) continue;
      for (let k = 0; k < count; k += 1)
        if (fitsCrosshead(arc, model, k))
          lower(begins.crosshead, k, arc.cost + (rest.crosshead[arc.end * count + k] as number));
    }
    return begins;
  }

  #capStarts(cap: number): number {
    return dropCapCost(this.#found.model, cap) + (this.#rest.beside[cap + 1] ?? UNREACHED);
  }

  #interruptionsAfter(before: number): readonly { cost: number; resumes: number; turn: TurnCosts }[] {
    return this.#found.interruptionsAfter.get(before) ?? [];
  }

  /** The turns inside arcs of several lines: pieces of a line, and display blocks and captions as wholes. */
  #insideArcs(): void {
    const { model, columns, outside, passages, costs } = this.#found;
    const rest = this.#rest;
    const count = model.measures.length;
    const inside = (start: number, end: number, cost: number): void => {
      for (let i = start; i < end; i += 1) lower(this.#wrap, i, cost);
    };
    for (const arcs of columns) {
      for (const arc of arcs) {
        if (arc.start === arc.end) continue;
        const passage = passages[arc.start] as Passage;
        let best = UNREACHED;
        for (let k = 0; k < count; k += 1) {
          const at = arc.end * count + k;
          const ended = rest.column[COLUMN.ended][at] as number;
          const start = Math.min(
            (arc.first[k] as number) + (rest.column[COLUMN.first][at] as number),
            (arc.single[k] as number) + ended,
          );
          const goesOn = Math.min(
            (arc.middle[k] as number) + (rest.column[COLUMN.middle][at] as number),
            (arc.last[k] as number) + ended,
          );
          best = Math.min(best, (passage.starts[k] as number) + start, (passage.inside[k] as number) + goesOn);
        }
        inside(arc.start, arc.end, best);
      }
    }
    for (const arcs of outside) {
      for (const arc of arcs) {
        if (arc.start === arc.end) continue;
        const entry = outsideCost(model, passages[arc.start] as Passage, costs, arc).cost;
        inside(arc.start, arc.end, entry + (rest.outside[arc.end * OUTSIDE_PARTS.length + arc.as] as number));
        if (arc.as !== OUTSIDE.display || arc.start === 0 || !fitsCrosshead(arc)) continue;
        const passage = passages[arc.start] as Passage;
        for (let k = 0; k < count; k += 1) {
          if (!fitsCrosshead(arc, model, k)) continue;
          const cost = crossheadEntry(model, costs, arc, k, passage).cost + arc.cost;
          inside(arc.start, arc.end, cost + (rest.crosshead[arc.end * count + k] as number));
        }
      }
    }
    for (let cap = 0; cap + 1 < model.lines.length; cap += 1) {
      const starts = this.#capStarts(cap);
      if (starts < UNREACHED) lower(this.#wrap, cap, (passages[cap] as Passage).capStarts + starts);
    }
    for (const list of this.#found.interruptions.values()) {
      for (const { before, resumes, cost, turn, arcs } of list) {
        let best = UNREACHED;
        for (let k = 0; k < count; k += 1) {
          const first = (costs.column[COLUMN.first][before * count + k] as number) + turn.wrapAfterFirst;
          const middle = (costs.column[COLUMN.middle][before * count + k] as number) + turn.wrap;
          best = Math.min(best, Math.min(first, middle) + cost + (this.#inside[resumes * count + k] as number));
        }
        for (const arc of arcs) {
          inside(arc.start, arc.end, best);
          lower(this.#break, arc.end, best);
        }
      }
    }
  }
}

/** What it costs, to the end of the page, to begin each kind of block with a line. */
interface Begins {
  readonly starts: Float64Array;
  readonly besideStarts: number;
  readonly besideInside: number;
  readonly capStarts: number;
  afterText: number;
  afterJoined: number;
  afterBlock: number;
  /** A row after a row, a line of verse after another; by the state. */
  readonly same: Float64Array;
  /** A crosshead, by measure. */
  readonly crosshead: Float64Array;
}

function lower(costs: Float64Array, at: number, cost: number): void {
  if (cost < (costs[at] as number)) costs[at] = cost;
}

function least(costs: Float64Array, at: number, count: number): number {
  let best = UNREACHED;
  for (let k = 0; k < count; k += 1) best = Math.min(best, costs[at + k] as number);
  return best;
}

function byStart<Arc extends { readonly start: number }>(arcs: readonly (readonly Arc[])[]): Arc[][] {
  const starts: Arc[][] = arcs.map(() => []);
  for (const list of arcs) for (const arc of list) starts[arc.start]?.push(arc);
  return starts;
}
