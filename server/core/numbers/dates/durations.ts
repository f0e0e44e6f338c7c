/** Durations: 4小时内, 3年零2个月, 两个半小时, 半年, 3至5天, and those that reach back from the page's day (五年来). */

import type { DateValue } from "../../page/mention.ts";
import { before } from "../../text/text.ts";
import { add, type Decimal, decimal, isWhole, multiply, numeralOf } from "../numerals/decimal.ts";
import { inName } from "../numerals/exceptions.ts";
import { match, type Numeral, readNumeral } from "../numerals/numerals.ts";
import { readPostposition, readRange } from "../quantities/amounts.ts";
import type { Found, Reader, Scan } from "../types.ts";
import { civilOf, dayNumber, isoOf, pad } from "./calendar.ts";

type Designator = "Y" | "M" | "W" | "D" | "H" | "m" | "S";

/** A unit of time behind a numeral; `half` is a 半 inside or behind it (两个半小时, 三年半). */
interface TimeUnit {
  readonly designator: Designator;
  readonly factor: string;
  readonly end: number;
  readonly half: boolean;
  readonly many: boolean;
}

const WORDS: readonly (readonly [sticky: RegExp, designator: Designator, factor: string])[] = [
  [/个(?:多|半)?世纪/y, "Y", "100"],
  [/个多?年头/y, "Y", "1"],
  [/载(?![体人客货重荷入有着明于歌满波])/y, "Y", "1"],
  [/年(?![级龄代货轻薪味关会报检审鉴画糕夜华]|历(?![史程]))/y, "Y", "1"],
  [/(?:个)?季度/y, "M", "3"],
  [/个[多半来]?月/y, "M", "1"],
  [/(?:个)?(?:多|半)?(?:星期|礼拜)(?![一二三四五六日天])/y, "W", "1"],
  [/周(?![年岁期边末刊报长日全密])/y, "W", "1"],
  [/天(?![然津空气地下])|昼夜/y, "D", "1"],
  [/(?:个)?(?:多|半)?(?:小时|钟头)/y, "H", "1"],
  [/分钟|刻钟|分(?=(?:\d{1,2}(?:\.\d+)?|[一二三四五六七八九十]{1,3})秒)/y, "m", "1"],
  [/秒钟?/y, "S", "1"],
  [/日(?=以内|之内|内(?!瓦|地|外|蒙)|左右)/y, "D", "1"],
];
const ORDER: readonly Designator[] = ["Y", "M", "W", "D", "H", "m", "S"];
const MINUTES_IN_TIME = /分(?=\d|[一二三四五六七八九十]|[，。、；]|$|\d+秒)/y;
/** What a stop-watch shows behind 秒: 11秒52. */
const HUNDREDTHS = /(?<=秒)\d{1,2}(?=[，。；！？、）”的]|夺|获|创|打破|刷新|摘|完赛|名列|位列|率先|$)/y;
const BACKWARD = /前(?![期后景提来往沿夕所面三后端台列])|以前|之前/y;
const THIS_ONE = /[这那某每另任哪上下新的有同每前后第万之唯统初]$/;
const ONE = decimal("1");

/** A duration that a numeral begins. */
export function readDuration(scan: Scan, at: number, numeral: Numeral): Found | undefined {
  const { text } = scan;
  if (numeral.positional || (numeral.bare && numeral.end - at < 2)) return undefined;
  const unit = readTimeUnit(text, numeral.end);
  const range = readRange(text, numeral, unit?.end ?? numeral.end);
  const secondUnit = range && readTimeUnit(text, range.second.end);
  if (range && secondUnit && (!unit || unit.designator === secondUnit.designator)) {
    if (isYearNumber(text, numeral, numeral.end, secondUnit)) return undefined;
    return finish(scan, at, secondUnit.end, ranged(range.low, range.second.value, secondUnit), range.second);
  }
  if (!unit || isYearNumber(text, numeral, numeral.end, unit)) return undefined;
  if (numeral.script === "han") {
    const one = text.slice(at, numeral.end) === "一";
    if (one && (THIS_ONE.test(before(text, at, 1)) || /^[一年天周度]/.test(text.slice(unit.end)))) return undefined;
    if (inName(text, at, unit.end)) return undefined;
  }
  if (numeral.range) return finish(scan, at, unit.end, ranged(numeral.range[0], numeral.range[1], unit), numeral);
  const parts = readParts(text, numeral, unit);
  const hundredths = unit.designator === "S" || parts.amounts.has("S") ? match(HUNDREDTHS, text, parts.end) : undefined;
  if (hundredths) {
    const fraction = decimal(`0.${hundredths.groups[0]}`);
    parts.amounts.set("S", add(parts.amounts.get("S") ?? decimal("0"), fraction));
    return finish(scan, at, hundredths.end, { iso: isoDuration(parts.amounts) }, numeral);
  }
  return finish(scan, at, parts.end, { iso: isoDuration(parts.amounts) }, numeral, unit, numeral.value);
}

