/** Draws from a list so that nothing comes twice before everything has come once. */

import type { Random } from "../random.ts";

/** Gives the next item of the shuffled list, which is shuffled anew when it is through. */
export type Deck<T> = () => T;

export function deckOf<T>(list: readonly T[], random: Random): Deck<T> {
  let left: T[] = [];
  return () => {
    if (left.length === 0) left = random.shuffle(list);
    const next = left.pop();
    if (next === undefined) throw new Error("a deck of nothing");
    return next;
  };
}
