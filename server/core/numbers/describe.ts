/** What a hover says of a date or quantity: normal form, weekday, lunar date, the amount in full, what was inferred. */

import type { DateProblem, DateValue, QuantityValue, TextMention } from "../page/mention.ts";
import { unitNamed } from "../tables/units.ts";
import type { Locale, Localised } from "../text/locale.ts";
import {
  dayOfIso,
  lunarMonthName,
  lunarName,
  lunarOf,
  stemBranchOf,
  weekdayName,
  weekdayOf,
} from "./dates/calendar.ts";
import { decimal, numeralOf, shift } from "./numerals/decimal.ts";

/** The facts of a mention's value, the normal form first; plain text, one fact a line. Empty for a mention without one. */
export function describeNumeric(mention: Pick<TextMention, "value">, locale: Locale): string[] {
  const { value } = mention;
  if (!value) return [];
  const facts = isDate(value) ? describeDate(value) : describeQuantity(value);
  return facts.map((fact) => fact[locale]).filter((fact) => fact !== "");
}

/** What can't be about a date, and what would be right, as a sentence. */
export function describeProblem({ kind, stated, expected, within }: DateProblem): Localised {
  switch (kind) {
    case "weekday":
      return {
        zh: `当天是${expected}，不是${stated}`,
        en: `that day was a ${english(expected)}, not a ${english(stated)}`,
      };
    case "month":
      return { zh: `没有${stated}`, en: `there is no month ${digits(stated)}` };
    case "day": {
      const leap = /^(\d+)年2月$/.exec(within ?? "");
      if (leap && stated === "29日") {
        return { zh: `${leap[1]}年不是闰年，2月没有29日`, en: `${leap[1]} is no leap year; February has no day 29` };
      }
      return {
        zh: `${within ?? "该月"}只有${digits(expected)}天，没有${stated}`,
        en: `there is no day ${digits(stated)}: the month has ${digits(expected)} days`,
      };
    }
    case "leap-day":
      return {
        zh: `年份存疑：推定的${within?.replace(/2月$/, "")}2月没有${stated}`,
        en: `which year is in doubt: the likeliest, ${digits(within?.slice(0, 4) ?? "")}, has no day ${digits(stated)} in February`,
      };
    case "lunar-day":
      return {
        zh: `农历一个月最多${expected}天，没有${stated}日`,
        en: `a lunar month has ${expected} days at most; there is no day ${stated}`,
      };
    case "hour":
      return { zh: `没有${stated}，一天至${expected}`, en: `there is no hour ${digits(stated)}` };
    case "minute":
      return { zh: `没有${stated}，一小时至${expected}`, en: `there is no minute ${digits(stated)}` };
  }
}

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
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

function isDate(value: DateValue | QuantityValue): value is DateValue {
  return value.kind === "date" || value.kind === "time" || value.kind === "duration" || value.kind === "recurrence";
}

function describeDate(value: DateValue): Localised[] {
  const facts: Localised[] = [];
  if (value.rrule) facts.push({ zh: `重复出现：${value.rrule}`, en: `recurs: ${value.rrule}` });
  const head = [value.kind === "date" ? undefined : value.iso, value.edtf].filter((part) => part !== undefined);
  const day = dayOfIso(value.edtf);
  if (head.length > 0) facts.push(day === undefined ? same(head.join(" · ")) : dayFact(head.join(" · "), day));
  // A day has its lunar name beside it already.
  if (value.lunar && day === undefined) facts.push(lunarFact(value.lunar));
  if (value.lunarYear && value.edtf) {
    const name = stemBranchOf(Number(value.edtf));
    facts.push({ zh: `农历${name}年`, en: `lunar year ${name}` });
  }
  if (value.asOf) facts.push({ zh: `截至 ${value.asOf}`, en: `as of ${value.asOf}` });
  if (value.sameSpanAs) facts.push({ zh: "与上文所说时段相同的月份", en: "the same months as the span before" });
  facts.push(...approxFact(value.approx));
  facts.push(...inferredFact(value));
  if (value.problem) facts.push(describeProblem(value.problem));
  return facts;
}

function dayFact(head: string, day: number): Localised {
  const lunar = lunarOf(day);
  const weekday = weekdayOf(day);
  const name = lunar && lunarName(lunar);
  return {
    zh: [head, weekdayName(weekday), ...(name ? [`农历${name}`] : [])].join(" · "),
    en: [head, WEEKDAYS[weekday - 1], ...(name ? [`lunar ${name}`] : [])].join(" · "),
  };
}

