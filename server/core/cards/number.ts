/** What a card says of a date or quantity: its normal form in words, its place among the page's dates, what it is a share of. */

import { dayOfIso, isoOf, weekdayName, weekdayOf } from "../numbers/dates/calendar.ts";
import { describeNumeric } from "../numbers/index.ts";
import { numberReader } from "../numbers/remembered.ts";
import { disagreements } from "../numbers/sums/disagreements.ts";
import type { DateValue, Mention, QuantityValue } from "../page/mention.ts";
import type { Locale } from "../text/locale.ts";
import type { CardContext, Fact } from "./types.ts";

/** The facts of the value itself, then those that the rest of the page adds. */
export function numberFacts(context: CardContext, locale: Locale): Fact[] {
  const { mention } = context;
  const { value } = mention;
  if (!value) return [];
  const own = describeNumeric(mention, locale)
    .filter((fact) => !repeats(fact, mention.text, value))
    .map((text) => inWords(text, value, locale));
  return [
    ...own.map((text): Fact => ({ text, source: "reckoned" })),
    ...(isDate(value)
      ? [...spanFact(mention.text, value, locale), ...pageDatesFact(value, context)]
      : wholeFact(value, context)),
  ];
}

/** Whether a fact says only what stands on the page: 1 101 个 of 1101个, 15 kg of 15公斤, 第3名 of 第三名, 2024 of 2024年. */
function repeats(fact: string, text: string, value: DateValue | QuantityValue): boolean {
  const [said, written] = [bare(fact), bare(text)];
  if (isDate(value)) {
    const [, year, month] = /^(\d{4})(?:-(\d\d))?$/.exec(said) ?? [];
    const stated = month ? `${year}年${Number(month)}月` : `${year}年`;
    return year !== undefined && !value.inferred && (written === stated || written === `${stated}份`);
  }
  if (value.kind === "ordinal") return written.startsWith("第") && /^(?:第|number)/.test(said);
  // 多于此数 and the like need the number before them.
  if (value.approx || value.upper) return false;
  if (said === written) return true;
  const [numeral = "", unit = ""] = /^([\d.]+)(.*)$/.exec(said)?.slice(1) ?? [];
  const rest = written.slice(numeral.length);
  return (
    numeral !== "" &&
    unit !== "%" &&
    written.startsWith(numeral) &&
    /^(?:千[克米瓦]|百分点|[^\d.万亿千百十%])/u.test(rest)
  );
}

/** Without blanks and group separators, one dash for all. */
function bare(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s,]/g, "")
    .replace(/[—–～~至到]/g, "-");
}

/** What the page's other figures say against this one: the same that `figures-disagree` reports. */
export function numberDoubts({ mention, page, say }: CardContext): string[] {
  const { blocks } = page;
  const texts = blocks.map(({ text }) => text);
  const whole = [{ heading: new Set<number>(), blocks: texts.map((_, index) => index) }];
  const found = disagreements(texts, page.groups?.() ?? whole, numberReader(blocks).read);
  return found
    .flatMap((disagreement) => [disagreement, ...disagreement.related])
    .filter(({ block, start, end }) => block === mention.block && start < mention.end && mention.start < end)
    .map(({ message }) => say(message));
}

function isDate(value: DateValue | QuantityValue): value is DateValue {
  return value.kind === "date" || value.kind === "time" || value.kind === "duration" || value.kind === "recurrence";
}

const UNITS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  Y: ["年", "year"],
  Mo: ["个月", "month"],
  W: ["周", "week"],
  D: ["天", "day"],
  H: ["小时", "hour"],
  Mi: ["分钟", "minute"],
  S: ["秒", "second"],
};
const SEASONS: readonly (readonly [zh: string, en: string])[] = [
  ["春季", "spring"],
  ["夏季", "summer"],
  ["秋季", "autumn"],
  ["冬季", "winter"],
];

