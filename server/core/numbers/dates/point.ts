/** A date as a text states it, before anything is inferred. */

import type { DateProblem } from "../../page/mention.ts";

/** A part of a year: a half, a quarter or a run of two, its first months, its start or end, the same span (同期), a season. */
export type YearPart =
  | "H1"
  | "H2"
  | "Q1"
  | "Q2"
  | "Q3"
  | "Q4"
  | "start"
  | "end"
  | "same-period"
  | "spring"
  | "summer"
  | "autumn"
  | "winter"
  | `first-${number}`
  | `Q${number}-${number}`;

/** A part of a month: a third of it or two, a half, its start, middle or end. */
export type MonthPart =
  | "early"
  | "early-middle"
  | "middle-late"
  | "middle"
  | "late"
  | "start"
  | "mid"
  | "end"
  | "H1"
  | "H2";

/** What a text states of a date. */
export interface Point {
  /** The offset after its last character. */
  readonly end: number;
  /** The year as stated; 0 is 1 BC. */
  readonly year?: number;
  /** So many years, quarters, months, weeks or days from the page's own day (去年, 下周). */
  readonly shift?: { readonly unit: "year" | "quarter" | "month" | "week" | "day"; readonly by: number };
  /** So many years or days from the date named before (当年, 次日). */
  readonly follows?: { readonly unit: "year" | "day"; readonly by: number };
  readonly month?: number;
  readonly day?: number;
  /** 1 (Monday) to 7 (Sunday). */
  readonly weekday?: number;
  readonly yearPart?: YearPart;
  readonly monthPart?: MonthPart;
  readonly problem?: DateProblem;
}
