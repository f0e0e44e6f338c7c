/** Reads ordinals: 第十二届, 第2批, 位列第一, 十三届三次会议, 一期. */

import type { QuantityValue } from "../../page/mention.ts";
import { makesOtherWord, wordsThatGoWith } from "../../tables/units.ts";
import { before } from "../../text/text.ts";
import { isWhole, numeralOf } from "../numerals/decimal.ts";
import { match } from "../numerals/match.ts";
import { type Numeral, readNumeral } from "../numerals/numerals.ts";
import { inQuotedName } from "../numerals/uncounted.ts";
import type { Expression, Reader, Scan } from "../types.ts";

/** Words that an order counts, the longest first. 第2号楼 and 第3号文 are names. */
const UNITS = new RegExp(
  `(?:${wordsThatGoWith("第")
    .map(({ word }) => word)
    .join("|")})(?!家|(?<=号)[楼文公机线院馆])`,
  "y",
);
/** Before these 第 and a numeral are a part of a term, and no place in an order: 第三产业, 第二次世界大战. */
const TERM =
  /^(?:年级|次世界|代身份证|人称|人民|方面军|产业|组织|节课|台阶|天性|条例|道路|位置|名称|季度|人民医院|届满)/;
/** What follows an ordinal that stands alone. */
const STANDS_ALONE = /[，。；！？、）”》…的\s]|之[列首位一]|和|$/y;

/** 第 and a numeral, with a unit or, where a Han character before it says a place, alone (位列全省第一). */
export const readOrdinal: Reader = ({ text }, at) => {
  if (text[at] !== "第") return undefined;
  const numeral = readNumeral(text, at + 1);
  if (!numeral || numeral.positional || numeral.range || numeral.approx) return undefined;
  if (!isWhole(numeral.value) || TERM.test(text.slice(numeral.end, numeral.end + 6))) return undefined;
  const unit = match(UNITS, text, numeral.end);
  if (numeral.magnitude > 0 && !unit) return undefined;
  const n = Number(numeralOf(numeral.value));
  if (unit && !makesOtherWord(unit.groups[0], text, unit.end)) {
    return inQuotedName(text, at, unit.end) ? undefined : ordinal(unit.end, n, unit.groups[0]);
  }
  // 第一，要… opens an enumeration, 位列全省第一， says a place.
  const alone = match(STANDS_ALONE, text, numeral.end);
  const ranked = /[\u4e00-\u9fff]$/.test(before(text, at, 1));
  return alone && ranked && !inQuotedName(text, at, numeral.end) ? ordinal(numeral.end, n) : undefined;
};

/** The ordinal without 第 that the numeral at an offset begins: 十三届, 三次 after 届, 一期 of a project, 三批 of 第二、三批. */
export function readBareOrdinal(scan: Scan, at: number, numeral: Numeral): Expression | undefined {
  const { text } = scan;
  if (!/[届次期]/.test(text[numeral.end] ?? "") && text[at - 1] !== "、") return undefined;
  if (numeral.approx || numeral.range || numeral.bare || numeral.positional || !isWhole(numeral.value))
    return undefined;
  const n = Number(numeralOf(numeral.value));
  const unit = text[numeral.end];
  if (inQuotedName(text, at, numeral.end + 1)) return undefined;
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

function ordinal(end: number, n: number, unit?: string): Expression {
  const value: QuantityValue = { kind: "ordinal", n, ...(unit && { unit }) };
  return { end, type: "QTY", value };
}
