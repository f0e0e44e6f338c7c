/** `galley check`: the findings of pages. */

import { dirname } from "node:path";
import { analyze } from "../core/analyze.ts";
import { nameDiffers } from "../core/rules/name-differs.ts";
import type { Settings } from "../core/settings.ts";
import { createLexiconFinder } from "../host/lexicon-files.ts";
import { githubReport } from "./formats/github.ts";
import { jsonFindings, jsonReport } from "./formats/json.ts";
import { prettyReport } from "./formats/pretty.ts";
import type { StartReport } from "./formats/report.ts";
import { sarifReport } from "./formats/sarif.ts";
import type { House, NameIn } from "./house.ts";
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
  const names = createNames(session);
  await forEachPage(session, paths, async ({ name, text, settings, path }) => {
    const analysis = analyze(text, settings, await names(settings, path));
    found ||= analysis.findings.length > 0;
    await report.page({ name, analysis });
  });
  await report.end();
  return found;
}

/** `check --jsonl`; the lexicon is the one that holds in the working folder. */
export function checkFilter(session: Session): Filter {
  const names = createNames(session);
  return async (text, settings) => ({
    findings: jsonFindings(analyze(text, settings, await names(settings)), session.locale),
  });
}

/** Names are recognised, which takes a dictionary, only where a lexicon holds that they can be compared with. */
function createNames(session: Session): (settings: Settings, path?: string) => Promise<NameIn | undefined> {
  const lexicons = createLexiconFinder();
  let house: House | undefined;
  return async ({ rules }, path) => {
    const folder = path === undefined ? session.io.cwd : dirname(path);
    if (rules[nameDiffers.id] === "off" || lexicons.forFolder(folder) === undefined) return undefined;
    house ??= (await import("./house.ts")).createHouse(session);
    return house(path);
  };
}
