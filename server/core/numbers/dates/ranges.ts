/** The values of one resolved date and of a range of two. */

import type { DateValue } from "../../page/mention.ts";
import type { Found, Scan } from "../types.ts";
import { isoOf } from "./calendar.ts";
import type { Resolved } from "./resolve.ts";

/** A range from `first`, which ends at `firstEnd`, to `second`, which starts at `secondStart`. */
export function dateRange(
  scan: Scan,
  at: number,
  firstEnd: number,
  first: Resolved,
  secondStart: number,
  end: number,
  second: Resolved,
): Found {
  const plain = first.edtf && second.edtf && !first.edtf.includes("/") && !second.edtf.includes("/");
  const byDay =
    first.first !== undefined && second.last !== undefined ? `${isoOf(first.first)}/${isoOf(second.last)}` : undefined;
  const edtf = plain ? `${first.edtf}/${second.edtf}` : byDay;
  const inferred = first.inferred.length ? first.inferred : second.inferred;
  const evidence = first.evidence ?? second.evidence;
  const problem = first.problem ?? second.problem;
  const value: DateValue = {
    kind: "date",
    ...(edtf && !problem && { edtf }),
    ...(inferred.length > 0 && { inferred }),
    ...(evidence !== undefined && { evidence }),
    ...(problem && { problem }),
  };
  const found: Found = { end, type: "DATE", value, last: second.date };
  const full = /[年月日号]/.test(scan.text[firstEnd - 1] ?? "") && /[年月日号]/.test(scan.text[end - 1] ?? "");
  if (!full || secondStart <= firstEnd) return found;
  const halves = [
    { start: at, end: firstEnd, value: dateValue(first) },
    { start: secondStart, end, value: dateValue(second) },
  ];
  return { ...found, parts: halves };
}

/** The value of one date: its EDTF where there is such a date, and what was inferred. */
export function dateValue(resolved: Resolved): DateValue {
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
