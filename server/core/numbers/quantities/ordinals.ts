/** Ordinals: 第十二届, 第2批, 位列第一, 十三届三次会议, 一期. */

import type { QuantityValue } from "../../page/mention.ts";
import { makesOtherWord, wordsThatGoWith } from "../../tables/units.ts";
import { before } from "../../text/text.ts";
import { isWhole, numeralOf } from "../numerals/decimal.ts";
import { inName } from "../numerals/exceptions.ts";
import { match, type Numeral, readNumeral } from "../numerals/numerals.ts";
import type { Found, Reader, Scan } from "../types.ts";

/** What is counted in an order, longest first; 第2号楼 and 第3号文 are names. */
const UNITS = new RegExp(
  `(?:${wordsThatGoWith("第")
    .map(({ word }) => word)
    .join("|")})(?!家|(?<=号)[楼文公机线院馆])`,
  "y",
);
/** 第一 and its like name no place in an order before these: 第一时间, 第一书记, 第三方, 第一个 stays. */
const TERM =
  /^(?:年级|次世界|代身份证|人称|人民|方面军|产业|组织|节课|台阶|天性|条例|道路|位置|名称|季度|人民医院|届满)/;
const STANDS_ALONE = /[，。；！？、）”》…的\s]|之[列首位一]|和|$/y;

/** 第 and a numeral: with a unit anywhere, alone only where it says a place (位列全省第一). */
export const readOrdinal: Reader = ({ text }, at) => {
  if (text[at] !== "第") return undefined;
  const numeral = readNumeral(text, at + 1);
  if (!numeral || numeral.positional || numeral.range || numeral.approx) return undefined;
  if (!isWhole(numeral.value) || TERM.test(text.slice(numeral.end, numeral.end + 6))) return undefined;
  const unit = match(UNITS, text, numeral.end);
  if (numeral.magnitude > 0 && !unit) return undefined;
  const n = Number(numeralOf(numeral.value));
  if (unit && !makesOtherWord(unit.groups[0], text[unit.end])) {
    return inName(text, at, unit.end) ? undefined : ordinal(unit.end, n, unit.groups[0]);
  }
  // 第一，要… opens an enumeration; 位列全省第一， says a place.
  const alone = match(STANDS_ALONE, text, numeral.end);
  const ranked = /[\u4e00-\u9fff]$/.test(before(text, at, 1));
  return alone && ranked && !inName(text, at, numeral.end) ? ordinal(numeral.end, n) : undefined;
};

/** An ordinal without 第: 十三届, 三次 behind 届, and the 一期 of a project. */
export function readBareOrdinal(scan: Scan, at: number, numeral: Numeral): Found | undefined {
  const { text } = scan;
  if (!/[届次期]/.test(text[numeral.end] ?? "") && text[at - 1] !== "、") return undefined;
  if (numeral.approx || numeral.range || numeral.bare || numeral.positional || !isWhole(numeral.value))
    return undefined;
  const n = Number(numeralOf(numeral.value));
  const unit = text[numeral.end];
  if (inName(text, at, numeral.end + 1)) return undefined;
  const listed = /第[一二三四五六七八九十\d]{1,3}、$/.test(before(text, at, 5))
    ? match(UNITS, text, numeral.end)
    : undefined;
  if (listed) return ordinal(listed.end, n, listed.groups[0]);
  if (n === 1 && /[这那每新上下首周月年同头]$/.test(before(text, at, 1))) return undefined;
  const counted = /(?:连续|共|了|办|近|每|过)$/.test(before(text, at, 2));
  if (unit === "届" && !counted && n > 1 && n <= 200) return ordinal(numeral.end + 1, n, "届");
  const session =
    /^次(?:会议|全会|全体会议)/.test(text.slice(numeral.end, numeral.end + 5)) &&
    /(?:人大|政协|委员会|人民代表大会)$/.test(before(text, at, 6));
  if (unit === "次" && (text[at - 1] === "届" || session)) return ordinal(numeral.end + 1, n, "次");
  if (
    unit === "期" &&
    numeral.script === "han" &&
    n <= 20 &&
    !counted &&
    !/[间货望待刊盼]/.test(text[numeral.end + 1] ?? "")
  ) {
    return ordinal(numeral.end + 1, n, "期");
  }
  return undefined;
}

function ordinal(end: number, n: number, unit?: string): Found {
  const value: QuantityValue = { kind: "ordinal", n, ...(unit && { unit }) };
  return { end, type: "QTY", value };
}
