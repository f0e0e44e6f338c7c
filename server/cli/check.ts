/** `galley check`: the findings of pages. */

import { dirname } from "node:path";
import { analyze, withFindings } from "../core/analyze.ts";
import type { Analysis } from "../core/page/analysis.ts";
import type { Settings } from "../core/page/settings.ts";
import { needsNames } from "../core/rules/apply.ts";
import { createLexiconFinder, type LexiconFinder } from "../host/lexicon-files.ts";
import { githubReport } from "./formats/github.ts";
import { jsonFindings, jsonReport } from "./formats/json.ts";
import { prettyReport } from "./formats/pretty.ts";
import type { Format } from "./formats/report.ts";
import { sarifReport } from "./formats/sarif.ts";
import type { StartFilter } from "./jsonl.ts";
import type { Names } from "./names.ts";
import { forEachPage, type InputPage } from "./pages.ts";
import type { Session } from "./session.ts";
import type { WorkContext } from "./work.ts";

export interface CheckOptions {
  readonly format: "pretty" | "json" | "sarif" | "github";
}

/** What each format has of a page is its own affair, so the formats are told apart by name alone. */
const FORMATS: Readonly<Record<CheckOptions["format"], Format<unknown>>> = {
  pretty: prettyReport as Format<unknown>,
  json: jsonReport as Format<unknown>,
  sarif: sarifReport as Format<unknown>,
  github: githubReport as Format<unknown>,
};

/** Reports the findings of all pages. Returns whether there are any. */
export async function check(session: Session, paths: readonly string[], { format }: CheckOptions): Promise<boolean> {
  const report = FORMATS[format].start(session);
  const lexicons = createLexiconFinder();
  let found = false;
  await forEachPage(session, paths, {
    command: "check",
    options: { format },
    start: checkWork({ format }),
    isHeavy: (folder) => lexicons.forFolder(folder) !== undefined,
    async take(_, page: CheckedPart) {
      found ||= page.found;
      await report.page(page.part);
    },
  });
  await report.end();
  return found;
}

/** What was found on a page. */
export interface CheckedPart {
  readonly found: boolean;
  /** What the format has of it. */
  readonly part: unknown;
}

/** The work on a page: its findings, as the format shows them. */
export function checkWork({
  format,
}: CheckOptions): (context: WorkContext) => (page: InputPage) => Promise<CheckedPart> {
  return (context) => {
    const checked = createChecker(context, createLexiconFinder());
    return async ({ name, text, settings, path }) => {
      const analysis = await checked(text, settings, path);
      return { found: analysis.findings.length > 0, part: FORMATS[format].partOf({ name, analysis }, context) };
    };
  };
}

/** `check --jsonl`; the lexicon is the one that holds in the working folder. */
export const checkFilter: StartFilter = (context) => {
  const checked = createChecker(context, createLexiconFinder());
  return async (text, settings) => ({ findings: jsonFindings(await checked(text, settings), context.locale) });
};

/** Names are recognised, which takes a dictionary, only where a lexicon holds that they can be compared with. */
function createChecker(
  context: WorkContext,
  lexicons: LexiconFinder,
): (text: string, settings: Settings, path?: string) => Promise<Analysis> {
  let names: Names | undefined;
  return async (text, settings, path) => {
    const analysis = analyze(text, settings);
    const folder = path === undefined ? context.cwd : dirname(path);
    if (!needsNames(settings) || lexicons.forFolder(folder) === undefined) return analysis;
    names ??= (await import("./names.ts")).createNames(context, "whole");
    return withFindings(analysis, await names.findings(analysis, settings, path));
  };
}
