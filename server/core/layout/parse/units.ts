/** Whether a line ends in a figure and the next one begins with its unit. */

import type { UnitWord } from "../../tables/units.ts";
import { isYear, unitAtHead } from "../number-across.ts";

/**
 * Whether the end of a line and the head of the next one can only be one quantity or date: 21|日, 200|亿元. They need
 * not be: a telephone number, a page's number and the year of a slogan (奋进2023) are figures, too, and 日前, 周一, 元旦 and
 * 家长 open paragraphs with the character of a unit.
 */
export function isUnitAcross(line: string, next: string): boolean {
  if (!isDigit(line.charCodeAt(line.length - 1))) return false;
  const unit = boundUnit(next);
  if (unit === undefined) return false;
  const { before = "", figure = "" } = FIGURE.exec(line)?.groups ?? {};
  if (before === "" || ALONE.test(line) || NO_COUNT.test(before) || /^[0０][0-9０-９]/u.test(figure)) return false;
  const number = Number(figure.normalize("NFKC").replace(/,/gu, ""));
  const most = MOST[unit];
  return most === undefined ? number < TELEPHONE && !isYear(figure) : number <= most;
}

/** Whether a UTF-16 unit is a digit, full-width ones included. */
function isDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
}

/** What can only be a unit or a magnitude at the head of a line, after a figure. */
function boundUnit(line: string): string | undefined {
  const unit = unitAtHead(line);
  if (unit?.atHead === "bound" && !opensParagraph(unit, line)) return unit.word;
  const sign = line.charAt(0);
  return MAGNITUDES.has(sign) && !OPENINGS.has(line.slice(0, 2)) ? sign : undefined;
}

/** Whether the line opens with another word that begins like the unit: 日前. */
function opensParagraph({ word, opens }: UnitWord, line: string): boolean {
  return line.length > word.length && opens.includes(line.charAt(word.length));
}

const MAGNITUDES = new Set("万亿千百余多");

/** Words that begin with the character of a magnitude and may open a sentence. */
const OPENINGS = new Set("万物 万象 万众 万家 千家 千方 百姓 百花 余下 多年 多地 多措 多方".split(" "));

/** The figure at a line's end and the character before it, blanks aside. */
const FIGURE = /(?<before>[^0-9０-９\s])\s*(?<figure>[0-9０-９]+(?:[.．,，][0-9０-９]+)*)$/u;

/** Alone on its line a figure numbers a page or an issue, or stands in a table. */
const ALONE = /^总?第?\s*[0-9０-９.．,，]+$/u;

/** What may stand before a figure that counts nothing: CN14-0001, 2022/8/16, 热线：12345, 之3. */
const NO_COUNT = /[A-Za-zＡ-Ｚａ-ｚ\-－–/／:：·•#№之]/u;

/** The largest figures that go with the units of the calendar and the clock. */
const MOST: Readonly<Record<string, number>> = { 年: 2100, 月: 12, 日: 31, 时: 24 };

/** Telephone numbers begin here; quantities of as many digits have 万 or 亿. */
const TELEPHONE = 1_000_000;
