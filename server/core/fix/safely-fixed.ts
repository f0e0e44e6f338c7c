/** A text with its safe fixes made, and nothing found out about it that these do not need: no article, no message. */

import { layOut } from "../layout/index.ts";
import type { Analysis } from "../page/analysis.ts";
import type { Settings } from "../page/settings.ts";
import { isInForce, safeFindings } from "../rules/apply.ts";
import { fullwidthDigit } from "../rules/fullwidth-digit.ts";
import { gapEdit } from "../rules/gap-edits.ts";
import { SAFE_RULES } from "../rules/index.ts";
import { lookalikeCharacter } from "../rules/lookalike-character.ts";
import { missingBlankLine, missingBlankLines } from "../rules/missing-blank-line.ts";
import { sheetStartsOf } from "../sheet-starts.ts";
import { mayHoldLookalike } from "../tables/look-alike.ts";
import { applyEdits, lineBreakOf, type Page, splitLines, type TextEdit, WHITE_SPACE } from "../text/text.ts";
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
  const read = (sheet: string): Analysis => {
    const layout = layOut({ text: sheet, lines: splitLines(sheet), eol });
    return { ...layout, articles: [], roles: [], text: sheet, settings, findings: [] };
  };
  if (isOneRound(settings)) return applyEdits(text, allSafeEdits(read(text)));
  let fixed = text;
  for (let round = 0; round < ROUNDS; round += 1) {
    const edits = safeEdits(safeFindings(read(fixed)));
    if (edits.length === 0) break;
    fixed = applyEdits(fixed, edits);
  }
  return fixed;
}

/** The edits of all safe fixes, where all rules that have some are in force: as their findings have them, without what these say. */
function allSafeEdits(page: Analysis): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { gaps } of page.blocks) {
    for (const gap of gaps) {
      const edit = gap.cause === "wrap" && gap.doubtful !== undefined ? undefined : gapEdit(page, gap);
      if (edit) edits.push(edit);
    }
  }
  for (const { edit } of missingBlankLines(page)) edits.push(edit);
  if (mayHoldLookalike(page.text))
    for (const rule of [lookalikeCharacter, fullwidthDigit])
      for (const { fix } of rule.check(page)) if (fix?.safety === "safe") edits.push(...fix.edits);
  return edits;
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
