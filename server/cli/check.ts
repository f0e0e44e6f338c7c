/** `galley check`: the findings of pages. */

import { dirname } from "node:path";
import { analyze, withFindings } from "../core/analyze.ts";
import { type PageFacts, pageFacts } from "../core/issue/page-facts.ts";
import type { Analysis } from "../core/page/analysis.ts";
import type { Settings } from "../core/page/settings.ts";
import { needsIssue, needsLexicon, needsNames } from "../core/rules/apply.ts";
import { decode } from "../host/encodings.ts";
import { createLexiconFinder, type LexiconFinder } from "../host/lexicon-files.ts";
import { githubReport } from "./formats/github.ts";
import { jsonFindings, jsonReport } from "./formats/json.ts";
import { prettyReport } from "./formats/pretty.ts";
import type { Format } from "./formats/report.ts";
import { sarifReport } from "./formats/sarif.ts";
import { checkIssues } from "./issue-check.ts";
import type { StartFilter } from "./jsonl.ts";
import type { Names } from "./names.ts";
import { forEachPage, type InputPage } from "./pages.ts";
import type { Session } from "./session.ts";
import type { WorkContext } from "./work.ts";

export interface CheckOptions {
  readonly format: "pretty" | "json" | "sarif" | "github";
  /** Names are compared with one another, too, where no lexicon holds: that takes the dictionary, and a second. */
  readonly names?: boolean;
}

/** What each format has of a page is its own affair, so the formats are told apart by name alone. */
const FORMATS: Readonly<Record<CheckOptions["format"], Format<unknown>>> = {
  pretty: prettyReport as Format<unknown>,
  json: jsonReport as Format<unknown>,
  sarif: sarifReport as Format<unknown>,
  github: githubReport as Format<unknown>,
};

/** Reports the findings of all pages. Returns whether there are any. */
export async function check(
  session: Session,
  paths: readonly string[],
  { format, names = false }: CheckOptions,
): Promise<boolean> {
  const { partOf, start } = FORMATS[format];
  const report = start(session);
  const lexicons = createLexiconFinder();
  const checked = createChecker(session, lexicons, names);
  let found = false;
  const issues = checkIssues<CheckedPart>(async ({ page, value }, findings) => {
    found ||= value.found;
    if (findings.length === 0) return report.page(value.part);
    // What the format has of the page is made anew: few pages have such findings, and in a part nothing can be added.
    const { analysis } = await checked({ ...page, ...(await decode(page.bytes, page.named)) });
    const whole = withFindings(analysis, findings);
    // The house may have accepted them.
    found ||= whole.findings.length > 0;
    await report.page(partOf({ name: page.name, analysis: whole }, session));
  });
  await forEachPage(session, paths, {
    command: "check",
    options: { format, names },
    start: checkWork({ format, names }),
    isHeavy: (folder) => names || lexicons.forFolder(folder) !== undefined,
    take: (page, value: CheckedPart) => issues.take({ page, value, ...(value.facts && { facts: value.facts }) }),
  });
  await issues.end();
  await report.end();
  return found;
}

/** What was found on a page. */
export interface CheckedPart {
  readonly found: boolean;
  /** What the format has of it. */
  readonly part: unknown;
  /** What its issue has to know of it, where other pages of that are given. */
  readonly facts?: PageFacts;
}

/** The work on a page: its findings, as the format shows them. */
export function checkWork({
  format,
  names,
}: CheckOptions): (context: WorkContext) => (page: InputPage) => Promise<CheckedPart> {
  return (context) => {
    const checked = createChecker(context, createLexiconFinder(), names);
    return async (page) => {
      const { analysis, facts } = await checked(page);
      const part = FORMATS[format].partOf({ name: page.name, analysis }, context);
      return { found: analysis.findings.length > 0, part, ...(facts && { facts }) };
    };
  };
}

/** `check --jsonl`; the lexicon is the one that holds in the working folder. */
export function checkFilter({ names }: Pick<CheckOptions, "names">): StartFilter {
  return (context) => {
    const checked = createChecker(context, createLexiconFinder(), names);
    return async (text, settings) => {
      const { analysis } = await checked({ text, settings });
      return { findings: jsonFindings(analysis, context.locale) };
    };
  };
}

/** What is checked: a page, or a line that is one. */
export type ToCheck = Pick<InputPage, "text" | "path" | "issue"> & { readonly settings: Settings };

/** Names are recognised, which takes a dictionary, only where that is asked for, or a lexicon holds that they can be compared with. */
export function createChecker(
  context: WorkContext,
  lexicons: LexiconFinder,
  withNames = false,
): (page: ToCheck) => Promise<{ readonly analysis: Analysis; readonly facts?: PageFacts }> {
  let names: Names | undefined;
  const load = async (): Promise<Names> => {
    names ??= (await import("./names.ts")).createNames(context, "whole");
    return names;
  };
  return async ({ text, settings, path, issue }) => {
    const plain = analyze(text, settings);
    const folder = path === undefined ? context.cwd : dirname(path);
    const hasLexicon = lexicons.forFolder(folder) !== undefined;
    const asked = withNames ? needsNames(settings, hasLexicon) : hasLexicon && needsLexicon(settings);
    const analysis = asked ? withFindings(plain, await (await load()).findings(plain, settings, path)) : plain;
    const needed = issue === undefined ? { facts: false, names: false } : needsIssue(settings);
    if (!needed.facts) return { analysis };
    const mentions = withNames && needed.names ? (await (await load()).read(plain, path)).mentions : [];
    return { analysis, facts: pageFacts(plain, mentions) };
  };
}
