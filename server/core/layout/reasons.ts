/** The reason that shows an editor best why a line end is a wrap. */

import type { Localised } from "../locale.ts";

export type WrapReason = Localised;

const NUMERAL = /[\d０-９.,．，]$/u;
const UNIT_HEAD =
  /^[\d０-９%‰℃年月日时分秒点号个只条项家户名人次亩元万亿千百吨米公里斤克度岁届期批套台辆座栋所处间款部]/u;

/**
 * Why the line end between two lines is a wrap.
 * @param left text of the line that ends, without white space at its ends
 * @param right text of the line after it
 * @param isWord whether a pair of characters stands together elsewhere on the page
 */
export function wrapReason(left: string, right: string, isWord: (pair: string) => boolean): Localised {
  if (NUMERAL.test(left) && UNIT_HEAD.test(right))
    return { zh: "断在数与量之间", en: "it parts a number from its unit" };
  const pair = left.slice(-1) + right.slice(0, 1);
  const han = /^\p{Script=Han}{2}$/u.test(pair);
  if (han && isWord(pair)) return { zh: "断在词中", en: "it cuts a word in two" };
  if (/[，、；：]$/u.test(left)) return { zh: "断在句中的停顿处", en: "it stands at a pause inside a sentence" };
  if (/[。！？…”’）》]$/u.test(left))
    return { zh: "断在段中：行已排满，下一行又没有段首缩进", en: "the line is full and the next one has no indent" };
  return { zh: "断在句中", en: "it cuts a sentence" };
}
