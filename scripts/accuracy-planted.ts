/** The part of `npm run accuracy` that plants contradictions in pages and tells how many are found. */

import { scoreInIssue } from "../test/support/planted-in-issue.ts";
import { type PlantedScore, scorePlanted } from "../test/support/score-planted.ts";
import type { Case } from "./accuracy-cases.ts";

/** Faults planted in one page. */
const MOST = 80;

/** A table of what became of the faults: a row a kind, those on one page first, then those between the pages of an issue. */
export function plantedReport(pages: readonly Case[], errors: boolean): string {
  const texts = pages.map(({ text, truth }) => ({ text, page: truth.page }));
  const scores = scorePlanted(texts, MOST);
  const all = scores.kinds.reduce(sum, { kind: "all", planted: 0, found: 0, wrong: 0 });
  const { clean } = scores;
  const issue = scoreInIssue(texts);
  return [
    row("fault", ["planted", "found", "recall", "wrong", "precision"]),
    ...[...scores.kinds, all, ...issue.kinds].map((score) => row(score.kind, cells(score))),
    "",
    `${clean.findings.length} findings on the ${clean.pages} pages as they are`,
    ...clean.findings.map((finding) => `   ${finding}`),
    `${issue.clean.length} findings where all of them are taken for one issue`,
    ...issue.clean.map((finding) => `   ${finding}`),
    ...(errors ? ["", ...scores.errors, ...issue.errors] : []),
  ].join("\n");
}

function sum(a: PlantedScore, b: PlantedScore): PlantedScore {
  return { kind: a.kind, planted: a.planted + b.planted, found: a.found + b.found, wrong: a.wrong + b.wrong };
}

function cells({ planted, found, wrong }: PlantedScore): string[] {
  const share = (part: number, whole: number): string => (whole === 0 ? "–" : (part / whole).toFixed(3));
  return [String(planted), String(found), share(found, planted), String(wrong), share(found, found + wrong)];
}

function row(name: string, columns: readonly string[]): string {
  return name.padEnd(40) + columns.map((cell) => cell.padStart(11)).join("");
}
