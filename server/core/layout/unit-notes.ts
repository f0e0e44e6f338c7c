/** The line above a table that says in which unit its figures are: 单位：吨, （单位：万元）, 8月17日 单位：元/公斤. */

import { oneOf } from "../tables/newsroom.ts";
import { UNIT_TABLE } from "../tables/units.ts";

/** Such a line is no longer than this, in UTF-16 units. */
const LONGEST = 48;

const UNIT = `[十百千万亿]*${oneOf(UNIT_TABLE.map(({ word }) => word))}`;
/** 单位：县水务局 is somebody's place of work: only units make a note. */
const NAMED = `(?:计量|计价|货币|金额|面积|数量|产量|价格)?单位\\s*[：:]\\s*${UNIT}(?:[/／每、，,]${UNIT})*`;
const DAY = "(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日";
const MAKER = "(?:制表|制图|(?:数据|资料)?来源)[：:]\\S{1,16}";

const NOTE = new RegExp(`^[（(]?\\s*(?:${DAY}\\s+)?${NAMED}(?:\\s+${MAKER})?\\s*[）)]?$`, "u");
const ENDS_WITH_NOTE = new RegExp(`[（(]\\s*${NAMED}\\s*[）)]$`, "u");

/** Whether a text names the unit of a table's figures, and nothing else but their day and who made the table. */
export function isUnitNote(text: string): boolean {
  const line = text.trim();
  return line.length <= LONGEST && line.includes("单位") && NOTE.test(line);
}

/** Whether a text is such a note, or a table's title that ends with one in brackets. */
export function endsWithUnitNote(text: string): boolean {
  const line = text.trim();
  return isUnitNote(line) || (line.length <= LONGEST && line.includes("单位") && ENDS_WITH_NOTE.test(line));
}
