/** Code points as people write them. */

/** The code points of a text, as in `U+00AD U+200D`. */
export function visibleCode(text: string): string {
  return [...text]
    .map((char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`)
    .join(" ");
}
