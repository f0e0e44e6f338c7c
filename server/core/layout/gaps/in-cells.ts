/** What a blank is in a row of a table, in furniture or behind the number of an item: it parts cells, unless a figure goes on. */

import { restOfNumber } from "../number-across.ts";
import { CLASS } from "./classes.ts";
import { beside, type Run } from "./runs.ts";
import type { BlockText } from "./separators.ts";

/**
 * How the blanks of a block are to be read: as those of running text; as those of a row, where each may part two cells;
 * or as those of text whose first blank parts its own number from it (`5 体质健康测试通知`, `10:30-11:30 参观`).
 */
export type Reading = "text" | "cells" | "numbered";

/** How far a decision looks to either side, in UTF-16 units. */
const REACH = 16;

/** Whether the run of the index parts two cells, or a number from what it counts off. */
export function partsCells({ text, span }: BlockText, run: Run, index: number, reading: Reading): boolean {
  if (reading === "text") return false;
  if (reading === "numbered") return index === 0 && OWN_NUMBER.test(text.slice(span.start, run.start));
  if (run.right === CLASS.close || run.right === CLASS.pause || run.left === CLASS.open) return false;
  const { before, after } = beside(text, span, run, REACH);
  return !goesOn(before.trimEnd(), after.trimStart());
}

/** A number that counts off what follows it: 5, 1., （2）, 10:30-11:30, 地点：. */
const OWN_NUMBER = /^[（(]?[\d０-９一二三四五六七八九十:：.．、\-－–—～~)）]+$|^\p{Script=Han}{2,6}[：:]$/u;

/** Whether one figure or date stands on both sides of a blank: 12 个, 9月 12日, 第 3版. */
function goesOn(before: string, after: string): boolean {
  const figure = /[\d０-９]+(?:[.,．，][\d０-９]+)*[十百千万亿]*$/u.exec(before)?.[0];
  if (figure !== undefined) return restOfNumber(figure, after) !== undefined && !/^[\d０-９.,]/u.test(after);
  if (/第$/u.test(before)) return /^[\d０-９]/u.test(after);
  return /[\d０-９][年月]$/u.test(before) && /^[\d０-９]{1,2}\s*[月日号]/u.test(after);
}
