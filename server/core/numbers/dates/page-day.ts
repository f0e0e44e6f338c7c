/** The day on which a page without a masthead was most likely written, from all the dates it tells of together. */

import { dayNumber } from "./calendar.ts";

/** A year that a page states, with its month and day where it states them. */
export interface DatedEvidence {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  /** It may be a plan: 2026年6月建成投用, 至2027年12月31日. */
  readonly doubtful?: boolean;
  /** The year stands in an event's name, and is nearly always the page's own. */
  readonly event?: boolean;
}

/** A day that stands on the page without its year. */
export interface BareDate {
  readonly month: number;
  readonly day: number;
}

/**
 * The likeliest day of a page, as a day number; undefined where the page states no year. News is fresh, so dates without a
 * year lie days before that day, not months. A year that is stated often, or in a date, is more likely the page's own than
 * one stated once. Few dates lie ahead of the day, unless they are plans.
 */
export function likelyDay(evidence: readonly DatedEvidence[], bare: readonly BareDate[]): number | undefined {
  const counted = countedOnce(evidence);
  const counts = new Map<number, number>();
  for (const { month, day } of bare) counts.set(month * 100 + day, (counts.get(month * 100 + day) ?? 0) + 1);
  const dates = [...counts].slice(0, MOST_DATES);
  let best: number | undefined;
  let most = Number.NEGATIVE_INFINITY;
  let last: number | undefined;
  for (const year of yearsOf(counted)) {
    const days = dates.map(([date]) => dayNumber(year, Math.floor(date / 100), date % 100));
    const stated = counted.filter((one) => one.month !== undefined && one.year === year).map(firstDay);
    const candidates = new Set([...days, ...stated]);
    if (candidates.size === 0) candidates.add(dayNumber(year, 12, 31));
    for (const on of candidates) {
      let score = 0;
      for (const one of counted) score += one.month === undefined ? ofYear(one, year) : ofDay(one, on);
      for (const [i, [, count]] of dates.entries())
        score += Math.min(MOST_OF_ONE, count) * ofBare(on - (days[i] ?? on));
      // Of equals the later: a page is no older than its latest date.
      if (score > most || (score === most && on > (best ?? 0))) {
        most = score;
        best = on;
        last = lastOf(days, on);
      }
    }
  }
  return last ?? best;
}

/**
 * The last of the days that lie too far ahead of the likeliest one for plans, and not far enough for last year's dates. One
 * such day may be either; a page with several holds news of many months, and is of the last.
 */
function lastOf(days: readonly number[], on: number): number | undefined {
  const ahead = days.filter((day) => day > on + AHEAD_DAYS && day < on + LAST_YEARS);
  return ahead.length > 1 ? Math.max(...ahead) : undefined;
}

/** How many dates count, and how often one and the same. */
const MOST_DATES = 60;
const MOST_OF_ONE = 3;

/** The evidence with no date or year more than {@link MOST_OF_ONE} times. */
function countedOnce(evidence: readonly DatedEvidence[]): DatedEvidence[] {
  const seen = new Map<string, number>();
  return evidence.filter(({ year, month = 0, day = 0, doubtful = false }) => {
    const key = `${year}-${month}-${day}${doubtful}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count <= MOST_OF_ONE;
  });
}

/** The years that a page may be of: those that it states, and the one after each, for news of December is read in January. */
function yearsOf(evidence: readonly DatedEvidence[]): Set<number> {
  const years = new Set(evidence.map(({ year }) => year));
  for (const { year, month = 1 } of evidence) if (month > 1) years.add(year + 1);
  return years;
}

function firstDay({ year, month = 1, day = 1 }: DatedEvidence): number {
  return dayNumber(year, month, day);
}

/*
 * The scores below are natural logarithms of rough chances, set by hand. Only their order of magnitude matters: a page
 * states its own year twice as often as the year before, a year ahead without a plan's words hardly ever, and most news is a
 * week old.
 */

/** The score of a stated year for a page of a year. */
function ofYear({ year: stated, doubtful, event }: DatedEvidence, year: number): number {
  const ago = year - stated;
  if (ago < 0) return doubtful ? -1.2 : event ? -3 : -4.6;
  if (event) return ago === 0 ? -0.5 : ago === 1 ? -2.3 : -3.5;
  return ago === 0 ? -0.8 : ago === 1 ? -1.6 : -2.5;
}

/** The score of a stated date for a page of a day. */
function ofDay(evidence: DatedEvidence, on: number): number {
  const ago = on - firstDay(evidence);
  const doubt = evidence.doubtful ?? false;
  if (ago < 0) return ago >= -AHEAD_DAYS ? -1.5 : ago >= -60 ? (doubt ? -1.5 : -3) : doubt ? -2 : -5.3;
  return (doubt ? -0.7 : 0) - (ago <= 45 ? 0.4 : ago <= 200 ? 1.1 : ago <= 550 ? 2.2 : 3);
}

/** The score of a date without a year that lies so many days before the page's day, or ahead of it where negative. */
function ofBare(ago: number): number {
  if (ago >= 0) return FRESH[Math.min(ago, 365)] ?? 0;
  if (ago >= -AHEAD_DAYS) return -5;
  return ago <= -LAST_YEARS ? (FRESH[ago + 365] ?? 0) - 0.5 : -8.5;
}

/** Days ahead within which a date may be a plan. */
const AHEAD_DAYS = 14;
/** A date more days ahead in the page's own year than these is one of the winter before. */
const LAST_YEARS = 275;
/** The scores of dates so many days old: most are of the last weeks, some are older. */
const FRESH = Array.from({ length: 366 }, (_, ago) => Math.log(0.094 * Math.exp(-ago / 8) + 0.0015));
