/** The edits that fix a page as a whole. */

import { fixPage, safeEdits } from "../core/fixes.ts";
import { applyEdits, type TextEdit } from "../core/text.ts";
import type { Asked } from "./feature.ts";

/**
 * The edits that make the page what `galley fix` makes of it. They are the safe fixes of its findings; should those
 * uncover others, which takes a second round, the part of the page that differs is one edit.
 */
export function wholeFix({ analysis }: Pick<Asked, "analysis">): TextEdit[] {
  const { text } = analysis;
  const edits = safeEdits(analysis.findings);
  const once = applyEdits(text, edits);
  const fixed = fixPage(analysis);
  return once === fixed ? edits : [difference(text, fixed)];
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
