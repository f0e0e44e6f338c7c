/** Reads Chinese numerals, the vague ones among them: `三百二十`, `三点五`, `十多万`, `一百几十万`, `三四十`. */

import { add, compare, type Decimal, decimal, numeralOf, shift } from "./decimal.ts";
import { DIGIT_VALUES, hanValue } from "./han-value.ts";
import { MAGNITUDE, type Numeral, PLACES, THOUSAND_OF_UNIT, withMagnitude, withMoreThan } from "./magnitudes.ts";
import { match } from "./match.ts";

/** A longer run of Chinese numerals is no numeral. */
const LONGEST_HAN = 40;

/** A run of Chinese numerals; sticky. */
export const HAN_RUN = /[〇零一二两三四五六七八九壹贰叁肆伍陆柒捌玖十拾百佰千仟万亿]+/y;
/** The fraction after 点. The 千 after it is a unit's (三点五千瓦) or makes a time of it (三点五千人). */
const DECIMAL_TAIL = new RegExp(`点([〇零一二三四五六七八九]+)(?![十百分钟半整刻]|千(?!${THOUSAND_OF_UNIT}))`, "y");
const REST_OF_THOUSAND = new RegExp(THOUSAND_OF_UNIT, "y");

/** 几 and 数 before a magnitude (几十), after a numeral with one more (一百几十), and as its last digit (十几). */
const SEVERAL = /[几数](?=[十百千万亿])/y;
const SEVERAL_MORE = /好?[几数]([十百千])(?![十百千])/y;
export const SEVERAL_ONES = /几(?=[^何乎分])/y;
/** 把 after a magnitude makes a round figure of it (千把人), before these that it doesn't count itself (百把椅子). */
const ABOUT = /把(?=[人块元斤亩里户米吨年字号天])/y;
/** The last digit, or two neighbours, of a numeral that leaves its place out: 五 of 三万五, 五六 of 三万五六. */
const SPOKEN_TAIL = /[一二两三四五六七八九十][百千万亿][一二三四五六七八九]{1,2}$/;

/** The Chinese numeral that begins at an offset of a normalised text. */
export function readHan(text: string, at: number): Numeral | undefined {
  const several = match(SEVERAL, text, at);
  const found = match(HAN_RUN, text, several?.end ?? at);
  if (!found || found.groups[0].length > LONGEST_HAN) return undefined;
  let run = found.groups[0];
  // In 五十万千瓦 and 五千克 the unit takes the 千; the amount is the same either way.
  if (run.length > 1 && run.endsWith("千") && match(REST_OF_THOUSAND, text, found.end)) run = run.slice(0, -1);
  const value = hanValue(several ? `一${run}` : run);
  // A financial digit counts beside 拾, 佰 and 仟 only; alone it is a surname or another word (伍人, 陆个).
  if (!value || (run.length === 1 && /[壹贰叁肆伍陆柒捌玖]/.test(run))) return undefined;
  const end = (several?.end ?? at) + run.length;
  const spoken = SPOKEN_TAIL.test(run) && { spoken: true as const };
  const base = { script: "han", magnitude: magnitudeOf(run), ...spoken } as const;
  if (several) {
    return { ...base, end, value: value.low, range: [value.low, timesNine(value.low)], approx: "several" };
  }
  if (value.positional) return { ...base, end, value: value.low, positional: true };
  if (compare(value.low, value.high) !== 0) {
    return withMoreThan(text, { ...base, end, value: value.low, range: [value.low, value.high] });
  }
  const more = /[百千万]$/.test(run) ? match(SEVERAL_MORE, text, end) : undefined;
  if (more) {
    const part = decimal(more.groups[1] === "十" ? 10 : more.groups[1] === "百" ? 100 : 1000);
    const found = match(MAGNITUDE, text, more.end);
    const places = found ? (PLACES[found.groups[0]] ?? 0) : 0;
    const range = [add(value.low, part), add(value.low, timesNine(part))].map((bound) => shift(bound, places));
    const [low, high] = range as [Decimal, Decimal];
    const magnitude = places || base.magnitude;
    return { ...base, magnitude, end: found?.end ?? more.end, value: low, range: [low, high], approx: "several" };
  }
  const about = /^[百千万]$/.test(run) ? match(ABOUT, text, end) : undefined;
  if (about) return { ...base, end: about.end, value: value.low, approx: "several" };
  const numeral: Numeral = { ...base, end, value: value.low, ...(/^[百佰千仟万亿]/.test(run) && { bare: true }) };
  const tail = run.endsWith("万") || run.endsWith("亿") ? undefined : match(DECIMAL_TAIL, text, end);
  if (tail) {
    const fraction = [...(tail.groups[1] ?? "")].map((char) => DIGIT_VALUES[char]).join("");
    return withMagnitude(text, { ...numeral, end: tail.end, value: decimal(`${numeralOf(value.low)}.${fraction}`) });
  }
  if (/[十百千]$/.test(run)) {
    const ones = match(SEVERAL_ONES, text, end);
    if (ones) return withMoreThan(text, numeral, ones);
  }
  return withMoreThan(text, numeral);
}

function timesNine(value: Decimal): Decimal {
  return { digits: value.digits * 9n, scale: value.scale };
}

/** The power of ten of the 万 or 亿 that a run ends in; 0 where it ends in none. */
function magnitudeOf(run: string): number {
  return run.endsWith("万亿") ? 12 : run.endsWith("亿") ? 8 : run.endsWith("万") ? 4 : 0;
}
