/** What keeps a numeral from counting: identifiers, slogans, idioms, and units that begin another word. */

import { NUMERAL_WORDS } from "../../tables/numeral-words.ts";
import { type CountsAfter, countsAfter, makesOtherWord, unitNamed, wordsThatGoWith } from "../../tables/units.ts";
import { isDigit, match } from "./numerals.ts";

const WORDS = byOpening(NUMERAL_WORDS);

/** Where the word ends that begins at an offset with a numeral and counts nothing; undefined where none does. */
export function numeralWordEnd(text: string, at: number): number | undefined {
  const word = WORDS.get(text.slice(at, at + 2))?.find((candidate) => text.startsWith(candidate, at));
  return word ? at + word.length : undefined;
}

/** Whether digits at an offset belong to an identifier: `G209`, `K1+200`, `1.2.3`, `PM2.5`. */
export function inIdentifier(text: string, at: number): boolean {
  if (!isDigit(text.charCodeAt(at))) return false;
  const before = text[at - 1] ?? "";
  if (/[A-Za-z_#@]/.test(before)) return true;
  if (before === "+") return /[A-Za-z]\d{1,4}\+$/.test(text.slice(Math.max(0, at - 6), at));
  if (before === "." || before === "/" || before === "-")
    return isDigit(text.charCodeAt(at - 2)) || /[A-Za-z]/.test(text[at - 2] ?? "");
  return isDigit(before.charCodeAt(0));
}

/**
 * Whether the span stands in a short quotation or in a book title, where a Chinese numeral is part of a name
 * (`“三张网”`, `《三国演义》`).
 */
export function inName(text: string, start: number, end: number): boolean {
  return enclosed(text, start, end, "“", "”", 10) || enclosed(text, start, end, "《", "》", 24);
}

function enclosed(text: string, start: number, end: number, open: string, close: string, longest: number): boolean {
  const before = text.slice(Math.max(0, start - longest), start);
  const opens = before.lastIndexOf(open);
  if (opens < 0 || before.includes(close, opens)) return false;
  const after = text.slice(end, end + longest);
  const closes = after.indexOf(close);
  return closes >= 0 && before.length - opens - 1 + (end - start) + closes <= longest;
}

/** What Chinese numerals of each size look like; after a smaller one the unit ends a name or a term (`三方`, `二级`, `四大`). */
const LARGE_ENOUGH: Readonly<Record<CountsAfter, RegExp>> = {
  any: /^/,
  tens: /[十百千万余多]/,
  hundreds: /[百千万亿]/,
  myriads: /[百千万亿][万亿]|[百千]亿/,
  none: /(?!)/,
};

/** What 一 counts, besides measures of more than one character; before any other classifier it means no number (`一种`, `一批`, `一个`). */
const COUNTED_BY_ONE = new Set(wordsThatGoWith("一").map(({ word }) => word));

const BEFORE_ONE = /[统唯之万逐单同专划合初期如不这那每某另任哪上下新前后第再]$/;

/** Whether the word that names a unit does so here, behind a numeral of this script and with this text before and after. */
export function unitStands(unit: string, text: string, end: number, start: number, numeral: string): boolean {
  const after = text[end] ?? "";
  if (makesOtherWord(unit, after)) return false;
  if (unit === "线" && /[国省县乡]道$/.test(text.slice(Math.max(0, start - 2), start))) return false;
  if (/[A-Za-z]$/.test(unit) && /[A-Za-z0-9]/.test(after)) return false;
  if (/^[\d.,\s]/.test(numeral)) return true;
  if (/^[零〇]/.test(numeral)) return false;
  const small = numeral.length === 1;
  if (!LARGE_ENOUGH[countsAfter(unit)].test(numeral)) return false;
  if (/点/.test(numeral) && !(unitNamed(unit)?.dimension || /[里度岁人]$/.test(unit))) return false;
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

/** What is numbered in terms of politics: 八个明确, 两个维护. */
const PARTY_TERM = /^(?:坚持|明确|意识|自信|维护|确立|必须|结合|有之|毫不|务必|自觉|革命|伟大|全面|现代化|服从|代表)/;

const PAIR_AHEAD = /[一二两三四五六七八九十百千万](?![十百千万分点个次年月天])[\u4e00-\u9fff]/y;

/** Whether numerals go hand in hand, as in `一户一档` and `一心两翼`. */
function inParallel(text: string, start: number, end: number): boolean {
  const ahead = match(PAIR_AHEAD, text, end);
  if (ahead && !/[件名位家座台辆人]/.test(text[ahead.end - 1] ?? "")) return true;
  return (
    /[一二两三四五六七八九十][\u4e00-\u9fff]$/.test(text.slice(Math.max(0, start - 2), start)) &&
    !unitNamed(text[start - 1] ?? "") &&
    !/[年月天]/.test(text[start - 1] ?? "")
  );
}

/** Words by their first two characters, the longest first; none is shorter. */
function byOpening(words: readonly string[]): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const word of words) index.set(word.slice(0, 2), [...(index.get(word.slice(0, 2)) ?? []), word]);
  for (const list of index.values()) list.sort((a, b) => b.length - a.length);
  return index;
}
