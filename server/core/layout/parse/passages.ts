/** The passages between lines: from the states after a line to what begins, or goes on, with the next. */

import type { Weights } from "../weights.ts";
import type { Interruption } from "./interruptions.ts";
import { COLUMN, type Costs, OUTSIDE, OUTSIDE_PARTS, UNREACHED } from "./states.ts";
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

/** What it costs to come to the line after the passage, and from where. Arrays are by the index of the measure. */
export interface Passage {
  /** What the turn there costs, by what it is. */
  readonly turn: TurnCosts;
  /** A paragraph starts in a measure; a paragraph goes on in one. */
  readonly starts: Float64Array;
  readonly startsFrom: Uint8Array;
  readonly inside: Float64Array;
  readonly insideFrom: Uint8Array;
  /** Text along a picture starts a paragraph; it goes on with one. */
  besideStarts: number;
  besideStartsFrom: number;
  besideInside: number;
  besideInsideFrom: number;
  /** A paragraph starts with a drop cap. */
  capStarts: number;
  capStartsFrom: number;
  /** A block outside columns begins: after text, after a line joined before, after another such block. */
  afterText: number;
  afterJoined: number;
  afterBlock: number;
  /** The cheapest states that these come from: measures of columns, and one outside them. */
  bestEnded: number;
  bestFirst: number;
  bestMiddle: number;
  bestOutside: number;
  bestBlock: number;
}

/** The passage to the page's first line. */
export function firstPassage(measures: number, turn: TurnCosts, weights: Weights): Passage {
  const passage = emptyPassage(measures, turn);
  passage.starts.fill(turn.entersText);
  passage.besideStarts = turn.entersText + weights.besideStarts;
  passage.besideStartsFrom = FROM.nothing;
  passage.capStarts = turn.entersText;
  passage.afterText = 0;
  return passage;
}

function emptyPassage(measures: number, turn: TurnCosts): Passage {
  return {
    turn,
    starts: new Float64Array(measures).fill(UNREACHED),
    startsFrom: new Uint8Array(measures),
    inside: new Float64Array(measures).fill(UNREACHED),
    insideFrom: new Uint8Array(measures),
    besideStarts: UNREACHED,
    besideStartsFrom: FROM.nothing,
    besideInside: UNREACHED,
    besideInsideFrom: FROM.nothing,
    capStarts: UNREACHED,
    capStartsFrom: FROM.nothing,
    afterText: UNREACHED,
    afterJoined: UNREACHED,
    afterBlock: UNREACHED,
    bestEnded: 0,
    bestFirst: 0,
    bestMiddle: 0,
    bestOutside: 0,
    bestBlock: 0,
  };
}

