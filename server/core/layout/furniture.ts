/** Lines that are furniture of a page as a whole: mastheads, folios, imprints, running heads, how to reach the paper. */

import { HAN, LABELS, oneOf, PAPERS, ROLES, SECTIONS } from "../tables/newsroom.ts";

/** Furniture is no longer than this, in UTF-16 units. */
const LONGEST = 80;

/** Whether a line is nothing but fields of a masthead, a folio or an imprint, one of them a sure sign, or a page's number. */
export function isFurniture(text: string): boolean {
  if (text.length > LONGEST) return false;
  if (NUMBER.test(text)) return true;
  return matchAt(FIELD, text, 0) !== "" && SURE.test(text) && (isMadeOfFields(text) || FOLIO.test(text));
}

/**
 * Whether fields follow one another from the text's beginning to its end. Names may end at any blank, as the next field
 * may begin there; every place is asked once, so that no text takes long.
 */
function isMadeOfFields(text: string): boolean {
  const reached = new Set([0]);
  for (const from of reached) {
    if (from === text.length) return true;
    const field = matchAt(FIELD, text, from);
    if (field === "") continue;
    const maker = matchAt(MAKER_AT, text, from);
    for (let end = from + 1; end <= from + field.length; end += 1) {
      const isEnd = end === from + field.length || (end <= from + maker.length && /[\s\u3000]/u.test(text.charAt(end)));
      if (isEnd) reached.add(end + matchAt(BETWEEN, text, end).length);
    }
  }
  return false;
}

/** What a sticky pattern matches of a text at an offset (UTF-16); "" where it does not. */
function matchAt(pattern: RegExp, text: string, offset: number): string {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0] ?? "";
}

const B = "[\\s\\u3000]*";
const DIGITS = "[0-9０-９]";
const FULL_DATE = `${DIGITS}{4}${B}年${B}${DIGITS}{1,2}${B}月(?:${B}${DIGITS}{1,2}${B}日)?`;
const WEEKDAY = `(?:星期|周)[一二三四五六日天]`;
const FOLIO_NUMBER = `第?${B}[A-ZＡ-Ｚ]?${B}${DIGITS}{1,3}${B}版|第${B}${DIGITS}{1,4}${B}页|第[一二三四五六七八九十]{1,3}版`;
const PAGE_COUNT = `(?:页数|页码|第)?${B}${DIGITS}{1,3}${B}[/／]${B}${DIGITS}{1,3}${B}页?`;
const NAMED = `(?:${HAN}|[·、])(?:${HAN}|[·、 \\u3000]){0,24}`;
const MAKER = `${oneOf(LABELS.ours)}*${oneOf(ROLES.credit, ROLES.field)}${oneOf(ROLES.credit, ROLES.everyday)}?${B}[：: /／]${B}${NAMED}`;
const PHONES = `${B}[：:]?${B}\\d[\\d\\-—－]{6,}(?:${B}\\d[\\d\\-—－]{6,})*`;
const CONTACT = `(?:${oneOf(PAPERS.own)})?${oneOf(LABELS.ours, LABELS.purpose, SECTIONS)}*${oneOf(LABELS.contact)}`;
const REACH = `(?:${CONTACT}|E-?[Mm]ail|QQ|电邮)(?:${B}[：:]${B}[^\\s，。]+(?: \\d[^\\s，。：:]*)?|${PHONES})|(?:https?://)?www(?:\\.[\\w-]+)+(?![\\w/])`;
const IMPRINT = `${oneOf(LABELS.imprint)}${HAN}{0,3}${B}[：:]?${B}[A-Z]{0,4}${B}[\\d\\-]+(?:/[A-Z])?`;
/** The name of a page, and the number that stands beside it. */
const SECTION = `${oneOf(SECTIONS)}|${HAN}{2,4}(?:周刊|专刊|特刊|副刊)`;
const NUMBERED_SECTION = `(?:${SECTION})${B}[·・]?${B}[A-Z]?\\d{1,3}|[A-Z]?\\d{1,3}${B}版?[·・]?${B}(?:${SECTION})`;
/** A running head in Latin letters. */
const LATIN_HEAD = "[A-Z]{3,}(?: [A-Z]{2,}){0,4}|(?:[A-Z][a-z]+ ){1,3}(?:Daily|Weekly|News|Times|Post)";
const PAPER = `${HAN}{1,6}${oneOf(PAPERS.paper)}`;
/** What stands in mastheads, folios and imprints. A paper's name and a page's name are no sure sign: they open sentences, too. */
const FIELDS = [
  FULL_DATE,
  WEEKDAY,
  FOLIO_NUMBER,
  PAGE_COUNT,
  MAKER,
  REACH,
  PAPER,
  "农历[^\\s，。]{2,12}",
  IMPRINT,
  NUMBERED_SECTION,
  SECTION,
  LATIN_HEAD,
  `总?第${B}\\d+${B}期`,
  `今日${B}\\d{1,3}${B}版`,
];
const FIELD = new RegExp(FIELDS.join("|"), "uy");
const MAKER_AT = new RegExp(MAKER, "uy");
const BETWEEN = new RegExp(`${B}[|｜·•/，,]?${B}`, "uy");
/** A page's number alone on its line. */
const NUMBER = new RegExp(`^[—–\\-－·•]+${B}${DIGITS}{1,4}${B}[—–\\-－·•]+$|^${DIGITS}{1,3}$`, "u");
/** A whole folio, between whose fields any page's name may stand: 第17版 广告 2024年4月11日 星期四. */
const PAGE_NAME = `(?:[ \\u3000]+${HAN}{2,6})?`;
const FOLIO = new RegExp(
  `^(?:${FOLIO_NUMBER})${PAGE_NAME}[ \\u3000]+${FULL_DATE}(?:${B}${WEEKDAY})?$|^${FULL_DATE}(?:${B}${WEEKDAY})?${PAGE_NAME}[ \\u3000]+(?:${FOLIO_NUMBER})$`,
  "u",
);
/** What makes furniture certain. */
const SURE = new RegExp(
  `${FULL_DATE}|${FOLIO_NUMBER}|${PAGE_COUNT}|${MAKER}|${REACH}|${IMPRINT}|^(?:${NUMBERED_SECTION}|${LATIN_HEAD})$`,
  "u",
);