/** 半年, 半个月, 半小时, 半天. */
export const readHalf: Reader = (scan, at) => {
  if (scan.text[at] !== "半") return undefined;
  const found = match(/半(年多?|个月|个多月|个世纪|天|个小时|小时|个钟头|个多小时|分钟)(?![级龄会])/y, scan.text, at);
  if (!found || /[上下大小多夜前后每强]/.test(before(scan.text, at, 1))) return undefined;
  const unit = found.groups[1] ?? "";
  const iso = unit.startsWith("年")
    ? "P6M"
    : unit.endsWith("月")
      ? "P15D"
      : unit.endsWith("世纪")
        ? "P50Y"
        : unit === "天"
          ? "PT12H"
          : unit === "分钟"
            ? "PT30S"
            : "PT30M";
  return finish(scan, at, found.end, { iso, ...(unit.includes("多") && { approx: "over" }) });
};

/** A duration that a word ties to the page's day: 过去5年, 近三年来, 未来五年. */
export const readAnchored: Reader = (scan, at) => {
  const word = match(/过去的?|最近的?|近(?!日)|未来的?|今后的?/y, scan.text, at);
  if (!word) return undefined;
  const numeral = readNumeral(scan.text, word.end);
  if (!numeral || numeral.bare) return undefined;
  const near = word.groups[0] === "近";
  if (near && /[时达了用经超将已接附最临要需够隔有]$/.test(before(scan.text, at, 1))) return undefined;
  const found = readDuration(scan, word.end, numeral);
  if (found?.value.kind !== "duration" || found.value.range) return undefined;
  const parts = /^P(\d+)([YMWD])$/.exec(found.value.iso ?? "");
  if (!parts || (near && "HmS".includes(parts[2] ?? ""))) return undefined;
  const forward = /^[未今]/.test(word.groups[0]);
  const edtf = span(scan, Number(parts[1]), parts[2] as Designator, forward ? 1 : -1);
  return { ...found, type: "DATE", value: { ...found.value, ...(edtf && { edtf }) } };
};

function readTimeUnit(text: string, at: number): TimeUnit | undefined {
  for (const [sticky, designator, factor] of WORDS) {
    const found = match(sticky, text, at);
    if (!found) continue;
    const word = found.groups[0];
    const many = /[多来]/.test(word) || (text[found.end] === "多" && !/[少种样名次]/.test(text[found.end + 1] ?? ""));
    const inside = word.includes("半");
    const half = inside || (text[found.end] === "半" && !/[期段程场]/.test(text[found.end + 1] ?? ""));
    const end = found.end + (!/[多来]/.test(word) && many ? 1 : 0) + (half && !inside ? 1 : 0);
    return { designator, factor: word === "刻钟" ? "15" : factor, end, half, many };
  }
  return undefined;
}

/** 1949年 is a year, not 1 949 years; 3000年 and 2000年历史 are spans of time. */
function isYearNumber(text: string, numeral: Numeral, end: number, unit: TimeUnit): boolean {
  if (unit.designator !== "Y" || numeral.script !== "arabic" || numeral.magnitude || numeral.approx) return false;
  const digits = numeralOf(numeral.value);
  if (!/^\d{4}$/.test(digits) || text.slice(end - 5, end).includes(",")) return false;
  return Number(digits) <= 2100 && !/^年(?:的?历史|文明|以上|之久|古)/.test(text.slice(end, end + 4));
}

/** The parts of a duration: 3年零2个月, 1小时30分, 两天一夜. */
function readParts(text: string, first: Numeral, unit: TimeUnit): { amounts: Map<Designator, Decimal>; end: number } {
  const amounts = new Map<Designator, Decimal>();
  const put = (designator: Designator, amount: Decimal): void => {
    amounts.set(designator, add(amounts.get(designator) ?? decimal("0"), amount));
  };
  const putUnit = (value: Decimal, { designator, factor, half }: TimeUnit): void => {
    put(designator, multiply(value, decimal(factor)));
    if (half && designator === "Y") put("M", decimal("6"));
    else if (half && designator === "H") put("m", decimal("30"));
    else if (half) put(designator, decimal("0.5"));
  };
  putUnit(first.value, unit);
  let { end, designator } = unit;
  for (;;) {
    const from = /[零又]/.test(text[end] ?? "") ? end + 1 : end;
    const numeral = readNumeral(text, from);
    if (!numeral || numeral.positional || numeral.bare) break;
    const night = designator === "D" ? match(/夜/y, text, numeral.end) : undefined;
    if (night) return { amounts, end: night.end };
    const minutes = designator === "H" ? match(MINUTES_IN_TIME, text, numeral.end) : undefined;
    const next: TimeUnit | undefined =
      readTimeUnit(text, numeral.end) ??
      (minutes && { designator: "m", factor: "1", end: minutes.end, half: false, many: false });
    if (!next || ORDER.indexOf(next.designator) <= ORDER.indexOf(designator) || !isWhole(numeral.value)) break;
    putUnit(numeral.value, next);
    ({ end, designator } = next);
  }
  return { amounts, end };
}

