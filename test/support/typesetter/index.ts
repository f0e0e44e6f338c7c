/** A typesetter that makes newspaper pages with their truth: set by a measure, broken by an extractor's faults. */

import { type PlanOptions, planPage } from "./plan.ts";
import type { TypesetPage } from "./types.ts";
import { typeset } from "./typeset.ts";

export { DIALECTS, type DialectName } from "./dialects.ts";
export { SEED_PAGES } from "./pages/index.ts";
export { planPage } from "./plan.ts";
export { type Random, randomFrom } from "./random.ts";
export type * from "./types.ts";
export { typeset } from "./typeset.ts";

/** A random page; equal seeds and options give equal pages. */
export function randomPage(seed: number, options: PlanOptions = {}): TypesetPage {
  return typeset(planPage(seed, options));
}
