/** A text with its safe fixes made, and nothing found out about it that these do not need: no article, no message. */

import { sieveFor } from "../accepted.ts";
import { layOutText } from "../analyze.ts";
import { bareBorders } from "../layout/gaps/borders.ts";
import { type Layout, layOut } from "../layout/index.ts";
import type { Analysis } from "../page/analysis.ts";
import type { Settings } from "../page/settings.ts";
import { isInForce, safeFindings } from "../rules/apply.ts";
import { fullwidthDigit } from "../rules/fullwidth-digit.ts";
import { gapEdit } from "../rules/gap-edits.ts";
import { SAFE_RULES } from "../rules/index.ts";
import { lookalikeCharacter } from "../rules/lookalike-character.ts";
import { missingBlankLines } from "../rules/missing-blank-line.ts";
import { aroundBlocks, TWO_LINE_BREAKS } from "../rules/stray-blank.ts";
import { sheetStartsOf } from "../sheet-starts.ts";
import { mayHoldLookalike } from "../tables/look-alike.ts";
import { applyEdits, isWhiteSpaceAt, lineBreakOf, type Page, splitLines, type TextEdit } from "../text/text.ts";
import { safeEdits } from "./edits.ts";

/**
 * Rounds at most. A layout is that of the page it makes (invariant 2), so that the second round finds nothing left; it
 * costs little, as each paragraph is one line then.
 */
const ROUNDS = 6;

/** The text with its safe fixes made until none is left. */
export function safelyFixed(text: string, settings: Settings): string {
  const work = safelyFixing(text, settings);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** The same, sheet by sheet: yields the share of a long text that is done, 0 to 1, so that others may have a turn. */
export function* safelyFixing(text: string, settings: Settings): Generator<number, string> {
  if (isUsual(settings)) {
    let fixed = text;
    let parts: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      parts = yield* fixingBySheets(fixed, settings, new Set(parts.slice(0, -1)));
      fixed = parts.join("");
      // A fix may move where a sheet begins; nearly all are as they were.
      if (areSheets(parts, fixed)) break;
    }
    return fixed;
  }
  return inRounds(text, (now) =>
    safeEdits(
      sieveFor(
        now,
        settings.accepted,
      )(safeFindings(unread(layOutText(now, undefined, settings.numberSpacing), settings))).findings,
    ),
  );
}

/** Whether every gap becomes what the fixed page has, and white space between sheets what it is between blocks. */
function isUsual(settings: Settings): boolean {
  return (
    SAFE_RULES.every(({ id }) => settings.accepted?.every(({ rule }) => rule !== id) ?? true) &&
    SAFE_RULES.every((rule) => isInForce(rule, settings))
  );
}

function inRounds(text: string, editsOf: (text: string) => TextEdit[]): string {
  let fixed = text;
  for (let round = 0; round < ROUNDS; round += 1) {
    const edits = editsOf(fixed);
    if (edits.length === 0) break;
    fixed = applyEdits(fixed, edits);
  }
  return fixed;
}

/** Fixes a text sheet by sheet, each forgotten before the next; those that are `fixedBefore` are not looked at again. */
function* fixingBySheets(
  text: string,
  settings: Settings,
  fixedBefore: ReadonlySet<string>,
): Generator<number, string[]> {
  const eol = lineBreakOf(text);
  const starts = sheetStartsOf(text);
  const parts: string[] = [];
  for (const [i, start] of starts.entries()) {
    const sheet = text.slice(start, starts[i + 1]);
    if (i + 1 < starts.length && fixedBefore.has(sheet)) {
      parts.push(sheet);
      continue;
    }
    const fixed = inRounds(sheet, (now) => {
      const page = { text: now, lines: splitLines(now), eol };
      return allSafeEdits(unread(layOut(page, settings.numberSpacing === "spaced"), settings));
    });
    if (i + 1 === starts.length) parts.push(fixed);
    else parts.push(fixed.slice(0, endOfWords(fixed)) + betweenBlocks(sheet.slice(endOfWords(sheet)), eol));
    yield (i + 1) / starts.length;
  }
  return parts;
}

/** Whether parts of a text are its sheets. */
function areSheets(parts: readonly string[], text: string): boolean {
  if (parts.length === 1) return true;
  let end = 0;
  const starts = parts.map((part) => {
    end += part.length;
    return end - part.length;
  });
  const found = sheetStartsOf(text);
  return found.length === starts.length && starts.every((start, i) => start === found[i]);
}

/** Where the white space at the end of a text begins. */
function endOfWords(text: string): number {
  let end = text.length;
  while (end > 0 && isWhiteSpaceAt(text, end - 1)) end -= 1;
  return end;
}

/** What shall stand between two sheets, as between two blocks of one: one blank line. */
function betweenBlocks(whiteSpace: string, eol: Page["eol"]): string {
  return TWO_LINE_BREAKS.test(whiteSpace) ? whiteSpace : eol + eol;
}

/** A page of which nothing but the layout is known: what safe fixes go by. */
function unread(layout: Layout, settings: Settings): Analysis {
  return { ...layout, articles: [], roles: [], text: layout.page.text, settings, findings: [] };
}

/** The edits of all safe fixes with the usual settings: as findings have them, without what these say. */
function allSafeEdits(page: Analysis): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const block of page.blocks) {
    const { gaps } = block;
    if (page.settings.numberSpacing === "spaced")
      for (const at of bareBorders(page.text, block, gaps)) edits.push({ start: at, end: at, newText: " " });
    for (const gap of gaps) {
      const edit = gap.cause === "wrap" && gap.doubtful !== undefined ? undefined : gapEdit(page, gap);
      if (edit) edits.push(edit);
    }
  }
  for (const { fix } of missingBlankLines(page)) if (fix) edits.push(...fix.edits);
  for (const { fix } of aroundBlocks(page)) if (fix) edits.push(...fix.edits);
  if (mayHoldLookalike(page.text))
    for (const rule of [lookalikeCharacter, fullwidthDigit])
      for (const { fix } of rule.check(page)) if (fix?.safety === "safe") edits.push(...fix.edits);
  return edits;
}
