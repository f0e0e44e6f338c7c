/** Applies fixes to a page. */

import { analyze } from "../analyze.ts";
import type { Analysis } from "../page/analysis.ts";
import { detachedHeadline } from "../rules/detached-headline.ts";
import { applyEdits } from "../text/text.ts";
import { safeEdits, unsafeEdits } from "./edits.ts";
import { restoreHeadlines } from "./restore-headlines.ts";

export interface FixOptions {
  /** Applies the unsafe and the doubtful fixes too. */
  readonly unsafe?: boolean;
}

/**
 * The page with its fixes applied, fixed again until nothing is left to fix. One round is
 * enough for almost every page; the next one makes sure of it. Headings go home last, when each is one line.
 */
export function fixPage(analysis: Analysis, { unsafe = false }: FixOptions = {}): string {
  let fixed = applySafeFixes(analysis);
  for (let round = 0; unsafe && round < ROUNDS; round += 1) {
    const edits = unsafeEdits(fixed.findings.filter(({ rule }) => rule !== detachedHeadline.id));
    if (edits.length > 0) fixed = applySafeFixes(analyze(applyEdits(fixed.text, edits), fixed.settings));
    const home = restoreHeadlines(fixed);
    if (home.steps.length > 0) fixed = applySafeFixes(home.analysis);
    else if (edits.length === 0) break;
  }
  return fixed.text;
}

/** Rounds at most. A safe round after the first joins lines, so a page has few; an unsafe round may uncover another. */
const ROUNDS = 6;

/** Applies safe fixes until none is left. */
function applySafeFixes(analysis: Analysis): Analysis {
  let fixed = analysis;
  for (let round = 0; round < ROUNDS; round += 1) {
    const edits = safeEdits(fixed.findings);
    if (edits.length === 0) break;
    fixed = analyze(applyEdits(fixed.text, edits), fixed.settings);
  }
  return fixed;
}
