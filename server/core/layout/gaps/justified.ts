/** Finds the lines that were stretched to the measure with a blank between all their characters. */

import { COMMON_SURNAMES } from "../../tables/surnames.ts";
import type { Span } from "../../text/text.ts";
import { CLASS, classAfter, classBefore, isMarkClass, isWordClass } from "./classes.ts";
import type { Run } from "./runs.ts";

/** Blanks a whole line needs to count as stretched, those beside marks counted half; two must part Han from Han. */
const WHOLE_LINE = 5;
const HAN_PAIRS = 2;
/** … and a part of a line: no list, no padded title has as many. */
const PART_OF_LINE = 9;
const HAN_PAIRS_OF_PART = 4;
/** Share of the blanks that may be wider than one; in padded lists most are. */
const WIDE_SHARE = 0.25;

/**
 * For each run what shall stand in its place if its line was stretched, `undefined` if it was not. The unit is the
 * visual line: no two Han characters in it stand together. A page that was joined by hand may hold such a line inside
 * a longer one; a long enough part counts too.
 */
export function stretched(text: string, span: Span, runs: readonly Run[]): (string | undefined)[] {
  const verdicts: (string | undefined)[] = new Array(runs.length).fill(undefined);
  let first = 0;
  for (let i = 0; i <= runs.length; i += 1) {
    if (i < runs.length && !(runs[i] as Run).breaks) continue;
    const start = first > 0 ? (runs[first - 1] as Run).end : span.start;
    const end = i < runs.length ? (runs[i] as Run).start : span.end;
    if (i - first >= HAN_PAIRS + 1) judgeLine(text, { start, end }, runs, first, i, verdicts);
    first = i + 1;
  }
  return verdicts;
}

/** Judges runs `first`…`last - 1`, all of one visual line. */
function judgeLine(
  text: string,
  line: Span,
  runs: readonly Run[],
  first: number,
  last: number,
  verdicts: (string | undefined)[],
): void {
  let from = first;
  let whole = true;
  for (let i = first; i <= last; i += 1) {
    const start = i > first ? (runs[i - 1] as Run).end : line.start;
    const end = i < last ? (runs[i] as Run).start : line.end;
    if (holdsHanPair(text, start, end)) {
      // Its first or last character may be the end of the stretched part, so the runs beside it belong to that part.
      whole = false;
      judgePart(text, line, runs, from, i, false, verdicts);
      from = i;
    }
  }
  judgePart(text, line, runs, from, last, whole, verdicts);
}

function judgePart(
  text: string,
  line: Span,
  runs: readonly Run[],
  from: number,
  to: number,
  whole: boolean,
  verdicts: (string | undefined)[],
): void {
  if (to - from < HAN_PAIRS) return;
  let hanPairs = 0;
  let score = 0;
  let wide = 0;
  for (let i = from; i < to; i += 1) {
    const run = runs[i] as Run;
    if (!run.narrow) wide += 1;
    else if (isMarkClass(run.left) || isMarkClass(run.right)) score += 0.5;
    else if (isWordClass(run.left) && isWordClass(run.right)) {
      score += 1;
      if (run.left === CLASS.han && run.right === CLASS.han) hanPairs += 1;
    }
  }
  if (wide > (to - from) * WIDE_SHARE) return;
  if (whole ? score < WHOLE_LINE || hanPairs < HAN_PAIRS : score < PART_OF_LINE || hanPairs < HAN_PAIRS_OF_PART) return;
  if (isNameList(text, line, runs, whole ? from : from + 1, whole ? to : to - 1)) return;

  // Of a part, the pieces of text at its ends may hold words and numerals that were not stretched.
  const start = whole ? line.start : (runs[from] as Run).end;
  const end = whole ? line.end : (runs[to - 1] as Run).start;
  const numeralsWhole = holdsPairOf(text, start, end, CLASS.digit);
  const wordsWhole = holdsPairOf(text, start, end, CLASS.latin);
  for (let i = from; i < to; i += 1) {
    const run = runs[i] as Run;
    if (run.left === CLASS.digit && run.right === CLASS.digit && numeralsWhole) continue;
    const latin = run.left === CLASS.latin && run.right === CLASS.latin && wordsWhole;
    const wider = !run.narrow && isWordClass(run.left) && isWordClass(run.right);
    verdicts[i] = latin || wider ? " " : "";
  }
}

function holdsHanPair(text: string, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i += 1) {
    if (classAfter(text, i) === CLASS.han && classBefore(text, i) === CLASS.han) return true;
  }
  return false;
}

function holdsPairOf(text: string, start: number, end: number, of: number): boolean {
  for (let i = start + 1; i < end; i += 1) {
    if (classAfter(text, i) === of && classBefore(text, i) === of) return true;
  }
  return false;
}

const SURNAMES = new Set(COMMON_SURNAMES);

/** `王 强 李 明`: single characters only, and every other one is a surname. */
function isNameList(text: string, line: Span, runs: readonly Run[], from: number, to: number): boolean {
  const surname = [true, true];
  for (let i = from; i <= to; i += 1) {
    const start = Math.max(line.start, runs[i - 1]?.end ?? line.start);
    const end = Math.min(line.end, runs[i]?.start ?? line.end);
    if (end - start !== 1 || classAfter(text, start) !== CLASS.han) return false;
    if (!SURNAMES.has(text.charAt(start))) surname[(i - from) % 2] = false;
  }
  return surname.includes(true);
}
