/** Reads settings as people write them, and says what is wrong with them. */

import { allows, SETTINGS, type Setting, type SetValues } from "./setting-table.ts";
import type { Localised } from "./text/locale.ts";

/** What is set, and what of it could not be used. */
export interface ParsedSettings {
  readonly set: SetValues;
  readonly problems: readonly SettingProblem[];
}

/** Something that has no effect, said in a sentence. */
export interface SettingProblem extends Localised {
  /** The keys that lead to it in what was read. */
  readonly path: readonly string[];
  /** Whether its name is wrong or its value. */
  readonly about: "name" | "value";
}

/**
 * Reads the section `galley`, or an object that holds it, nested (`{rules: {"stray-blank": "off"}}`) or with dotted
 * names (`{"galley.rules.stray-blank": "off"}`). Takes anything and never throws: what cannot be used is not set. In a settings
 * file a setting that is one for a whole editor has no effect, and `$schema` is none of ours.
 */
export function parseSettings(raw: unknown, source: "editor" | "file" = "editor"): ParsedSettings {
  const set: Record<string, SetValues[string]> = {};
  const problems: SettingProblem[] = [];
  const read = (name: string, value: unknown, path: readonly string[]): void => {
    const tell = (about: SettingProblem["about"], said: Localised): void =>
      void problems.push({ ...said, path, about });
    const setting = SETTINGS.find((known) => known.name === name);
    if (setting && source === "file" && setting.scope === "window") tell("name", ofWindow(name));
    else if (setting && allows(setting, value)) set[name] = value;
    else if (setting) tell("value", wrongValue(setting, value));
    else if (SETTINGS.some((known) => known.name.startsWith(`${name}.`))) readInner(`${name}.`, value, path);
    else if (name.startsWith("rules.")) tell("name", unknownRule(name.slice("rules.".length)));
    else tell("name", unknownSetting(name));
  };
  const readInner = (prefix: string, value: unknown, path: readonly string[]): void => {
    if (isRecord(value)) for (const [key, inner] of entriesOf(value)) read(`${prefix}${key}`, inner, [...path, key]);
    else problems.push({ ...wrongShape(`galley.${prefix.slice(0, -1)}`), path, about: "value" });
  };
  const readSection = (section: Record<string, unknown>, path: readonly string[]): void => {
    for (const [key, value] of entriesOf(section)) {
      if (source === "file" && key === "$schema") continue;
      if (key === "galley" && path.length === 0 && isRecord(value)) readSection(value, [key]);
      else read(key.replace(/^galley\./, ""), value, [...path, key]);
    }
  };
  if (isRecord(raw)) readSection(raw, []);
  else if (raw != null)
    problems.push({ ...(source === "file" ? NO_SETTINGS : wrongShape("galley")), path: [], about: "value" });
  return { set, problems };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function entriesOf(value: Record<string, unknown>): [string, unknown][] {
  return Object.entries(value).filter(([, inner]) => inner != null);
}

function unknownRule(id: string): Localised {
  const shown = short(id);
  return {
    zh: `没有名为“${shown}”的规则，设置 galley.rules.${shown} 不起作用。`,
    en: `There is no rule “${shown}”: galley.rules.${shown} has no effect.`,
  };
}

function unknownSetting(name: string): Localised {
  const shown = short(name);
  return {
    zh: `没有名为 galley.${shown} 的设置，它不起作用。`,
    en: `There is no setting galley.${shown}: it has no effect.`,
  };
}

function ofWindow(name: string): Localised {
  return {
    zh: `设置 galley.${name} 管整个窗口，要在编辑器自己的设置里设，写在这里不起作用。`,
    en: `galley.${name} is for a whole window: set in the editor's own settings, it has an effect, and none here.`,
  };
}

function wrongValue(setting: Setting, value: unknown): Localised {
  const { zh, en } = allowed(setting);
  const [name, shown] = [`galley.${setting.name}`, show(value)];
  return {
    zh: `设置 ${name} 不能是 ${shown}，只能是${zh}；现当作没有设。`,
    en: `${name} cannot be ${shown}: it is ${en}. It counts as not set.`,
  };
}

/** What a setting can be, as the end of a sentence. */
function allowed(setting: Setting): Localised {
  switch (setting.kind) {
    case "choice": {
      const values = setting.values.map(({ value }) => value);
      return { zh: ` ${values.join("、")} 之一`, en: `one of ${values.join(", ")}` };
    }
    case "switch":
      return { zh: " true 或 false", en: "true or false" };
    case "quantity": {
      const { least, most } = setting;
      return { zh: ` ${least} 到 ${most} 的整数`, en: `a whole number from ${least} to ${most}` };
    }
  }
}

function wrongShape(name: string): Localised {
  return {
    zh: `设置 ${name} 应当是一组“名称: 值”；现当作没有设。`,
    en: `${name} should be an object of names and values. It counts as not set.`,
  };
}

const NO_SETTINGS: Localised = {
  zh: "设置文件应当是一组“名称: 值”，写在 { } 里；现在什么也没有设。",
  en: "A settings file is names and values in { }; this one sets nothing.",
};

/** A value as it was written, cut short; values that JSON has no form for show their kind. */
function show(value: unknown): string {
  try {
    return short(JSON.stringify(value) ?? typeof value);
  } catch {
    return typeof value;
  }
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
