/** Reads settings as people and editors write them, and says what is wrong with them. */

import type { Localised } from "../core/locale.ts";
import { RULES, type Severity } from "../core/rules/index.ts";
import { DEFAULT_SETTINGS, type Settings } from "../core/settings.ts";

const SEVERITIES: readonly string[] = ["off", "hint", "information", "warning", "error"];
const SPACINGS: readonly string[] = ["none", "spaced"];

export interface ReadSettings {
  readonly settings: Settings;
  /** One sentence for each value that could not be used; the default holds in its place. */
  readonly problems: readonly Localised[];
}

/**
 * Reads the value of the section `galley`: nested (`{rules: {"stray-blank": "off"}}`) or with dotted names
 * (`{"rules.stray-blank": "off"}`, `{"galley.numberSpacing": "spaced"}`). Takes anything; null and undefined mean
 * "not set". Settings named in `others` belong to somebody else (the client) and are passed over.
 */
export function readSettings(value: unknown, others: readonly string[] = []): ReadSettings {
  const problems: Localised[] = [];
  let numberSpacing = DEFAULT_SETTINGS.numberSpacing;
  const rules: Record<string, Severity | "off"> = {};

  const readRule = (id: string, severity: unknown): void => {
    if (severity == null) return;
    if (!RULES.some((rule) => rule.id === id)) problems.push(unknownRule(id));
    else if (!isOneOf(severity, SEVERITIES)) problems.push(wrongValue(`galley.rules.${id}`, severity, SEVERITIES));
    else rules[id] = severity as Severity | "off";
  };
  const read = (name: string, given: unknown): void => {
    if (given == null || others.some((other) => name === other || name.startsWith(`${other}.`))) return;
    if (name.startsWith("rules.")) readRule(name.slice("rules.".length), given);
    else if (name === "rules") {
      if (isRecord(given)) for (const [id, severity] of Object.entries(given)) readRule(id, severity);
      else problems.push(wrongShape("galley.rules"));
    } else if (name === "numberSpacing") {
      if (isOneOf(given, SPACINGS)) numberSpacing = given as Settings["numberSpacing"];
      else problems.push(wrongValue("galley.numberSpacing", given, SPACINGS));
    } else problems.push(unknownSetting(name));
  };

  if (isRecord(value)) for (const [name, given] of Object.entries(value)) read(name.replace(/^galley\./, ""), given);
  else if (value != null) problems.push(wrongShape("galley"));
  return { settings: { numberSpacing, rules }, problems };
}

/** Whether two settings mean the same, so that nothing has to be analysed again. */
export function sameSettings(a: Settings, b: Settings): boolean {
  const [mine, yours] = [Object.keys(a.rules), Object.keys(b.rules)];
  return (
    a.numberSpacing === b.numberSpacing &&
    mine.length === yours.length &&
    mine.every((id) => a.rules[id] === b.rules[id])
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isOneOf(value: unknown, allowed: readonly string[]): boolean {
  return typeof value === "string" && allowed.includes(value);
}

function unknownRule(id: string): Localised {
  return {
    zh: `设置 galley.rules 中没有名为“${id}”的规则，此项未生效。`,
    en: `There is no rule “${id}”; this entry of galley.rules has no effect.`,
  };
}

function unknownSetting(name: string): Localised {
  return {
    zh: `没有名为 galley.${name} 的设置，此项未生效。`,
    en: `There is no setting galley.${name}; it has no effect.`,
  };
}

function wrongValue(name: string, value: unknown, allowed: readonly string[]): Localised {
  const shown = JSON.stringify(value);
  return {
    zh: `设置 ${name} 的值 ${shown} 无法使用，只能是 ${allowed.join("、")} 之一；现按默认值处理。`,
    en: `${name} cannot be ${shown}: it is one of ${allowed.join(", ")}. The default is used.`,
  };
}

function wrongShape(name: string): Localised {
  return {
    zh: `设置 ${name} 应当是一组“名称: 值”；现按默认值处理。`,
    en: `${name} should be an object of names and values. The defaults are used.`,
  };
}
