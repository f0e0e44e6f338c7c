/** The figures of an article by block, and what it means that two of them contradict each other. */

import type { Localised } from "../../text/locale.ts";
import { numeralOf } from "../numerals/decimal.ts";
import type { Figure } from "./figures.ts";

/** A block of an article and its figures. */
export interface FigureBlock {
  /** Its index on the page. */
  readonly index: number;
  readonly text: string;
  readonly figures: readonly Figure[];
  /** Headline, kicker or deck. */
  readonly heading: boolean;
}

/** A figure and the index of its block. */
export interface PlacedFigure extends Figure {
  readonly block: number;
}

/** A figure that another one contradicts. */
export interface Contradiction {
  readonly here: PlacedFigure;
  readonly other: PlacedFigure;
  readonly message: Localised;
  /** The message as it reads at the other figure. */
  readonly reverse: Localised;
}

/** The longest end that two texts have in common. */
export function commonEnd(one: string, other: string): string {
  let length = 0;
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return one.slice(one.length - length);
}

/** Whether one figure is the other with fewer digits. */
export function isRounded(one: Figure, other: Figure): boolean {
  const [a, b] = [one, other].map(({ value }) => Number(numeralOf(value))) as [number, number];
  const place = Math.max(
    one.place,
    other.place,
    Math.min(zerosOf(a), zerosOf(b)) === 0 ? Math.max(zerosOf(a), zerosOf(b)) : 0,
  );
  return Math.abs(a - b) < 10 ** place;
}

/** How many zeros a whole number ends in. */
function zerosOf(number: number): number {
  return /0*$/.exec(Number.isInteger(number) ? String(number) : "")?.[0].length ?? 0;
}
