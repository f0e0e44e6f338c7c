/** Fixes a page as a whole: what `galley fix`, formatting and fix-all do. */

import type { Analysis } from "../page/analysis.ts";
import type { Settings } from "../page/settings.ts";
import { applyEdits, type TextEdit } from "../text/text.ts";
import { type Checked, checkedText } from "./checked.ts";
import { safeEdits } from "./edits.ts";
import { type FixOptions, fixPage } from "./fix-page.ts";
import { safelyFixed, safelyFixing } from "./safely-fixed.ts";

/** A page fixed, and the edits that lead there. */
export interface FixedPage {
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

/**
 * The page with its safe fixes applied until nothing is left to fix, the unsafe and doubtful ones too where asked;
 * refused where a safe fix would lose something. The edits are those of its findings; should these uncover others, which takes a
 * second round, the part of the page that differs is one edit.
 */
export function fixWholePage(analysis: Analysis, options: FixOptions = {}): Checked<FixedPage> {
  const fixed = fixPage(analysis, options);
  const checked = options.unsafe ? { value: fixed } : checkedText(analysis.text, fixed);
  return "refused" in checked ? checked : { value: fixedPage(analysis, fixed) };
}

/** {@link fixWholePage} of a long page: yields the share that is done, 0 to 1, so that others may have a turn. */
export function* fixingWholePage(analysis: Analysis): Generator<number, Checked<FixedPage>> {
  const { text, settings } = analysis;
  const checked = checkedText(text, yield* safelyFixing(text, settings));
  return "refused" in checked ? checked : { value: fixedPage(analysis, checked.value) };
}

function fixedPage({ text, findings }: Analysis, fixed: string): FixedPage {
  const edits = safeEdits(findings);
  return { text: fixed, edits: applyEdits(text, edits) === fixed ? edits : [difference(text, fixed)] };
}

/**
 * The text of a page with its safe fixes made, as {@link fixWholePage} makes it, without the analysis of the page; refused where
 * a fix would lose something.
 */
export function fixText(text: string, settings: Settings): Checked<string> {
  return checkedText(text, safelyFixed(text, settings));
}

/** One edit from one text to the other, without what they begin and end with alike. */
export function difference(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  // A position can't stand between the two halves of a line break.
  if (start > 0 && before[start - 1] === "\r") start -= 1;
  if (end > 0 && before[before.length - end] === "\n" && before[before.length - end - 1] === "\r") end -= 1;
  return { start, end: before.length - end, newText: after.slice(start, after.length - end) };
}
