/** Says in an editor's words why a line end is a wrap. */

import { oneOf, ROLES } from "../tables/newsroom.ts";
import { ANY_SURNAME } from "../tables/surnames.ts";
import { TITLES } from "../tables/titles.ts";
import type { Localised } from "../text/locale.ts";
import { withoutWhiteSpace } from "../text/text.ts";
import { addressAcross } from "./addresses.ts";
import { restOfNumber } from "./number-across.ts";

/**
 * Why the line end between two lines is a wrap.
 * @param left the end of the line, without white space after it
 * @param right the head of the next line
 * @param isWord whether a pair of characters stands together elsewhere on the page
 */
export function wrapReason(left: string, right: string, isWord: (pair: string) => boolean): Localised {
  const address = addressAcross(left, right);
  if (address === "web") return { zh: "断在网址中", en: "it cuts a web address" };
  if (address === "mail") return { zh: "断在邮箱地址中", en: "it cuts an e-mail address" };
  return reasonNear(left.slice(-REACH), right.slice(0, REACH), isWord);
}

/** All but an address is looked for in so many UTF-16 units before and after a line end. */
const REACH = 12;

function reasonNear(left: string, right: string, isWord: (pair: string) => boolean): Localised {
  // A stretched line has blanks between its digits, too.
  const figure = FIGURE.exec(withoutWhiteSpace(left))?.[0];
  if (figure && restOfNumber(figure, withoutWhiteSpace(right)))
    return { zh: "断在数与量之间", en: "it parts a number from its unit" };
  const pair = left.slice(-1) + right.slice(0, 1);
  if (HAN_PAIR.test(pair)) {
    if (SURNAME_AT_END.test(left) && NAME_BEGUN.test(left))
      return { zh: "断在人名中", en: "it cuts a person's name in two" };
    if (isWord(pair)) return { zh: "断在词中", en: "it cuts a word in two" };
  }
  if (/[，、；：]$/u.test(left)) return { zh: "断在句中的停顿处", en: "it stands at a pause inside a sentence" };
  if (/[。！？…”’）》]$/u.test(left)) {
    return { zh: "断在段中：行已排满，下一行又没有段首缩进", en: "the line is full and the next one has no indent" };
  }
  return { zh: "断在句中", en: "it cuts a sentence" };
}

/** The figure that a line ends in, with its magnitudes. */
const FIGURE = /[\d０-９]+(?:[.,．，][\d０-９]+)*[.,]?[十百千万亿]*$/u;
const HAN_PAIR = /^\p{Script=Han}{2}$/u;

const OFFICES = [...TITLES, ...ROLES.before].filter((word) => word.length > 1);
/** What every name that has begun ends with; most lines don't, and their offices need not be looked for. */
const SURNAME_AT_END = new RegExp(`${ANY_SURNAME}\\p{Script=Han}?$`, "u");
/** A name has begun: an office or calling, a surname, and perhaps the first of two given characters. */
const NAME_BEGUN = new RegExp(`${oneOf(OFFICES)}\\s*${ANY_SURNAME}\\p{Script=Han}?$`, "u");
