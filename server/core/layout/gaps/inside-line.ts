/** What a white-space run inside a visual line is, where the line was not stretched. */

import type { Span } from "../../text/text.ts";
import { restOfNumber } from "../number-across.ts";
import type { GapCause } from "../types.ts";
import { CLASS } from "./classes.ts";
import { beside, type Run, shownOf } from "./runs.ts";
import type { BlockText } from "./separators.ts";

/** What a run is, and what shall stand in its place. */
export interface Verdict {
  readonly cause: GapCause;
  readonly joined: string;
}

/**
 * What a run inside a visual line is; `index` is the run's among those of the block.
 * | left | right | what stands |
 * | --- | --- | --- |
 * | anything | closing mark | nothing |
 * | opening mark, ，、； | anything | nothing |
 * | Han | numeral, Latin word, `-5`, `￥5` | nothing, unless the blank parts fields |
 * | numeral, Latin word, %, ℃ | Han | nothing, unless the blank parts fields |
 * | numeral | %, ℃ | nothing |
 * | numeral, % or unit | ～ and numeral | nothing |
 * | numeral | numeral | the blank: digits are grouped, a telephone number has parts; but see {@link splitsNumeral} |
 * | anything else | | the blank: it parts names, halves of a headline, parts of a slogan |
 */
export function insideLine({ text, span, separates }: BlockText, run: Run, index: number): Verdict {
  const { left, right } = run;
  const shown = shownOf(text, run);
  if (shown === "" || endsLine(shown)) return stray(shown === "" || !joinsWords(run) ? "" : " ");
  if (right === CLASS.close || right === CLASS.pause || left === CLASS.open || left === CLASS.pause) return stray("");
  if (isBesideNumber(text, span, run))
    return separates(index) ? kept(text, run, shown) : { cause: "number", joined: "" };
  if (splitsNumeral(text, span, run)) return { cause: "inside-number", joined: "" };
  return kept(text, run, shown);
}

function stray(joined: string): Verdict {
  return { cause: "stray", joined };
}

/** The verdict on a run that stands, without those of its characters that have no width. */
function kept(text: string, run: Run, shown: string): Verdict {
  return shown.length === run.end - run.start || shown === text.slice(run.start, run.end)
    ? { cause: "kept", joined: shown }
    : stray(shown);
}

/** Whether a run holds a line end that is no line break of a page: vertical tab, form feed, NEL, U+2028, U+2029. */
function endsLine(shown: string): boolean {
  return /[\v\f\u0085\u2028\u2029]/.test(shown);
}

function joinsWords({ left, right }: Run): boolean {
  return left === CLASS.latin && right === CLASS.latin;
}

function isBesideNumber(text: string, span: Span, run: Run): boolean {
  const { left, right } = run;
  if (left === CLASS.han) {
    if (right === CLASS.digit || right === CLASS.latin) return true;
    return right === CLASS.prefix && /^\S\d/u.test(beside(text, span, run, 2).after);
  }
  if (right !== CLASS.han) return false;
  if (left === CLASS.digit || left === CLASS.latin) return true;
  return left === CLASS.sign && /\d\S$/u.test(beside(text, span, run, 2).before);
}

/** How far a decision looks to either side, in UTF-16 units. */
const REACH = 24;

/** Whether a blank cuts a numeral: before its sign, beside ～ or a decimal point, or between digits that stand one by one. */
function splitsNumeral(text: string, span: Span, run: Run): boolean {
  const { left, right } = run;
  const { before, after } = beside(text, span, run, REACH);
  if (left === CLASS.digit && right === CLASS.sign) return true;
  if (right === CLASS.range) return /\d[%‰℃％]?$/u.test(before) && /^[～〜]\s*[-+]?\d/u.test(after);
  if (left === CLASS.range) return /\d[%‰℃％]?\s*[～〜]$/u.test(before) && /^[-+]?\d/u.test(after);
  if (left === CLASS.digit && /^\.\s+\d/u.test(after)) return true;
  if (right === CLASS.digit && /\d\s+\.$/u.test(before)) return true;
  if (left !== CLASS.digit || right !== CLASS.digit) return false;
  return singleDigitsBefore(before) + singleDigitsAfter(after) >= 3;
}

/** How many digits stand one by one at the end of a text, with one blank between (`2 0 2 2`); negative where none does. */
function singleDigitsBefore(before: string): number {
  const digits = /(?:^|[^\d\s.,])\s*((?:\d\s)*\d)$/u.exec(before)?.[1];
  return digits === undefined ? -REACH : (digits.length + 1) / 2;
}

/** How many digits stand one by one at the head of a text, before a unit (`2 2 年`); negative where none does. */
function singleDigitsAfter(after: string): number {
  const found = /^(\d(?:\s\d)*)\s?(?=[^\d\s])/u.exec(after);
  if (!found?.[1] || !restOfNumber(found[1].replace(/\s/gu, ""), after.slice(found[0].length))) return -REACH;
  return (found[1].length + 1) / 2;
}
