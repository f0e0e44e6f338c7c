/** Tells whether a word that can name a unit does so where it stands, or is another word or a part of one. */

import { type CountsAfter, countsAfter, makesOtherWord, unitNamed, wordsThatGoWith } from "../../tables/units.ts";
import { match } from "../numerals/match.ts";

/** A word that can name a unit, after a numeral in a text. Offsets are into the text. */
export interface UnitCandidate {
  readonly word: string;
  readonly text: string;
  /** Where the numeral begins. */
  readonly start: number;
  /** Where the word ends. */
  readonly end: number;
  /** The numeral as it is written, at most its first 24 characters. */
  readonly numeral: string;
}

/** Whether a word that can name a unit does so, as the numeral and the text before and after tell. */
export function isUnitHere({ word: unit, text, start, end, numeral }: UnitCandidate): boolean {
  const after = text[end] ?? "";
  if (makesOtherWord(unit, text, end)) return false;
  if (unit === "线" && /[国省县乡]道$/.test(text.slice(Math.max(0, start - 2), start))) return false;
  if (/[A-Za-z]$/.test(unit) && /[A-Za-z0-9]/.test(after)) return false;
  if (/^[\d.,\s]/.test(numeral)) return true;
  if (/^[零〇]/.test(numeral)) return false;
  const small = numeral.length === 1;
  if (!LARGE_ENOUGH[countsAfter(unit)].test(numeral)) return false;
  if (/点/.test(numeral) && !(unitNamed(unit)?.dimension || /[里度岁人]$/.test(unit))) return false;
  // 里 after a place or before the ending of a village's name is no measure: 镇里, 三里庄.
  if (unit === "里")
    return (
      !/[镇乡村县市区沟]/.test(text[start - 1] ?? "") &&
      !/[店铺村桥堡沟河坡湾屯镇营亭山庄塬坪岔墩峪埠岗洼泉寨窑墕香]/.test(after)
    );
  if (numeral === "一") {
    const measure = unit.length > 1 && unitNamed(unit)?.dimension !== undefined;
    if (!(measure || COUNTED_BY_ONE.has(unit)) || BEFORE_ONE.test(text.slice(Math.max(0, start - 1), start)))
      return false;
    if (text.startsWith(unit, end) || after === "一") return false;
  }
  if (unit === "个" && PARTY_TERM.test(text.slice(end, end + 3))) return false;
  // 三家子, 五道沟 are villages; no village's name counts with 两.
  if (small && numeral !== "两" && /[家间道棵座眼]/.test(unit) && /[子村庄沟湾寨堡坪窑岭坡渠梁]/.test(after))
    return false;
  return !(small && inParallel(text, start, end));
}

/**
 * What Chinese numerals are like that count a unit, by the size it counts after; after a smaller one its word ends a name or
 * a term (`三方`, `二级`).
 */
const LARGE_ENOUGH: Readonly<Record<CountsAfter, RegExp>> = {
  any: /^/,
  tens: /[十百千万余多]/,
  hundreds: /[百千万亿]/,
  myriads: /[百千万亿][万亿]|[百千]亿/,
  none: /(?!)/,
};

/**
 * What 一 counts, besides measures of more than one character; before any other classifier it is no number (`一种`, `一批`).
 */
const COUNTED_BY_ONE = new Set(wordsThatGoWith("一").map(({ word }) => word));

/** Before 一 these make another word of it (统一, 之一, 另一). */
const BEFORE_ONE = /[统唯之万逐单同专划合初期如不这那每某另任哪上下新前后第再]$/;

/** What terms of politics number with 个: 八个明确, 两个维护. */
const PARTY_TERM = /^(?:坚持|明确|意识|自信|维护|确立|必须|结合|有之|毫不|务必|自觉|革命|伟大|全面|现代化|服从|代表)/;

/** A second numeral with its word right after the first. */
const PAIR_AHEAD = /[一二两三四五六七八九十百千万](?![十百千万分点个次年月天])[\u4e00-\u9fff]/y;

/** Whether the words beside a numeral repeat its pattern, as in `一户一档` and `一心两翼`. */
function inParallel(text: string, start: number, end: number): boolean {
  const ahead = match(PAIR_AHEAD, text, end);
  if (ahead && !/[件名位家座台辆人]/.test(text[ahead.end - 1] ?? "")) return true;
  return (
    /[一二两三四五六七八九十][\u4e00-\u9fff]$/.test(text.slice(Math.max(0, start - 2), start)) &&
    !unitNamed(text[start - 1] ?? "") &&
    !/[年月天]/.test(text[start - 1] ?? "")
  );
}
