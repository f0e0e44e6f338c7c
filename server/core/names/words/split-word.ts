/** Parts words that the dictionary ties together: function words from the names beside them, bodies from their heads. */

import type { Word } from "../../page/mention.ts";
import { IS, knownAt } from "../../tables/word-classes.ts";

/**
 * The words that a word of the dictionary is made of. The dictionary guesses words of characters that it doesn't know (tag
 * `x`), and its guess may take in a function word beside a name: 使耿 is 使|耿, 明说 is 明|说. A body with its head is two
 * words: 局|局长.
 */
export function splitWord(given: Word): Word[] {
  const { word, tag } = given;
  const [, body, head] = (word.endsWith("长") && BODY_AND_HEAD.exec(word)) || [];
  if (body && head)
    return [
      { word: body, tag: "n" },
      { word: head, tag: "n" },
    ];
  if (tag !== "x") return splitPerson(given);
  const before: Word[] = [];
  const after: Word[] = [];
  let start = 0;
  let end = word.length;
  for (; end - start > 1; start += 1) {
    const own = BEFORE_NAMES.get(word[start] ?? "");
    if (!own) break;
    before.push({ word: word.slice(start, start + 1), tag: own });
  }
  for (; end - start > 1; end -= 1) {
    const own = AFTER_NAMES.get(word[end - 1] ?? "");
    if (!own) break;
    after.push({ word: word.slice(end - 1, end), tag: own });
  }
  return [...before, { word: word.slice(start, end), tag }, ...after.reverse()];
}

/** A person that everybody knows, with a word that the dictionary ties to the name: 鲁迅|文学. */
function splitPerson(given: Word): Word[] {
  const { word, tag } = given;
  const known = word.length > 4 ? knownAt(word, 0, IS.person) : 0;
  if (known < 3 || known > word.length - 2) return [given];
  return [
    { word: word.slice(0, known), tag: "nr" },
    { word: word.slice(known), tag },
  ];
}

/** A body and its head that the dictionary has as one word: 局|局长, 大学|校长. */
const BODY_AND_HEAD = /^(.*[学院局厅部处署台馆站所])(副?[校院局厅部处署台馆站所]长)$/u;

/** By character, the tags of function words before a name; those that are surnames too (于, 曾, 向) are left out. */
const BEFORE_NAMES = tagsByCharacter({
  v: "使让叫请是有到来去说",
  p: "给把被对由从跟在至比据以因",
  c: "与但而及或且",
  d: "却又也还都已就才不最更",
  u: "的得了",
});
/** By character, the tags of function words after a name. */
const AFTER_NAMES = tagsByCharacter({
  v: "说是有",
  p: "在把被对向从至由以",
  c: "和与",
  d: "也还都又将曾已就便则",
  u: "的了等着过",
});

function tagsByCharacter(characters: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(characters).flatMap(([tag, chars]) => [...chars].map((char) => [char, tag] as const)));
}
