/** Explains a line as one of a column: first, middle, last or single line of a paragraph, by measure. */

import type { VisualLine } from "../lines.ts";
import { HEAD_COSTS } from "../weights.ts";
import { costOfCuts, fullLineCost, joinedLinesCost, type SetLine, setLineOf, shortLineCost } from "./fit.ts";
import { DISPLAY, FROM, SINGLE_LINE, type Step, UNREACHED } from "./states.ts";
import { breakCost, cheapestOutside, endCost, indentCost, type TurnCosts, turnCosts } from "./turns.ts";

/** A line that could at the narrowest still be this many em wider than a measure was not set in it. */
const TOO_WIDE = 2.5;
/** A line with this many em to spare, beyond the room for the next unit, was not wrapped in a measure. */
const TOO_NARROW = 5;
/** A first line's indent in em, which extractors drop. */
const INDENT = 2;
/** Lines that were joined before are together at least this many measures wide. */
const SHORTEST_JOINED = 1.12;

/** Adds the explanations of lines `start`…`end` (pieces of one) as one line of a column. */
export function explainAsColumn(step: Step, start: number, end: number): void {
  new ColumnLine(step, start, end).explain();
}

/** A line of a column while it is tried in each measure. */
class ColumnLine {
  readonly #step: Step;
  readonly #line: SetLine;
  readonly #entry: Entry;
  /** The line's pieces less one, as back pointers have them. */
  readonly #cuts: number;
  /** Where the line's own back pointers begin. */
  readonly #base: number;
  readonly #joinedCost: number;
  readonly #lastLineCost: number;

  constructor(step: Step, start: number, end: number) {
    const { model } = step;
    this.#step = step;
    this.#line = setLineOf(model, start, end);
    this.#entry = new Entry(step, start, costOfCuts(model, start, end));
    this.#cuts = end - start;
    this.#base = end * model.measures.length;
    this.#joinedCost = model.dialect.joinedLinesCost ?? model.weights.joinedLines;
    this.#lastLineCost = model.weights.lastLine + (this.#line.stretched ? model.weights.stretchedLast : 0);
  }

