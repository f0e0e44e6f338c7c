/** Numbers that a hover explains and no list of quantities holds: 六大, 百里. */

import { match } from "../numerals/match.ts";
import { readNumeral } from "../numerals/numerals.ts";
import type { Reader } from "../types.ts";

/** 六大 as its numeral, and 百里 as a hundred 里. */
export const readVagueMeasure: Reader = ({ text }, at) => {
  const li = match(HUNDRED_LI, text, at);
  if (li && !/[一二三四五六七八九几数\d]/.test(text[at - 1] ?? "")) {
    return {
      end: li.end,
      type: "QTY",
      vague: true,
      value: { kind: "quantity", value: "100", unit: "里", dimension: "length", si: "50000 m" },
    };
  }
  const great = match(GREAT, text, at);
  const numeral = great && !/[\d第届十二三]/.test(text[at - 1] ?? "") ? readNumeral(text, at) : undefined;
  return (
    great &&
    numeral && {
      end: great.end,
      type: "QTY",
      vague: true,
      value: { kind: "quantity", value: numeral.value.digits.toString() },
    }
  );
};

const GREAT = /([二两三四五六七八九十]|\d{1,2})大(?=[\u4e00-\u9fff])(?![会学年多家小伙])/y;
const HUNDRED_LI = /百里(?![挑奚])/y;
