/** Applies fixes to a page. */

import { type Analysis, analyze } from "./analyze.ts";
import type { Finding } from "./rules/types.ts";
import type { Settings } from "./settings.ts";
import { applyEdits, type TextEdit } from "./text.ts";

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
 * The edits of the unsafe fixes among the findings that leave one another alone, in page order: a fix is taken whole
 * or not at all, and of two that touch the same text the first one.
 */
export function unsafeEdits(findings: readonly Finding[]): TextEdit[] {
  const taken: TextEdit[] = [];
  const known = new Set<unknown>();
  for (const { fix } of findings) {
    if (fix?.safety !== "unsafe" || known.has(fix)) continue;
    known.add(fix);
    if (fix.edits.every((edit) => isFree(taken, edit))) for (const edit of fix.edits) insert(taken, edit);
  }
  return taken;
}

export interface FixOptions {
  /** Applies the unsafe fixes too. */
  readonly unsafe?: boolean;
}

/**
 * The page with its fixes applied, fixed again until nothing is left to fix. The layout and the rules are made so
 * that one round settles a page; another one is what makes sure of it.
 */
export function fixPage(analysis: Analysis, { unsafe = false }: FixOptions = {}): string {
  let settled = settle(analysis);
  for (let round = 0; unsafe && round < ROUNDS; round += 1) {
    const edits = unsafeEdits(settled.findings);
    if (edits.length === 0) break;
    settled = settle(analyze(applyEdits(settled.text, edits), settled.settings));
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

function inOrder(edits: TextEdit[]): TextEdit[] {
  return edits.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Whether an edit touches none of those taken, which are in order and disjoint. */
function isFree(taken: readonly TextEdit[], edit: TextEdit): boolean {
  const at = placeOf(taken, edit);
  const before = taken[at - 1];
  const behind = taken[at];
  return (!before || before.end <= edit.start) && (!behind || edit.end <= behind.start) && !isSamePlace(before, edit);
}

function isSamePlace(a: TextEdit | undefined, b: TextEdit): boolean {
  return a?.start === b.start && a.end === b.end;
}

function insert(taken: TextEdit[], edit: TextEdit): void {
  taken.splice(placeOf(taken, edit), 0, edit);
}

/** Index of the first edit that stands behind this one. */
function placeOf(taken: readonly TextEdit[], edit: TextEdit): number {
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
