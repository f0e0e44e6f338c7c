/** What a user can set, and what holds where nothing is set. */

import type { Severity } from "./rules/types.ts";

export interface Settings {
  /** A blank between numerals and Han characters: as newspapers print (`none`), or kept and added (`spaced`). */
  readonly numberSpacing: "none" | "spaced";
  /** Severity by rule id; a rule that is not named has its own. */
  readonly rules: Readonly<Record<string, Severity | "off">>;
}

export const DEFAULT_SETTINGS: Settings = { numberSpacing: "none", rules: {} };
