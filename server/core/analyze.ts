/** The one pipeline: text → lines → layout → articles → rules → findings. Pure and total. */

import { type Articles, findArticles } from "./articles/index.ts";
import { type Layout, layOut, pageOf } from "./layout/index.ts";
import type { NamedPage } from "./lexicon/differences.ts";
import { type Finding, RULES } from "./rules/index.ts";
import { DEFAULT_SETTINGS, type Settings } from "./settings.ts";

/** All that Galley knows of a page: without a dictionary, unless the names were given. */
export interface Analysis extends Layout, Articles {
  readonly text: string;
  readonly settings: Settings;
  /** The names of the page, for the rules that go by them. */
  readonly named?: NamedPage;
  /** In page order. */
  readonly findings: readonly Finding[];
}

/**
 * Analyses a page as a whole. Any string is a page. `nameIn` recognises the names in its blocks; without it the rules
 * that go by names keep silent.
 */
export function analyze(
  text: string,
  settings: Settings = DEFAULT_SETTINGS,
  nameIn?: (layout: Layout) => NamedPage,
): Analysis {
  const layout = layOut(pageOf(text));
  const named = nameIn ? { named: nameIn(layout) } : {};
  const known: Analysis = { ...layout, ...findArticles(layout), ...named, text, settings, findings: [] };
  const findings: Finding[] = [];
  for (const rule of RULES) {
    const severity = settings.rules[rule.id] ?? rule.severity;
    if (severity === "off") continue;
    for (const found of rule.check(known)) findings.push({ ...found, rule: rule.id, severity });
  }
  findings.sort((a, b) => a.start - b.start || a.end - b.end);
  return { ...known, findings };
}
