/** What a blank is told by from the rest of the page: how numbers stand there, and which characters stand together. */

import { withoutLookalikes } from "../../tables/look-alike.ts";
import { withoutWhiteSpace } from "../../text/text.ts";
import { CLASS, classAfter, classBefore, isBlank, isLineBreak } from "./classes.ts";

/** What the blanks of a block are told by from the rest of the page. */
export interface PageHabits {
  /** See {@link setsNumbersClose}. */
  readonly numbersClose: boolean;
  /**
   * Whether the page has the two UTF-16 units beside each other twice or more, white space left out. So a fix of white
   * space never changes the answer (invariant 2), and a pair that a blank parts here is a word where it comes again.
   */
  readonly hasTwice: (pair: string) => boolean;
}

/** Of a block that stands alone. */
export const NO_HABITS: PageHabits = { numbersClose: false, hasTwice: () => false };

/** The habits of a page; pairs are counted when the first of them is asked for, which few pages do. */
export function habitsOf(page: string): PageHabits {
  let pairs: ReadonlySet<string> | undefined;
  return {
    numbersClose: setsNumbersClose(page),
    hasTwice(pair) {
      pairs ??= pairsTwiceOn(page);
      return pairs.has(pair);
    },
  };
}

function pairsTwiceOn(page: string): ReadonlySet<string> {
  const text = withoutWhiteSpace(withoutLookalikes(page));
  const once = new Set<string>();
  const twice = new Set<string>();
  for (let i = 0; i + 1 < text.length; i += 1) {
    const pair = text.slice(i, i + 2);
    if (once.has(pair)) twice.add(pair);
    else once.add(pair);
  }
  return twice;
}

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
