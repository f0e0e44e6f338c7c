/** What a page says of its own day: the year that its dates leave out, and the words that show it. */

import type { DateContext } from "../types.ts";
import { viewOf } from "../view.ts";
import { civilOf, dayNumber, dayOfIso, isoOf, monthLength } from "./calendar.ts";
import { EVENT } from "./infer.ts";
import { type BareDate, type DatedEvidence, likelyDay } from "./page-day.ts";

/** The context of a page whose date is known (`2022-08-17`). */
export function anchoredContext(isoDate: string): DateContext {
  return dayOfIso(isoDate) === undefined ? { basis: "none" } : { anchor: isoDate, basis: "given" };
}

interface Evidence extends DatedEvidence {
  readonly text: string;
  readonly block: number;
}

const FULL = /(?<!\d)((?:19|20)\d\d)年(1[0-2]|0?[1-9])月(?:([12]\d|3[01]|0?[1-9])日|[初中下上底末]旬?)?/g;
const YEAR = /(?<!\d)((?:19|20)\d\d)年(?!代|\d)/g;
const BARE = /(?<![\d年])(1[0-2]|[1-9])月([12]\d|3[01]|[1-9])日/g;
const MASTHEAD =
  /星期[一二三四五六日天]|农历|第\s?[\d一二三四五六七八九十]+\s?版|日报|晚报|早报|晨报|时报|都市报|责编|责任编辑|编辑|校对|统一刊号|CN\s?\d\d|总第|邮发代号/;
/** Words before a date that make a plan or a goal of it. */
const PLANNED =
  /(?:将|拟|预计|力争|有望|定于|计划|目标|谋划|规划|到|至|截止|最晚|底前|(?<![该全我本])(?:请|须))[^。；！？，]{0,6}$/;
/** The second date of a range is a plan only where the first one is. */
const RANGE = /[年月日旬初底末](?:至|到)$/;
/** Words behind a year that do so. */
const GOAL = /^(?:以前|之前|前|底|末|建成|远景|目标|实现|全面|基本|将|达|力争|完成|竣工|投产)/;
/** What is done on a date once, ahead of it or after it: the words alone don't tell. */
const DONE =
  /^[^。；，！？]{0,8}?(?:建成|投用|投产|投运|达产|完工|竣工|通车|交付|启用|开通|开园|开业|开建|动工)(?!的|了|于|以来|后)/;
/** Words that make a plan of it, in the same clause before or behind. */
const WILL = /(?:将(?!军)|拟|预计|力争|有望|计划|确保|争取)[^。；！？，]*$/;
const WILL_BEHIND = /^[^。；！？，]{0,4}(?:将|拟|预计|力争|有望|可望|计划)/;
/** Behind a day: it is a last day, not one of news. */
const DEADLINE = /^(?:之?前|以前|止)/;
/** A masthead or folio is short. */
const MASTHEAD_LENGTH = 80;

/**
 * The context of a page, from the texts of its blocks in page order. The date in a masthead or folio is the page's own;
 * without one it is the likeliest day that the page's dates, its events' names and the years it states tell of together,
 * plain plans left out.
 */
export function dateContext(blockTexts: readonly string[]): DateContext {
  const texts = blockTexts.map((text) => viewOf(text).text);
  const masthead = mastheadDate(texts);
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

/**
 * The context that a page's masthead or folio gives, and no other: the day is certain, or nothing is known of it.
 * @param blockTexts the texts of the page's blocks
 */
export function mastheadContext(blockTexts: readonly string[]): DateContext {
  // Stray blanks are few in a folio; a text much longer than one is none without them either.
  const short = blockTexts.map((text) =>
    text.length <= 2 * MASTHEAD_LENGTH && text.includes("年") ? viewOf(text).text : "",
  );
  return mastheadDate(short) ?? { basis: "none" };
}

function mastheadDate(texts: readonly string[]): DateContext | undefined {
  for (const [block, text] of texts.entries()) {
    if (text.length > MASTHEAD_LENGTH || !MASTHEAD.test(text)) continue;
    const found = [...text.matchAll(FULL)].find((match) => match[3]);
    const [all, year, month, day] = found ?? [];
    if (!all || !real(Number(year), Number(month), Number(day))) continue;
    return {
      anchor: isoOf(dayNumber(Number(year), Number(month), Number(day))),
      basis: "masthead",
      evidence: all,
      evidenceBlock: block,
    };
  }
  return undefined;
}

function evidenceOf(text: string, block: number, pattern: RegExp): Evidence[] {
  const evidence: Evidence[] = [];
  for (const found of text.matchAll(pattern)) {
    const [all, year, month, day] = found;
    if (day && !real(Number(year), Number(month), Number(day))) continue;
    // A month's year is found as the date that it is.
    if (pattern === YEAR && /^(?:1[0-2]|0?[1-9])月/.test(text.slice(found.index + all.length))) continue;
    const before = text.slice(Math.max(0, found.index - 24), found.index);
    const behind = text.slice(found.index + all.length, found.index + all.length + 16);
    const planned = PLANNED.test(before.slice(-8)) && !(month && RANGE.test(before));
    const done = DONE.test(behind);
    const goal = month ? (done && WILL.test(before)) || WILL_BEHIND.test(behind) : GOAL.test(behind);
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

function eventsOf(text: string, block: number): Evidence[] {
  return [...text.matchAll(EVENT)].map((found) => ({ year: Number(found[1]), event: true, text: found[0], block }));
}

/** The days that stand without a year and lie behind the page's own, as far as the words tell. */
function bareDates(text: string): BareDate[] {
  const dates: BareDate[] = [];
  for (const found of text.matchAll(BARE)) {
    const before = text.slice(Math.max(0, found.index - 40), found.index);
    const behind = text.slice(found.index + found[0].length, found.index + found[0].length + 2);
    if (PLANNED.test(before.slice(-8)) || DEADLINE.test(behind) || WITH_YEAR.test(before)) continue;
    const [month, day] = [Number(found[1]), Number(found[2])];
    if (day <= monthLength(LEAP, month)) dates.push({ month, day });
  }
  return dates;
}

/** A date in whose year the next one of its sentence lies: 2008年5月12日至6月3日. */
const WITH_YEAR = /(?:19|20)\d\d年\d{1,2}月[^。！？；]{0,20}$/;
const LEAP = 2000;

/** What shows the page's year: its latest date, event or mention; else the latest of the years before. */
function shownBy(evidence: readonly Evidence[], year: number): Evidence | undefined {
  let best: Evidence | undefined;
  for (const one of evidence) {
    if (one.year <= year && (!best || rankOf(one) > rankOf(best))) best = one;
  }
  return best;
}

/** Later years first; within one, dates by their day before events, events before the year alone. */
function rankOf({ year, month, day = 1, event }: Evidence): number {
  return year * 1000 + (month === undefined ? (event ? 1 : 0) : 10 + month * 31 + day);
}

function real(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
}
