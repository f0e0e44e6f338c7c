/** Crossheads of one article, all of one shape. */

import type { Random } from "../random.ts";
import { QUOTED, SAID_OF_SIDE, TURNS } from "../stock/crossheads.ts";
import { deckOf } from "./deck.ts";

/** One length; a comma at the same place; quotation marks round all; bare numbers; a dash at the end. */
export type CrossheadShape = "length" | "comma" | "quotes" | "numbers" | "dash";

const NUMBERS = "一二三四五六七八九";

/** The rates of the shapes. */
export function crossheadShape(random: Random): CrossheadShape {
  return random.weighted([
    ["length", 4],
    ["comma", 3],
    ["quotes", 2],
    ["numbers", 2],
    ["dash", 1],
  ]);
}

/** A crosshead for each side of a matter, in their order. */
export function crossheadsFor(sides: readonly string[], shape: CrossheadShape, random: Random): string[] {
  const said = deckOf(SAID_OF_SIDE[random.int(2, 6)] ?? [], random);
  const quoted = deckOf(QUOTED, random);
  const turn = deckOf(TURNS[random.pick([2, 4, 6])] ?? [], random);
  const write: Readonly<Record<CrossheadShape, (side: string, index: number) => string>> = {
    length: (side) => side + said(),
    comma: (side) => `${turn()}，${side}${said()}`,
    quotes: (side) => `“${quoted().replace("{面}", side)}”`,
    numbers: (_, index) => `（${NUMBERS[index]}）`,
    dash: (side) => `${turn()}，${side}${said()}——`,
  };
  return sides.map(write[shape]);
}
