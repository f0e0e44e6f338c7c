/** Reads settings as people write them, and says what is wrong with them. */

import type { Severity } from "./page/finding.ts";
import { DEFAULT_SETTINGS, FIXABLE_SEVERITIES, NUMBER_SPACINGS, SEVERITIES, type Settings } from "./page/settings.ts";
import { RULES } from "./rules/index.ts";
import type { Localised } from "./text/locale.ts";

/** Settings as they were read, and one sentence for each value that could not be used. */
export interface ParsedSettings {
  readonly settings: Settings;
  readonly problems: readonly Localised[];
}

/**
 * Reads the section `galley`, or an object that holds it, nested (`{rules: {"stray-blank": "off"}}`) or with dotted
 * names (`{"galley.rules.stray-blank": "off"}`). Takes anything and never throws: what is not set or cannot be used has its
 * default. Names in `others` belong to somebody else, the client or the command line, and are passed over.
 */
export function parseSettings(raw: unknown, others: readonly string[] = []): ParsedSettings {
  const problems: Localised[] = [];
  const rules: Record<string, Severity | "off"> = {};
  const chosen: Partial<Record<keyof typeof CHOICES, unknown>> = {};

  const readRule = (id: string, value: unknown): void => {
    const severity = SEVERITIES.find((known) => known === value);
    if (!RULES.some((rule) => rule.id === id)) problems.push(unknownRule(id));
    else if (severity === undefined) problems.push(wrongValue(`galley.rules.${id}`, value, SEVERITIES));
    else rules[id] = severity;
  };
  const read = (name: string, value: unknown): void => {
    if (name.startsWith("rules.")) readRule(name.slice("rules.".length), value);
    else if (name === "rules") {
      if (isRecord(value)) for (const [id, severity] of entriesOf(value)) readRule(id, severity);
      else problems.push(wrongShape("galley.rules"));
    } else if (isChoice(name)) {
      const values = CHOICES[name].map((known) => known.value);
      const known = values.find((allowed) => allowed === value);
      if (known) chosen[name] = known;
      else problems.push(wrongValue(`galley.${name}`, value, values));
    } else if (!others.some((other) => name === other || name.startsWith(`${other}.`)))
      problems.push(unknownSetting(name));
  };

  const section = isRecord(raw) && isRecord(raw.galley) ? { ...raw, ...raw.galley, galley: undefined } : raw;
  if (isRecord(section)) for (const [name, value] of entriesOf(section)) read(name.replace(/^galley\./, ""), value);
  else if (section != null) problems.push(wrongShape("galley"));
  return { settings: { ...DEFAULT_SETTINGS, ...(chosen as Partial<Settings>), rules }, problems };
}

/** The settings that are one of a few values. */
const CHOICES = { numberSpacing: NUMBER_SPACINGS, fixableSeverity: FIXABLE_SEVERITIES };

function isChoice(name: string): name is keyof typeof CHOICES {
  return Object.hasOwn(CHOICES, name);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function entriesOf(value: Record<string, unknown>): [string, unknown][] {
  return Object.entries(value).filter(([, inner]) => inner != null);
}

function unknownRule(id: string): Localised {
  return {
    zh: `没有名为“${id}”的规则，设置 galley.rules.${id} 不起作用。`,
    en: `There is no rule “${id}”: galley.rules.${id} has no effect.`,
  };
}

function unknownSetting(name: string): Localised {
  return {
    zh: `没有名为 galley.${name} 的设置，它不起作用。`,
    en: `There is no setting galley.${name}: it has no effect.`,
  };
}

function wrongValue(name: string, value: unknown, allowed: readonly string[]): Localised {
  const shown = show(value);
  return {
    zh: `设置 ${name} 不能是 ${shown}，只能是 ${allowed.join("、")} 之一；现按默认值处理。`,
    en: `${name} cannot be ${shown}: it is one of ${allowed.join(", ")}. The default is used.`,
  };
}

function wrongShape(name: string): Localised {
  return {
    zh: `设置 ${name} 应当是一组“名称: 值”；现按默认值处理。`,
    en: `${name} should be an object of names and values. The defaults are used.`,
  };
}

/** A value as it was written, cut short; values that JSON has no form for show their kind. */
function show(value: unknown): string {
  try {
    return (JSON.stringify(value) ?? typeof value).slice(0, 40);
  } catch {
    return typeof value;
  }
}
