/** Finds the lines that were stretched to the measure with a blank between all their characters. */

import { COMMON_SURNAMES } from "../../tables/surnames.ts";
import type { Span } from "../../text/text.ts";
import { CLASS, type Class, classAfter, classBefore, isMarkClass, isWordClass } from "./classes.ts";
import type { Run } from "./runs.ts";

/** A stretched line has so many blanks, those beside marks counted half, and so many of them between two Han characters. */
const WHOLE_LINE = 5;
const HAN_PAIRS = 2;
/** A stretched part of a line has more than any list or padded title has. */
const PART_OF_LINE = 9;
const HAN_PAIRS_OF_PART = 4;
/** Share of the blanks that may be wider than one; in padded lists most are. */
const WIDE_SHARE = 0.25;

/**
 * For each run of a block what shall stand in its place if its line was stretched; `undefined` if it was not. In a
 * stretched visual line no two Han characters stand together. A page that was joined by hand may hold such a line inside
 * a longer one, so a long enough part of a line counts, too.
 */
export function stretchedVerdicts(text: string, span: Span, runs: readonly Run[]): (string | undefined)[] {
  const verdicts: (string | undefined)[] = new Array(runs.length).fill(undefined);
  let first = 0;
  for (let i = 0; i <= runs.length; i += 1) {
    if (i < runs.length && !(runs[i] as Run).breaks) continue;
    const start = first > 0 ? (runs[first - 1] as Run).end : span.start;
    const end = i < runs.length ? (runs[i] as Run).start : span.end;
    if (i - first >= HAN_PAIRS + 1) judgeLine({ text, start, end, runs, first, last: i - 1, verdicts });
    first = i + 1;
  }
  return verdicts;
}

/** One visual line of a block: its span, and its runs `first`…`last` among those of the block. */
interface LineOfRuns extends Span {
  readonly text: string;
  readonly runs: readonly Run[];
  readonly first: number;
  readonly last: number;
  /** What was found, for each run of the block. */
  readonly verdicts: (string | undefined)[];
}

function judgeLine(line: LineOfRuns): void {
  const { text, runs, first, last } = line;
  let from = first;
  let whole = true;
  for (let i = first; i <= last + 1; i += 1) {
    const start = i > first ? (runs[i - 1] as Run).end : line.start;
    const end = i <= last ? (runs[i] as Run).start : line.end;
    if (holdsPairOf(text, start, end, CLASS.han)) {
      // Its first or last character may be the end of the stretched part, so the runs beside it belong to that part.
      whole = false;
      judgePart(line, from, i, false);
      from = i;
    }
  }
  judgePart(line, from, last + 1, whole);
}

/** Judges the runs `from`…`to - 1` of a line; `whole`: they are all the line has. */
function judgePart(line: LineOfRuns, from: number, to: number, whole: boolean): void {
  if (to - from < HAN_PAIRS || !isStretched(line, from, to, whole)) return;
  const { text, runs, verdicts } = line;
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

function isStretched(line: LineOfRuns, from: number, to: number, whole: boolean): boolean {
  let hanPairs = 0;
  let score = 0;
  let wide = 0;
  for (let i = from; i < to; i += 1) {
    const run = line.runs[i] as Run;
    if (!run.narrow) wide += 1;
    else if (isMarkClass(run.left) || isMarkClass(run.right)) score += 0.5;
    else if (isWordClass(run.left) && isWordClass(run.right)) {
      score += 1;
      if (run.left === CLASS.han && run.right === CLASS.han) hanPairs += 1;
    }
  }
  if (wide > (to - from) * WIDE_SHARE) return false;
  if (score < (whole ? WHOLE_LINE : PART_OF_LINE)) return false;
  if (hanPairs < (whole ? HAN_PAIRS : HAN_PAIRS_OF_PART)) return false;
  return !isNameList(line, whole ? from : from + 1, whole ? to : to - 1);
}

/** Whether two characters of the class stand together in a text. */
function holdsPairOf(text: string, start: number, end: number, of: Class): boolean {
  for (let i = start + 1; i < end; i += 1) {
    if (classAfter(text, i) === of && classBefore(text, i) === of) return true;
  }
  return false;
}

const SURNAMES = new Set(COMMON_SURNAMES);

/** `王 强 李 明`: single characters only, and every other one is a surname. */
function isNameList({ text, start, end, runs }: LineOfRuns, from: number, to: number): boolean {
  const surname = [true, true];
  for (let i = from; i <= to; i += 1) {
    const pieceStart = Math.max(start, runs[i - 1]?.end ?? start);
    const pieceEnd = Math.min(end, runs[i]?.start ?? end);
    if (pieceEnd - pieceStart !== 1 || classAfter(text, pieceStart) !== CLASS.han) return false;
    if (!SURNAMES.has(text.charAt(pieceStart))) surname[(i - from) % 2] = false;
  }
  return surname.includes(true);
}
