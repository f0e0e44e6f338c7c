/** Finds the day from which a page's dates are read: in its masthead, or from all that the page tells of. */

import { PageMemory } from "../../text/page-memory.ts";
import { normalise } from "../numerals/normalised.ts";
import type { DateContext } from "../types.ts";
import { civilOf, dayNumber, dayOfIso, isoOf, monthLength } from "./calendar.ts";
import { EVENT } from "./infer.ts";
import { type BareDate, type DatedEvidence, likelyDay } from "./page-day.ts";

/** The context of a page whose date is known (`2022-08-17`); one without a day for any text that is no ISO date. */
export function anchoredContext(isoDate: string): DateContext {
  return dayOfIso(isoDate) === undefined ? { basis: "none" } : { anchor: isoDate, basis: "given" };
}

/** Words of a block that state a year. */
interface Evidence extends DatedEvidence {
  readonly text: string;
  readonly block: number;
}

/** Dates and years of 1900 to 2099, and days without their year. */
const FULL = /(?<!\d)((?:19|20)\d\d)年(1[0-2]|0?[1-9])月(?:([12]\d|3[01]|0?[1-9])日|[初中下上底末]旬?)?/g;
const YEAR = /(?<!\d)((?:19|20)\d\d)年(?!代|\d)/g;
const BARE = /(?<![\d年])(1[0-2]|[1-9])月([12]\d|3[01]|[1-9])日/g;
/** Words of mastheads and folios beside their date. */
const MASTHEAD =
  /星期[一二三四五六日天]|农历|第\s?[\d一二三四五六七八九十]+\s?版|日报|晚报|早报|晨报|时报|都市报|责编|责任编辑|编辑|校对|统一刊号|CN\s?\d\d|总第|邮发代号/;
/** Words before a date that make it a plan's or a goal's. */
const PLANNED =
  /(?:将|拟|预计|力争|有望|定于|计划|目标|谋划|规划|到|至|截止|最晚|底前|(?<![该全我本])(?:请|须))[^。；！？，]{0,6}$/;
/** After the first date of a range 至 and 到 are its connector, and no words of a plan. */
const RANGE = /[年月日旬初底末](?:至|到)$/;
/** Words after a year that make it a goal's. */
const GOAL = /^(?:以前|之前|前|底|末|建成|远景|目标|实现|全面|基本|将|达|力争|完成|竣工|投产)/;
/** Words after a date for what is done once; they do not tell whether it was done or is planned. */
const DONE =
  /^[^。；，！？]{0,8}?(?:建成|投用|投产|投运|达产|完工|竣工|通车|交付|启用|开通|开园|开业|开建|动工)(?!的|了|于|以来|后)/;
/** Words before and after a date, in its clause, that make it a plan's. */
const WILL = /(?:将(?!军)|拟|预计|力争|有望|计划|确保|争取)[^。；！？，]*$/;
const WILL_AFTER = /^[^。；！？，]{0,4}(?:将|拟|预计|力争|有望|可望|计划)/;
/** Words after a day that make it a deadline and no day of news. */
const DEADLINE = /^(?:之?前|以前|止)/;
/** A masthead or folio has no more characters. */
const MASTHEAD_LENGTH = 80;

/**
 * The context of a page, from the texts of its blocks in page order. The date in a masthead or folio is the page's own day.
 * Without one the day is the likeliest, as the page's dates, the names of its events and the years it states tell together;
 * dates of plain plans are left out.
 */
export function dateContext(blockTexts: readonly string[]): DateContext {
  const texts = blockTexts.map((text) => normalise(text).text);
  const masthead = mastheadDate(texts, folioDate);
  if (masthead) return masthead;
  const evidence = texts.flatMap((text, block) => [
    ...evidenceOf(text, block, FULL),
    ...eventsOf(text, block),
    ...evidenceOf(text, block, YEAR),
  ]);
  const day = likelyDay(evidence, texts.flatMap(bareDates));
  if (day === undefined) return { basis: "none" };
  const shown = shownBy(evidence, civilOf(day).year);
  return {
    anchor: isoOf(day),
    basis: shown?.month !== undefined ? "date" : shown?.event ? "event" : "year",
    ...(shown && { evidence: shown.text, evidenceBlock: shown.block }),
  };
}

/** The context that a page's masthead or folio gives; one without a day where neither has a date. */
export function mastheadContext(blockTexts: readonly string[]): DateContext {
  mastheads.begin();
  return mastheadDate(blockTexts, (text) => mastheads.of(text, dateInFolio).date) ?? { basis: "none" };
}

