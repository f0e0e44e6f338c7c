/** What the manifest says of the settings, in groups, and the texts it names: made from the table of settings. */

import { RULE_VALUES } from "../server/core/page/settings.ts";
import { SETTING_GROUPS, SETTINGS, type Setting, type SettingGroup } from "../server/core/setting-table.ts";
import type { Localised } from "../server/core/text/locale.ts";

/** One text of the manifest: its key and what it says. */
export interface ManifestText extends Localised {
  readonly key: string;
}

/** `contributes.configuration` of package.json: a group of settings below the other. */
export function configuration(): unknown[] {
  return SETTING_GROUPS.map(({ group }, index) => ({
    id: `galley.${group}`,
    title: `%${groupKey(group)}%`,
    order: index + 1,
    properties: Object.fromEntries(
      SETTINGS.filter((setting) => setting.group === group).map((setting, place) => [
        `galley.${setting.name}`,
        propertyOf(setting, place + 1),
      ]),
    ),
  }));
}

/** The texts that {@link configuration} names. */
export function settingTexts(): ManifestText[] {
  const texts = [
    ...SETTING_GROUPS.map(({ group, title }) => ({ key: groupKey(group), ...title })),
    ...SETTINGS.flatMap((setting) => [
      { key: textKey(setting), ...setting.means },
      ...(setting.kind === "choice"
        ? setting.values.map(({ value, means }) => ({ key: valueKey(setting, value), ...means }))
        : []),
    ]),
  ];
  // What all rules can be is said once.
  return [...new Map(texts.map((text) => [text.key, text])).values()];
}

function propertyOf(setting: Setting, order: number): Record<string, unknown> {
  return {
    ...valuesOf(setting),
    default: setting.initially,
    markdownDescription: `%${textKey(setting)}%`,
    scope: setting.scope === "page" ? "resource" : "window",
    order,
  };
}

function valuesOf(setting: Setting): Record<string, unknown> {
  switch (setting.kind) {
    case "choice":
      return {
        type: "string",
        enum: setting.values.map(({ value }) => value),
        enumDescriptions: setting.values.map(({ value }) => `%${valueKey(setting, value)}%`),
      };
    case "switch":
      return { type: "boolean" };
    case "quantity":
      return { type: "integer", minimum: setting.least, maximum: setting.most };
  }
}

function groupKey(group: SettingGroup): string {
  return `setting.group.${group}`;
}

function textKey({ name }: Setting): string {
  return `setting.${name}`;
}

function valueKey(setting: Setting, value: string): string {
  const isRule = setting.kind === "choice" && setting.values === RULE_VALUES;
  return `${isRule ? "setting.rules" : textKey(setting)}.${value}`;
}
