/** What a white-space run inside a visual line is, where the line was not stretched. */

import type { Span } from "../../text/text.ts";
import { restOfNumber } from "../number-across.ts";
import type { GapCause } from "../types.ts";
import { type Stray, strayBeforeOpening, strayBetweenHan } from "./between-han.ts";
import { CLASS, type Class } from "./classes.ts";
import { strayInsideFigure } from "./inside-figure.ts";
import { beside, type Run, shownOf } from "./runs.ts";
import { type BlockText, isHeading } from "./separators.ts";

/** What a run is, and what shall stand in its place. */
export interface Verdict {
  readonly cause: GapCause;
  readonly joined: string;
  /** See `Gap.doubtful`. */
  readonly doubtful?: string;
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
 * | numeral | a mark inside a figure, and the other way round | see `inside-figure.ts` |
 * | Han | Han, opening mark | see `between-han.ts` |
 * | `·` | Han, and the other way round | nothing, but see {@link isBesideDot} |
 * | anything else | | the blank: it parts names, halves of a headline, parts of a slogan |
 */
export function insideLine(block: BlockText, run: Run, index: number): Verdict {
  const { text, span, separates } = block;
  const { left, right } = run;
  const shown = shownOf(text, run);
  if (shown === "" || endsLine(shown)) return stray(shown === "" || !joinsWords(run) ? "" : " ");
  if (right === CLASS.close || right === CLASS.pause || left === CLASS.open || left === CLASS.pause) return stray("");
  if (isBesideNumber(text, span, run))
    return separates(index) ? kept(text, run, shown) : { cause: "number", joined: "" };
  if (splitsNumeral(text, span, run)) return { cause: "inside-number", joined: "" };
  const stands = kept(text, run, shown);
  const figure = strayInsideFigure(block, run);
  if (figure === "surely") return { cause: "inside-number", joined: "" };
  if (figure === "probably") return { cause: "inside-number", joined: stands.joined, doubtful: "" };
  const words = separates(index) ? undefined : strayBetweenWords(block, run);
  if (words === "surely") return stray("");
  return words === "probably" ? { cause: "stray", joined: stands.joined, doubtful: "" } : stands;
}

/** The verdict on a run that stands whatever is beside it, but for characters that no blank is. */
export function standing(text: string, run: Run): Verdict {
  const shown = shownOf(text, run);
  return shown === "" || endsLine(shown) ? stray(shown === "" || !joinsWords(run) ? "" : " ") : kept(text, run, shown);
}

function strayBetweenWords(block: BlockText, run: Run): Stray {
  if (run.left === CLASS.han && run.right === CLASS.han) return strayBetweenHan(block, run);
  if (run.right === CLASS.open) return strayBeforeOpening(block, run);
  return isBesideDot(block, run);
}

const DOT = "·";

/**
 * Whether a blank stands beside the dot of a foreign name or a title (`列夫 · 托尔斯泰`, `沁园春 · 雪`), which brings its own
 * space. In a heading the house may set it so; where it has several, they part the items of a row.
 */
function isBesideDot({ text, span }: BlockText, run: Run): Stray {
  const { before, after } = beside(text, span, run, REACH);
  const [left, right] = [before.trimEnd(), after.trimStart()];
  const isDot = left.endsWith(DOT)
    ? /\p{Script=Han}\s*·$/u.test(left) && run.right === CLASS.han
    : right.startsWith(DOT);
  if (!isDot || !run.narrow) return undefined;
  if (right.startsWith(DOT) && (run.left !== CLASS.han || !/^·\s*\p{Script=Han}/u.test(right))) return undefined;
  if (!isHeading(text, span)) return "surely";
  return text.slice(span.start, span.end).split(DOT).length > 2 ? undefined : "probably";
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
  return isInFigure(left, before) && isInFigure(right, after) && standOneByOne(before, after);
}

/** Whether the character beside a blank is a digit or a mark between two of them. */
function isInFigure(of: Class, beside: string): boolean {
  return of === CLASS.digit || /^[.,]\s*\d|\d\s*[.,]$/u.test(beside);
}

/**
 * Whether a figure's digits and marks all stand one by one (`2 0 2 2 年`, `4 , 7 1 5 . 9 5 万元`), as in a line that was
 * stretched: three digits and more before a unit, two before a sign that stands apart, too.
 */
function standOneByOne(before: string, after: string): boolean {
  const [head, rest] = [/[\d\s.,]*$/u.exec(before)?.[0] ?? "", /^[\d\s.,]*/u.exec(after)?.[0] ?? ""];
  const figure = (head + rest).replace(/\s/gu, "");
  if (/\d\d|\d[.,]\s*\d|\d\s*[.,]\d/u.test(`${head} ${rest}`) || !/^\d+(?:,\d{3})*(?:\.\d+)?$/u.test(figure))
    return false;
  const unit = after.slice(rest.length);
  if (/^[%‰％]/u.test(unit)) return /\s$/u.test(rest);
  return figure.length >= 3 && restOfNumber(figure, unit) !== undefined;
}
