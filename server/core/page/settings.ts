/** What a user can set, and what holds where nothing is set. */

import type { Localised } from "../text/locale.ts";
import type { Acceptance } from "./acceptance.ts";
import type { Severity } from "./finding.ts";
import type { HouseWord } from "./house-word.ts";

export interface Settings {
  /** A blank between numerals and Han characters: as newspapers print (`none`), or kept and added (`spaced`). */
  readonly numberSpacing: "none" | "spaced";
  /**
   * Severity of findings with a safe fix, which are work for a key and not for an editor; `rule`: that of their rule. A rule that is
   * named in `rules` has the severity given there in any case.
   */
  readonly fixableSeverity: Severity | "rule";
  /** Severity by rule id; a rule that is not named has its own. */
  readonly rules: Readonly<Record<string, Severity | "off">>;
  /** How many findings of a page an editor lists at most; the command line lists all. */
  readonly maxFindings: number;
  /** What the house has accepted of the page; nobody sets it, the host reads it from a file of its own. */
  readonly accepted?: readonly Acceptance[];
  /** Words that the house does not use, from another such file. */
  readonly words?: readonly HouseWord[];
}

/** What of the settings says how grave a finding is. */
export type Severities = Pick<Settings, "rules" | "fixableSeverity">;

export const DEFAULT_SETTINGS: Settings = {
  numberSpacing: "none",
  fixableSeverity: "hint",
  rules: {},
  maxFindings: 1000,
};

/** What a rule's setting can be, and how an editor shows it. */
export const RULE_VALUES: readonly { readonly value: Severity | "off"; readonly means: Localised }[] = [
  { value: "off", means: { zh: "不报，也不修复", en: "Neither reported nor fixed" } },
  { value: "hint", means: { zh: "提示：只在该处有几个小点", en: "Hint: a few dots in the text" } },
  { value: "information", means: { zh: "信息：蓝色波浪线", en: "Information: a blue squiggle" } },
  { value: "warning", means: { zh: "警告：黄色波浪线", en: "Warning: a yellow squiggle" } },
  { value: "error", means: { zh: "错误：红色波浪线", en: "Error: a red squiggle" } },
];

/** The values of `numberSpacing`, the default first. */
export const NUMBER_SPACINGS: readonly { readonly value: Settings["numberSpacing"]; readonly means: Localised }[] = [
  {
    value: "none",
    means: { zh: "不留空格，与报纸排印一致：2022年8月", en: "No blank, as newspapers print: 2022年8月" },
  },
  { value: "spaced", means: { zh: "每处空一格：2022 年 8 月", en: "One blank everywhere: 2022 年 8 月" } },
];

/** The values of `fixableSeverity`, the default first. */
export const FIXABLE_SEVERITIES: readonly {
  readonly value: Settings["fixableSeverity"];
  readonly means: Localised;
}[] = [
  {
    value: "hint",
    means: {
      zh: "只在正文里淡淡标出，不进“问题”面板",
      en: "Marked faintly in the text, and kept out of the Problems view",
    },
  },
  { value: "information", means: { zh: "作为提示列出", en: "Listed as information" } },
  { value: "warning", means: { zh: "作为警告列出", en: "Listed as a warning" } },
  { value: "error", means: { zh: "作为错误列出", en: "Listed as an error" } },
  { value: "rule", means: { zh: "按各条规则自己的级别", en: "As grave as each rule says" } },
];

/**
 * Whether two settings mean the same to the rules, so that nothing has to be analysed again. What is accepted is left out of what they
 * have found.
 */
export function sameSettings(a: Settings, b: Settings): boolean {
  const ids = Object.keys(a.rules);
  return (
    a.numberSpacing === b.numberSpacing &&
    a.fixableSeverity === b.fixableSeverity &&
    a.words === b.words &&
    a.maxFindings === b.maxFindings &&
    ids.length === Object.keys(b.rules).length &&
    ids.every((id) => a.rules[id] === b.rules[id])
  );
}
