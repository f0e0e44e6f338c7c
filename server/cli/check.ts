/** `galley check`: the findings of pages. */

import { dirname } from "node:path";
import { analyze, withFindings } from "../core/analyze.ts";
import type { Analysis } from "../core/page/analysis.ts";
import type { Settings } from "../core/page/settings.ts";
import { needsNames } from "../core/rules/apply.ts";
import { createLexiconFinder } from "../host/lexicon-files.ts";
import { githubReport } from "./formats/github.ts";
import { jsonFindings, jsonReport } from "./formats/json.ts";
import { prettyReport } from "./formats/pretty.ts";
import type { StartReport } from "./formats/report.ts";
import { sarifReport } from "./formats/sarif.ts";
import type { Filter } from "./jsonl.ts";
import type { Names } from "./names.ts";
import { forEachPage } from "./pages.ts";
import type { Session } from "./session.ts";

const FORMATS = {
  pretty: prettyReport,
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
} satisfies Record<string, StartReport>;

export interface CheckOptions {
  readonly format: keyof typeof FORMATS;
}

/** Reports the findings of all pages. Returns whether there are any. */
export async function check(session: Session, paths: readonly string[], options: CheckOptions): Promise<boolean> {
  const report = FORMATS[options.format](session);
  let found = false;
  const checked = createChecker(session);
  await forEachPage(session, paths, async ({ name, text, settings, path }) => {
    const analysis = await checked(text, settings, path);
    found ||= analysis.findings.length > 0;
    await report.page({ name, analysis });
  });
  await report.end();
  return found;
}

/** `check --jsonl`; the lexicon is the one that holds in the working folder. */
export function checkFilter(session: Session): Filter {
  const checked = createChecker(session);
  return async (text, settings) => ({
    findings: jsonFindings(await checked(text, settings), session.locale),
  });
}

/** Names are recognised, which takes a dictionary, only where a lexicon holds that they can be compared with. */
function createChecker(session: Session): (text: string, settings: Settings, path?: string) => Promise<Analysis> {
  const lexicons = createLexiconFinder();
  let names: Names | undefined;
  return async (text, settings, path) => {
    const analysis = analyze(text, settings);
    const folder = path === undefined ? session.io.cwd : dirname(path);
    if (!needsNames(settings) || lexicons.forFolder(folder) === undefined) return analysis;
    names ??= (await import("./names.ts")).createNames(session, "whole");
    return withFindings(analysis, await names.findings(analysis, settings, path));
  };
}
