/** Applies fixes to a page. */

import { type Analysis, analyze } from "./analyze.ts";
import type { Finding } from "./rules/types.ts";
import { applyEdits, type TextEdit } from "./text.ts";

/** The edits of all safe fixes among the findings, in page order, equal ones once. */
export function safeEdits(findings: readonly Finding[]): TextEdit[] {
  const edits = new Map<string, TextEdit>();
  for (const { fix } of findings) {
    if (fix?.safety !== "safe") continue;
    for (const edit of fix.edits) edits.set(`${edit.start}:${edit.end}:${edit.newText}`, edit);
  }
  return [...edits.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The page with its safe fixes applied. */
export function fixPage(analysis: Analysis): string {
  return applyEdits(analysis.text, safeEdits(analysis.findings));
}

/** {@link fixPage} from text to text. */
export function fixText(text: string, settings?: Analysis["settings"]): string {
  return fixPage(analyze(text, settings));
}
