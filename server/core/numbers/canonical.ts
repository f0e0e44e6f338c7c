/** The canonical names of dates and quantities: equal for equal values, short enough to read. */

import type { DateValue, QuantityValue } from "../page/mention.ts";
import { decimal, numeralOf, shift } from "./numerals/decimal.ts";

/** The canonical name of a value; one without a normal form is named by its `text`, as the page writes it. */
export function entityOf(value: DateValue | QuantityValue, text: string): string {
  switch (value.kind) {
    case "date":
      return value.asOf ?? openEnded(value.edtf, text) ?? UNBOUNDED[value.approx ?? ""] ?? value.lunar ?? text;
    case "time":
      return value.iso ?? text;
    case "duration":
      return value.edtf ? `${value.iso} (${value.edtf})` : (value.iso ?? text);
    case "recurrence":
      return value.rrule ?? text;
    case "ordinal":
      return `第${value.n}${value.unit ?? ""}`;
    case "fraction":
      return `${value.num}/${value.den}`;
    case "percent":
      return (value.range ?? [value.value ?? "0"]).map((part) => `${numeralOf(shift(decimal(part), 2))}%`).join("–");
    case "multiple":
    case "quantity":
      return amountName(value, text);
  }
}

/** Whether a value is a time without bounds: 近日 and 近年来 share a name and are not one time. */
export function isUnboundedTime(value: DateValue | QuantityValue): boolean {
  return (
    value.kind === "date" && !value.asOf && value.edtf === undefined && UNBOUNDED[value.approx ?? ""] !== undefined
  );
}

/** The names of times without bounds, by what their value is vague about. */
const UNBOUNDED: Readonly<Record<string, string>> = { recent: "PAST_REF", present: "PRESENT", future: "FUTURE_REF" };

/** The EDTF form of a date. One that lasts to the page's day has an open end, so 今年以来 is one span on every page. */
function openEnded(edtf: string | undefined, text: string): string | undefined {
  return /(?:以来|至今)$/.test(text) ? edtf?.replace(/\/.*$/, "/..") : edtf;
}

/** The name of an amount with its unit: `>200 个`, `±0.05 mm`, `100000000000 (量级)` for 千亿级. */
function amountName(value: QuantityValue, text: string): string {
  const [low, high] = value.range ?? [];
  const tolerance = text.startsWith("±") && high !== undefined ? `±${high}` : undefined;
  const amount = tolerance ?? (value.range ? `${low}–${high}` : (value.value ?? ""));
  const sign = value.kind === "quantity" && VAGUE.test(text) ? (SIGNS[value.approx ?? ""] ?? "") : "";
  if (value.magnitude) return `${amount} (量级)`;
  if (value.unit === "成本") return amount;
  const per = value.per ? `/${PER[value.per] ?? value.per}` : "";
  const kind = value.kind === "multiple" ? "倍" : "";
  return `${sign}${amount}${kind}${value.unit ? ` ${value.unit}${per}` : per}`;
}

/** Words inside a mention that make its number vague; words before it are no part of its name. */
const VAGUE = /[余多来几数上近超逾成下内右外]/;
/** Signs for vague numbers. */
const SIGNS: Readonly<Record<string, string>> = {
  over: ">",
  at_least: "≥",
  at_most: "≤",
  under: "<",
  about: "≈",
  nearly: "≲",
  several: "≈",
};
/** Times in denominators as newspapers write them. */
const PER: Readonly<Record<string, string>> = {
  year: "年",
  quarter: "季度",
  month: "月",
  week: "周",
  day: "日",
  h: "h",
  min: "min",
  s: "s",
};