  explain(): void {
    const { measures } = this.#step.model;
    const { em, shrink, tolerance, room } = this.#line;
    const narrowest = em - shrink - tolerance - TOO_WIDE;
    const widestWrapped = em + room + TOO_NARROW;
    for (let k = 0; k < measures.length; k += 1) {
      const measure = measures[k] as number;
      const joined = measure < narrowest;
      if (joined && (this.#cuts > 0 || em < measure * SHORTEST_JOINED)) continue;
      this.#entry.setMeasure(k);
      if (joined || measure - INDENT <= widestWrapped) this.#goesOn(k, measure, joined);
      this.#ends(k, measure, joined);
    }
  }

  /** The line is wrapped: the paragraph goes on after it. `joined`: it is several lines that were joined before. */
  #goesOn(k: number, measure: number, joined: boolean): void {
    const { model, costs, pointers } = this.#step;
    const { weights } = model;
    const line = this.#line;
    const entry = this.#entry;
    const slack = measure - line.em;
    const full = joined
      ? this.#joinedCost + joinedLinesCost(weights, line, line.em, measure)
      : fullLineCost(weights, line, slack);
    const indented = joined
      ? this.#joinedCost + joinedLinesCost(weights, line, line.em + INDENT, measure)
      : fullLineCost(weights, line, slack - INDENT);
    const first = entry.starts + Math.min(indented, full + weights.firstWithoutIndent);
    if (first < (costs.first[k] as number)) {
      costs.first[k] = first;
      pointers.first[this.#base + k] = this.#cuts | (entry.startsFrom << 2);
    }
    if (entry.inside + full < (costs.middle[k] as number)) {
      costs.middle[k] = entry.inside + full;
      pointers.middle[this.#base + k] = this.#cuts | (entry.insideFrom << 2);
    }
  }

  /** The line is its paragraph's last or only one. */
  #ends(k: number, measure: number, joined: boolean): void {
    const { model, costs, pointers } = this.#step;
    const { weights } = model;
    const entry = this.#entry;
    const slack = measure - this.#line.em;
    const short = joined ? this.#joinedCost : shortLineCost(weights, this.#line, slack);
    const shortFirst = joined
      ? this.#joinedCost
      : Math.min(shortLineCost(weights, this.#line, slack - INDENT), short + weights.firstWithoutIndent);
    const single = entry.starts + shortFirst + weights.single + this.#lastLineCost;
    if (single < (costs.ended[k] as number)) {
      costs.ended[k] = single;
      pointers.ended[this.#base + k] = this.#cuts | (entry.startsFrom << 2) | SINGLE_LINE;
    }
    const last = entry.inside + short + this.#lastLineCost;
    if (last < (costs.ended[k] as number)) {
      costs.ended[k] = last;
      pointers.ended[this.#base + k] = this.#cuts | (entry.insideFrom << 2);
    }
  }
}

/** What it costs to come to a line of a column, from the cheapest state before it: where a paragraph starts, and inside one. */
class Entry {
  starts = UNREACHED;
  startsFrom: number = FROM.otherMeasure;
  inside = UNREACHED;
  insideFrom: number = FROM.insideOtherMeasure;

  readonly #before: Step["before"];
  readonly #turn: TurnCosts | undefined;
  readonly #cutCost: number;
  readonly #startsElsewhere: number;
  readonly #startsElsewhereFrom: number;
  readonly #insideElsewhere: number;
  /** What it costs to start a paragraph after a crosshead, but for the crosshead itself. */
  readonly #afterCrosshead: number;

  constructor({ model, before }: Step, start: number, cutCost: number) {
    const { lines, weights } = model;
    const head = lines[start] as VisualLine;
    const opens = HEAD_COSTS.paragraph[head.head] ?? 0;
    this.#before = before;
    this.#cutCost = cutCost;
    if (!before) {
      this.#startsElsewhere = opens + indentCost(model, head);
      this.#startsElsewhereFrom = FROM.outside;
      this.#insideElsewhere = UNREACHED + weights.measureChangesInside;
      this.#afterCrosshead = UNREACHED;
      return;
    }
    const turn = turnCosts(model, start - 1);
    const fromOutside =
      cheapestOutside(model, before, start - 1).cost +
      opens +
      indentCost(model, head) +
      weights.measureAfterDisplay +
      breakCost(model, start - 1);
    const otherParagraph = (before.ended[before.bestEnded] ?? UNREACHED) + turn.paragraph + weights.measureChanges;
    const otherFirst = (before.first[before.bestFirst] ?? UNREACHED) + turn.wrapAfterFirst;
    const otherMiddle = (before.middle[before.bestMiddle] ?? UNREACHED) + turn.wrap;
    this.#turn = turn;
    this.#startsElsewhere = Math.min(fromOutside, otherParagraph);
    this.#startsElsewhereFrom = fromOutside <= otherParagraph ? FROM.outside : FROM.otherMeasure;
    this.#insideElsewhere = Math.min(otherFirst, otherMiddle) + weights.measureChangesInside;
    this.#afterCrosshead =
      endCost(lines[start - 1] as VisualLine, DISPLAY) + opens + indentCost(model, head) + breakCost(model, start - 1);
  }

  /** Sets the costs for the measure of the index. */
  setMeasure(k: number): void {
    let starts = this.#startsElsewhere;
    let inside = this.#insideElsewhere;
    this.startsFrom = this.#startsElsewhereFrom;
    this.insideFrom = FROM.insideOtherMeasure;
    const before = this.#before;
    const turn = this.#turn;
    if (before && turn) {
      const same = (before.ended[k] as number) + turn.paragraph;
      if (same < starts) {
        starts = same;
        this.startsFrom = FROM.sameMeasure;
      }
      const underCrosshead = (before.crosshead[k] as number) + this.#afterCrosshead;
      if (underCrosshead < starts) {
        starts = underCrosshead;
        this.startsFrom = FROM.crosshead;
      }
      const first = (before.first[k] as number) + turn.wrapAfterFirst;
      if (first < inside) {
        inside = first;
        this.insideFrom = FROM.first;
      }
      const middle = (before.middle[k] as number) + turn.wrap;
      if (middle < inside) {
        inside = middle;
        this.insideFrom = FROM.middle;
      }
    }
    this.starts = starts + this.#cutCost;
    this.inside = inside + this.#cutCost;
  }
}
