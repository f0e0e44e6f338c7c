/** Reads units of time after a numeral, and writes durations as ISO 8601 does. */

import { type Decimal, numeralOf } from "../numerals/decimal.ts";
import { match } from "../numerals/match.ts";

/** The units of a duration as ISO 8601 writes them, minutes as `m` to tell them from months. */
export type Designator = "Y" | "M" | "W" | "D" | "H" | "m" | "S";

/** A unit of time after a numeral. */
export interface TimeUnit {
  readonly designator: Designator;
  /** How many of ISO's unit one of it is, as a numeral: 100 years of a century. */
  readonly factor: string;
  readonly end: number;
  /** A 半 inside or after it: 两个半小时, 三年半. */
  readonly half: boolean;
  /** A 多 or 来 inside or after it: 三个多月, 两年多. */
  readonly many: boolean;
}

/** The unit of time at an offset after a numeral. */
export function readTimeUnit(text: string, at: number): TimeUnit | undefined {
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

/** A duration in ISO 8601's form, the greatest unit first: P3Y2M, PT1H30M. */
export function isoDuration(amounts: ReadonlyMap<Designator, Decimal>): string {
  const of = (designators: readonly Designator[]): string =>
    designators
      .flatMap((designator) => {
        const amount = amounts.get(designator);
        return amount ? `${numeralOf(amount)}${designator.toUpperCase()}` : [];
      })
      .join("");
  const time = of(["H", "m", "S"]);
  return `P${of(["Y", "M", "W", "D"])}${time && `T${time}`}`;
}

/** Whether a unit is less than another: hours than days. */
export function isLess(unit: Designator, than: Designator): boolean {
  return ORDER.indexOf(unit) > ORDER.indexOf(than);
}

/** The units from the greatest down. */
const ORDER: readonly Designator[] = ["Y", "M", "W", "D", "H", "m", "S"];

/** Words for units of time, the first that matches counts. */
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
