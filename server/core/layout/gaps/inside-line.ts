/** What a white-space run inside a visual line is, where the line was not stretched. */

import type { Span } from "../../text/text.ts";
import { restOfNumber } from "../number-across.ts";
import type { GapCause } from "../types.ts";
import { CLASS } from "./classes.ts";
import { beside, type Run, shownOf } from "./runs.ts";
import type { Separates } from "./separators.ts";

/** What a run is, and what shall stand in its place. */
export interface Verdict {
  readonly cause: GapCause;
  readonly joined: string;
}

const NEAR = 24;

/**
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
export function insideLine(text: string, span: Span, run: Run, index: number, separates: Separates): Verdict {
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

/** The run stands, without what in it has no width. */
function kept(text: string, run: Run, shown: string): Verdict {
  return shown.length === run.end - run.start || shown === text.slice(run.start, run.end)
    ? { cause: "kept", joined: shown }
    : stray(shown);
}

/** Line ends that are no line breaks of a page: vertical tab, form feed, NEL, line and paragraph separator. */
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

function splitsNumeral(text: string, span: Span, run: Run): boolean {
  const { left, right } = run;
  const { before, after } = beside(text, span, run, NEAR);
  if (left === CLASS.digit && right === CLASS.sign) return true;
  if (right === CLASS.range) return /\d[%‰℃％]?$/u.test(before) && /^[～〜]\s*[-+]?\d/u.test(after);
  if (left === CLASS.range) return /\d[%‰℃％]?\s*[～〜]$/u.test(before) && /^[-+]?\d/u.test(after);
  if (left === CLASS.digit && /^\.\s+\d/u.test(after)) return true;
  if (right === CLASS.digit && /\d\s+\.$/u.test(before)) return true;
  if (left !== CLASS.digit || right !== CLASS.digit) return false;
  return singleDigitsBefore(before) + singleDigitsAfter(after) >= 3;
}

/** `2 0 2 2 年`: digits one by one, each parted by one blank, with a unit behind the last. */
function singleDigitsBefore(before: string): number {
  const digits = /(?:^|[^\d\s.,])\s*((?:\d\s)*\d)$/u.exec(before)?.[1];
  return digits === undefined ? -NEAR : (digits.length + 1) / 2;
}

function singleDigitsAfter(after: string): number {
  const found = /^(\d(?:\s\d)*)\s?(?=[^\d\s])/u.exec(after);
  if (!found?.[1] || !restOfNumber(found[1].replace(/\s/gu, ""), after.slice(found[0].length))) return -NEAR;
  return (found[1].length + 1) / 2;
}
