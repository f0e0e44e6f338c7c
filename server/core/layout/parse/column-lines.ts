/** Explains a line as one of a column: first, middle, last or single line of a paragraph, by measure. */

import type { VisualLine } from "../lines.ts";
import { HEAD_COSTS } from "../weights.ts";
import { compose, costOfCuts, fullLineCost, joinedRunCost, shortLineCost } from "./fit.ts";
import { type Column, DISPLAY, FAR, FROM, type Model, type Trace } from "./states.ts";
import { breakHabit, endCost, indentCost, scalarEnd, turnCosts } from "./turns.ts";

/** A line this many em wider than a measure was not set in it; one this much narrower than it could be was not wrapped in it. */
const TOO_WIDE = 2.5;

const TOO_NARROW = 5;

/** A first line's indent in em, which extractors drop. */
const INDENT = 2;
/** A run of lines that were joined before is at least this many measures wide. */
const SHORTEST_RUN = 1.12;

/** Adds the explanations of lines `start`…`end` (pieces of one) as one line of a column. */
export function explainAsColumn(
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
  const runCost = model.dialect.joinedRunCost ?? weights.joinedRun;
  const narrowest = em - give - tolerance - TOO_WIDE;
  const widestFull = em + room + TOO_NARROW;
  for (let k = 0; k < size; k += 1) {
    const measure = measures[k] as number;
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
    const run = measure < narrowest;
    if (run && (code > 0 || em < measure * SHORTEST_RUN)) continue;
    const slack = measure - em;
    if (run || measure - INDENT <= widestFull) {
      const full = run
        ? runCost + joinedRunCost(weights, em, measure, room, roomLeft)
        : fullLineCost(weights, slack, room, roomLeft, give, tolerance);
      const indented = run
        ? runCost + joinedRunCost(weights, em + INDENT, measure, room, roomLeft)
        : fullLineCost(weights, slack - INDENT, room, roomLeft, give, tolerance);
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
    const short = run ? runCost : shortLineCost(weights, slack, give, tolerance);
    const shortFirst = run
      ? runCost
      : Math.min(shortLineCost(weights, slack - INDENT, give, tolerance), short + weights.firstWithoutIndent);
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
