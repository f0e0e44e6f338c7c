/** The reason that shows an editor best why a line end is a wrap. */

import { COMMON_SURNAMES, OTHER_SURNAMES } from "../tables/surnames.ts";
import { BYLINE_BEFORE, TITLES } from "../tables/titles.ts";
import type { Localised } from "../text/locale.ts";

const NUMERAL = /[\d０-９.,．，]$/u;
const UNIT_HEAD =
  /^[\d０-９%‰℃年月日时分秒点号个只条项家户名人次亩元万亿千百吨米公里斤克度岁届期批套台辆座栋所处间款部]/u;
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
  if (NUMERAL.test(left) && UNIT_HEAD.test(right))
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
