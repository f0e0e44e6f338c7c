/** What each white-space run inside a block is: a wrap, a typesetter's gap, or a blank that means something. */

import type { Span } from "../text/text.ts";
import { CLASS } from "./gaps/classes.ts";
import { insideLine, type Verdict } from "./gaps/inside-line.ts";
import { stretched } from "./gaps/justified.ts";
import { atLineEnd } from "./gaps/line-ends.ts";
import { type Run, runsOf } from "./gaps/runs.ts";
import { isHeading, separatorsOf } from "./gaps/separators.ts";
import type { Gap } from "./types.ts";

/**
 * Classifies every white-space run of `span` (a block, page offsets, no white space at its ends). What is returned
 * covers each run once, in order. The evidence is the visual line and the block, and of the rest of the page only
 * whether its numbers stand close (`close`, see `gaps/habit.ts`): where they do, a blank beside a number in a heading,
 * a caption or a folio was set there, and stays.
 *
 * The text that results is a fixed point: classified again, it has nothing to repair (promise 2). A blank that looks
 * stray only once its neighbours have gone is therefore judged again on the joined text.
 */
export function classifyGaps(page: string, span: Span, close = false): Gap[] {
  const runs = runsOf(page, span);
  if (runs.length === 0) return [];
  const verdicts = settle(page, span, runs, close, judge(page, span, runs, close));
  return runs.map(({ start, end, breaks }, i) => {
    const { cause, joined } = verdicts[i] as Verdict;
    return { start, end, cause: breaks ? "wrap" : cause, joined };
  });
}

/** One verdict for each run, made on the text as it stands. */
function judge(text: string, span: Span, runs: readonly Run[], close: boolean): Verdict[] {
  const separates = separatorsOf(text, span, runs);
  const stands = close && isHeading(text, span);
  const inStretched = stretched(text, span, runs);
  return runs.map((run, i) => {
    if (run.breaks) return { cause: "wrap", joined: atLineEnd(text, span, run, i, separates) };
    const joined = inStretched[i];
    if (joined === undefined) return insideLine(text, span, run, i, stands ? ALWAYS : separates);
    const shown = run.right !== CLASS.close && run.right !== CLASS.pause && separates(i) ? " " : joined;
    return { cause: shown === text.slice(run.start, run.end) ? "kept" : "justified", joined: shown };
  });
}

const ALWAYS = (): boolean => true;

/** Rounds after which blanks that still change one another would be let stand; text has needed two at the most. */
const ROUNDS = 8;

/** Judges what is left on the joined text again, until nothing changes. */
function settle(text: string, span: Span, runs: readonly Run[], close: boolean, first: Verdict[]): Verdict[] {
  const verdicts = first;
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
    judge(joined, whole, runsOf(joined, whole), close).forEach((verdict, k) => {
      const i = left[k] as number;
      if (verdict.joined === (verdicts[i] as Verdict).joined) return;
      verdicts[i] = verdict;
      changed = true;
    });
    if (!changed) break;
  }
  return verdicts;
}
