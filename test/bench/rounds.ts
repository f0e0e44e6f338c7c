/**
 * Runs several programs in turn, A B C A B C …, so that what changes on the machine meanwhile changes all of them and
 * ratios hold.
 */

import type { Run, Taken } from "./one-run.ts";

/** A program among others, as something that can be run once. */
export interface Contestant {
  readonly name: string;
  run(): Promise<Run>;
}

/** How often each is run. */
export interface Patience {
  /** At most so many times, the warm-up aside. */
  readonly most: number;
  /** As often as fits into so many seconds of the clock, but once in any case. */
  readonly seconds: number;
}

/** What the runs of one program took; or that one took too long; or that it failed. */
export type Runs = readonly Taken[] | Exclude<Run, Taken>;

/** A first run that takes so many seconds is one that counts: what a warm-up warms is nothing beside it. */
const LONG = 5;

/** Runs all of them in turn; each is run once before, to warm up the disk and to see how long it takes. */
export async function inTurn(
  contestants: readonly Contestant[],
  { most, seconds }: Patience,
): Promise<Map<string, Runs>> {
  const runs = new Map<string, Runs>();
  const rounds = new Map<Contestant, number>();
  for (const contestant of contestants) {
    const first = await contestant.run();
    const taken = isTaken(first);
    const counts = taken && first.wall >= LONG;
    runs.set(contestant.name, taken ? (counts ? [first] : []) : first);
    if (!taken) continue;
    const fits = Math.max(1, Math.min(most, Math.floor(seconds / first.wall)));
    rounds.set(contestant, fits - Number(counts));
  }
  for (let round = 0; round < most; round += 1) {
    for (const [contestant, count] of rounds) {
      const before = runs.get(contestant.name);
      if (round >= count || !isList(before)) continue;
      const run = await contestant.run();
      runs.set(contestant.name, isTaken(run) ? [...before, run] : run);
    }
  }
  return runs;
}

/** Whether there are runs that ended well. */
export function isList(runs: Runs | undefined): runs is readonly Taken[] {
  return Array.isArray(runs);
}

function isTaken(run: Run): run is Taken {
  return "cpu" in run;
}
