/** How sure each decision is: by how much the page is explained better with a wrap at a line's end than with a break there. */

import { columnArc } from "./arcs.ts";
import { besideCost } from "./beside.ts";
import { dropCapCost, outsideCost } from "./entries.ts";
import type { Search } from "./found.ts";
import type { OutsideEntry } from "./outside.ts";
import { interruptedCost } from "./passages.ts";
import { lastEnd } from "./search.ts";
import { COLUMN, type Costs, leastOf, newCosts, OUTSIDE, OUTSIDE_PARTS, UNREACHED } from "./states.ts";
import { costTable } from "./tables.ts";

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
  /** The same once a paragraph starts with a line, goes on with it, or a crosshead begins there: by line × measure. */
  readonly #starts: Float64Array;
  readonly #inside: Float64Array;
  readonly #crosshead: Float64Array;
  readonly #wrap: Float64Array;
  readonly #break: Float64Array;
  /** What it costs, to the end of the page, to begin the line that is being looked at as each kind of block. */
  readonly #begins: Begins = {
    besideStarts: UNREACHED,
    besideInside: UNREACHED,
    capStarts: UNREACHED,
    afterText: UNREACHED,
    afterJoined: UNREACHED,
    afterBlock: UNREACHED,
    same: new Float64Array(OUTSIDE_PARTS.length),
  };

  constructor(found: Search) {
    const { lines, measures } = found.model;
    const costs = (count: number): Float64Array => costTable(lines.length * count, UNREACHED);
    this.#found = found;
    this.#rest = newCosts(lines.length, measures.length);
    this.#starts = costs(measures.length);
    this.#inside = costs(measures.length);
    this.#crosshead = costs(measures.length);
    this.#wrap = costs(1);
    this.#break = costs(1);
  }

  margins(): Float64Array {
    const count = this.#found.model.lines.length;
    this.#endPage(count - 1);
    for (let next = count - 1; next > 0; next -= 1) {
      this.#beginColumn(next);
      this.#pass(next);
    }
    this.#beginColumn(0);
    this.#insideColumnArcs();
    this.#insideOutsideArcs();
    this.#insideInterruptions();
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

  /** Works out what it costs, to the end of the page, to start a paragraph with a line of a column, or to go on with it. */
  #beginColumn(line: number): void {
    const { columns, model } = this.#found;
    const [first, middle, ended] = this.#rest.column;
    const count = model.measures.length;
    const from = line * count;
    const starts = this.#starts;
    const inside = this.#inside;
    for (let end = line; ; end += 1) {
      const arc = columnArc(columns, line, end);
      if (arc < 0) return;
      const at = arc * count;
      const to = end * count;
      for (let k = 0; k < count; k += 1) {
        const after = ended[to + k] as number;
        const asFirst = (columns.first[at + k] as number) + (first[to + k] as number);
        const asMiddle = (columns.middle[at + k] as number) + (middle[to + k] as number);
        lower(starts, from + k, Math.min(asFirst, (columns.single[at + k] as number) + after));
        lower(inside, from + k, Math.min(asMiddle, (columns.last[at + k] as number) + after));
      }
    }
  }

  /** Works out what the states after line `next - 1` leave to pay, and what each turn there costs the page. */
  #pass(next: number): void {
    const { model, costs, turns } = this.#found;
    const { measures, weights } = model;
    const rest = this.#rest;
    const count = measures.length;
    const i = next - 1;
    const at = i * count;
    const to = next * count;
    const turnWrapAfterFirst = turns.wrapAfterFirst[next] as number;
    const turnWrap = turns.wrap[next] as number;
    const turnParagraph = turns.paragraph[next] as number;
    const turnLeavesText = turns.leavesText[next] as number;
    const turnEntersText = turns.entersText[next] as number;
    const turnBreak = turns.break[next] as number;
    this.#beginBlocks(next);
    const begins = this.#begins;
    let wraps = UNREACHED;
    let breaks = UNREACHED;

    const inside = this.#inside;
    const starts = this.#starts;
    const crossheads = this.#crosshead;
    const leastInside = leastOf(inside, to, count);
    const [firstCosts, middleCosts, endedCosts] = costs.column;
    const [firstRest, middleRest, endedRest] = rest.column;
    const elsewhere = Math.min(weights.measureChangesInside + leastInside, weights.besideEnters + begins.besideInside);
    const elsewhereAfterFirst = Math.min(
      weights.measureChangesInside + weights.measureChangesAfterFirst + leastInside,
      weights.besideEnters + begins.besideInside,
    );
    for (let k = 0; k < count; k += 1) {
      const same = inside[to + k] as number;
      const first = turnWrapAfterFirst + Math.min(same, elsewhereAfterFirst);
      const middle = turnWrap + Math.min(same, elsewhere);
      firstRest[at + k] = first;
      middleRest[at + k] = middle;
      wraps = Math.min(wraps, (firstCosts[at + k] as number) + first, (middleCosts[at + k] as number) + middle);
    }
    for (const { cost, resumes, wrap } of this.#found.interruptionsAfter.get(i) ?? []) {
      const after = cost + wrap;
      for (let k = 0; k < count; k += 1) {
        const goesOn = after + (inside[resumes * count + k] as number);
        breaks = Math.min(breaks, (firstCosts[at + k] as number) + goesOn, (middleCosts[at + k] as number) + goesOn);
        lower(firstRest, at + k, goesOn);
        lower(middleRest, at + k, goesOn);
      }
    }
    const leastStarts = leastOf(starts, to, count);
    const paragraphAnywhere = Math.min(
      turnParagraph + weights.measureChanges + leastStarts,
      turnParagraph + weights.besideStarts + begins.besideStarts,
      turnParagraph + begins.capStarts,
      turnLeavesText + begins.afterText,
    );
    for (let k = 0; k < count; k += 1) {
      const start = starts[to + k] as number;
      const crosshead = crossheads[to + k] as number;
      const ended = Math.min(turnParagraph + start, paragraphAnywhere, turnLeavesText + weights.crosshead + crosshead);
      const under = Math.min(turnEntersText + start, turnBreak + weights.displayAfterDisplay + crosshead);
      endedRest[at + k] = ended;
      rest.crosshead[at + k] = under;
      breaks = Math.min(breaks, (endedCosts[at + k] as number) + ended, (costs.crosshead[at + k] as number) + under);
    }
    const beside = turnWrap + Math.min(begins.besideInside, weights.besideLeaves + leastInside);
    rest.beside[i] = beside;
    wraps = Math.min(wraps, (costs.beside[i] as number) + beside);
    const besideEnded = Math.min(
      turnParagraph + weights.afterBeside + leastStarts,
      turnParagraph + weights.besideAgain + begins.besideStarts,
      turnParagraph + begins.capStarts,
      turnLeavesText + begins.afterText,
    );
    rest.besideEnded[i] = besideEnded;
    breaks = Math.min(breaks, (costs.besideEnded[i] as number) + besideEnded);
    const entersText = Math.min(
      turnEntersText + weights.measureAfterDisplay + leastStarts,
      turnEntersText + weights.besideStarts + begins.besideStarts,
      turnEntersText + begins.capStarts,
    );
    for (let as = 0; as < OUTSIDE_PARTS.length; as += 1) {
      const block = turnBreak + (as === OUTSIDE.joined ? begins.afterJoined : begins.afterBlock);
      const cost = Math.min(entersText, block, turnBreak + (begins.same[as] as number));
      rest.outside[i * OUTSIDE_PARTS.length + as] = cost;
      breaks = Math.min(breaks, (costs.outside[i * OUTSIDE_PARTS.length + as] as number) + cost);
    }
    lower(this.#wrap, i, wraps);
    lower(this.#break, i, breaks);
  }

  /** Works out what it costs, to the end of the page, to begin with line `next` each kind of block that is no line of a column. */
  #beginBlocks(next: number): void {
    const { model, entries, outside } = this.#found;
    const { measures, weights } = model;
    const rest = this.#rest;
    const count = measures.length;
    const begins = this.#begins;
    const beside = besideCost(model, next);
    const goesOn = rest.beside[next] as number;
    begins.besideStarts = beside + goesOn;
    begins.besideInside = beside + Math.min(goesOn, weights.lastLine + (rest.besideEnded[next] as number));
    begins.capStarts = this.#capStarts(next);
    begins.afterText = UNREACHED;
    begins.afterJoined = UNREACHED;
    begins.afterBlock = UNREACHED;
    begins.same.fill(UNREACHED);
    const crosshead = this.#crosshead;
    const crossheadRest = rest.crosshead;
    for (let arc = outside.startsAt[next] as number; arc < (outside.startsAt[next + 1] as number); arc += 1) {
      const as = outside.as[arc] as number;
      const own = outside.cost[arc] as number;
      const end = outside.end[arc] as number;
      const cost = own + (rest.outside[end * OUTSIDE_PARTS.length + as] as number);
      const { enters, entersAfterJoined, entersAgain } = entries[as] as OutsideEntry;
      begins.afterText = Math.min(begins.afterText, enters + cost);
      begins.afterJoined = Math.min(begins.afterJoined, entersAfterJoined + cost);
      begins.afterBlock = Math.min(begins.afterBlock, entersAgain + (outside.afterBlock[arc] as number) + cost);
      begins.same[as] = Math.min(begins.same[as] as number, (outside.again[arc] as number) + cost - own);
      for (let k = outside.narrowest[arc] as number; k < count; k += 1)
        lower(crosshead, next * count + k, own + (crossheadRest[end * count + k] as number));
    }
  }

  #capStarts(cap: number): number {
    return dropCapCost(this.#found.model, cap) + (this.#rest.beside[cap + 1] ?? UNREACHED);
  }

  /** A way of the page wraps lines `start`…`end`. */
  #wraps(start: number, end: number, cost: number): void {
    for (let i = start; i < end; i += 1) lower(this.#wrap, i, cost);
  }

  /** The turns inside lines of a column that stand in pieces, a drop cap among them. */
  #insideColumnArcs(): void {
    const { model, columns, passages } = this.#found;
    const [first, middle, ended] = this.#rest.column;
    const count = model.measures.length;
    for (let end = 1; end < model.lines.length; end += 1) {
      for (let start = end - 1; start >= 0; start -= 1) {
        const arc = columnArc(columns, start, end);
        if (arc < 0) break;
        const at = arc * count;
        let best = UNREACHED;
        for (let k = 0; k < count; k += 1) {
          const to = end * count + k;
          const after = ended[to] as number;
          best = Math.min(
            best,
            (passages.starts[start * count + k] as number) +
              Math.min(
                (columns.first[at + k] as number) + (first[to] as number),
                (columns.single[at + k] as number) + after,
              ),
            (passages.inside[start * count + k] as number) +
              Math.min(
                (columns.middle[at + k] as number) + (middle[to] as number),
                (columns.last[at + k] as number) + after,
              ),
          );
        }
        this.#wraps(start, end, best);
      }
    }
    for (let cap = 0; cap + 1 < model.lines.length; cap += 1) {
      const starts = this.#capStarts(cap);
      if (starts < UNREACHED) lower(this.#wrap, cap, (passages.capStarts[cap] as number) + starts);
    }
  }

  /** The turns inside display blocks and captions, as wholes. */
  #insideOutsideArcs(): void {
    const { model, outside, passages } = this.#found;
    const rest = this.#rest;
    const count = model.measures.length;
    for (let arc = 0; arc < outside.count; arc += 1) {
      const start = outside.start[arc] as number;
      const end = outside.end[arc] as number;
      if (start === end) continue;
      const as = outside.as[arc] as number;
      const own = outside.cost[arc] as number;
      let best = outsideCost(this.#found, arc) + (rest.outside[end * OUTSIDE_PARTS.length + as] as number);
      const from = start * count;
      const to = end * count;
      for (let k = outside.narrowest[arc] as number; k < count; k += 1)
        best = Math.min(best, (passages.crosshead[from + k] as number) + own + (rest.crosshead[to + k] as number));
      this.#wraps(start, end, best);
    }
  }

  #insideInterruptions(): void {
    const { model, costs, outside } = this.#found;
    const count = model.measures.length;
    for (const list of this.#found.interruptions.values()) {
      for (const interruption of list) {
        const inside = interruption.resumes * count;
        let best = UNREACHED;
        for (let k = 0; k < count; k += 1)
          best = Math.min(best, interruptedCost(costs, interruption, k, count) + (this.#inside[inside + k] as number));
        for (const arc of interruption.arcs) {
          const end = outside.end[arc] as number;
          this.#wraps(outside.start[arc] as number, end, best);
          lower(this.#break, end, best);
        }
      }
    }
  }
}

/** What it costs, to the end of the page, to begin each kind of block with a line. */
interface Begins {
  besideStarts: number;
  besideInside: number;
  capStarts: number;
  afterText: number;
  afterJoined: number;
  afterBlock: number;
  /** A row after a row, a line of verse after another; by the state. */
  readonly same: Float64Array;
}

function lower(costs: Float64Array, at: number, cost: number): void {
  if (cost < (costs[at] as number)) costs[at] = cost;
}
