/** What several runs of one thing come to: the middle one and how far the others lie from it. */

/** The median, with the least and the most; never of no runs at all. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
}

/** @throws RangeError where there are no values. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) throw new RangeError("no run has no spread");
  return { median: medianOf(sorted), min, max, runs: sorted.length };
}

/**
 * How many times as much the first took as the second, run by run: those of one round ran one after the other, so a
 * machine that grows slower or faster over the minutes changes both. Rounds that only one of the two has don't count.
 */
export function ratioOf(first: readonly number[], second: readonly number[]): Spread {
  const rounds = Math.min(first.length, second.length);
  return spreadOf(first.slice(0, rounds).map((value, round) => value / (second[round] ?? Number.NaN)));
}

/** Of an even number the mean of the two in the middle. */
function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length >> 1;
  const [below, above] = [sorted[middle - 1] ?? Number.NaN, sorted[middle] ?? Number.NaN];
  return sorted.length % 2 === 1 ? above : (below + above) / 2;
}
