/** The reason that shows an editor best why a line end is a wrap. */

import { COMMON_SURNAMES, OTHER_SURNAMES } from "../tables/surnames.ts";
import { BYLINE_BEFORE, TITLES } from "../tables/titles.ts";
import type { Localised } from "../text/locale.ts";
import { withoutWhiteSpace } from "../text/text.ts";
import { restOfNumber } from "./number-across.ts";

const FIGURE = /[\d０-９]+(?:[.,．，][\d０-９]+)*[.,]?[十百千万亿]*$/u;
const HAN_PAIR = /^\p{Script=Han}{2}$/u;

/** An office or calling, then a surname, then perhaps the first of two given characters: a name has begun. */
const NAME_BEGUN = new RegExp(
  `(?:${[...TITLES, ...BYLINE_BEFORE].filter((word) => word.length > 1).join("|")})\\s*[${COMMON_SURNAMES}${OTHER_SURNAMES}]\\p{Script=Han}?$`,
  "u",
);

/**
 * Why the line end between two lines is a wrap.
 * @param left end of the line, without white space behind it
 * @param right head of the line after it
 * @param isWord whether a pair of characters stands together elsewhere on the page
 */
export function wrapReason(left: string, right: string, isWord: (pair: string) => boolean): Localised {
  // A stretched line has blanks between its digits too.
  const figure = FIGURE.exec(withoutWhiteSpace(left))?.[0];
  if (figure && restOfNumber(figure, withoutWhiteSpace(right)))
    return { zh: "断在数与量之间", en: "it parts a number from its unit" };
  const pair = left.slice(-1) + right.slice(0, 1);
  if (HAN_PAIR.test(pair)) {
    if (NAME_BEGUN.test(left)) return { zh: "断在人名之间", en: "it cuts a person's name in two" };
    if (isWord(pair)) return { zh: "断在词中", en: "it cuts a word in two" };
  }
  if (/[，、；：]$/u.test(left)) return { zh: "断在句中的停顿处", en: "it stands at a pause inside a sentence" };
  if (/[。！？…”’）》]$/u.test(left)) {
    return { zh: "断在段中：行已排满，下一行又没有段首缩进", en: "the line is full and the next one has no indent" };
  }
  return { zh: "断在句中", en: "it cuts a sentence" };
}
