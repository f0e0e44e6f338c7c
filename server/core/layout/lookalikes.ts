/** Characters that look like another and stand for it: radicals, compatibility forms, full-width digits. */

/** Matches one look-alike character; global, so only for `matchAll` and `replace`. */
export const LOOKALIKE = /[\u2e80-\u2fdf\uf900-\ufaff０-９]/gu;

/** The character that a look-alike stands for; any other text comes back as it is. */
export function standFor(char: string): string {
  return char.normalize("NFKC");
}
