/** The borders between numerals or Latin words and the Han characters beside them, where a house may set a blank. */

import type { Span } from "../../text/text.ts";
import { CLASS, type Class, classAfter, classBefore } from "./classes.ts";

/** Whether a numeral or Latin word meets a Han character between two characters of these classes. */
export function isNumberBorder(left: Class, right: Class): boolean {
  if (left === CLASS.han) return right === CLASS.digit || right === CLASS.latin;
  return right === CLASS.han && (left === CLASS.digit || left === CLASS.latin || left === CLASS.sign);
}

/** The borders of a stretch of a page, by their offsets, at which no white space stands; `gaps` are all its white space. */
export function* bareBorders(page: string, { start, end }: Span, gaps: readonly Span[]): Generator<number> {
  let done = start;
  for (const gap of [...gaps, { start: end, end }]) {
    for (let i = done + 1; i < gap.start; i += 1)
      if (isNumberBorder(classBefore(page, i), classAfter(page, i))) yield i;
    done = gap.end;
  }
}
