/** What a card says of a date or quantity: its value, its place among the page's dates, what it is a share of. */

import { dayOfIso, englishWeekday, isoOf, weekdayName, weekdayOf } from "../numbers/dates/calendar.ts";
import { decimal, numeralOf, shift } from "../numbers/numerals/decimal.ts";
import { numberReader } from "../numbers/page-numbers.ts";
import { disagreements } from "../numbers/sums/disagreements.ts";
import type { DateValue, Mention, QuantityValue } from "../page/mention.ts";
import type { CardContext, Doubt, Fact } from "./types.ts";
import { factsInWords, isDateValue, type ValueFact } from "./value.ts";

/** The facts of the value itself, without those that only repeat the page, then those that the rest of the page adds. */
export function numberFacts(context: CardContext): Fact[] {
  const { mention, say } = context;
  const { value } = mention;
  if (!value) return [];
  const own = factsInWords(value)
    .filter((fact) => say(fact.text) !== "" && !repeatsPage(fact, value, context))
    .map(({ text }): Fact => ({ text: say(text), source: "reckoned" }));
  return [
    ...own,
    ...(isDateValue(value)
      ? [...spanFact(value, context), ...pageDatesFact(value, context)]
      : wholeFact(value, context)),
  ];
}

/** What the page's other figures say against this one: what the rule `figures-disagree` reports. */
export function numberDoubts({ mention, page, say }: CardContext): Doubt[] {
  const { blocks } = page;
  const texts = blocks.map(({ text }) => text);
  const whole = [{ heading: new Set<number>(), blocks: texts.map((_, index) => index) }];
  const found = disagreements(texts, page.articles?.() ?? whole, numberReader(blocks).read);
  return found
    .flatMap((disagreement) => [disagreement, ...disagreement.related])
    .filter(({ block, start, end }) => block === mention.block && start < mention.end && mention.start < end)
    .map(({ message }) => ({ kind: "figures", text: say(message) }));
}

/**
 * Whether a fact says only what stands on the page: 1 101 个 of 1101个, 15 kg of 15公斤, 第3名 of 第三名, 2024 of 2024年. The
 * remark that reckons from one of a unit (1亩＝1/15公顷) is left out where the page has one of it.
 */
function repeatsPage(
  { kind, text }: ValueFact,
  value: DateValue | QuantityValue,
  { mention, say }: CardContext,
): boolean {
  if (kind === "other") return false;
  const written = bare(mention.text);
  if (isDateValue(value)) return repeatsDate(value, written);
  if (value.kind === "ordinal") return kind === "form" && written.startsWith("第");
  // 多于此数 and the like need the number before them.
  if (value.approx || value.upper) return false;
  if (kind === "remark") return text.zh.startsWith("1") && isNumeralAndUnit(written, "1");
  return written === bare(say(text)) || isNumeralAndUnit(written, numeralBeforeUnit(value));
}

/** Whether a date's form is a year or month that the page states as it is: 2024年, 2024年5月份. */
function repeatsDate({ kind, edtf, inferred }: DateValue, written: string): boolean {
  const [, year, month] = (kind === "date" && /^(\d{4})(?:-(\d\d))?$/.exec(edtf ?? "")) || [];
  const stated = month ? `${year}年${Number(month)}月` : `${year}年`;
  return year !== undefined && !inferred && (written === stated || written === `${stated}份`);
}

/** Whether a text has a numeral and right after it a unit, no further digit and no 万 or 亿. */
function isNumeralAndUnit(written: string, numeral: string | undefined): boolean {
  if (numeral === undefined || !/^[\d.]+$/.test(numeral) || !written.startsWith(numeral)) return false;
  return /^(?:千[克米瓦]|百分点|[^\d.万亿千百十%])/u.test(written.slice(numeral.length));
}

/** The numeral that a quantity's form begins with and its unit follows; of a percentage only where it is a range. */
function numeralBeforeUnit({ kind, value, range, num }: QuantityValue): string | undefined {
  if (kind === "quantity") return range?.[0] ?? value;
  if (kind === "fraction") return `${num ?? 0}`;
  return kind === "percent" && range ? numeralOf(shift(decimal(range[0]), 2)) : undefined;
}

