/** Applies fixes to a page. */

import { analyze } from "../analyze.ts";
import type { Analysis } from "../page/analysis.ts";
import type { Settings } from "../page/settings.ts";
import { detachedHeadline } from "../rules/detached-headline.ts";
import { applyEdits } from "../text/text.ts";
import { safeEdits, unsafeEdits } from "./edits.ts";
import { restoreHeadlines } from "./restore-headlines.ts";

export interface FixOptions {
  /** Applies the unsafe fixes too. */
  readonly unsafe?: boolean;
}

/**
 * The page with its fixes applied, fixed again until nothing is left to fix. The layout and the rules are made so
 * that one round settles a page; another one is what makes sure of it. Headings go home last, when each is one line.
 */
export function fixPage(analysis: Analysis, { unsafe = false }: FixOptions = {}): string {
  let settled = settle(analysis);
  for (let round = 0; unsafe && round < ROUNDS; round += 1) {
    const edits = unsafeEdits(settled.findings.filter(({ rule }) => rule !== detachedHeadline.id));
    if (edits.length > 0) settled = settle(analyze(applyEdits(settled.text, edits), settled.settings));
    const home = restoreHeadlines(settled);
    if (home.steps.length > 0) settled = settle(home.analysis);
    else if (edits.length === 0) break;
  }
  return settled.text;
}

/** {@link fixPage} from text to text. */
export function fixText(text: string, settings?: Settings, options?: FixOptions): string {
  return fixPage(analyze(text, settings), options);
}

/** Rounds at most. Every safe round after the first joins lines, so a page has few; unsafe ones mend what they uncover. */
const ROUNDS = 6;

/** Applies safe fixes until none is left. */
function settle(analysis: Analysis): Analysis {
  let settled = analysis;
  for (let round = 0; round < ROUNDS; round += 1) {
    const edits = safeEdits(settled.findings);
    if (edits.length === 0) break;
    settled = analyze(applyEdits(settled.text, edits), settled.settings);
  }
  return settled;
}