/** A fact that is only an ISO duration or an EDTF season, in words before it: 2 年（P2Y）. */
function inWords(fact: string, value: DateValue | QuantityValue, locale: Locale): string {
  if (!isDate(value)) return fact;
  if (value.kind === "duration" && value.iso && fact.startsWith(value.iso)) {
    const words = durationWords(value.iso, locale);
    const rest = fact.slice(value.iso.length);
    if (words) return locale === "zh" ? `${words}（${value.iso}）${rest}` : `${words} (${value.iso})${rest}`;
  }
  const season = /^(\d{4})-2([1-4])$/.exec(fact);
  const name = SEASONS[Number(season?.[2]) - 1];
  if (!season || !name) return fact;
  return locale === "zh" ? `${season[1]} 年${name[0]}（${fact}）` : `${name[1]} of ${season[1]} (${fact})`;
}

function durationWords(iso: string, locale: Locale): string | undefined {
  if (!/^P(?:[\d.]+[YMWD])*(?:T(?:[\d.]+[HMS])+)?$/.test(iso)) return undefined;
  const [date = "", time = ""] = iso.slice(1).split("T");
  const parts = [
    ...[...date.matchAll(/([\d.]+)([YMWD])/g)].map(([, n, unit]) => [n, unit === "M" ? "Mo" : unit]),
    ...[...time.matchAll(/([\d.]+)([HMS])/g)].map(([, n, unit]) => [n, unit === "M" ? "Mi" : unit]),
  ];
  const words = parts.map(([n = "", unit = ""]) => {
    const [zh, en] = UNITS[unit] ?? ["", ""];
    return locale === "zh" ? `${n} ${zh}` : `${n} ${en}${n === "1" ? "" : "s"}`;
  });
  return words.length > 0 ? words.join(" ") : undefined;
}

/** The weekdays that a range of days begins and ends with, and how many days it has. */
function spanFact(text: string, { edtf = "" }: DateValue, locale: Locale): Fact[] {
  const [from, to] = edtf.split("/").map(dayOfIso);
  // Of 月底 and 上旬, and of halves and years, nobody asks for the weekdays.
  if (!/\d[日号]?\s*(?:至|到|[-—–－~～])/u.test(text)) return [];
  if (from === undefined || to === undefined || to <= from || to - from > 31) return [];
  const days = to - from + 1;
  const [first, last] = [weekdayOf(from), weekdayOf(to)];
  const said =
    locale === "zh"
      ? `${weekdayName(first)}至${weekdayName(last)}，共 ${days} 天`
      : `${WEEKDAYS[first - 1]} to ${WEEKDAYS[last - 1]}, ${days} days`;
  return [{ text: said, source: "reckoned" }];
}

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** The first and last day that the page tells of, for one of its days. */
function pageDatesFact({ edtf }: DateValue, { page, say }: CardContext): Fact[] {
  if (dayOfIso(edtf) === undefined) return [];
  const days = page.mentions.flatMap(({ value }) =>
    value && isDate(value) && value.edtf ? value.edtf.split("/").flatMap((part) => dayOfIso(part) ?? []) : [],
  );
  const [first, last] = [Math.min(...days), Math.max(...days)];
  if (days.length === 0 || first === last) return [];
  const range = `${isoOf(first)} … ${isoOf(last)}`;
  return [{ text: say({ zh: `本页所说的日子：${range}`, en: `Days on this page: ${range}` }), source: "page" }];
}

/** What a quantity is a share of, where the page says which share it is: 2.84万亿方，占到全省七分之二. */
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

function ratioOf({ value }: Mention): number | undefined {
  if (!value || isDate(value)) return undefined;
  if (value.kind === "fraction" && value.num && value.den) return value.num / value.den;
  const percent = value.kind === "percent" ? Number(value.value) : Number.NaN;
  return percent > 0 && percent < 1 ? percent : undefined;
}

/** Three figures, counted in 万 and 亿 as newspapers do. */
function rounded(amount: number): string {
  for (const [size, name] of STEPS) if (amount >= size) return `${Number((amount / size).toPrecision(3))}${name}`;
  return String(Number(amount.toPrecision(3)));
}

const STEPS: readonly (readonly [number, string])[] = [
  [1e12, "万亿"],
  [1e8, "亿"],
  [1e4, "万"],
];