/** A text without blanks and group separators, with one dash for all. */
function bare(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s,]/g, "")
    .replace(/[—–～~至到]/g, "-");
}

/** The weekdays that a range of days begins and ends with, and how many days it has; for no more than a month. */
function spanFact({ edtf = "" }: DateValue, { mention, say }: CardContext): Fact[] {
  const [from, to] = edtf.split("/").map(dayOfIso);
  // Of 月底 and 上旬, and of halves and years, nobody asks for the weekdays.
  if (!/\d[日号]?\s*(?:至|到|[-—–－~～])/u.test(mention.text)) return [];
  if (from === undefined || to === undefined || to <= from || to - from > 31) return [];
  const days = to - from + 1;
  const [first, last] = [weekdayOf(from), weekdayOf(to)];
  const text = say({
    zh: `${weekdayName(first)}至${weekdayName(last)}，共 ${days} 天`,
    en: `${englishWeekday(first)} to ${englishWeekday(last)}, ${days} days`,
  });
  return [{ text, source: "reckoned" }];
}

/** The first and last day that the page tells of, for one of its days. */
function pageDatesFact({ edtf }: DateValue, { page, say }: CardContext): Fact[] {
  if (dayOfIso(edtf) === undefined) return [];
  const days = page.mentions.flatMap(({ value }) =>
    value && isDateValue(value) && value.edtf ? value.edtf.split("/").flatMap((part) => dayOfIso(part) ?? []) : [],
  );
  const [first, last] = [Math.min(...days), Math.max(...days)];
  if (days.length === 0 || first === last) return [];
  const range = `${isoOf(first)} … ${isoOf(last)}`;
  return [{ text: say({ zh: `本页所说的日子：${range}`, en: `Days on this page: ${range}` }), source: "page" }];
}

/** The whole of a quantity, where the page says right after it what share it is: 2.84万亿方，占到全省七分之二. */
function wholeFact({ kind, value }: QuantityValue, { mention, page, say }: CardContext): Fact[] {
  const text = page.blocks[mention.block]?.text ?? "";
  const share = page.mentions.find(
    (other) =>
      other.block === mention.block &&
      other.start >= mention.end &&
      other.start <= mention.end + 12 &&
      ratioOf(other) !== undefined,
  );
  const ratio = share && ratioOf(share);
  if (kind !== "quantity" || value === undefined || !share || !ratio) return [];
  const between = /占[^。；！？\d]{0,8}$/u.exec(text.slice(mention.end, share.start));
  if (!between) return [];
  const whole = `${rounded(Number(value) / ratio)}${mention.text.replace(/^[\d.,\s一二三四五六七八九十百千万亿两余多近约]+/u, "")}`;
  const said = between[0] + share.text;
  return [
    {
      text: say({ zh: `“${said}” ⇒ 全部约 ${whole}`, en: `“${said}”: the whole is about ${whole}` }),
      source: "reckoned",
    },
  ];
}

/** The part of one that a fraction or percentage is; undefined where it is none, or nothing or all. */
function ratioOf({ value }: Mention): number | undefined {
  if (!value || isDateValue(value)) return undefined;
  if (value.kind === "fraction" && value.num && value.den) return value.num / value.den;
  const percent = value.kind === "percent" ? Number(value.value) : Number.NaN;
  return percent > 0 && percent < 1 ? percent : undefined;
}

/** An amount to three figures, counted in 万 and 亿 as newspapers do. */
function rounded(amount: number): string {
  for (const [size, name] of STEPS) if (amount >= size) return `${Number((amount / size).toPrecision(3))}${name}`;
  return String(Number(amount.toPrecision(3)));
}

const STEPS: readonly (readonly [number, string])[] = [
  [1e12, "万亿"],
  [1e8, "亿"],
  [1e4, "万"],
];
