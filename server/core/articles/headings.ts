/** Tells kicker, headline and deck apart inside a heading, by their marks and lengths. */

import type { Block } from "../layout/types.ts";
import { DASHED, LEADS_OVER, SERIES } from "./patterns.ts";

/** The parts of a heading; `named` are the lines that name the article (see {@link Article.named}). */
export interface Heading {
  readonly headline: Block;
  readonly kicker?: Block;
  readonly deck?: Block;
  readonly named: readonly Block[];
}

/** A first line of so few characters above a line twice as long or longer names a person or place and leads over to it. */
const SHORT_KICKER = 6;

/** The parts of a heading, whose lines are given in page order. */
export function headingParts(lines: readonly [Block, ...Block[]]): Heading {
  const [first, second, ...rest] = lines;
  if (!second) return { headline: first, named: [first] };
  const { at, sure } = headlineOf(lines);
  const headline = lines[at] as Block;
  const kicker = lines[at - 1];
  const deck = lines[at + 1];
  return {
    headline,
    ...(kicker ? { kicker } : {}),
    ...(deck ? { deck } : {}),
    named: sure || rest.length > 1 ? [headline] : lines,
  };
}

/** Which line is the headline, and whether marks say so. */
function headlineOf(lines: readonly Block[]): { readonly at: number; readonly sure: boolean } {
  const texts = lines.map((line) => line.text.trim());
  const dashed = texts.findIndex((text, i) => i > 0 && DASHED.test(text));
  if (dashed > 0) return { at: Math.min(dashed - 1, 1), sure: dashed <= 2 };
  const over = texts.findIndex((text, i) => i + 1 < texts.length && LEADS_OVER.test(text));
  if (over >= 0) return { at: over + 1, sure: true };
  const tagged = texts.findIndex((text) => SERIES.test(text));
  if (tagged >= 0 && texts.findLastIndex((text) => SERIES.test(text)) === tagged) return { at: tagged, sure: true };
  if (texts.length > 2) return { at: 1, sure: false };
  const [first = "", second = ""] = texts;
  if (first.length <= SHORT_KICKER && second.length >= 2 * first.length) return { at: 1, sure: true };
  return { at: first.length <= second.length ? 0 : 1, sure: false };
}