/** The passage from the states after line `i`; `interruptions` are those after which a paragraph goes on with line `i + 1`. */
export function passageAfter(
  costs: Costs,
  i: number,
  measures: number,
  {
    turn,
    interruptions,
    weights,
  }: {
    readonly turn: TurnCosts;
    readonly interruptions: readonly Interruption[];
    readonly weights: Weights;
  },
): Passage {
  const passage = emptyPassage(measures, turn);
  const at = i * measures;
  const [first, middle, ended] = costs.column;
  const bestEnded = cheapest(ended, at, measures);
  const bestFirst = cheapest(first, at, measures);
  const bestMiddle = cheapest(middle, at, measures);
  const bestOutside = cheapest(costs.outside, i * OUTSIDE_PARTS.length, OUTSIDE_PARTS.length);
  const bestBlock = 1 + cheapest(costs.outside, i * OUTSIDE_PARTS.length + 1, OUTSIDE_PARTS.length - 1);
  Object.assign(passage, { bestEnded, bestFirst, bestMiddle, bestOutside, bestBlock });
  const endedBest = ended[at + bestEnded] as number;
  const firstBest = (first[at + bestFirst] as number) + turn.wrapAfterFirst;
  const middleBest = (middle[at + bestMiddle] as number) + turn.wrap;
  const outsideBest = costs.outside[i * OUTSIDE_PARTS.length + bestOutside] as number;
  const besideEnded = costs.besideEnded[i] as number;
  const beside = (costs.beside[i] as number) + turn.wrap;

  const other = endedBest + turn.paragraph + weights.measureChanges;
  const outside = outsideBest + turn.entersText + weights.measureAfterDisplay;
  const afterBeside = besideEnded + turn.paragraph + weights.afterBeside;
  const [elsewhere, elsewhereFrom] = least(
    [outside, FROM.outside],
    [other, FROM.otherEnded],
    [afterBeside, FROM.besideEnded],
  );
  const [inElsewhere, inElsewhereFrom] = least(
    [firstBest + weights.measureChangesInside, FROM.otherFirst],
    [middleBest + weights.measureChangesInside, FROM.otherMiddle],
    [beside + weights.besideLeaves, FROM.beside],
  );
  for (let k = 0; k < measures; k += 1) {
    let start = elsewhere;
    let startFrom = elsewhereFrom;
    const same = (ended[at + k] as number) + turn.paragraph;
    if (same < start) {
      start = same;
      startFrom = FROM.sameEnded;
    }
    const crosshead = (costs.crosshead[at + k] as number) + turn.entersText;
    if (crosshead < start) {
      start = crosshead;
      startFrom = FROM.crosshead;
    }
    let goesOn = inElsewhere;
    let goesOnFrom = inElsewhereFrom;
    const afterFirst = (first[at + k] as number) + turn.wrapAfterFirst;
    if (afterFirst < goesOn) {
      goesOn = afterFirst;
      goesOnFrom = FROM.sameFirst;
    }
    const afterMiddle = (middle[at + k] as number) + turn.wrap;
    if (afterMiddle < goesOn) {
      goesOn = afterMiddle;
      goesOnFrom = FROM.sameMiddle;
    }
    interruptions.forEach((interruption, n) => {
      const cost = interruptedCost(costs, interruption, k, measures);
      if (cost >= goesOn) return;
      goesOn = cost;
      goesOnFrom = INTERRUPTED + n;
    });
    passage.starts[k] = start;
    passage.startsFrom[k] = startFrom;
    passage.inside[k] = goesOn;
    passage.insideFrom[k] = goesOnFrom;
  }
  const startsBeside = least(
    [endedBest + turn.paragraph + weights.besideStarts, FROM.otherEnded],
    [outsideBest + turn.entersText + weights.besideStarts, FROM.outside],
    [besideEnded + turn.paragraph + weights.besideAgain, FROM.besideEnded],
  );
  passage.besideStarts = startsBeside[0];
  passage.besideStartsFrom = startsBeside[1];
  const starts = least(
    [endedBest + turn.paragraph, FROM.otherEnded],
    [outsideBest + turn.entersText, FROM.outside],
    [besideEnded + turn.paragraph, FROM.besideEnded],
  );
  passage.capStarts = starts[0];
  passage.capStartsFrom = starts[1];
  const goesBeside = least(
    [firstBest + weights.besideEnters, FROM.otherFirst],
    [middleBest + weights.besideEnters, FROM.otherMiddle],
    [beside, FROM.beside],
  );
  passage.besideInside = goesBeside[0];
  passage.besideInsideFrom = goesBeside[1];
  passage.afterText = Math.min(endedBest, besideEnded) + turn.leavesText;
  passage.afterJoined = (costs.outside[i * OUTSIDE_PARTS.length + OUTSIDE.joined] as number) + turn.break;
  passage.afterBlock = (costs.outside[i * OUTSIDE_PARTS.length + bestBlock] as number) + turn.break;
  return passage;
}

/** What it costs that a paragraph of the measure goes on beyond an interruption. */
export function interruptedCost(
  costs: Costs,
  { before, cost, turn }: Interruption,
  k: number,
  measures: number,
): number {
  const at = before * measures + k;
  return (
    cost +
    Math.min(
      (costs.column[COLUMN.first][at] as number) + turn.wrapAfterFirst,
      (costs.column[COLUMN.middle][at] as number) + turn.wrap,
    )
  );
}

type Option = readonly [cost: number, from: number];

function least(...options: readonly Option[]): Option {
  return options.reduce((best, option) => (option[0] < best[0] ? option : best));
}

/** Index of the lowest of `count` costs from `at` on, the first of equals. */
function cheapest(costs: Float64Array, at: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i += 1) if ((costs[at + i] as number) < (costs[at + best] as number)) best = i;
  return best;
}
