/** Applies fixes to a page. */

import { analyze } from "../analyze.ts";
import type { Analysis } from "../page/analysis.ts";
import { detachedHeadline } from "../rules/detached-headline.ts";
import { applyEdits } from "../text/text.ts";
import { safeEdits, unsafeEdits } from "./edits.ts";
import { restoreHeadlines } from "./restore-headlines.ts";
import { safelyFixed } from "./safely-fixed.ts";

export interface FixOptions {
  /** Applies the unsafe and the doubtful fixes too. */
  readonly unsafe?: boolean;
}

/** The page with its fixes made until nothing is left to fix. Headings go home last, when each is one line. */
export function fixPage(analysis: Analysis, { unsafe = false }: FixOptions = {}): string {
  const { settings } = analysis;
  const safe = afterSafeFixes(analysis);
  if (!unsafe) return safe;
  let fixed = analyze(safe, settings);
  for (let round = 0; round < ROUNDS; round += 1) {
    const edits = unsafeEdits(fixed.findings.filter(({ rule }) => rule !== detachedHeadline.id));
    if (edits.length > 0) fixed = analyze(safelyFixed(applyEdits(fixed.text, edits), settings), settings);
    const home = restoreHeadlines(fixed);
    if (home.steps.length > 0) fixed = analyze(afterSafeFixes(home.analysis), settings);
    else if (edits.length === 0) break;
  }
  return fixed.text;
}

/** Rounds at most: an unsafe fix may uncover another. */
const ROUNDS = 6;

/** The text of a page that is analysed already, with its safe fixes made until none is left. */
function afterSafeFixes({ text, settings, findings }: Analysis): string {
  const edits = safeEdits(findings);
  return edits.length === 0 ? text : safelyFixed(applyEdits(text, edits), settings);
}
