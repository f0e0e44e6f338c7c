/** The values of a resolved date and of a range of two. */

import type { DateProblem, DateValue } from "../../page/mention.ts";
import type { Span } from "../../text/text.ts";
import type { Expression, Scan } from "../types.ts";
import { isoOf } from "./calendar.ts";
import type { ResolvedDate } from "./resolve.ts";

/** A date and where it stands in the scan's text. */
export interface PlacedDate extends Span {
  readonly date: ResolvedDate;
  /** What cannot be about the two together, of the second. */
  readonly problem?: DateProblem;
}

/**
 * A range of two dates, with the two as its parts where each is written in full. Of dates that share a unit (8—10日) the
 * first ends where the second does.
 */
export function dateRange({ text }: Scan, from: PlacedDate, to: PlacedDate): Expression {
  const { date: first } = from;
  const { date: second } = to;
  const plain = first.edtf && second.edtf && !first.edtf.includes("/") && !second.edtf.includes("/");
  const byDay =
    first.first !== undefined && second.last !== undefined ? `${isoOf(first.first)}/${isoOf(second.last)}` : undefined;
  const edtf = plain ? `${first.edtf}/${second.edtf}` : byDay;
  const inferred = first.inferred.length ? first.inferred : second.inferred;
  const evidence = first.evidence ?? second.evidence;
  const problem = first.problem ?? second.problem ?? to.problem;
  const value: DateValue = {
    kind: "date",
    ...(edtf && !problem && { edtf }),
    ...(inferred.length > 0 && { inferred }),
    ...(evidence !== undefined && { evidence }),
    ...(problem && { problem }),
  };
  const range: Expression = { end: to.end, type: "DATE", value, last: second.date };
  const inFull = [from, to].every(({ end }) => /[年月日号]/.test(text[end - 1] ?? ""));
  if (!inFull || to.start <= from.end) return range;
  return { ...range, parts: [from, to].map(({ start, end, date }) => ({ start, end, value: dateValue(date) })) };
}

/** The value of a date: its form, unless there is no such date, and what was inferred. */
export function dateValue(resolved: ResolvedDate): DateValue {
  const { edtf, edtfSeason, approx, inferred, evidence, sameSpanAs, problem } = resolved;
  const possible = edtf !== undefined && (!problem || problem.kind === "weekday" || problem.kind === "leap-day");
  return {
    kind: "date",
    ...(possible && { edtf }),
    ...(edtfSeason && { edtfSeason }),
    ...(approx && { approx }),
    ...(inferred.length > 0 && edtf && { inferred }),
    ...(evidence !== undefined && { evidence }),
    ...(sameSpanAs && { sameSpanAs }),
    ...(problem && { problem }),
  };
}