/** `农历八月十五`, `农历2022年腊月`: never in digits, which read like the solar calendar's. */
function lunarFact(lunar: string): Localised {
  const [, year = "", leap, month = "1", day] = /^(\d{4}|XXXX)-(L?)(\d\d)(?:-(\d\d))?$/.exec(lunar) ?? [];
  const date = { month: Number(month), leap: leap === "L" };
  const name = day === undefined ? lunarMonthName(date) : lunarName({ ...date, year: 0, day: Number(day) });
  const known = /^\d/.test(year);
  return { zh: `农历${known ? `${year}年` : ""}${name}`, en: `lunar ${name}${known ? ` of ${year}` : ""}` };
}

/** Says which part of the date the page leaves out, and from which of its words it comes. */
function inferredFact({ inferred = [], edtf, evidence }: DateValue): Localised[] {
  if (inferred.length === 0 || !edtf) return [];
  const year = /^\d{4}/.exec(edtf)?.[0];
  const zhPart =
    inferred.includes("year") && year ? `年份推定 ${year}` : inferred.includes("century") ? "世纪为推定" : "日期为推定";
  const enPart =
    inferred.includes("year") && year
      ? `year inferred: ${year}`
      : inferred.includes("century")
        ? "century inferred"
        : "date inferred";
  return [
    evidence === undefined
      ? { zh: `${zhPart}（按出报日推算）`, en: `${enPart} (from the page's date)` }
      : { zh: `${zhPart}：依据“${evidence}”`, en: `${enPart}, from “${evidence}”` },
  ];
}

function describeQuantity(value: QuantityValue): Localised[] {
  const facts: Localised[] = [headFact(value)];
  if (value.si && value.value && !METRIC.test(value.unit ?? "")) {
    const [amount = "", ...unit] = value.si.split(" ");
    facts.push(same(`＝ ${grouped(amount)} ${sign(unit.join(" "))}`));
  }
  if (value.unit === "亩" && value.value && !value.per) {
    facts.push(same(`≈ ${grouped(hectares(value.value))} hm²`));
  }
  if (value.upper) facts.push({ zh: `不到 ${grouped(value.upper)}`, en: `below ${grouped(value.upper)}` });
  facts.push(...approxFact(value.approx));
  const remark = unitNamed(value.unitText ?? value.unit ?? "")?.remark;
  if (remark) facts.push(remark);
  return facts;
}

/** Units that every reader reckons with: their amount in the base unit says nothing new. */
const METRIC = /^(?!n mile$|ct$)[\x20-\x7e·℃°μ²³]+$/;

/** Fifteen 亩 are a hectare; four figures are enough for an amount that never comes out. */
function hectares(mu: string): string {
  const amount = Number(mu) / 15;
  return amount >= 1e4 ? String(Math.round(amount)) : String(Number(amount.toPrecision(4)));
}

function headFact(value: QuantityValue): Localised {
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

function approxFact(approx: string | undefined): Localised[] {
  const fact = APPROX[approx ?? ""];
  return fact ? [fact] : [];
}

/** Digits in groups of three, with thin spaces as GB/T 15835 and ISO 80000 write them. */
function grouped(numeral: string): string {
  const [whole = "", fraction] = numeral.split(".");
  const spaced = whole.replace(/\d(?=(?:\d{3})+$)/g, "$&\u2009");
  return fraction ? `${spaced}.${fraction}` : spaced;
}

/** The number as a power of ten where it has ten digits and more: 2.84×10¹². */
function powerOfTen(numeral: string): string {
  if (!/^\d{10,}$/.test(numeral)) return "";
  const mantissa = numeral.replace(/0+$/, "");
  if (mantissa.length > 6) return "";
  const power = [...`${numeral.length - 1}`].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");
  return `${mantissa[0]}${mantissa.length > 1 ? `.${mantissa.slice(1)}` : ""}×10${power}`;
}

function percentText(value: string): string {
  return `${numeralOf(shift(decimal(value), 2))}%`;
}

/** `2/7 ≈ 28.57%`, rounded to four significant places at least. */
function fractionText(num: number, den: number): string {
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den) || den <= 0) return `${num}/${den}`;
  const scale = den > 1000 ? 4 : 2;
  const exact = BigInt(num) * 10n ** BigInt(scale + 2);
  const rounded = (2n * exact + BigInt(den)) / (2n * BigInt(den));
  return `${num}/${den} ${rounded * BigInt(den) === exact ? "=" : "≈"} ${numeralOf({ digits: rounded, scale })}%`;
}

function sign(unit: string): string {
  return unit.replace(/(m|cm)([23])(?!\d)/g, (_, base: string, power: string) => `${base}${power === "2" ? "²" : "³"}`);
}

function english(weekday: string): string {
  return WEEKDAYS["一二三四五六日".indexOf(weekday.slice(-1))] ?? weekday;
}

function digits(part: string): string {
  return part.replace(/\D/g, "");
}

function same(text: string): Localised {
  return { zh: text, en: text };
}
