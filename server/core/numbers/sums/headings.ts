/** Headings whose figures the article gives otherwise. */

import { numeralOf } from "../numerals/decimal.ts";
import { type Contradiction, commonEnd, type FigureBlock, isRounded } from "./figure-blocks.ts";
import { type Figure, sizeOf, someAddUp } from "./figures.ts";

/** Figures of a heading that the article gives otherwise, by what looks like a slip, and never as the heading has them. */
export function* contradictedHeadings(blocks: readonly FigureBlock[]): Generator<Contradiction> {
  const words = blocks.flatMap(({ heading, text }) => (heading ? text : [])).join("|");
  for (const heading of blocks.filter(({ heading: is }) => is)) {
    for (const figure of heading.figures) {
      if (!figure.exact) continue;
      const body = blocks.filter(({ heading: is }) => !is);
      const amounts = body.flatMap(({ index, text, figures }) =>
        figures
          .filter(({ measure }) => measure === figure.measure)
          .map((other) => ({ ...other, block: index, within: text })),
      );
      if (amounts.some((other) => !other.exact && isNear(figure, other)) || someAddUp(amounts, figure)) continue;
      const alike = amounts.filter((other) => other.exact && isSlipOf({ text: heading.text, words }, figure, other));
      const [other] = alike;
      if (!other || alike.length > 1) continue;
      const here = { ...figure, block: heading.index };
      yield {
        here,
        other,
        message: {
          zh: `标题里是${figure.text}，正文里是${other.text}`,
          en: `${figure.text} in the headline, ${other.text} in the article`,
        },
        reverse: {
          zh: `正文里是${other.text}，标题里是${figure.text}`,
          en: `${other.text} in the article, ${figure.text} in the headline`,
        },
      };
    }
  }
}

/** A figure of the article and the text it stands in. */
interface FigureWithin extends Figure {
  readonly within: string;
}

/** A block of a heading, and the words of all of it. */
interface HeadingText {
  readonly text: string;
  readonly words: string;
}

/**
 * Whether the heading's figure is a slip for the article's. Two digits that changed places are one wherever some words are the
 * same; of one other digit, which may be another amount, the words beside both must be, or more of them.
 */
function isSlipOf({ text, words }: HeadingText, one: Figure, other: FigureWithin): boolean {
  const slip = slipBetween(one, other);
  if (slip === undefined) return false;
  return haveSameWords(text, one, other) || sharedPairs(words, other) >= PAIRS[slip];
}

/** Whether the same words stand beside two figures, each in its text: four characters, or two on each side. */
function haveSameWords(text: string, one: Figure, { within, ...other }: FigureWithin): boolean {
  const [a, b] = [text.slice(one.end, one.end + 8), within.slice(other.end, other.end + 8)];
  let after = 0;
  while (after < a.length && a[after] === b[after] && /\p{Script=Han}/u.test(a[after] ?? "")) after += 1;
  const before = commonEnd(
    text.slice(Math.max(0, one.start - 8), one.start),
    within.slice(Math.max(0, other.start - 8), other.start),
  );
  const words = /\p{Script=Han}*$/u.exec(before)?.[0].length ?? 0;
  return after >= 4 || words >= 4 || (after >= 2 && words >= 2);
}

/** So far from a figure words are compared. */
const NEAR = 16;
/** So many pairs of neighbouring characters must be the same. */
const PAIRS = { swapped: 3, digit: 5 } as const;

/** How many pairs of neighbouring characters of the heading stand near the article's figure, too, in whatever order. */
function sharedPairs(words: string, { within, start, end }: FigureWithin): number {
  const near = `${within.slice(Math.max(0, start - NEAR), start)}|${within.slice(end, end + NEAR)}`;
  const shared = new Set<string>();
  for (let at = 0; at + 1 < words.length; at += 1) {
    const pair = words.slice(at, at + 2);
    if (/^\p{Script=Han}{2}$/u.test(pair) && near.includes(pair)) shared.add(pair);
  }
  return shared.size;
}

/** Whether an amount that is not exact may be the heading's. */
function isNear(one: Figure, other: Figure): boolean {
  const [a, b] = [sizeOf(one.value), sizeOf(other.value)];
  return Math.min(a, b) * 1.25 >= Math.max(a, b);
}

/**
 * How the heading's figure may be the article's, misprinted and not rounded: by one digit, or by two neighbours that changed places.
 * A heading rounds what its article has; it has no digits that the article lacks.
 */
function slipBetween(one: Figure, other: Figure): "swapped" | "digit" | undefined {
  const [a, b] = [numeralOf(one.value), numeralOf(other.value)];
  const isRounder = zerosAtEnd(a) > zerosAtEnd(b);
  if (a.length !== b.length || (isRounded(one, other) && (isRounder || one.place !== other.place))) return undefined;
  const off = [...a].flatMap((digit, index) => (digit === b[index] ? [] : [index]));
  const [first = 0, second = 0] = off;
  if (off.length === 1) return a.length > 1 ? "digit" : undefined;
  const changed = off.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
  return changed ? "swapped" : undefined;
}

function zerosAtEnd(numeral: string): number {
  return /0*$/.exec(numeral)?.[0].length ?? 0;
}
