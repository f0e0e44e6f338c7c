/** Names of days and years: festivals by their day, reigns by their first year. */

import festivals from "../../data/calendar/festivals.txt";
import reigns from "../../data/calendar/reigns.txt";
import { rowsOf } from "./read.ts";

/** A festival, or one of its names. */
export interface Festival {
  /** The source of a regular expression. */
  readonly name: string;
  readonly calendar: "solar" | "lunar";
  readonly month: number;
  readonly day: number;
  /**
   * What names it: the words anywhere, `holiday` only before 假期 and the like, `number` also in quotation marks and after a
   * year, `event` as what happened on that day of its year.
   */
  readonly named: "always" | "holiday" | "number" | "event";
  /** The year of an event. */
  readonly year?: number;
}

/** The festivals of a fixed day, in the order they are tried in. */
export const FESTIVALS: readonly Festival[] = rowsOf(festivals).map(([name = "", calendar, month, day, when]) => ({
  name,
  calendar: calendar === "lunar" ? "lunar" : "solar",
  month: Number(month),
  day: Number(day),
  named: when === "holiday" || when === "number" ? when : when ? "event" : "always",
  ...(/^\d/.test(when ?? "") && { year: Number(when) }),
}));

/** The reigns by which years are counted, and the Republic: each one's first year and how many years it counted. */
export const REIGNS: ReadonlyMap<string, { readonly first: number; readonly years: number }> = new Map(
  rowsOf(reigns).map(([name = "", first, years]) => [name, { first: Number(first), years: Number(years) }]),
);
