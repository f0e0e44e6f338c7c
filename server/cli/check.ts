/** `galley check`: the findings of pages. */

import { analyze } from "../core/analyze.ts";
import type { Locale } from "../core/locale.ts";
import { githubReport } from "./formats/github.ts";
import { jsonFindings, jsonReport } from "./formats/json.ts";
import { prettyReport } from "./formats/pretty.ts";
import type { StartReport } from "./formats/report.ts";
import { sarifReport } from "./formats/sarif.ts";
import type { Filter } from "./jsonl.ts";
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
  await forEachPage(session, paths, async ({ name, text, settings }) => {
    const analysis = analyze(text, settings);
    found ||= analysis.findings.length > 0;
    await report.page({ name, analysis });
  });
  await report.end();
  return found;
}

/** `check --jsonl`. */
export function checkFilter(locale: Locale): Filter {
  return (text, settings) => ({ findings: jsonFindings(analyze(text, settings), locale) });
}
