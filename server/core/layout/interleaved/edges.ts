/** Where a stretch of columns read row by row begins and ends: the seams at its edges say little, so lines are parsed both ways. */

import type { SeamCost } from "./seams.ts";
import type { Weave } from "./tracks.ts";

/** So far may seams speak against more lines of a stretch, in nats, before nothing further off is tried. */
const AGAINST = 8;
/** So many lines are tried at once, and parsed together with so many of the stretch. */
const TRIED = 32;
const WITH = 24;
/** More lines belong to a stretch if they are explained better so by so many nats, and by so many more for each of them. */
const BETTER = 1;
const BETTER_PER_LINE = 0.2;

/** By how many nats the lines of columns are explained better column by column than in order. */
export type MarginOf = (columns: readonly (readonly number[])[]) => number;

/** The lines within which a stretch may grow, the first and the last. */
interface Bounds {
  readonly first: number;
  readonly last: number;
}

/** The stretch with the lines above and below that go on as it does, one of each column by turns. */
export function grown(weave: Weave, bounds: Bounds, seam: SeamCost, marginOf: MarginOf): Weave {
  const columns = weave.columns.map((column) => [...column]);
  const columnAt = new Map(columns.flatMap((column) => column.map((i) => [i, column] as const)));
  let { first, last } = weave;
  for (;;) {
    const turn = turnAt(columnAt, last, -1);
    const reach = Math.min(bounds.last, last + TRIED);
    const gains = (i: number): number => seam(i - 1, i) - seam(i - turn, i);
    const more = moreLines({ from: last, step: 1, count: reach - last, gains, columnAt, turn, marginOf });
    for (const [i, column] of more) column.push(i);
    last += more.length;
    if (more.length < TRIED) break;
  }
  for (;;) {
    const turn = turnAt(columnAt, first, 1);
    const reach = Math.max(bounds.first, first - TRIED);
    const gains = (i: number): number => seam(i, i + 1) - seam(i, i + turn);
    const more = moreLines({ from: first, step: -1, count: first - reach, gains, columnAt, turn, marginOf });
    for (const [i, column] of more) column.unshift(i);
    first -= more.length;
    if (more.length < TRIED) break;
  }
  columns.sort((a, b) => (a[0] as number) - (b[0] as number));
  return { ...weave, first, last, columns };
}

/** Two stretches of which the second begins where the first ends, as one: the column that has waited longest goes on first. */
export function adjoined(above: Weave, below: Weave): Weave {
  const columns = [...above.columns].sort((a, b) => (a.at(-1) as number) - (b.at(-1) as number));
  const whole = below.columns.map((column, n) => [...(columns[n] ?? []), ...column]);
  whole.push(...columns.slice(below.columns.length).map((column) => [...column]));
  whole.sort((a, b) => (a[0] as number) - (b[0] as number));
  return { ...above, last: below.last, columns: whole, outOfTurn: above.outOfTurn + below.outOfTurn };
}

/** How many columns take turns at an edge of a stretch. */
function turnAt(columnAt: ReadonlyMap<number, number[]>, edge: number, inwards: 1 | -1): number {
  const [one, other, third] = [0, 1, 2].map((n) => columnAt.get(edge + n * inwards));
  return one !== third && other !== third && one !== other ? 3 : 2;
}

/** An edge, and what is tried there. */
interface Trial {
  readonly from: number;
  readonly step: 1 | -1;
  readonly count: number;
  readonly gains: (i: number) => number;
  readonly columnAt: Map<number, number[]>;
  readonly turn: number;
  readonly marginOf: MarginOf;
}

/** The lines beyond an edge that belong to the stretch, nearest first, each with its column. */
function moreLines({ from, step, count, gains, columnAt, turn, marginOf }: Trial): (readonly [number, number[]])[] {
  let sum = 0;
  let reached = 0;
  const more: (readonly [number, number[]])[] = [];
  for (let n = 1; n <= count; n += 1) {
    const i = from + n * step;
    const column = columnAt.get(i - turn * step);
    sum += gains(i);
    if (!column || sum < -AGAINST) break;
    columnAt.set(i, column);
    more.push([i, column]);
    if (sum > -AGAINST / 2) reached = n;
  }
  const near: (readonly [number, number[]])[] = [];
  for (let i = from; near.length < WITH; i -= step) {
    const column = columnAt.get(i);
    if (!column) break;
    near.push([i, column]);
  }
  const before = marginOf(dealt(near));
  let best = BETTER;
  let taken = 0;
  const lengths = [more.length, reached, reached >> 1].flatMap((length) => [length, length - 1, length - 2]);
  for (const length of new Set(lengths.filter((tried) => tried > 0))) {
    const better = marginOf(dealt([...near, ...more.slice(0, length)])) - before - BETTER_PER_LINE * length;
    if (better <= best) continue;
    best = better;
    taken = length;
  }
  for (const [i] of more.slice(taken)) columnAt.delete(i);
  return more.slice(0, taken);
}

function dealt(lines: readonly (readonly [number, number[]])[]): number[][] {
  const columns = new Map<number[], number[]>();
  for (const [i, column] of [...lines].sort((a, b) => a[0] - b[0]))
    columns.set(column, [...(columns.get(column) ?? []), i]);
  return [...columns.values()];
}
