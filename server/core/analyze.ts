/** The one pipeline: text → lines → layout → articles → rules → findings. Pure and total. */

import { findArticles } from "./articles/index.ts";
import { layOut } from "./layout/index.ts";
import type { Analysis } from "./page/analysis.ts";
import type { Finding } from "./page/finding.ts";
import { DEFAULT_SETTINGS, type Settings } from "./page/settings.ts";
import { inPageOrder, pageFindings } from "./rules/apply.ts";
import { pageOf } from "./text/text.ts";

/** Analyses a page as a whole, by the rules that need no names. Any string is a page. */
export function analyze(text: string, settings: Settings = DEFAULT_SETTINGS): Analysis {
  const layout = layOut(pageOf(text));
  const known: Analysis = { ...layout, ...findArticles(layout), text, settings, findings: [] };
  return { ...known, findings: pageFindings(known) };
}

/** The analysis with more findings: those of the rules that go by names. */
export function withFindings(analysis: Analysis, more: readonly Finding[]): Analysis {
  return more.length === 0 ? analysis : { ...analysis, findings: inPageOrder([...analysis.findings, ...more]) };
}
