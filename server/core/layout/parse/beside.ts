/** Text that runs along a picture or round one: its lines have the width that is left, which changes from line to line. */

import type { Model } from "./states.ts";

/** What line `i` costs as one along a picture: less where it is as wide as the line before it. */
export function besideCost({ weights, table }: Model, i: number): number {
  const change = i > 0 ? Math.abs((table.em[i] as number) - (table.em[i - 1] as number)) : 0;
  return weights.beside + Math.min(weights.besideChangeLimit, weights.besideChangePerEm * Math.max(0, change - 0.6));
}
