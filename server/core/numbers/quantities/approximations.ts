/** The words before and after a number that make it vaguer or a bound: 约, 近, 不足; 以上, 左右. */

import { before } from "../../text/text.ts";
import { match } from "../numerals/match.ts";

/** How the words before an offset qualify the number there: one of the names in the table below; undefined where none do. */
export function approxBefore(text: string, at: number): string | undefined {
  const words = before(text, at, 4);
  return WORDS_BEFORE.find(([pattern]) => pattern.test(words))?.[1];
}

const WORDS_BEFORE: readonly (readonly [pattern: RegExp, approx: string])[] = [
  [/(?:不超过|不高于|不多于|最多|至多)$/, "at_most"],
  [/(?:至少|不少于|不低于|不小于)$/, "at_least"],
  [/(?:突破|超过|超出|超|逾|不止|多于|高于|大于)了?$/, "over"],
  [/(?:约为|大约|约|大概|大致)$/, "about"],
  [/(?:接近|将近|近)$/, "nearly"],
  [/(?:不足|不到|不满|低于|少于|小于)$/, "under"],
];

/** A word after a number that qualifies it, and where it ends. */
export interface Postposition {
  readonly end: number;
  readonly approx: string;
}

/** The postposition at an offset (以上, 之内, 左右). */
export function readPostposition(text: string, at: number): Postposition | undefined {
  const found = match(POSTPOSITION, text, at);
  return found && { end: found.end, approx: POSTPOSITIONS[found.groups[1] ?? found.groups[2] ?? ""] ?? "about" };
}

const POSTPOSITION = /(?:及|（含）|\(含\))?(以上|以下)|(以内|之内|左右|上下|开外)/y;
const POSTPOSITIONS: Readonly<Record<string, string>> = {
  以上: "at_least",
  开外: "at_least",
  以下: "at_most",
  以内: "at_most",
  之内: "at_most",
  左右: "about",
  上下: "about",
};
