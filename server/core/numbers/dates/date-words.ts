/** Reads words for times without bounds (近日, 日前, 近年来), and those that only a hover explains (目前, 夏季). */

import { before } from "../../text/text.ts";
import { match } from "../numerals/match.ts";
import type { Reader } from "../types.ts";
import { civilOf } from "./calendar.ts";

/** Words for the time shortly before the page's day, and what makes them other words. */
const RECENT =
  /近(?:日|期|来|年来|几年来?|些年来?|几日|几天|段时间|一段时间|一个时期|些天|两日)(?:以来)?|日前|连日来?|最近几天|最近(?!的[一二三四五六七八九\d])/y;
const NO_RECENT_BEFORE = /[附最临将走靠接就远亲切贴邻逼相晋]$/;
const NO_RECENT_AFTER =
  /^(?:近日本(?![报市县省台刊网区社镇乡村校院局站])|近日点|近期待|日前[往来后夕方沿线列半]|近来[到自宾源]|连日本)/;

/** 近日, 日前, 近年来: a time without bounds, shortly before the page's day. */
export const readRecent: Reader = ({ text }, at) => {
  const word = match(RECENT, text, at);
  if (!word || NO_RECENT_BEFORE.test(before(text, at, 1)) || NO_RECENT_AFTER.test(text.slice(at, at + 4)))
    return undefined;
  if (word.groups[0] === "日前" && /[\d一二三四五六七八九十今昨明次当同近即节假生]/.test(text[at - 1] ?? ""))
    return undefined;
  return { end: word.end, type: "DATE", value: { kind: "date", approx: "recent" } };
};

const VAGUE: readonly (readonly [sticky: RegExp, approx: string])[] = [
  [/目前|当前|眼下|现阶段/y, "present"],
  [/未来(?!\d)|今后/y, "future"],
];
const SEASON = /([春夏秋冬])季(?!节)/y;

/** 目前, 当前, 夏季: times that a hover explains and no list of dates holds. */
export const readVagueDate: Reader = ({ text, anchor }, at) => {
  for (const [sticky, approx] of VAGUE) {
    const word = match(sticky, text, at);
    if (word) return { end: word.end, type: "DATE", vague: true, value: { kind: "date", approx } };
  }
  const season = match(SEASON, text, at);
  if (!season || /[\d年今去明每]/.test(text[at - 1] ?? "")) return undefined;
  const edtf = anchor === undefined ? undefined : seasonOf(anchor, "春夏秋冬".indexOf(season.groups[1] ?? "春"));
  return {
    end: season.end,
    type: "DATE",
    vague: true,
    value: { kind: "date", ...(edtf && { edtf, inferred: ["year"] }) },
  };
};

/** A season (0 for spring) of the page's year as EDTF; in January and February winter is that of the year before. */
function seasonOf(anchor: number, season: number): string {
  const { year, month } = civilOf(anchor);
  return `${season === 3 && month <= 2 ? year - 1 : year}-${21 + season}`;
}
