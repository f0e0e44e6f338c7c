/** Whether a page sets its numbers close, which tells what a blank beside one of them means. */

import { CLASS, classAfter, classBefore, isBlank, isLineBreak } from "./classes.ts";

/** On a page that sets its numbers close, at least so many stand close for each that has a blank before it. */
const CLOSE_FOR_ONE = 3;

/**
 * Whether the numbers of a page stand close to the Han character before them. An extractor that turns the typesetter's
 * gaps into blanks puts one before every number, so where most stand close the other blanks are not its work. Blanks of
 * stretched lines are not counted; the few that part fields do not outweigh a page's text.
 */
export function setsNumbersClose(page: string): boolean {
  let close = 0;
  let apart = 0;
  for (let i = 1; i < page.length; i += 1) {
    if (classAfter(page, i) !== CLASS.digit) continue;
    let from = i;
    while (from > 0 && isBlank(page.charCodeAt(from - 1)) && !isLineBreak(page.charCodeAt(from - 1))) from -= 1;
    if (classBefore(page, from) !== CLASS.han) continue;
    if (from === i) close += 1;
    else if (!isBlank(page.charCodeAt(from - 2))) apart += 1;
  }
  return close > 0 && close >= CLOSE_FOR_ONE * apart;
}
