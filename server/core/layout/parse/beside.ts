/** Text that runs along a picture or round one: its lines have the width that is left, which changes from line to line. */

import type { VisualLine } from "../lines.ts";
import type { Weights } from "../weights.ts";

/** What a line costs as one along a picture: less where it is as wide as the line before it. */
export function besideCost(weights: Weights, before: VisualLine | undefined, line: VisualLine): number {
  const change = before ? Math.abs(line.width.em - before.width.em) : 0;
  return weights.beside + Math.min(weights.besideChangeLimit, weights.besideChangePerEm * Math.max(0, change - 0.6));
}
