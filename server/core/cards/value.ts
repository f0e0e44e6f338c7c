/**
 * What is said of a date or quantity in cards and lists: its normal form, weekday and lunar date, the amount in full, what
 * was inferred.
 */

import {
  dayOfIso,
  englishWeekday,
  lunarMonthName,
  lunarName,
  lunarOf,
  stemBranchOf,
  weekdayName,
  weekdayOf,
} from "../numbers/dates/calendar.ts";
import { describeProblem } from "../numbers/dates/problems.ts";
import { decimal, numeralOf, shift } from "../numbers/numerals/decimal.ts";
import type { DateValue, QuantityValue, TextMention } from "../page/mention.ts";
import { unitNamed } from "../tables/units.ts";
import type { Locale, Localised } from "../text/locale.ts";
import { durationWords, seasonWords } from "./date-words.ts";

/** A fact of a value, in plain text. */
export interface ValueFact {
  /** `form` is its normal form, `remark` what an editor should know of its unit. */
  readonly kind: "form" | "remark" | "other";
  readonly text: Localised;
}

/** The facts of a mention's value, the normal form first, one text a fact; none for a mention without a value. */
export function describeNumeric({ value }: Pick<TextMention, "value">, locale: Locale): string[] {
  const facts = value ? valueFacts(value, dateForm) : [];
  return facts.map(({ text }) => text[locale]).filter((text) => text !== "");
}

/** The same facts, with an ISO duration and an EDTF season in words as well: 2 年（P2Y）. */
export function factsInWords(value: DateValue | QuantityValue): ValueFact[] {
  return valueFacts(value, dateFormInWords);
}

export function isDateValue(value: DateValue | QuantityValue): value is DateValue {
  return value.kind === "date" || value.kind === "time" || value.kind === "duration" || value.kind === "recurrence";
}

/** Writes the normal form of a date, time or duration, without weekday and lunar date. */
type DateWriter = (value: DateValue) => Localised;

function valueFacts(value: DateValue | QuantityValue, write: DateWriter): ValueFact[] {
  return isDateValue(value) ? dateFacts(value, write) : quantityFacts(value);
}

function dateFacts(value: DateValue, write: DateWriter): ValueFact[] {
  const facts: ValueFact[] = [];
  const add = (text: Localised | undefined): void => {
    if (text) facts.push({ kind: "other", text });
  };
  if (value.rrule) add({ zh: `重复出现：${value.rrule}`, en: `recurs: ${value.rrule}` });
  const day = dayOfIso(value.edtf);
  const form = write(value);
  if (form.zh !== "") facts.push({ kind: "form", text: day === undefined ? form : withDay(form, day) });
  // A day has its lunar name beside it already.
  if (value.lunar && day === undefined) add(lunarText(value.lunar));
  if (value.lunarYear && value.edtf) {
    const name = stemBranchOf(Number(value.edtf));
    add({ zh: `农历${name}年`, en: `lunar year ${name}` });
  }
  if (value.asOf) add({ zh: `截至 ${value.asOf}`, en: `as of ${value.asOf}` });
  if (value.sameSpanAs) add({ zh: "与上文所说时段相同的月份", en: "the same months as the span before" });
  add(APPROX[value.approx ?? ""]);
  add(inferredText(value));
  if (value.problem) add(describeProblem(value.problem));
  return facts;
}

function dateForm({ kind, iso, edtf }: DateValue): Localised {
  const parts = [kind === "date" ? undefined : iso, edtf].filter((part) => part !== undefined);
  return same(parts.join(" · "));
}

function dateFormInWords(value: DateValue): Localised {
  const { kind, iso, edtf } = value;
  const duration = kind === "duration" && iso ? durationWords(iso) : undefined;
  if (duration && iso) {
    const rest = edtf === undefined ? "" : ` · ${edtf}`;
    return { zh: `${duration.zh}（${iso}）${rest}`, en: `${duration.en} (${iso})${rest}` };
  }
  const season = kind === "date" && edtf ? seasonWords(edtf) : undefined;
  return season ? { zh: `${season.zh}（${edtf}）`, en: `${season.en} (${edtf})` } : dateForm(value);
}

