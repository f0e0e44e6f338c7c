/** Every setting there is: its name, its values, what it means. The manifest, the schema and the reading of settings go by this table. */

import { DEFAULT_SETTINGS, FIXABLE_SEVERITIES, NUMBER_SPACINGS, RULE_VALUES, type Settings } from "./page/settings.ts";
import { SWITCHES, type Switches } from "./page/switches.ts";
import { RULES } from "./rules/index.ts";
import type { Localised } from "./text/locale.ts";

/** One setting, by its name without the `galley.` before it. */
export type Setting = (Choice | Switch | Quantity) & {
  readonly name: string;
  readonly group: SettingGroup;
  /** Markdown. */
  readonly means: Localised;
  /** Whether it may differ from page to page, or is one for all that an editor has open. */
  readonly scope: "page" | "window";
};

/** One of several values. */
interface Choice {
  readonly kind: "choice";
  readonly values: readonly { readonly value: string; readonly means: Localised }[];
  readonly initially: string;
}

interface Switch {
  readonly kind: "switch";
  readonly initially: boolean;
}

/** A whole number, both bounds included. */
interface Quantity {
  readonly kind: "quantity";
  readonly least: number;
  readonly most: number;
  readonly initially: number;
}

export type SettingGroup = "general" | "rules" | "editor" | "window";

/** The groups of settings, as an editor shows them one below the other. */
export const SETTING_GROUPS: readonly { readonly group: SettingGroup; readonly title: Localised }[] = [
  { group: "general", title: { zh: "通用", en: "General" } },
  { group: "rules", title: { zh: "规则", en: "Rules" } },
  { group: "editor", title: { zh: "编辑器", en: "Editor" } },
  { group: "window", title: { zh: "索引与日志", en: "Index and Log" } },
];

export const SETTINGS: readonly Setting[] = [
  {
    name: "numberSpacing",
    kind: "choice",
    values: NUMBER_SPACINGS,
    initially: DEFAULT_SETTINGS.numberSpacing,
    group: "general",
    means: {
      zh: "数字、拉丁字母与汉字之间要不要空格。",
      en: "Whether a blank stands between numerals or Latin words and Han characters.",
    },
    scope: "page",
  },
  {
    name: "fixableSeverity",
    kind: "choice",
    values: FIXABLE_SEVERITIES,
    initially: DEFAULT_SETTINGS.fixableSeverity,
    group: "general",
    means: {
      zh: "一键可以修好的问题算哪一级。默认只在正文里淡淡标出，“问题”面板只列要人拿主意的。单条规则另设了级别的，按所设的。",
      en: "How grave a finding is that one key will mend. By default it is marked faintly, and the Problems view lists only what needs a decision. A rule whose own severity is set keeps that.",
    },
    scope: "page",
  },
  ...RULES.map(({ id, severity, title, why }): Setting => {
    const means = { zh: `**${title.zh}**：${why.zh}`, en: `**${title.en}.** ${why.en}` };
    const choice = { kind: "choice", values: RULE_VALUES, initially: severity } as const;
    return { name: `rules.${id}`, ...choice, group: "rules", means, scope: "page" };
  }),
  {
    name: "maxFindings",
    kind: "quantity",
    least: 10,
    most: 100_000,
    initially: DEFAULT_SETTINGS.maxFindings,
    group: "editor",
    means: {
      zh: "一版最多列出多少处问题，要看的排在前面。没有列出的会在版面开头说明，一键修复照样处理。",
      en: "How many findings of a page are listed at most; those that need a decision go first. What is not listed is told at the top of the page, and fixed with the rest.",
    },
    scope: "page",
  },
  ...SWITCHES.map((one): Setting => ({ ...one, kind: "switch", group: one.scope === "window" ? "window" : "editor" })),
  {
    name: "trace.server",
    kind: "choice",
    values: [
      { value: "off", means: { zh: "不记", en: "Nothing" } },
      { value: "messages", means: { zh: "只记何时说了什么事", en: "What was said when" } },
      { value: "verbose", means: { zh: "连内容一起记", en: "All that was said" } },
    ],
    initially: "off",
    group: "window",
    means: {
      zh: "把编辑器与语言服务之间的往来记入日志。",
      en: "Logs what the editor and the language server say to each other.",
    },
    scope: "window",
  },
];

/** What somebody has set, by the names of {@link SETTINGS}, and nothing else: what goes before is spread over what comes after. */
export type SetValues = Readonly<Record<string, string | boolean | number>>;

/** Whether a setting can have a value. */
export function allows(setting: Setting, value: unknown): value is SetValues[string] {
  switch (setting.kind) {
    case "choice":
      return setting.values.some((known) => known.value === value);
    case "switch":
      return typeof value === "boolean";
    case "quantity":
      return Number.isInteger(value) && setting.least <= Number(value) && Number(value) <= setting.most;
  }
}

/** The settings that hold where this is set: what is not has its default. */
export function settingsOf(set: SetValues): Settings {
  const rules = RULES.flatMap(({ id }) => {
    const value = set[`rules.${id}`];
    return value === undefined ? [] : [[id, value]];
  });
  const others = Object.keys(DEFAULT_SETTINGS).flatMap((name) => (set[name] === undefined ? [] : [[name, set[name]]]));
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(others), rules: Object.fromEntries(rules) } as Settings;
}

/** How the switches stand where this is set. */
export function switchesOf(set: SetValues): Switches {
  return Object.fromEntries(SWITCHES.map(({ name, initially }) => [name, set[name] ?? initially])) as Switches;
}