/** A date of a masthead or folio, and its words. */
interface FolioDate {
  readonly anchor: string;
  readonly evidence: string;
}

/** What the texts of the last pages give as mastheads, if they are one. */
const mastheads = new PageMemory<{ readonly date: FolioDate | undefined }>();

function dateInFolio(text: string): { readonly date: FolioDate | undefined } {
  // A text of twice a folio's length is none, however many of its characters are stray blanks.
  const isShort = text.length <= 2 * MASTHEAD_LENGTH && text.includes("年");
  return { date: isShort ? folioDate(normalise(text).text) : undefined };
}

function mastheadDate(
  texts: readonly string[],
  dateOf: (text: string) => FolioDate | undefined,
): DateContext | undefined {
  for (const [block, text] of texts.entries()) {
    const date = dateOf(text);
    if (date) return { anchor: date.anchor, basis: "masthead", evidence: date.evidence, evidenceBlock: block };
  }
  return undefined;
}

/** The date of a normalised text, where that is a masthead or folio. */
function folioDate(text: string): FolioDate | undefined {
  if (text.length > MASTHEAD_LENGTH || !MASTHEAD.test(text)) return undefined;
  const found = [...text.matchAll(FULL)].find((match) => match[3]);
  const [all, year, month, day] = found ?? [];
  if (!all || !isRealDay(Number(year), Number(month), Number(day))) return undefined;
  return { anchor: isoOf(dayNumber(Number(year), Number(month), Number(day))), evidence: all };
}

/** The dates or years of a text that the pattern finds, without those of plans and goals. */
function evidenceOf(text: string, block: number, pattern: RegExp): Evidence[] {
  const evidence: Evidence[] = [];
  for (const found of text.matchAll(pattern)) {
    const [all, year, month, day] = found;
    if (day && !isRealDay(Number(year), Number(month), Number(day))) continue;
    // With a month after it the year is found by FULL.
    if (pattern === YEAR && /^(?:1[0-2]|0?[1-9])月/.test(text.slice(found.index + all.length))) continue;
    const before = text.slice(Math.max(0, found.index - 24), found.index);
    const after = text.slice(found.index + all.length, found.index + all.length + 16);
    const planned = PLANNED.test(before.slice(-8)) && !(month && RANGE.test(before));
    const done = DONE.test(after);
    const goal = month ? (done && WILL.test(before)) || WILL_AFTER.test(after) : GOAL.test(after);
    if (goal || (planned && !/月[初上]|日$/.test(all))) continue;
    evidence.push({
      year: Number(year),
      ...(month && { month: Number(month) }),
      ...(day && { day: Number(day) }),
      ...((done || (planned && !/到[^到]{0,6}$/.test(before))) && { doubtful: true }),
      text: all,
      block,
    });
  }
  return evidence;
}

/** The years in names of events. */
function eventsOf(text: string, block: number): Evidence[] {
  return [...text.matchAll(EVENT)].map((found) => ({ year: Number(found[1]), event: true, text: found[0], block }));
}

/** The days without a year that lie before the page's own, as far as the words tell. */
function bareDates(text: string): BareDate[] {
  const dates: BareDate[] = [];
  for (const found of text.matchAll(BARE)) {
    const before = text.slice(Math.max(0, found.index - 40), found.index);
    const after = text.slice(found.index + found[0].length, found.index + found[0].length + 2);
    if (PLANNED.test(before.slice(-8)) || DEADLINE.test(after) || WITH_YEAR.test(before)) continue;
    const [month, day] = [Number(found[1]), Number(found[2])];
    if (day <= monthLength(LEAP, month)) dates.push({ month, day });
  }
  return dates;
}

/** A date with its year, from which the next one of its sentence takes it: 2008年5月12日至6月3日. */
const WITH_YEAR = /(?:19|20)\d\d年\d{1,2}月[^。！？；]{0,20}$/;
/** A year in which every day of the calendar is one. */
const LEAP = 2000;

/** The evidence of highest rank for a year, or for the latest year before it that has any. */
function shownBy(evidence: readonly Evidence[], year: number): Evidence | undefined {
  let best: Evidence | undefined;
  for (const one of evidence) {
    if (one.year <= year && (!best || rankOf(one) > rankOf(best))) best = one;
  }
  return best;
}

/** Higher for a later year; within a year highest for its latest date, then for an event's name, then for the year alone. */
function rankOf({ year, month, day = 1, event }: Evidence): number {
  return year * 1000 + (month === undefined ? (event ? 1 : 0) : 10 + month * 31 + day);
}

function isRealDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
}
