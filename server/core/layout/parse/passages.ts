/** The passages between lines: from the states after a line to what begins, or goes on, with the next. */

import type { Interruption } from "./interruptions.ts";
import { COLUMN, type Costs, leastOf, type Model, OUTSIDE, OUTSIDE_PARTS, UNREACHED } from "./states.ts";
import { unsetBytes, unsetCosts } from "./tables.ts";
import type { TurnCosts } from "./turns.ts";

/** From which states a passage comes. Numbers from {@link INTERRUPTED} on: beyond the interruption of that index. */
export const FROM = {
  /** Nothing: the page begins. */
  nothing: 0,
  /** A paragraph that ended in the same measure, or in another. */
  sameEnded: 1,
  otherEnded: 2,
  /** A crosshead of the column. */
  crosshead: 3,
  outside: 4,
  besideEnded: 5,
  /** A paragraph that goes on, after its first line or a later one, in the same measure or in another. */
  sameFirst: 6,
  sameMiddle: 7,
  otherFirst: 8,
  otherMiddle: 9,
  beside: 10,
} as const;
export const INTERRUPTED = 11;

/** What it costs to come to each line, and from where: by line × measure where a measure matters, else by line. */
export interface Passages {
  /** A paragraph starts in a measure; a paragraph goes on in one. */
  readonly starts: Float64Array;
  readonly inside: Float64Array;
  /** The same in any measure, coming from elsewhere than the same measure; and from where. */
  readonly elsewhere: Float64Array;
  readonly elsewhereFrom: Uint8Array;
  readonly inElsewhere: Float64Array;
  readonly inElsewhereFrom: Uint8Array;
  /** A crosshead begins in a measure. */
  readonly crosshead: Float64Array;
  /** Text along a picture starts a paragraph; it goes on with one. */
  readonly besideStarts: Float64Array;
  readonly besideStartsFrom: Uint8Array;
  readonly besideInside: Float64Array;
  readonly besideInsideFrom: Uint8Array;
  /** A paragraph starts with a drop cap. */
  readonly capStarts: Float64Array;
  readonly capStartsFrom: Uint8Array;
  /** A block outside columns begins: after text, after a line joined before, after another such block. */
  readonly afterText: Float64Array;
  readonly afterJoined: Float64Array;
  readonly afterBlock: Float64Array;
}

/** Passages to `lines` lines, none of them worked out: that to each line is, before it is gone through. */
export function newPassages(lines: number, measures: number): Passages {
  const costs = (count: number): Float64Array => unsetCosts(lines * count);
  return {
    starts: costs(measures),
    inside: costs(measures),
    elsewhere: costs(1),
    elsewhereFrom: unsetBytes(lines),
    inElsewhere: costs(1),
    inElsewhereFrom: unsetBytes(lines),
    crosshead: costs(measures),
    besideStarts: costs(1),
    besideStartsFrom: unsetBytes(lines),
    besideInside: costs(1),
    besideInsideFrom: unsetBytes(lines),
    capStarts: costs(1),
    capStartsFrom: unsetBytes(lines),
    afterText: costs(1),
    afterJoined: costs(1),
    afterBlock: costs(1),
  };
}

/** Works out the passage to the page's first line. */
export function passToFirst(passages: Passages, { measures, weights }: Model, turns: TurnCosts): void {
  const entersText = turns.entersText[0] as number;
  passages.starts.fill(entersText, 0, measures.length);
  passages.besideStarts[0] = entersText + weights.besideStarts;
  passages.capStarts[0] = entersText;
  passages.inside.fill(UNREACHED, 0, measures.length);
  passages.crosshead.fill(UNREACHED, 0, measures.length);
  passages.besideInside[0] = UNREACHED;
  passages.afterJoined[0] = UNREACHED;
  passages.afterBlock[0] = UNREACHED;
  passages.afterText[0] = 0;
}

