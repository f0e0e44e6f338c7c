/** Fixes a page's text and makes sure that nothing is lost on the way. */

import { type Analysis, analyze } from "../core/analyze.ts";
import { fixPage } from "../core/fixes.ts";
import { LOOKALIKE, standFor } from "../core/layout/lookalikes.ts";
import type { Settings } from "../core/settings.ts";
import { withoutWhiteSpace } from "../core/text.ts";
import { Refusal } from "../host/refusal.ts";

export interface Mended {
  readonly text: string;
  /** Findings that were mended. */
  readonly mended: number;
  /** Findings that are left. */
  readonly left: number;
}

/** Mends a page and counts what was mended; see {@link mendText}. */
export function mend(text: string, settings: Settings, unsafe = false): Mended {
  const before = analyze(text, settings);
  const fixed = checkedFix(before, unsafe);
  if (fixed === text) return { text, mended: 0, left: before.findings.length };
  const after = analyze(fixed, settings);
  return {
    text: fixed,
    mended: Math.max(1, fixable(before, unsafe) - fixable(after, unsafe)),
    left: after.findings.length,
  };
}

/**
 * Applies all safe fixes, and the unsafe ones too where asked.
 * @throws Refusal where a safe fix would change more than white space and look-alike characters (promise 1).
 */
export function mendText(text: string, settings: Settings, unsafe = false): string {
  return checkedFix(analyze(text, settings), unsafe);
}

function checkedFix(analysis: Analysis, unsafe: boolean): string {
  const fixed = fixPage(analysis, { unsafe });
  if (!unsafe && substance(fixed) !== substance(analysis.text)) throw new Refusal(WOULD_LOSE);
  return fixed;
}

function fixable({ findings }: Analysis, unsafe: boolean): number {
  return findings.filter(({ fix }) => fix?.safety === "safe" || (unsafe && fix)).length;
}

/** What a safe fix must keep. */
function substance(text: string): string {
  return withoutWhiteSpace(text.replace(LOOKALIKE, standFor));
}

const WOULD_LOSE = {
  zh: "Galley 自查发现修改会动到空白和形近字以外的内容，没有写入；这是 Galley 的缺陷，请报告",
  en: "a fix would have changed more than white space and look-alike characters; nothing was written. Please report this fault of Galley",
};
