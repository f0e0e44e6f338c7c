/** A numeral, and what may follow its digits: 余 and 多, 万 and 亿, the next part of a chain such as `1亿2000万`. */

import { UNIT_TABLE } from "../../tables/units.ts";
import { add, type Decimal, decimal, shift, trailingZeros, ZERO } from "./decimal.ts";
import { type Match, match } from "./match.ts";

/** A numeral in a normalised text. */
export interface Numeral {
  /** The offset after its last character. */
  readonly end: number;
  readonly value: Decimal;
  /** The least and the most it says, where it writes two neighbours as one (`七八百`) or has 几 (`几十`). */
  readonly range?: readonly [Decimal, Decimal];
  /** `over` where 余, 多 or 来 follows the digits, `several` where 几 or 数 stands for one. */
  readonly approx?: "over" | "several";
  /** What it stays below: `十多万` is less than 200 000. */
  readonly upper?: Decimal;
  readonly script: "arabic" | "han";
  /** The power of ten of the last 万 or 亿 (4, 8, 12 …), 0 where it ends in none. */
  readonly magnitude: number;
  /** Digits one after the other (`二〇二二`), which count nothing but years. */
  readonly positional?: true;
  /** Its last digit counts in the place below its magnitude, as people speak: `三万五`, `13万2`. */
  readonly spoken?: true;
  /** A magnitude without a digit before it: `百万`, `千`. */
  readonly bare?: true;
}

/** Arabic digits, grouped or not, with their fraction; sticky. */
export const ARABIC = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?: \d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/y;
/** What follows the 千 and the 百 that a unit begins with: 克 of 千克, 帕 of 百帕. */
export const THOUSAND_OF_UNIT = restsOfUnits("千");
const HUNDRED_OF_UNIT = restsOfUnits("百");
/** 万, 亿 and their like after digits, unless they begin another word (万达, 千瓦). */
export const MAGNITUDE = new RegExp(
  "万亿|千亿|百亿|十亿|亿|千万|百万|十万|万(?![达科象柏盛]|寿|山湖)" +
    `|千(?!${THOUSAND_OF_UNIT})|百(?!分|${HUNDRED_OF_UNIT})`,
  "y",
);
/** The power of ten of each magnitude. */
export const PLACES: Readonly<Record<string, number>> = {
  万亿: 12,
  千亿: 11,
  百亿: 10,
  十亿: 9,
  亿: 8,
  千万: 7,
  百万: 6,
  十万: 5,
  万: 4,
  千: 3,
  百: 2,
};
/** Words inside a numeral that make it more than its digits say; 来 only before what it goes with. */
const MORE_THAN = new RegExp(`[余多]|来(?=[万亿]|${vaguelyCounted().join("|")})`, "y");

/** What may follow an amount that needs no unit: the end of a clause, or a word that goes with any number (左右, 出头). */
export const ENDS_AMOUNT = "(?=$|[，。；：！？、）”…\\s]|多|左右|上下|以[上下内]|出头|元|块)";
/** A digit alone after a magnitude, which counts in the next lower place: 2 of 13万2. */
const SPOKEN_DIGIT = new RegExp(`([1-9])${ENDS_AMOUNT}`, "y");

/** The numeral with what may follow its digits: 余 and 多, 万 and 亿, the next part of a chain such as `1亿2000万`. */
export function withMagnitude(text: string, digits: Numeral): Numeral {
  let { end, value } = digits;
  let magnitude = 0;
  let total = ZERO;
  const ended = (moreThan: Match | undefined): Numeral => ({
    ...digits,
    end: moreThan?.end ?? end,
    value: total,
    magnitude,
    ...(moreThan && { approx: "over" as const }),
  });
  for (;;) {
    const moreThan = match(MORE_THAN, text, end);
    const found = match(MAGNITUDE, text, moreThan?.end ?? end);
    const places = found ? (PLACES[found.groups[0]] ?? 0) : 0;
    if (!found || (magnitude && places >= magnitude)) {
      total = add(total, value);
      return ended(moreThan);
    }
    if (moreThan) {
      const upper = add(total, shift(nextRound(value), places));
      const whole = add(total, shift(value, places));
      return { ...digits, end: found.end, value: whole, magnitude: places, approx: "over", upper };
    }
    total = add(total, shift(value, places));
    ({ end } = found);
    magnitude = places;
    const spoken = match(SPOKEN_DIGIT, text, end);
    if (spoken) {
      total = add(total, shift(decimal(spoken.groups[1] ?? ""), places - 1));
      return { ...digits, end: spoken.end, value: total, magnitude, spoken: true };
    }
    const next = places === 4 || places === 8 ? match(ARABIC, text, end) : undefined;
    const part = next && next.groups[0].length <= places ? decimal(next.groups[0].replace(/[, ]/g, "")) : undefined;
    const follows = next && (match(MAGNITUDE, text, next.end) || (places === 4 && /^\d{3,4}$/.test(next.groups[0])));
    if (!next || !part || !follows || text[next.end] === "年") return ended(match(MORE_THAN, text, end));
    ({ end } = next);
    value = part;
  }
}

/**
 * A numeral with the 余, 多 or 来 after it, and the magnitude after that: `二十余`, `十多万`.
 * @param word the word that makes the numeral more than its digits say, where it is another one: 几 of `十几万`
 */
export function withMoreThan(text: string, numeral: Numeral, word?: Match): Numeral {
  const moreThan = word ?? match(MORE_THAN, text, numeral.end);
  if (!moreThan) return numeral;
  const found = match(MAGNITUDE, text, moreThan.end);
  if (!found) {
    return { ...numeral, end: moreThan.end, approx: "over", ...(word && { upper: nextRound(numeral.value) }) };
  }
  const places = PLACES[found.groups[0]] ?? 0;
  const value = shift(numeral.value, places);
  const upper = shift(nextRound(numeral.value), places);
  return { ...numeral, end: found.end, value, magnitude: places, approx: "over", upper };
}

/** The next larger number with as many zeros: 20 for 10, 400 for 300. */
function nextRound(value: Decimal): Decimal {
  return add(value, shift(decimal("1"), trailingZeros(value)));
}

/**
 * What may be counted vaguely (三十来个), as alternatives of a pattern that leave out where it begins another word: measures
 * in Chinese, and the classifiers and times that go with 来.
 */
function vaguelyCounted(): string[] {
  return UNIT_TABLE.filter(
    ({ word, unit, kind, atHead, goesWith }) =>
      goesWith.includes("来") ||
      (kind !== "classifier" &&
        unit.dimension &&
        (atHead === "bound" || atHead === "plain") &&
        /^\p{Script=Han}/u.test(word)),
  ).map(({ word, other }) => (other ? `${word}(?!${other})` : word));
}

/** What the units that begin with a magnitude go on with, as alternatives of a pattern. */
function restsOfUnits(magnitude: string): string {
  return UNIT_TABLE.filter(({ word }) => word.startsWith(magnitude))
    .map(({ word }) => word.slice(1))
    .join("|");
}
