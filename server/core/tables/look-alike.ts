/** Characters that look like another and stand for it: radicals, compatibility forms, full-width digits. */

import kangxi from "../../data/lookalikes/kangxi-radicals.txt";
import supplement from "../../data/lookalikes/radicals-supplement.txt";
import { rowsOf } from "./read.ts";

/**
 * Matches one look-alike character; global, so only for `matchAll` and `replace`. It covers the radical blocks, the
 * compatibility ideographs (save the twelve of them that are unified ideographs) and the full-width digits.
 * Full-width letters are left out: newspapers set them on purpose (Ａ股, ＰＭ2.5 in a line of Han), so they are no
 * mistake that a reader could tell from intention. Of full-width marks those count that belong to a figure of full-width
 * digits, so that it becomes half-width as a whole (１２．５％, ３，２００): the point between two digits, the comma before
 * three, the sign after one.
 */
export const LOOKALIKE = new RegExp(
  [
    "[\\u2e81-\\u2e99\\u2e9b-\\u2ef3\\u2f00-\\u2fd5]",
    "[\\uf900-\\ufa0d\\ufa10\\ufa12\\ufa15-\\ufa1e\\ufa20\\ufa22\\ufa25\\ufa26\\ufa2a-\\ufa6d\\ufa70-\\ufad9]",
    "[\\u{2f800}-\\u{2fa1d}]",
    "[０-９]",
    "．(?<=[０-９]．)(?=[０-９])",
    "，(?<=[０-９]，)(?=[０-９]{3}(?![０-９]))",
    "％(?<=[０-９]％)",
  ].join("|"),
  "gu",
);

/** Holds every look-alike and little else, so that most texts need no closer look; a figure's marks stand beside a digit. */
const MAYBE_LOOKALIKE = /[\u2e80-\u2fdf\uf900-\ufaff\uff10-\uff19\ud87e]/;

/** Whether a text may hold a look-alike; where it may not, looking for one is in vain. */
export function mayHoldLookalike(text: string): boolean {
  return MAYBE_LOOKALIKE.test(text);
}

/** A text with the characters that its look-alikes stand for. */
export function withoutLookalikes(text: string): string {
  return mayHoldLookalike(text) ? text.replace(LOOKALIKE, standFor) : text;
}

/** How many UTF-16 units before and after a character tell whether it is a look-alike. */
export const LOOKALIKE_REACH = 4;

/** Marks that are look-alikes only inside a figure of full-width digits. */
const FIGURE_MARKS: ReadonlyMap<string, string> = new Map([
  ["．", "."],
  ["，", ","],
  ["％", "%"],
]);

/** Whether a look-alike belongs to a figure: a full-width digit or a mark. */
export function isOfFigure(lookalike: string): boolean {
  return (lookalike >= "０" && lookalike <= "９") || FIGURE_MARKS.has(lookalike);
}

const RADICALS: ReadonlyMap<string, string> = new Map(
  [...rowsOf(kangxi), ...rowsOf(supplement)].map(([radical = "", character = ""]) => [radical, character]),
);

/**
 * The character that a look-alike (one code point that {@link LOOKALIKE} matched) stands for; any other text, those marks
 * aside, comes back as it is. What comes back is
 * never a look-alike itself. Compatibility ideographs have a canonical character (NFC gives it); radicals have a
 * table, as normalisation leaves most of them alone and gives the traditional form of others.
 */
export function standFor(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x2e80) return char;
  if (code < 0x2fe0) return RADICALS.get(char) ?? char;
  if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xff10 + 0x30);
  if (code >= 0xff00 && code < 0xff10) return FIGURE_MARKS.get(char) ?? char;
  if (code >= 0xf900 && code <= 0xfaff) return char.normalize("NFC");
  if (code >= 0x2f800 && code <= 0x2fa1f) return char.normalize("NFC");
  return char;
}