/** The form of a day with its weekday and lunar date. */
function withDay(form: Localised, day: number): Localised {
  const lunar = lunarOf(day);
  const weekday = weekdayOf(day);
  const name = lunar && lunarName(lunar);
  return {
    zh: [form.zh, weekdayName(weekday), ...(name ? [`农历${name}`] : [])].join(" · "),
    en: [form.en, englishWeekday(weekday), ...(name ? [`lunar ${name}`] : [])].join(" · "),
  };
}

/**
 * A lunar date by its name: `农历八月十五`, `农历2022年腊月`; digits would read like the solar calendar's. `lunar` is as the
 * value has it.
 */
function lunarText(lunar: string): Localised {
  const [, year = "", leap, month = "1", day] = /^(\d{4}|XXXX)-(L?)(\d\d)(?:-(\d\d))?$/.exec(lunar) ?? [];
  const date = { month: Number(month), leap: leap === "L" };
  const name = day === undefined ? lunarMonthName(date) : lunarName({ ...date, year: 0, day: Number(day) });
  const known = /^\d/.test(year);
  return { zh: `农历${known ? `${year}年` : ""}${name}`, en: `lunar ${name}${known ? ` of ${year}` : ""}` };
}

/** Which part of the date the page leaves out, and from which of its words it comes. */
function inferredText({ inferred = [], edtf, evidence }: DateValue): Localised | undefined {
  if (inferred.length === 0 || !edtf) return undefined;
  const year = /^\d{4}/.exec(edtf)?.[0];
  const part =
    inferred.includes("year") && year
      ? { zh: `年份推定 ${year}`, en: `year inferred: ${year}` }
      : inferred.includes("century")
        ? { zh: "世纪为推定", en: "century inferred" }
        : { zh: "日期为推定", en: "date inferred" };
  return evidence === undefined
    ? { zh: `${part.zh}（按出报日推算）`, en: `${part.en} (from the page's date)` }
    : { zh: `${part.zh}：依据“${evidence}”`, en: `${part.en}, from “${evidence}”` };
}

function quantityFacts(value: QuantityValue): ValueFact[] {
  const facts: ValueFact[] = [{ kind: "form", text: quantityForm(value) }];
  const add = (text: Localised | undefined): void => {
    if (text) facts.push({ kind: "other", text });
  };
  if (value.si && value.value && !METRIC.test(value.unit ?? "")) {
    const [amount = "", ...unit] = value.si.split(" ");
    add(same(`＝ ${grouped(amount)} ${sign(unit.join(" "))}`));
  }
  if (value.unit === "亩" && value.value && !value.per) add(same(`≈ ${grouped(hectares(value.value))} hm²`));
  if (value.upper) add({ zh: `不到 ${grouped(value.upper)}`, en: `below ${grouped(value.upper)}` });
  add(APPROX[value.approx ?? ""]);
  const remark = unitNamed(value.unitText ?? value.unit ?? "")?.remark;
  if (remark) facts.push({ kind: "remark", text: remark });
  return facts;
}

/** Units that every reader reckons with; the amount in SI's base unit says nothing new of them. */
const METRIC = /^(?!n mile$|ct$)[\x20-\x7e·℃°μ²³]+$/;

/** The hectares of an amount of 亩, fifteen of which are one; to four figures, as most never come out. */
function hectares(mu: string): string {
  const amount = Number(mu) / 15;
  return amount >= 1e4 ? String(Math.round(amount)) : String(Number(amount.toPrecision(4)));
}

