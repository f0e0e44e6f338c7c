/** A typesetter that makes newspaper pages with their truth: set by a measure, broken by an extractor's faults. */

import { type PlanOptions, planPage } from "./plan.ts";
import { planVariedPage } from "./plan-varied.ts";
import type { TypesetPage } from "./types.ts";
import { typeset } from "./typeset.ts";

export { DIALECTS, type DialectName } from "./dialects.ts";
export { SEED_PAGES } from "./pages/index.ts";
export { planPage } from "./plan.ts";
export { type Random, randomFrom } from "./random.ts";
export type * from "./types.ts";
export { typeset } from "./typeset.ts";

export interface PageOptions extends PlanOptions {
  /** As varied as real pages are, with blocks of every kind and text beside pictures. */
  readonly varied?: boolean;
}

/** A random page; equal seeds and options give equal pages. */
export function randomPage(seed: number, { varied = false, ...options }: PageOptions = {}): TypesetPage {
  return typeset(varied ? planVariedPage(seed, options) : planPage(seed, options));
}
