/** The one pipeline: text → sheets → lines → layout → articles → rules → findings. Pure and total. */

import { type Sieve, sieveFor } from "./accepted.ts";
import type { Articles } from "./articles/index.ts";
import type { Layout } from "./layout/index.ts";
import type { Analysis, FindingsPart } from "./page/analysis.ts";
import type { Finding } from "./page/finding.ts";
import { DEFAULT_SETTINGS, type Settings } from "./page/settings.ts";
import { findingsBetween, inPageOrder } from "./rules/apply.ts";
import { Sheets } from "./sheets.ts";
import { lazily } from "./text/lazy.ts";
import type { Page } from "./text/text.ts";

/**
 * Analyses a page as a whole, by the rules that need no names. Any string is a page. With the sheets of an earlier version
 * the result is the same, and only what has changed since is worked out.
 */
export function analyze(text: string, settings: Settings = DEFAULT_SETTINGS, sheets = new Sheets()): Analysis {
  const { numberSpacing } = settings;
  const layout = layOutText(text, sheets, numberSpacing);
  const { sheets: all } = sheets.of(text, numberSpacing);
  const [only] = all;
  const sieve = sieveFor(text, settings.accepted);
  if (only && all.length === 1)
    return { ...layout, ...only.sheet.articles, text, settings, ...sieve(only.findings(settings)) };
  const parts = partsOf(text, settings, sheets, sieve);
  const articles = lazily<{ found: Articles }>({ found: () => articlesOf(text, sheets, numberSpacing) });
  return lazily<Analysis>({
    page: () => layout.page,
    blocks: () => layout.blocks,
    texts: () => layout.texts,
    wraps: () => layout.wraps,
    interruptions: () => layout.interruptions,
    interleaved: () => layout.interleaved,
    mayGoOn: () => layout.mayGoOn,
    articles: () => articles.found.articles,
    roles: () => articles.found.roles,
    text: () => text,
    settings: () => settings,
    findings: () => parts.flatMap((part) => part.placed()),
    accepted: () => parts.flatMap((part) => part.accepted()),
    parts: () => parts,
  });
}

/** The findings of a long text, sheet by sheet, each with what is found between it and the next. */
function partsOf(text: string, settings: Settings, known: Sheets, sieve: Sieve): AcceptedPart[] {
  const { sheets, eol } = known.of(text, settings.numberSpacing);
  return sheets.map((sheet, i) => {
    const next = sheets[i + 1];
    const own = sheet.sheet.findings(settings);
    const [before, after] = [sheet.span, next?.span];
    const between =
      next && before && after
        ? findingsBetween(text, { end: before.end, start: after.start, lineStart: next.place.offset }, eol, settings)
        : [];
    const placed = (): readonly Finding[] =>
      between.length > 0 ? [...sheet.findings(settings), ...between] : sheet.findings(settings);
    const span = { start: sheet.place.offset, end: next?.place.offset ?? text.length };
    if (!settings.accepted?.length)
      return { ...span, unplaced: between.length > 0 ? [...own, ...between] : own, placed, accepted: () => [] };
    // Whether a finding is accepted shows only where it stands.
    const { findings, accepted } = sieve(placed());
    return { ...span, unplaced: findings, placed: () => findings, accepted: () => accepted };
  });
}

/** The findings of a stretch, and those among them that are accepted. */
interface AcceptedPart extends FindingsPart {
  accepted(): readonly Finding[];
}

/** The layout of a text, sheet by sheet: that of the fixed page, which `spacing` says more of. */
export function layOutText(text: string, known = new Sheets(), spacing?: Settings["numberSpacing"]): Layout {
  const { eol, sheets } = known.of(text, spacing);
  const [only] = sheets;
  if (only && sheets.length === 1) return only.sheet.layout;
  return lazily<Layout>({
    page: () => lazily<Page>({ text: () => text, eol: () => eol, lines: () => sheets.flatMap((sheet) => sheet.lines) }),
    blocks: () => sheets.flatMap(({ layout }) => layout.blocks),
    texts: () => sheets.flatMap(({ layout }) => layout.texts),
    wraps: () => sheets.flatMap(({ layout }) => layout.wraps),
    interruptions: () => sheets.flatMap(({ layout }) => layout.interruptions),
    interleaved: () => sheets.flatMap(({ layout }) => layout.interleaved),
    mayGoOn: () => sheets.flatMap(({ layout }) => layout.mayGoOn),
  });
}

/** The articles of a text, sheet by sheet. */
export function articlesOf(text: string, known = new Sheets(), spacing?: Settings["numberSpacing"]): Articles {
  let from = 0;
  const found = known.of(text, spacing).sheets.map((sheet) => {
    const articles = sheet.articles(from);
    from += articles.articles.length;
    return articles;
  });
  if (found.length === 1 && found[0]) return found[0];
  return { articles: found.flatMap(({ articles }) => articles), roles: found.flatMap(({ roles }) => roles) };
}

/** The analysis with more findings: those of the rules that go by names. Those that are accepted are set apart. */
export function withFindings(analysis: Analysis, more: readonly Finding[]): Analysis {
  if (more.length === 0) return analysis;
  const { parts: _, ...known } = analysis;
  const { findings, accepted } = sieveFor(analysis.text, analysis.settings.accepted)(more);
  return {
    ...known,
    findings: inPageOrder([...analysis.findings, ...findings]),
    accepted: inPageOrder([...(analysis.accepted ?? []), ...accepted]),
  };
}