/** The normal form of a quantity with its unit, what it is counted per and, of a large amount, its power of ten. */
function quantityForm(value: QuantityValue): Localised {
  const unit = value.unit && !value.magnitude ? ` ${sign(value.unit)}` : "";
  const per = value.per ? { zh: `/${PER[value.per] ?? sign(value.per)}`, en: `/${sign(value.per)}` } : same("");
  switch (value.kind) {
    case "ordinal":
      return { zh: `第${value.n}${value.unit ?? ""}`, en: `number ${value.n}${unit}` };
    case "fraction":
      return same(fractionText(value.num ?? 0, value.den ?? 1));
    case "percent":
      return same(value.range ? value.range.map(percentText).join("–") : percentText(value.value ?? "0"));
    case "multiple": {
      const times = value.range ? value.range.join("–") : (value.value ?? "");
      return { zh: `${times} 倍`, en: `× ${times}` };
    }
    case "quantity": {
      const amount = value.range ? value.range.map(grouped).join("–") : grouped(value.value ?? "");
      const power = value.range ? "" : powerOfTen(value.value ?? "");
      const level = value.magnitude ? { zh: "（量级）", en: " (order of magnitude)" } : same("");
      return {
        zh: `${amount}${unit}${per.zh}${power && `（${power}）`}${level.zh}`,
        en: `${amount}${unit}${per.en}${power && ` (${power})`}${level.en}`,
      };
    }
  }
}

const PER: Readonly<Record<string, string>> = { year: "年", quarter: "季度", month: "月", week: "周", day: "日" };

/** A numeral with its digits in groups of three, by thin spaces as GB/T 15835 and ISO 80000-1 write them. */
function grouped(numeral: string): string {
  const [whole = "", fraction] = numeral.split(".");
  const spaced = whole.replace(/\d(?=(?:\d{3})+$)/g, "$&\u2009");
  return fraction ? `${spaced}.${fraction}` : spaced;
}

/** A whole number of ten digits and more as a power of ten (2.84×10¹²), where six figures are enough; else empty. */
function powerOfTen(numeral: string): string {
  if (!/^\d{10,}$/.test(numeral)) return "";
  const mantissa = numeral.replace(/0+$/, "");
  if (mantissa.length > 6) return "";
  const power = [...`${numeral.length - 1}`].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");
  return `${mantissa[0]}${mantissa.length > 1 ? `.${mantissa.slice(1)}` : ""}×10${power}`;
}

/** A part of one as a percentage: `35%` of 0.35. */
function percentText(value: string): string {
  return `${numeralOf(shift(decimal(value), 2))}%`;
}

/** A fraction and its percentage: `2/7 ≈ 28.57%`, with two decimals, or four where it is of more than a thousand parts. */
function fractionText(num: number, den: number): string {
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den) || den <= 0) return `${num}/${den}`;
  const scale = den > 1000 ? 4 : 2;
  const exact = BigInt(num) * 10n ** BigInt(scale + 2);
  const rounded = (2n * exact + BigInt(den)) / (2n * BigInt(den));
  return `${num}/${den} ${rounded * BigInt(den) === exact ? "=" : "≈"} ${numeralOf({ digits: rounded, scale })}%`;
}

/** A unit's sign with raised powers: `m²` of m2. */
function sign(unit: string): string {
  return unit.replace(/(m|cm)([23])(?!\d)/g, (_, base: string, power: string) => `${base}${power === "2" ? "²" : "³"}`);
}

/** What the words of a value add to it, by its `approx`. */
const APPROX: Readonly<Record<string, Localised>> = {
  over: { zh: "多于此数", en: "more than this" },
  under: { zh: "不足此数", en: "less than this" },
  nearly: { zh: "接近此数", en: "nearly this" },
  about: { zh: "约数", en: "about" },
  several: { zh: "概数", en: "a round figure" },
  at_least: { zh: "至少", en: "at least" },
  at_most: { zh: "至多", en: "at most" },
  recent: { zh: "不久之前，无确切日期", en: "shortly before; no exact date" },
  present: { zh: "写稿之时", en: "at the time of writing" },
  future: { zh: "此后", en: "from then on" },
  start_of_year: { zh: "年初", en: "start of the year" },
  end_of_year: { zh: "年底", en: "end of the year" },
  start_of_month: { zh: "月初", en: "start of the month" },
  middle_of_month: { zh: "月中", en: "middle of the month" },
  end_of_month: { zh: "月底", en: "end of the month" },
  start_of_period: { zh: "期初", en: "start of the period" },
  middle_of_period: { zh: "中期", en: "middle of the period" },
  end_of_period: { zh: "期末", en: "end of the period" },
};

function same(text: string): Localised {
  return { zh: text, en: text };
}
