/** The day that a page without a masthead was most likely written on, from all the dates it tells of together. */

import { dayNumber } from "./calendar.ts";

/** A year that a page states, with its month and day where it states them. */
export interface DatedEvidence {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  /** It may as well be a plan: 2026年6月建成投用, 至2027年12月31日. */
  readonly doubtful?: boolean;
  /** The year is one in an event's name, which is nearly always held in the year of the page. */
  readonly event?: boolean;
}

/** A month and a day of it that stand on the page without their year. */
export interface BareDate {
  readonly month: number;
  readonly day: number;
}

/**
 * The likeliest day (a day number) of a page: news is fresh, so the dates without a year lie days before it, not months;
 * a year that is stated often, or in a date, is more likely its own than one stated once; what lies ahead of it is rare,
 * unless it is a plan. Undefined where the page states no year.
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
 * The last of the days that lie too far ahead of the likeliest day for plans and not far enough for last year's: one may be
 * either, but a page with several holds news of many months.
 */
function lastOf(days: readonly number[], on: number): number | undefined {
  const ahead = days.filter((day) => day > on + AHEAD_DAYS && day < on + LAST_YEARS);
  return ahead.length > 1 ? Math.max(...ahead) : undefined;
}

/** How many dates, and how often one and the same, have a say. */
const MOST_DATES = 60;
const MOST_OF_ONE = 3;

/** The evidence, the same date or year no more than {@link MOST_OF_ONE} times. */
function countedOnce(evidence: readonly DatedEvidence[]): DatedEvidence[] {
  const seen = new Map<string, number>();
  return evidence.filter(({ year, month = 0, day = 0, doubtful = false }) => {
    const key = `${year}-${month}-${day}${doubtful}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count <= MOST_OF_ONE;
  });
}

/** The years that a page may be of: those that it states, and the next one, in whose January December's date may stand. */
function yearsOf(evidence: readonly DatedEvidence[]): Set<number> {
  const years = new Set(evidence.map(({ year }) => year));
  for (const { year, month = 1 } of evidence) if (month > 1) years.add(year + 1);
  return years;
}

function firstDay({ year, month = 1, day = 1 }: DatedEvidence): number {
  return dayNumber(year, month, day);
}

/*
 * Natural logarithms of rough chances, set by hand. Only their order of magnitude matters: a page's own year is stated
 * twice as often as the year before, a year ahead without a plan's words hardly ever, and most news is a week old.
 */

function ofYear({ year: stated, doubtful, event }: DatedEvidence, year: number): number {
  const ago = year - stated;
  if (ago < 0) return doubtful ? -1.2 : event ? -3 : -4.6;
  if (event) return ago === 0 ? -0.5 : ago === 1 ? -2.3 : -3.5;
  return ago === 0 ? -0.8 : ago === 1 ? -1.6 : -2.5;
}

function ofDay(evidence: DatedEvidence, on: number): number {
  const ago = on - firstDay(evidence);
  const doubt = evidence.doubtful ?? false;
  if (ago < 0) return ago >= -AHEAD_DAYS ? -1.5 : ago >= -60 ? (doubt ? -1.5 : -3) : doubt ? -2 : -5.3;
  return (doubt ? -0.7 : 0) - (ago <= 45 ? 0.4 : ago <= 200 ? 1.1 : ago <= 550 ? 2.2 : 3);
}

/** Most news is days old; some of the days lie just ahead, others long ago; last year's are seldom written without it. */
function ofBare(ago: number): number {
  if (ago >= 0) return FRESH[Math.min(ago, 365)] ?? 0;
  if (ago >= -AHEAD_DAYS) return -5;
  return ago <= -LAST_YEARS ? (FRESH[ago + 365] ?? 0) - 0.5 : -8.5;
}

const AHEAD_DAYS = 14;
/** A date this far ahead of the page's day in its own year is one of the winter before. */
const LAST_YEARS = 275;
const FRESH = Array.from({ length: 366 }, (_, ago) => Math.log(0.094 * Math.exp(-ago / 8) + 0.0015));
