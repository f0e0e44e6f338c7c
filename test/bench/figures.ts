/** What a run of the bench has measured, by name: what tables, bars and chart are made of. */

import type { SizeName } from "./sizes.ts";
import type { Spread } from "./spread.ts";

/** The parts of the bench, as `--only` names them. */
export const PARTS = ["stages", "process", "server"] as const;

export type PartName = (typeof PARTS)[number];

/** What is measured of something; the unit comes with the name. */
export type Measure = "cpu s" | "wall s" | "peak MB" | "MB/cpu s" | "ms" | "MB" | "ratio";

/** A run that was ended since it took longer than so many seconds. */
export interface Over {
  readonly over: number;
}

/** Why there is no figure, in a word or two that may stand in a table: no path, no name of a machine. */
export interface Missing {
  readonly missing: string;
}

export type Outcome = Spread | Over | Missing;

/** Outcomes by {@link keyOf}; plain data, so that a run can be kept as JSON. */
export type Figures = Readonly<Record<string, Outcome>>;

/** The name of a figure: what was measured of what, on which text. */
export function keyOf(part: PartName, name: string, size: SizeName, measure: Measure): string {
  return `${part} | ${name} | ${size} | ${measure}`;
}

/** Whether there is a figure at all. */
export function isSpread(outcome: Outcome | undefined): outcome is Spread {
  return outcome !== undefined && "median" in outcome;
}

/** How many times as much one figure is as another, by their medians; what one of them lacks, the ratio lacks. */
export function between(figures: Figures, top: string, bottom: string): Outcome | undefined {
  const [first, second] = [figures[top], figures[bottom]];
  if (!isSpread(first)) return first;
  if (!isSpread(second)) return second;
  const ratio = first.median / second.median;
  return { median: ratio, min: ratio, max: ratio, runs: Math.min(first.runs, second.runs) };
}
