/** Reads years as a text states them: 2022年, 二〇二二年, 22年春节, 公元前221年, 去年, 次年. */

import { before } from "../../text/text.ts";
import { type Match, match } from "../numerals/match.ts";
import type { Point } from "./point.ts";

/** Years with their 年, and what makes an age or a duration of them (1990年代, 2000年历史). */
const STATED_YEAR =
  /(?:公元)?([12]\d{3}(?=年|(?:财政|会计)年度)|[一二][〇零一二三四五六七八九]{3})(?:财政|会计)?年(?:度(?!假))?(?![级龄轻代]|的?历史|文明|古)/y;
const ANCIENT_YEAR = /公元(前)?(\d{1,4})年/y;
const SHORT_YEAR = /(\d{2})年(?=\d{1,2}月)/y;
/** Two digits with 年 before what only a year has: 22年春节, 98年洪水, 22年底. Words for a length of time before them make one. */
const SHORT_YEAR_OF =
  /(\d{2})年(?=[“"]?(?:春节|元旦|元宵|清明|端午|中秋|国庆|五一|十一|除夕)|[春夏秋冬](?:[季天]|$|[，。、])|年?[底末](?!期)|[上下]半年|第?[一二三四]季度|高考|中考|暑假|寒假|洪水|抗洪|奥运|世博|世界杯|亚运|地震|非典)/y;
const LENGTH_BEFORE = /[近约满过了共整第连达前头后这又隔每逾超用历经]$/;
const SHIFTED_YEAR = /(大[前后]|[今去明前后本上])年(?:度(?!假))?(?![级龄轻均])/y;
/** How many years from the page's own each word is. */
export const YEARS_AWAY: Readonly<Record<string, number>> = {
  今: 0,
  本: 0,
  去: -1,
  上: -1,
  前: -2,
  大前: -3,
  明: 1,
  后: 2,
  大后: 3,
};
const FOLLOWING_YEAR = /([同次翌来]|第二)年(?![轻级龄])|(当)年(?=年?[底末初]|[\d一二三四五六七八九十]{1,2}月)/y;

/** A year at an offset, stated or relative, with its 年 or 年度. A year of two digits above 50 is of the 20th century. */
export function readYear(text: string, at: number): Point | undefined {
  const opening = text[at] ?? "";
  if (/[当同次翌来第]/.test(opening)) return readFollowingYear(text, at);
  if (/[今去明前后本上大]/.test(opening)) return readShiftedYear(text, at);
  if (!/[\d一二公]/.test(opening)) return undefined;
  const stated = match(STATED_YEAR, text, at);
  if (stated) return { end: stated.end, year: yearOf(stated.groups[1] ?? "") };
  const ancient = match(ANCIENT_YEAR, text, at);
  if (ancient)
    return { end: ancient.end, year: ancient.groups[1] ? 1 - Number(ancient.groups[2]) : Number(ancient.groups[2]) };
  const short = match(SHORT_YEAR, text, at) ?? shortYearOf(text, at);
  if (short) return { end: short.end, year: Number(short.groups[1]) + (Number(short.groups[1]) > 50 ? 1900 : 2000) };
  return undefined;
}

function shortYearOf(text: string, at: number): Match | undefined {
  return LENGTH_BEFORE.test(before(text, at, 1)) ? undefined : match(SHORT_YEAR_OF, text, at);
}

/** 今年, 去年度, 前年. */
function readShiftedYear(text: string, at: number): Point | undefined {
  const shifted = match(SHIFTED_YEAR, text, at);
  if (!shifted) return undefined;
  const word = shifted.groups[1] ?? "";
  // 今后年均, 以上年度 and 三年前年产 have no such year in them.
  if (/[前后上本]/.test(word) && /[\d一二三四五六七八九十以今之此目最然]/.test(text[at - 1] ?? "")) return undefined;
  if (/[前后]/.test(word) && /[产收报]/.test(text[shifted.end] ?? "")) return undefined;
  return { end: shifted.end, shift: { unit: "year", by: YEARS_AWAY[word] ?? 0 } };
}

/** 同年, 次年, and 当年 before a month. */
function readFollowingYear(text: string, at: number): Point | undefined {
  const following = match(FOLLOWING_YEAR, text, at);
  if (!following) return undefined;
  return { end: following.end, follows: { unit: "year", by: /[次翌来二]/.test(following.groups[1] ?? "") ? 1 : 0 } };
}

/** The year of four digits, Arabic or Chinese. */
function yearOf(digits: string): number {
  return Number(
    [...digits]
      .map((char) => (/\d/.test(char) ? char : `${"〇一二三四五六七八九".indexOf(char === "零" ? "〇" : char)}`))
      .join(""),
  );
}