/** Works out the passage to line `next` from the states after the line before it, and from `interruptions` that end there. */
export function passTo(
  passages: Passages,
  next: number,
  { measures, weights }: Model,
  costs: Costs,
  turns: TurnCosts,
  interruptions: readonly Interruption[],
): void {
  const turnWrapAfterFirst = turns.wrapAfterFirst[next] as number;
  const turnWrap = turns.wrap[next] as number;
  const turnParagraph = turns.paragraph[next] as number;
  const turnLeavesText = turns.leavesText[next] as number;
  const turnEntersText = turns.entersText[next] as number;
  const turnBreak = turns.break[next] as number;
  const { starts, inside, crosshead: toCrosshead } = passages;
  const i = next - 1;
  const count = measures.length;
  const at = i * count;
  const to = next * count;
  const [first, middle, ended] = costs.column;
  const crossheads = costs.crosshead;
  const endedBest = leastOf(ended, at, count);
  const firstBest = leastOf(first, at, count) + turnWrapAfterFirst;
  const middleBest = leastOf(middle, at, count) + turnWrap;
  const outsideBest = leastOf(costs.outside, i * OUTSIDE_PARTS.length, OUTSIDE_PARTS.length);
  const besideEnded = costs.besideEnded[i] as number;
  const beside = (costs.beside[i] as number) + turnWrap;

  const { elsewhere, elsewhereFrom, inElsewhere, inElsewhereFrom } = passages;
  elsewhere[next] = outsideBest + turnEntersText + weights.measureAfterDisplay;
  elsewhereFrom[next] = FROM.outside;
  lower(elsewhere, elsewhereFrom, next, endedBest + turnParagraph + weights.measureChanges, FROM.otherEnded);
  lower(elsewhere, elsewhereFrom, next, besideEnded + turnParagraph + weights.afterBeside, FROM.besideEnded);
  inElsewhere[next] = firstBest + weights.measureChangesInside + weights.measureChangesAfterFirst;
  inElsewhereFrom[next] = FROM.otherFirst;
  lower(inElsewhere, inElsewhereFrom, next, middleBest + weights.measureChangesInside, FROM.otherMiddle);
  lower(inElsewhere, inElsewhereFrom, next, beside + weights.besideLeaves, FROM.beside);

  const startsElsewhere = elsewhere[next] as number;
  const goesOnElsewhere = inElsewhere[next] as number;
  for (let k = 0; k < count; k += 1) {
    const textEnds = ended[at + k] as number;
    const crosshead = crossheads[at + k] as number;
    starts[to + k] = Math.min(startsElsewhere, textEnds + turnParagraph, crosshead + turnEntersText);
    inside[to + k] = Math.min(
      goesOnElsewhere,
      (first[at + k] as number) + turnWrapAfterFirst,
      (middle[at + k] as number) + turnWrap,
    );
    toCrosshead[to + k] = Math.min(
      textEnds + turnLeavesText + weights.crosshead,
      crosshead + turnBreak + weights.displayAfterDisplay,
    );
  }
  for (const interruption of interruptions)
    for (let k = 0; k < count; k += 1)
      inside[to + k] = Math.min(inside[to + k] as number, interruptedCost(costs, interruption, k, count));
  passages.besideStarts[next] = endedBest + turnParagraph + weights.besideStarts;
  passages.besideStartsFrom[next] = FROM.otherEnded;
  passages.capStarts[next] = endedBest + turnParagraph;
  passages.capStartsFrom[next] = FROM.otherEnded;
  const { besideStarts, besideStartsFrom, capStarts, capStartsFrom, besideInside, besideInsideFrom } = passages;
  lower(besideStarts, besideStartsFrom, next, outsideBest + turnEntersText + weights.besideStarts, FROM.outside);
  lower(besideStarts, besideStartsFrom, next, besideEnded + turnParagraph + weights.besideAgain, FROM.besideEnded);
  lower(capStarts, capStartsFrom, next, outsideBest + turnEntersText, FROM.outside);
  lower(capStarts, capStartsFrom, next, besideEnded + turnParagraph, FROM.besideEnded);
  besideInside[next] = firstBest + weights.besideEnters;
  besideInsideFrom[next] = FROM.otherFirst;
  lower(besideInside, besideInsideFrom, next, middleBest + weights.besideEnters, FROM.otherMiddle);
  lower(besideInside, besideInsideFrom, next, beside, FROM.beside);
  passages.afterText[next] = Math.min(endedBest, besideEnded) + turnLeavesText;
  passages.afterJoined[next] = (costs.outside[i * OUTSIDE_PARTS.length + OUTSIDE.joined] as number) + turnBreak;
  passages.afterBlock[next] = leastBlock(costs, i) + turnBreak;
}

/** What the cheapest block outside columns costs that ends with a line and was not joined before. */
function leastBlock({ outside }: Costs, line: number): number {
  return leastOf(outside, line * OUTSIDE_PARTS.length + 1, OUTSIDE_PARTS.length - 1);
}

function lower(costs: Float64Array, froms: Uint8Array, at: number, cost: number, from: number): void {
  if (cost >= (costs[at] as number)) return;
  costs[at] = cost;
  froms[at] = from;
}

/** What it costs that a paragraph of the measure goes on beyond an interruption. */
export function interruptedCost(
  costs: Costs,
  { before, cost, wrap }: Interruption,
  k: number,
  measures: number,
): number {
  const at = before * measures + k;
  return (
    cost +
    Math.min((costs.column[COLUMN.first][at] as number) + wrap, (costs.column[COLUMN.middle][at] as number) + wrap)
  );
}
