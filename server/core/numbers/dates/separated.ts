/** Reads dates in numerals with a sign between them: 2022-08-16, 2022/8/16, 2022.8.16. */

import type { DateProblem } from "../../page/mention.ts";
import { before } from "../../text/text.ts";
import { match } from "../numerals/match.ts";
import { LONGEST } from "./calendar.ts";
import type { Point } from "./point.ts";
import { readWeekday } from "./weekdays.ts";

/** The date of that form at an offset, unless it may be the number of a version or a document. Its month may be a problem. */
export function readSeparated(text: string, at: number): Point | undefined {
  const found = match(SEPARATED, text, at);
  if (!found || /[\d.\-/]/.test(text[at - 1] ?? "")) return undefined;
  const [, year, , month, day] = found.groups;
  const point = { end: found.end, year: Number(year), month: Number(month), day: Number(day) };
  const numbered = NUMBERED.test(before(text, at, 8)) || NUMBER_AFTER.test(text.slice(found.end, found.end + 3));
  if (point.month < 1 || point.day < 1) return undefined;
  if (point.month > 12 || point.day > 31) {
    // 2022.13.1 is no date. With a month that is one, a day beyond it (up to 39) is more likely a slip than a number.
    if (numbered || found.groups[2] === "." || point.month > 31 || point.day > 39) return undefined;
    if (point.month <= 12) return point;
    const problem: DateProblem = { kind: "month", stated: `${point.month}月`, expected: "12月" };
    return point.day > 31 ? undefined : { ...point, problem };
  }
  if (numbered && point.day > (LONGEST[point.month - 1] ?? 31)) return undefined;
  return { ...point, ...readWeekday(text, found.end) };
}

const SEPARATED = /((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?![\d\-/]|\.\d)/y;
/** Words before and after three numbers that are no date, but a version's, a document's or a part's. */
const NUMBERED =
  /(?:[号本版v码第型A-Za-z_\-/.]|文件|标准|电话|热线|账户|(?:编|文|证|批|案|刊|书|标)号[^，。；]{0,4})[:：]?\s?[（([〔]?$/iu;
const NUMBER_AFTER = /^\s?[)）\]〕]?(?:[号版型A-Za-z_]|条)/u;
