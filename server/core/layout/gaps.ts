/** What each white-space run inside a block is: a wrap, a typesetter's gap, or a blank that means something. */

import type { Span } from "../text/text.ts";
import { addressBefore, addressKind } from "./addresses.ts";
import { CLASS } from "./gaps/classes.ts";
import { NO_HABITS, type PageHabits } from "./gaps/habit.ts";
import { partsCells, type Reading } from "./gaps/in-cells.ts";
import { insideLine, standing, type Verdict } from "./gaps/inside-line.ts";
import { stretchedVerdicts } from "./gaps/justified.ts";
import { atLineEnd } from "./gaps/line-ends.ts";
import { type Run, runsOf } from "./gaps/runs.ts";
import { isHeading, separatorsOf } from "./gaps/separators.ts";
import type { Gap } from "./types.ts";

/**
 * Classifies every white-space run of `span` (a block, page offsets, no white space at its ends). What is returned
 * covers each run once, in order. The evidence is the visual line and the block, and of the rest of the page two things
 * (see `gaps/habit.ts`): whether its numbers stand close, for where they do, a blank beside a number in a heading, a
 * caption or a folio was set there, and stays; and whether the characters beside a blank stand together elsewhere.
 *
 * The text that results is a fixed point: classified again, it has nothing to repair (invariant 2). A blank may look
 * stray only once its neighbours are gone, so what is left is judged again on the joined text.
 */
export function classifyGaps(
  page: string,
  span: Span,
  habits: PageHabits = NO_HABITS,
  reading: Reading = "text",
): Gap[] {
  const runs = runsOf(page, span);
  if (runs.length === 0) return [];
  const verdicts = steadyVerdicts(page, span, runs, { habits, reading });
  return runs.map(({ start, end, breaks }, i) => {
    const { cause, joined, doubtful } = verdicts[i] as Verdict;
    const gap = { start, end, cause: breaks ? "wrap" : cause, joined };
    // Whether a line end goes is one question, whether the blank in its place goes another, and that is asked of the fixed page.
    return doubtful === undefined || breaks ? gap : { ...gap, doubtful };
  });
}

/** What a block's blanks are judged by besides the block. */
interface Context {
  readonly habits: PageHabits;
  readonly reading: Reading;
}

/** Rounds after which blanks that still change one another would be let stand; text has needed two at the most. */
const ROUNDS = 8;

/** The verdicts on a block's runs; those of blanks that stay hold on the joined text, too. */
function steadyVerdicts(text: string, span: Span, runs: readonly Run[], context: Context): Verdict[] {
  const verdicts = verdictsOn(text, span, runs, context);
  for (let round = 0; round < ROUNDS; round += 1) {
    const left: number[] = [];
    const parts: string[] = [];
    let done = span.start;
    runs.forEach((run, i) => {
      const { joined } = verdicts[i] as Verdict;
      if (joined !== "") left.push(i);
      parts.push(text.slice(done, run.start), joined);
      done = run.end;
    });
    if (left.length === 0) break;
    parts.push(text.slice(done, span.end));
    const joined = parts.join("");
    const whole = { start: 0, end: joined.length };
    let changed = false;
    verdictsOn(joined, whole, runsOf(joined, whole), context).forEach((verdict, k) => {
      const i = left[k] as number;
      const before = verdicts[i] as Verdict;
      if (verdict.joined === before.joined && verdict.doubtful === before.doubtful) return;
      // What is left of a blank stands; that there is less of it has the cause found first.
      verdicts[i] = verdict.cause === "kept" ? { ...verdict, cause: before.cause } : verdict;
      changed = true;
    });
    if (!changed) break;
  }
  return verdicts;
}

/** One verdict for each run, from the text as it stands. */
function verdictsOn(text: string, span: Span, runs: readonly Run[], { habits, reading }: Context): Verdict[] {
  const separates = separatorsOf(text, span, runs);
  const block = { text, span, separates, habits };
  const blanksStand = habits.numbersClose && isHeading(text, span);
  const stretched = reading === "cells" ? [] : stretchedVerdicts(text, span, runs);
  return runs.map((run, i) => {
    if (run.breaks) return { cause: "wrap", joined: atLineEnd(block, run, i) };
    if (endsAddress(text, span, run)) return standing(text, run);
    const joined = stretched[i];
    if (joined === undefined && partsCells(block, run, i, reading)) return standing(text, run);
    if (joined === undefined) return insideLine(blanksStand ? { ...block, separates: ALWAYS } : block, run, i);
    const shown = run.right !== CLASS.close && run.right !== CLASS.pause && separates(i) ? " " : joined;
    return { cause: shown === text.slice(run.start, run.end) ? "kept" : "justified", joined: shown };
  });
}

/**
 * Whether a blank stands after an address of the web or of mail. It may end the address or cut it: only who knows the
 * address can tell, so it stands, but before a mark, which ends the address as well.
 */
function endsAddress(text: string, span: Span, { start, right }: Run): boolean {
  if (right === CLASS.close || right === CLASS.pause) return false;
  return addressKind(addressBefore(text, span.start, start)) !== undefined;
}

const ALWAYS = (): boolean => true;