/** Reads what follows a duration: 内, 以上, 来, 前. */
function finish(
  scan: Scan,
  at: number,
  stop: number,
  value: Omit<DateValue, "kind">,
  numeral?: Numeral,
  unit?: TimeUnit,
  amount?: Decimal,
): Found {
  const { text } = scan;
  const soft = numeral?.approx ?? (unit?.many ? "over" : undefined);
  const plain = /^P(\d+)([YMWD])$/.exec(value.iso ?? "");
  const count = amount && isWhole(amount) && plain ? Number(plain[1]) : undefined;
  const designator = plain?.[2] as Designator | undefined;
  if (count !== undefined && designator && text[stop] === "来" && !/[自到源访宾说看]/.test(text[stop + 1] ?? "")) {
    const edtf = span(scan, count, designator, -1);
    return {
      end: stop + 1,
      type: "DATE",
      value: { kind: "duration", ...value, ...(edtf && { edtf }), approx: soft ?? "about" },
    };
  }
  if (text[stop] === "来" && /^P\d+[YMWD]\//.test(value.iso ?? "")) {
    return { end: stop + 1, type: "DATE", value: { kind: "duration", ...value, approx: soft ?? "about" } };
  }
  const back = count !== undefined && designator ? match(BACKWARD, text, stop) : undefined;
  if (back && count !== undefined && designator) {
    const edtf = span(scan, count, designator, -1)?.split("/")[0];
    return {
      end: back.end,
      plainEnd: stop,
      type: "DATE",
      value: { kind: "date", ...value, ...(edtf && { edtf }), approx: soft ?? "about" },
    };
  }
  const years = /^P(\d+)Y\/P(\d+)Y$/.exec(value.iso ?? "");
  const ago = years && match(BACKWARD, text, stop);
  if (ago) {
    const [early, late] = [span(scan, Number(years[2]), "Y", -1), span(scan, Number(years[1]), "Y", -1)];
    const edtf = early && late && `${early.split("/")[0]}/${late.split("/")[0]}`;
    return {
      end: ago.end,
      plainEnd: stop,
      type: "DATE",
      value: { kind: "date", ...value, ...(edtf && { edtf }), approx: soft ?? "about" },
    };
  }
  const inside =
    text[stop] === "内" && !/[部外容地蒙]/.test(text[stop + 1] ?? "")
      ? { end: stop + 1, approx: "at_most" }
      : undefined;
  const post = inside ?? readPostposition(text, stop);
  const approx = soft ?? post?.approx;
  const era =
    count !== undefined && designator === "Y" && /新时代$/.test(before(text, at, 3))
      ? span(scan, count, "Y", -1)
      : undefined;
  return {
    end: post?.end ?? stop,
    ...(post && { plainEnd: stop }),
    type: era ? "DATE" : "QTY",
    value: { kind: "duration", ...value, ...(era && { edtf: era }), ...(approx && { approx }) },
  };
}

function ranged(low: Decimal, high: Decimal, unit: TimeUnit): { iso: string; range: readonly [string, string] } {
  const one = (value: Decimal): string =>
    isoDuration(new Map([[unit.designator, multiply(value, decimal(unit.factor))]]));
  return { iso: `${one(low)}/${one(high)}`, range: [one(low), one(high)] };
}

function isoDuration(amounts: ReadonlyMap<Designator, Decimal>): string {
  const of = (designators: readonly Designator[]): string =>
    designators
      .filter((designator) => amounts.has(designator))
      .map((designator) => `${numeralOf(amounts.get(designator) ?? ONE)}${designator.toUpperCase()}`)
      .join("");
  const time = of(["H", "m", "S"]);
  return `P${of(["Y", "M", "W", "D"])}${time && `T${time}`}`;
}

/** The years, months or days from the page's day back (-1) or on (1), as EDTF; undefined without such a day. */
function span(scan: Scan, count: number, designator: Designator, direction: 1 | -1): string | undefined {
  const anchor = scan.anchor;
  if (anchor === undefined || count > 3000) return undefined;
  const { year, month, day } = civilOf(anchor);
  const [here, there] =
    designator === "Y"
      ? [pad(year, 4), pad(year + direction * count, 4)]
      : designator === "M"
        ? [isoOf(anchor).slice(0, 7), isoOf(dayNumber(year, month + direction * count, Math.min(day, 28))).slice(0, 7)]
        : [isoOf(anchor), isoOf(anchor + direction * count * (designator === "W" ? 7 : 1))];
  return direction < 0 ? `${there}/${here}` : `${here}/${there}`;
}
