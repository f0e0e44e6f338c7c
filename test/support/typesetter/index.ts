/** A typesetter that makes newspaper pages with their truth: set by a measure, broken by an extractor's faults. */

import { planPage } from "./plan.ts";
import { type OrderedOptions, planOrderedPage } from "./plan-ordered.ts";
import { planVariedPage } from "./plan-varied.ts";
import type { TypesetPage } from "./types.ts";
import { typeset } from "./typeset.ts";

export { DIALECTS, type DialectName } from "./dialects.ts";
export { SEED_PAGES } from "./pages/index.ts";
export { planPage } from "./plan.ts";
export { type Random, randomFrom } from "./random.ts";
export type * from "./types.ts";
export { typeset } from "./typeset.ts";

export interface PageOptions extends OrderedOptions {
  /** As varied as real pages are, with blocks of every kind and text beside pictures. */
  readonly varied?: boolean;
  /** In the order of reading, each headline above the article that says what it says. */
  readonly ordered?: boolean;
}

/** A random page; equal seeds and options give equal pages. */
export function randomPage(
  seed: number,
  { varied = false, ordered = false, ...options }: PageOptions = {},
): TypesetPage {
  if (ordered) return typeset(planOrderedPage(seed, options));
  return typeset(varied ? planVariedPage(seed, options) : planPage(seed, options));
}
