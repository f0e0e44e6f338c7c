/** Deals lines to columns: where a page goes on in the next line, and where in the next but one or two. */

import type { SeamCost } from "./seams.ts";

/** So many lines back, at most, stands the last line of another column, where two or three are read across. */
const REACH = 4;
/** A column more is read across from here on; one less. */
const OPENS = 6;
const CLOSES = 1.5;
/** A line is one of columns read across: a little, so that a stretch ends where nothing speaks for it any more. */
const ACROSS = 0.03;
/** Of columns read across, the next line is not one of the column whose turn it is. */
const OUT_OF_TURN = 1;

/** Lines that may be two or three columns read across. */
export interface Weave {
  /** First and last line, by their index among the lines. */
  readonly first: number;
  readonly last: number;
  /** The lines of each column, from the one that opens first. */
  readonly columns: readonly (readonly number[])[];
  /** How many lines are not of the column whose turn it was. */
  readonly outOfTurn: number;
  /** By how many nats the lines go on more easily so than in order. */
  readonly gain: number;
}

/** A state: how far above the last line the last ones of the other columns stand; none where no column is read across. */
type State = readonly number[];

/** A step from one state to another with the next line. */
interface Step {
  readonly from: number;
  readonly to: number;
  /** How far above the next line the one stands that goes on in it; 0 where it opens a column. */
  readonly back: number;
  readonly cost: number;
  readonly outOfTurn: boolean;
}

/** Lines in order, two columns read across, three of them. */
const STATES: readonly State[] = [[], ...offsets(1), ...offsets(2)];
const STEPS: readonly Step[] = STATES.flatMap(stepsFrom);
/** The same for the search, which is through every step with every line. */
const FROM = Uint8Array.from(STEPS, ({ from }) => from);
const TO = Uint8Array.from(STEPS, ({ to }) => to);
const BACK = Uint8Array.from(STEPS, ({ back }) => back);
const COST = Float64Array.from(STEPS, ({ cost }) => cost);
const FARTHEST = REACH + 1;

/** All ascending lists of `count` offsets. */
function offsets(count: number, least = 1): State[] {
  if (count === 0) return [[]];
  const all: State[] = [];
  for (let first = least; first <= REACH; first += 1)
    for (const rest of offsets(count - 1, first + 1)) all.push([first, ...rest]);
  return all;
}

function stepsFrom(state: State, from: number): Step[] {
  const steps: Step[] = [];
  const add = (others: readonly number[], step: Omit<Step, "from" | "to">): void => {
    const moved = others.map((offset) => offset + 1).sort((a, b) => a - b);
    const to = STATES.findIndex((known) => known.length === moved.length && known.every((at, n) => at === moved[n]));
    if (to >= 0) steps.push({ from, to, ...step, cost: step.cost + (to > 0 ? ACROSS : 0) });
  };
  // The last line stands at offset 0; whichever goes on, the others stay open, or one closes.
  const open = [0, ...state];
  for (const goesOn of open) {
    const others = open.filter((offset) => offset !== goesOn);
    const outOfTurn = goesOn < Math.max(...open);
    const step = { back: goesOn + 1, cost: outOfTurn ? OUT_OF_TURN : 0, outOfTurn };
    add(others, step);
    for (const closed of others)
      add(
        others.filter((offset) => offset !== closed),
        { ...step, cost: CLOSES, outOfTurn: false },
      );
  }
  add(open, { back: 0, cost: OPENS, outOfTurn: false });
  return steps;
}

/** The stretches of `count` lines that go on more easily across one another than in order. Time is linear in the lines. */
export function weavesOf(count: number, seam: SeamCost): Weave[] {
  const states = STATES.length;
  const came = new Uint8Array(count * states);
  let costs = new Float64Array(states).fill(Number.POSITIVE_INFINITY);
  let reached = new Float64Array(states);
  costs[0] = 0;
  const seams = new Float64Array(FARTHEST + 1);
  for (let i = 1; i < count; i += 1) {
    for (let back = 1; back <= FARTHEST; back += 1) seams[back] = i < back ? 0 : seam(i - back, i);
    reached.fill(Number.POSITIVE_INFINITY);
    for (let n = 0; n < STEPS.length; n += 1) {
      const to = TO[n] as number;
      const total = (costs[FROM[n] as number] as number) + (COST[n] as number) + (seams[BACK[n] as number] as number);
      if (total >= (reached[to] as number)) continue;
      reached[to] = total;
      came[i * states + to] = n;
    }
    [costs, reached] = [reached, costs];
  }
  return weavesAlong(stepsBack(count, came, costs), seam);
}

/** The step with which each line but the first is reached on the cheapest way. */
function stepsBack(count: number, came: Uint8Array, costs: Float64Array): (Step | undefined)[] {
  const steps = new Array<Step | undefined>(count);
  let state = costs.indexOf(Math.min(...costs));
  for (let i = count - 1; i > 0; i -= 1) {
    const step = STEPS[came[i * STATES.length + state] as number] as Step;
    steps[i] = step;
    state = step.from;
  }
  return steps;
}

function weavesAlong(steps: readonly (Step | undefined)[], seam: SeamCost): Weave[] {
  const weaves: Weave[] = [];
  for (let i = 1; i < steps.length; i += 1) {
    if (steps[i]?.to === 0) continue;
    const first = i - 1;
    while (i < steps.length && steps[i]?.to !== 0) i += 1;
    weaves.push(weaveOf(first, i - 1, steps, seam));
  }
  return weaves;
}

function weaveOf(first: number, last: number, steps: readonly (Step | undefined)[], seam: SeamCost): Weave {
  const columns: number[][] = [[first]];
  const columnOf = new Map(columns.map((column) => [first, column]));
  let outOfTurn = 0;
  let gain = 0;
  // The step behind the last line closes the columns.
  for (let i = first + 1; i <= Math.min(last + 1, steps.length - 1); i += 1) {
    const step = steps[i] as Step;
    gain += seam(i - 1, i) - step.cost - (step.back === 0 ? 0 : seam(i - step.back, i));
    if (i > last) break;
    if (step.outOfTurn) outOfTurn += 1;
    const known = step.back === 0 ? undefined : columnOf.get(i - step.back);
    const column = known ?? [];
    if (!known) columns.push(column);
    column.push(i);
    columnOf.set(i, column);
  }
  return { first, last, columns, outOfTurn, gain };
}
