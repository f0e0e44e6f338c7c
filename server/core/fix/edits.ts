/** Gathers the edits of fixes, so that they can be applied together. */

import type { Finding } from "../page/finding.ts";
import type { TextEdit } from "../text/text.ts";

/** The edits of all safe fixes among the findings, in page order, equal ones once. */
export function safeEdits(findings: readonly Finding[]): TextEdit[] {
  const edits = new Map<string, TextEdit>();
  for (const { fix } of findings) {
    if (fix?.safety !== "safe") continue;
    for (const edit of fix.edits) edits.set(`${edit.start}:${edit.end}:${edit.newText}`, edit);
  }
  return inOrder([...edits.values()]);
}

/**
 * The edits of the unsafe and doubtful fixes among the findings, in page order. A fix is taken whole or not at all; of
 * two that touch the same text the first one is taken.
 */
export function unsafeEdits(findings: readonly Finding[]): TextEdit[] {
  const taken: TextEdit[] = [];
  const known = new Set<unknown>();
  for (const { fix } of findings) {
    if (!fix || fix.safety === "safe" || known.has(fix)) continue;
    known.add(fix);
    if (fix.edits.every((edit) => isFree(taken, edit))) for (const edit of fix.edits) insert(taken, edit);
  }
  return taken;
}

function inOrder(edits: TextEdit[]): TextEdit[] {
  return edits.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Whether an edit touches none of those taken, which are in order and disjoint. */
function isFree(taken: readonly TextEdit[], edit: TextEdit): boolean {
  const at = insertionPoint(taken, edit);
  const before = taken[at - 1];
  const after = taken[at];
  return (!before || before.end <= edit.start) && (!after || edit.end <= after.start) && !isSamePlace(before, edit);
}

function isSamePlace(a: TextEdit | undefined, b: TextEdit): boolean {
  return a?.start === b.start && a.end === b.end;
}

function insert(taken: TextEdit[], edit: TextEdit): void {
  taken.splice(insertionPoint(taken, edit), 0, edit);
}

/** Index of the first edit that stands after this one. */
function insertionPoint(taken: readonly TextEdit[], edit: TextEdit): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = taken[middle] as TextEdit;
    if (other.start < edit.start || (other.start === edit.start && other.end <= edit.end)) low = middle + 1;
    else high = middle;
  }
  return low;
}
