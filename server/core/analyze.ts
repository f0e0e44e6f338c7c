/** The one pipeline: text → sheets → lines → layout → articles → rules → findings. Pure and total. */

import type { Articles } from "./articles/index.ts";
import type { Layout } from "./layout/index.ts";
import type { Analysis } from "./page/analysis.ts";
import type { Finding } from "./page/finding.ts";
import { DEFAULT_SETTINGS, type Settings } from "./page/settings.ts";
import { acrossFindings, inPageOrder } from "./rules/apply.ts";
import { Sheets } from "./sheets.ts";

/**
 * Analyses a page as a whole, by the rules that need no names. Any string is a page. With the sheets of an earlier version
 * the result is the same, and only what has changed since is worked out.
 */
export function analyze(text: string, settings: Settings = DEFAULT_SETTINGS, sheets = new Sheets()): Analysis {
  const known: Analysis = { ...layOutText(text, sheets), ...articlesOf(text, sheets), text, settings, findings: [] };
  const found = sheets.of(text).sheets.map((sheet) => sheet.findings(settings));
  if (found.length === 1) return { ...known, findings: found[0] ?? [] };
  return { ...known, findings: inPageOrder([...found.flat(), ...acrossFindings(known)]) };
}

/** The layout of a text, sheet by sheet. */
export function layOutText(text: string, known = new Sheets()): Layout {
  const { eol, sheets } = known.of(text);
  const [first] = sheets;
  if (first && sheets.length === 1) return first.sheet.layout;
  const layouts = sheets.map(({ layout }) => layout);
  const last = sheets.length - 1;
  return {
    page: { text, eol, lines: sheets.flatMap((sheet, i) => sheet.lines(i === last)) },
    blocks: layouts.flatMap(({ blocks }) => blocks),
    texts: layouts.flatMap(({ texts }) => texts),
    wraps: layouts.flatMap(({ wraps }) => wraps),
    interruptions: layouts.flatMap(({ interruptions }) => interruptions),
    interleaved: layouts.flatMap(({ interleaved }) => interleaved),
    mayGoOn: layouts.flatMap(({ mayGoOn }) => mayGoOn),
  };
}

/** The articles of a text, sheet by sheet. */
export function articlesOf(text: string, known = new Sheets()): Articles {
  let from = 0;
  const found = known.of(text).sheets.map((sheet) => {
    const articles = sheet.articles(from);
    from += articles.articles.length;
    return articles;
  });
  if (found.length === 1 && found[0]) return found[0];
  return { articles: found.flatMap(({ articles }) => articles), roles: found.flatMap(({ roles }) => roles) };
}

/** The analysis with more findings: those of the rules that go by names. */
export function withFindings(analysis: Analysis, more: readonly Finding[]): Analysis {
  return more.length === 0 ? analysis : { ...analysis, findings: inPageOrder([...analysis.findings, ...more]) };
}
