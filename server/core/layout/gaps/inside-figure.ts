/** A blank that stands at a mark inside a figure: a decimal point, groups of thousands, a time, a span, a document's number. */

import { restOfNumber } from "../number-across.ts";
import type { Stray } from "./between-han.ts";
import { beside, type Run } from "./runs.ts";
import type { BlockText } from "./separators.ts";

/** How far a figure is looked for to either side, in UTF-16 units. */
const REACH = 24;

/** Whether a blank cuts a figure at a mark that belongs to it. It stands at the mark: `12. 5%`, `15 :00`, `2021 — 2025年`. */
export function strayInsideFigure({ text, span }: BlockText, run: Run): Stray {
  const { before, after } = beside(text, span, run, REACH);
  if (/[\r\n]/.test(before.slice(-1) + after.slice(0, 1))) return undefined;
  // Other blanks of the figure are judged by themselves, each as if the others were gone.
  const left = before.replace(/\s+/gu, "");
  const right = after.replace(/\s+/gu, "");
  if (!/[\d:：.,—–〕\])）年月日时点]$/u.test(left) || !/^[\d:.,—–]/u.test(right)) return undefined;
  return (
    atGroup(left, right) ??
    atPoint(left, right) ??
    atColon(before, after) ??
    atDash(left, right) ??
    atNumber(left, right)
  );
}

/** A whole part of one to three digits, and groups of three after it, up to the blank. */
const GROUPS = /(?:^|[^\d.,])([1-9]\d{0,2}(?:,\d{3})*),?$/u;
const NEXT_GROUPS = /^,?(\d{3}(?:,\d{3})*(?:\.\d+)?)(?!\d)/u;

/** `1, 234, 567元`; without a unit it may be a list of figures. */
function atGroup(left: string, right: string): Stray {
  const [groups, next] = [GROUPS.exec(left)?.[1], NEXT_GROUPS.exec(right)];
  if (!groups || !next || left.endsWith(",") === right.startsWith(",")) return undefined;
  return hasUnit(next[1] ?? "", right.slice(next[0].length)) ? "surely" : "probably";
}

const DATE_BEFORE = /(?:^|\D)(?:19|20)\d{2}\.(?:\d{1,2}\.?)?$/u;
const DATE_AFTER = /^\.?\d{1,2}(?!\d)/u;
const WHOLE_PART = /(^|[^\d.,])\d+\.?$/u;
const FRACTION = /^\.?(\d+)(?![\d.])/u;

/** `12. 5%`, but not `1. 5月`, the number of an item; a date in figures, `2022. 8. 17`. */
function atPoint(left: string, right: string): Stray {
  if (left.endsWith(".") === right.startsWith(".")) return undefined;
  if (DATE_BEFORE.test(left) && DATE_AFTER.test(right)) return "surely";
  const [whole, fraction] = [WHOLE_PART.exec(left), FRACTION.exec(right)];
  if (!whole || !fraction) return undefined;
  const rest = right.slice(fraction[0].length);
  if (/^[年月日号时点]/u.test(rest)) return undefined;
  const isMeasured = hasUnit(fraction[1] ?? "", rest);
  if (/[\p{Script=Han}￥¥$+-]/u.test(whole[1] ?? "") && !/[第表图例注条款项章节题]/u.test(whole[1] ?? ""))
    return isMeasured ? "surely" : "probably";
  return isMeasured ? "probably" : undefined;
}

/** A time with a blank on one side of its colon; with one on both it is a score or a ratio as often. */
const HOUR = /(?:^|[^\d:：.表图例注第比])(?:[01]?\d|2[0-4])([:：]?)$/u;
const MINUTE = /^[:：]?[0-5]\d(?!\d)/u;

function atColon(before: string, after: string): Stray {
  const [hour, minute] = [HOUR.exec(before), MINUTE.exec(after)];
  if (!hour || !minute || (hour[1] !== "") === /^[:：]/u.test(after)) return undefined;
  return hasUnit("", after.slice(minute[0].length)) ? undefined : "surely";
}

/** A span of years, or of figures that a unit follows; without one a dash may stand for a figure that is missing. */
function atDash(left: string, right: string): Stray {
  const [first, last] = [/(\d+|[年月日时点])[—–]?$/u.exec(left), /^[—–]?(\d+)/u.exec(right)];
  if (!first || !last || /[—–]$/u.test(left) === /^[—–]/u.test(right)) return undefined;
  const isYear = (figure = ""): boolean => /^(?:19|20)\d{2}$/u.test(figure);
  if (isYear(first[1]) && isYear(last[1])) return "surely";
  return hasUnit(last[1] ?? "", right.slice(last[0].length)) ? "surely" : undefined;
}

/** `国发〔2022〕 5号`. */
function atNumber(left: string, right: string): Stray {
  return /[〔[(（](?:19|20)\d{2}[〕\])）]$/u.test(left) && /^\d+号/u.test(right) ? "surely" : undefined;
}

/** Whether a unit or a sign follows the figure. */
function hasUnit(figure: string, rest: string): boolean {
  return /^[%‰℃％]/u.test(rest) || restOfNumber(figure || "1", rest) !== undefined;
}
