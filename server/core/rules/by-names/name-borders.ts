/** Whether a name that nothing recognised can stand at a place of a text, by the words beside it. */

import { ENDS_BEFORE_PERSONS } from "../../tables/characters.ts";

/** Whether words that stand before persons' names end at the offset of a text. */
export function nameMayStart(text: string, start: number): boolean {
  return BEFORE_NAME.test(text.slice(Math.max(0, start - 2), start));
}

/** Whether words that stand after names begin at the offset of a text. */
export function nameMayEnd(text: string, end: number): boolean {
  return AFTER_NAME.test(text.slice(end, end + 2));
}

/** No name has one of these where the house has another character. */
export const FUNCTION_WORD = /[的了是在和与及等着过得地不也都就将把被从对为到说]/u;
/** What stands before names: nothing, a mark, an office, a word for a person, a word that takes one. */
const BEFORE_NAME = new RegExp(`(?:^|[^\\p{Script=Han}]|[${ENDS_BEFORE_PERSONS}])$`, "u");
/** What stands after names. */
const AFTER_NAME =
  /^(?:$|[^\p{Script=Han}]|[说介告表主出在到和与及同等任率带向对从是有也就的曾正还又去来为认指强讲]|先生|女士|同志|书记|主任|教授|老师|[局部县市区镇乡村处科院校厂]长)/u;
