/** A text with its safe fixes made, and nothing found out about it that these do not need: no article, no message. */

import { layOut } from "../layout/index.ts";
import type { Settings } from "../page/settings.ts";
import { isInForce, safeFindings } from "../rules/apply.ts";
import { SAFE_RULES } from "../rules/index.ts";
import { missingBlankLine } from "../rules/missing-blank-line.ts";
import { sheetStartsOf } from "../sheet-starts.ts";
import { applyEdits, lineBreakOf, type Page, splitLines, WHITE_SPACE } from "../text/text.ts";
import { safeEdits } from "./edits.ts";

/** Rounds at most. A round after the first joins lines, so a page has few. */
const ROUNDS = 6;

/** The text with its safe fixes made until none is left. It is read sheet by sheet, each forgotten before the next. */
export function safelyFixed(text: string, settings: Settings): string {
  const eol = lineBreakOf(text);
  const starts = sheetStartsOf(text);
  const parts = starts.map((start, i) => {
    const fixed = fixedSheet(text.slice(start, starts[i + 1]), eol, settings);
    return i + 1 < starts.length && isInForce(missingBlankLine, settings) ? parted(fixed, eol) : fixed;
  });
  return parts.join("");
}

function fixedSheet(text: string, eol: Page["eol"], settings: Settings): string {
  let fixed = text;
  for (let round = 0; round < (isOneRound(settings) ? 1 : ROUNDS); round += 1) {
    const layout = layOut({ text: fixed, lines: splitLines(fixed), eol });
    const known = { ...layout, articles: [], roles: [], text: fixed, settings, findings: [] };
    const edits = safeEdits(safeFindings(known));
    if (edits.length === 0) break;
    fixed = applyEdits(fixed, edits);
  }
  return fixed;
}

/**
 * Whether one round leaves nothing to fix: a layout is that of the page it makes (invariant 2). Where some of the
 * faults stay on the page, or blanks come onto it, it has another layout then.
 */
export function isOneRound(settings: Settings): boolean {
  return settings.numberSpacing === "none" && SAFE_RULES.every((rule) => isInForce(rule, settings));
}

/** A sheet with a blank line after its last line, so that it stands apart of the next one as its blocks do of one another. */
function parted(sheet: string, eol: Page["eol"]): string {
  const { line = "", end = "" } = LAST_LINE.exec(sheet)?.groups ?? {};
  return end === "" || BLANK.test(line) ? sheet : sheet.slice(0, sheet.length - end.length) + eol + eol;
}

const LAST_LINE = /(?:^|[\r\n])(?<line>[^\r\n]*)(?<end>\r\n|\n|\r)$/;
const BLANK = new RegExp(`^${WHITE_SPACE}*$`, "u");
