/** What a user can set, and what holds where nothing is set. */

import type { Localised } from "../text/locale.ts";
import type { Severity } from "./finding.ts";

export interface Settings {
  /** A blank between numerals and Han characters: as newspapers print (`none`), or kept and added (`spaced`). */
  readonly numberSpacing: "none" | "spaced";
  /** Severity by rule id; a rule that is not named has its own. */
  readonly rules: Readonly<Record<string, Severity | "off">>;
}

export const DEFAULT_SETTINGS: Settings = { numberSpacing: "none", rules: {} };

/** What a rule's setting can be. */
export const SEVERITIES: readonly (Severity | "off")[] = ["off", "hint", "information", "warning", "error"];

/** The values of `numberSpacing`, the default first. */
export const NUMBER_SPACINGS: readonly { readonly value: Settings["numberSpacing"]; readonly means: Localised }[] = [
  {
    value: "none",
    means: { zh: "不留空格，与报纸排印一致：2022年8月", en: "No blank, as newspapers print: 2022年8月" },
  },
  { value: "spaced", means: { zh: "每处空一格：2022 年 8 月", en: "One blank everywhere: 2022 年 8 月" } },
];

/** Whether two settings mean the same, so that nothing has to be analysed again. */
export function sameSettings(a: Settings, b: Settings): boolean {
  const ids = Object.keys(a.rules);
  return (
    a.numberSpacing === b.numberSpacing &&
    ids.length === Object.keys(b.rules).length &&
    ids.every((id) => a.rules[id] === b.rules[id])
  );
}
