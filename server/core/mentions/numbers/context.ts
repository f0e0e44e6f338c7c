/** What a page says of its own day: the year that its dates leave out, and the words that show it. */

import { dayNumber, dayOfIso, isoOf, monthLength } from "./calendar.ts";
import { EVENT } from "./infer.ts";
import { viewOf } from "./view.ts";

/** The day from which a page's dates are read. */
export interface DateContext {
  /** ISO day: the page's date where it is known, else the latest day that the page tells of. */
  readonly anchor?: string;
  /** Where the anchor comes from: given, a masthead's date, a date with its year, an event's name, a year; or nothing. */
  readonly basis: "given" | "masthead" | "date" | "event" | "year" | "none";
  /** The words of the page that show the year. */
  readonly evidence?: string;
  /** Index of the text (block) that they stand in. */
  readonly evidenceBlock?: number;
}

/** The context of a page whose date is known (`2022-08-17`). */
export function anchoredContext(isoDate: string): DateContext {
  return dayOfIso(isoDate) === undefined ? { basis: "none" } : { anchor: isoDate, basis: "given" };
}

interface Evidence {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly text: string;
  readonly block: number;
}

const FULL = /(?<!\d)((?:19|20)\d\d)年(1[0-2]|0?[1-9])月(?:([12]\d|3[01]|0?[1-9])日|[初中下上底末]旬?)?/g;
const YEAR = /(?<!\d)((?:19|20)\d\d)年(?!代|\d)/g;
const BARE = /(?<![\d年])(1[0-2]|[1-9])月([12]\d|3[01]|[1-9])日/g;
const MASTHEAD =
  /星期[一二三四五六日天]|农历|第\s?[\d一二三四五六七八九十]+\s?版|日报|晚报|早报|晨报|时报|都市报|责编|责任编辑|编辑|校对|统一刊号|CN\s?\d\d|总第|邮发代号/;
/** Words before a date that make a plan or a goal of it. */
const PLANNED = /(?:将|拟|预计|力争|有望|计划|目标|谋划|规划|到|至|截止|最晚|底前)[^。；！？，]{0,6}$/;
/** Words behind a year that do so. */
const GOAL = /^(?:以前|之前|前|底|末|建成|远景|目标|实现|全面|基本|将|达|力争|完成|竣工|投产)/;
/** A masthead or folio is short. */
const MASTHEAD_LENGTH = 80;

/**
 * The context of a page, from the texts of its blocks in page order. The date in a masthead or folio is the page's own;
 * without one the year is the latest that a date, an event's name or the text states and that is not plainly a plan; the
 * anchor is then the latest day that the page's dates without a year then tell of.
 */
export function dateContext(blockTexts: readonly string[]): DateContext {
  const texts = blockTexts.map((text) => viewOf(text).text);
  const masthead = mastheadDate(texts);
  if (masthead) return masthead;
  const dated = latest(texts.flatMap((text, block) => evidenceOf(text, block, FULL)));
  const event = latest(texts.flatMap((text, block) => eventsOf(text, block)));
  const year = latest(texts.flatMap((text, block) => evidenceOf(text, block, YEAR)));
  const last = Math.max(dated?.year ?? 0, event?.year ?? 0, year?.year ?? 0);
  if (dated?.year === last) return anchoredBy("date", dated, texts);
  if (event?.year === last) return anchoredBy("event", event, texts);
  return year ? anchoredBy("year", year, texts) : { basis: "none" };
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
    const planned = PLANNED.test(text.slice(Math.max(0, found.index - 8), found.index)) && !/月[初上]|日$/.test(all);
    const goal = !month && GOAL.test(text.slice(found.index + all.length, found.index + all.length + 4));
    if (planned || goal || (day && !real(Number(year), Number(month), Number(day)))) continue;
    evidence.push({
      year: Number(year),
      ...(month && { month: Number(month) }),
      ...(day && { day: Number(day) }),
      text: all,
      block,
    });
  }
  return evidence;
}

function eventsOf(text: string, block: number): Evidence[] {
  return [...text.matchAll(EVENT)].map((found) => ({ year: Number(found[1]), text: found[0], block }));
}

function latest(evidence: readonly Evidence[]): Evidence | undefined {
  let best: Evidence | undefined;
  for (const one of evidence) if (!best || dayOf(one) > dayOf(best)) best = one;
  return best;
}

/** The anchor that a year's evidence and the page's bare dates give together. */
function anchoredBy(basis: "date" | "event" | "year", evidence: Evidence, texts: readonly string[]): DateContext {
  const known = evidence.month === undefined ? undefined : dayOf(evidence);
  let anchor = known;
  for (const text of texts) {
    for (const found of text.matchAll(BARE)) {
      if (PLANNED.test(text.slice(Math.max(0, found.index - 8), found.index))) continue;
      const day = bareDay(evidence, known, Number(found[1]), Number(found[2]));
      if (day !== undefined && (anchor === undefined || day > anchor)) anchor = day;
    }
  }
  return {
    anchor: isoOf(anchor ?? dayNumber(evidence.year, 12, 31)),
    basis,
    evidence: evidence.text,
    evidenceBlock: evidence.block,
  };
}

/** A bare date lies in the evidence's year; where the evidence has a month, from three months before it to nine after. */
function bareDay(evidence: Evidence, known: number | undefined, month: number, day: number): number | undefined {
  if (!real(evidence.year, month, day) && !(month === 2 && day === 29)) return undefined;
  if (known === undefined) return dayNumber(evidence.year, month, day);
  for (const year of [evidence.year, evidence.year + 1, evidence.year - 1]) {
    const candidate = dayNumber(year, month, day);
    if (candidate >= known - 92 && candidate <= known + 273) return candidate;
  }
  return undefined;
}

function dayOf({ year, month = 1, day = 1 }: Evidence): number {
  return dayNumber(year, month, day);
}

function real(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
}
