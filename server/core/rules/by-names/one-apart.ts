/** Two names of one length that differ in one character, and how like each other they are. */

import { MISTAKEN_BY_SHAPE } from "../../tables/characters.ts";

/** Whether two names sound alike, tones aside. */
export type SoundAlike = (a: string, b: string) => boolean;

/** How one name may have become the other: a slip of the ear, of the eye, or any other. */
export type Likeness = "sound" | "shape" | "none";

/** Where the one character stands in which names of one length differ (UTF-16 units); undefined where it is not one. */
export function differenceAt(a: string, b: string): number | undefined {
  if (a.length !== b.length || a === b) return undefined;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  return a.slice(at + 1) === b.slice(at + 1) ? at : undefined;
}

/** How like the two characters are in which the names differ. */
export function likeness(a: string, b: string, at: number, soundAlike?: SoundAlike): Likeness {
  if (MISTAKEN_BY_SHAPE.get(a.charAt(at))?.includes(b.charAt(at))) return "shape";
  return soundAlike?.(a, b) ? "sound" : "none";
}
