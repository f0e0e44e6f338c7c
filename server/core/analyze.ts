/** The one pipeline: text → lines → layout → articles → rules → findings. Pure and total. */

import { type Articles, findArticles } from "./articles/index.ts";
import { type Layout, layOut, pageOf } from "./layout/index.ts";
import { type Finding, RULES } from "./rules/index.ts";
import { DEFAULT_SETTINGS, type Settings } from "./settings.ts";

/** All that Galley knows of a page without a dictionary. */
export interface Analysis extends Layout, Articles {
  readonly text: string;
  readonly settings: Settings;
  /** In page order. */
  readonly findings: readonly Finding[];
}

/** Analyses a page as a whole. Any string is a page. */
export function analyze(text: string, settings: Settings = DEFAULT_SETTINGS): Analysis {
  const layout = layOut(pageOf(text));
  const known: Analysis = { ...layout, ...findArticles(layout), text, settings, findings: [] };
  const findings: Finding[] = [];
  for (const rule of RULES) {
    const severity = settings.rules[rule.id] ?? rule.severity;
    if (severity === "off") continue;
    for (const found of rule.check(known)) findings.push({ ...found, rule: rule.id, severity });
  }
  findings.sort((a, b) => a.start - b.start || a.end - b.end);
  return { ...known, findings };
}
