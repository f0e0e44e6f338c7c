/** The rules, in the order in which they are documented. Adding one is its file and one line here. */

import type { Rule } from "./types.ts";

export type * from "./types.ts";

export const RULES: readonly Rule[] = [];
