/** The canonical name of a date or quantity: equal for equal values, short enough to read. */

import type { DateValue, QuantityValue } from "../page/mention.ts";
import { decimal, numeralOf, shift } from "./numerals/decimal.ts";

const RELATIVE: Readonly<Record<string, string>> = { recent: "PAST_REF", present: "PRESENT", future: "FUTURE_REF" };
const SIGNS: Readonly<Record<string, string>> = {
  over: ">",
  at_least: "≥",
  at_most: "≤",
  under: "<",
  about: "≈",
  nearly: "≲",
  several: "≈",
};
/** Times in denominators, as the page's language writes them. */
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

/** The canonical name of a value; `text` stands in where it has no normal form. */
export function entityOf(value: DateValue | QuantityValue, text: string): string {
  switch (value.kind) {
    case "date":
      return value.asOf ?? openEnded(value.edtf, text) ?? RELATIVE[value.approx ?? ""] ?? value.lunar ?? text;
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

/** What lasts to the page's day lasts on: 今年以来 is one span, whatever the day. */
function openEnded(edtf: string | undefined, text: string): string | undefined {
  return /(?:以来|至今)$/.test(text) ? edtf?.replace(/\/.*$/, "/..") : edtf;
}

/** Words inside a mention that make its number vague; those before it say nothing of what it names. */
const VAGUE = /[余多来几数上近超逾成下内右外]/;

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
