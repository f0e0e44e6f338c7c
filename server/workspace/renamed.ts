/** The edits that put another name in the place of one on a page, the wraps and blanks inside it kept. */

import type { Span, TextEdit } from "../core/text/text.ts";

/** A name and what is to stand in its place; neither has white space. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
}

/** A name without the blanks that a page may set inside it (王 强). */
export function withoutBlanks(name: string): string {
  return name.replace(/\s/gu, "");
}

/**
 * The edits for a name that stands within a span of the text, white space between its characters or not; none where it does not. An
 * unbroken name is replaced as one. Of a broken one each character is, so that its wrap or blank stays for its own fix; what the
 * new name has more goes to the last of them.
 */
export function renamedIn(text: string, { start, end }: Span, { from, to }: Renaming): TextEdit[] {
  const written = charactersIn(text, start, end);
  const first = written
    .map(({ char }) => char)
    .join("")
    .indexOf(from);
  if (first < 0) return [];
  // Offsets into the joined characters are UTF-16, and a character may be two of them.
  let at = 0;
  const own = written.filter(({ char }) => {
    at += char.length;
    return at > first && at <= first + from.length;
  });
  const [head, tail] = [own[0], own.at(-1)];
  if (!head || !tail) return [];
  const whole = { start: head.start, end: tail.end };
  if (whole.end - whole.start === from.length) return [{ ...whole, newText: to }];
  const wanted = [...to];
  return own
    .map((place, index) => ({
      start: place.start,
      end: place.end,
      newText: index === own.length - 1 ? wanted.slice(index).join("") : (wanted[index] ?? ""),
    }))
    .filter((edit) => text.slice(edit.start, edit.end) !== edit.newText);
}

/** The characters of a stretch of the text that are no white space, each with its place. */
function charactersIn(text: string, start: number, end: number): (Span & { readonly char: string })[] {
  const found: (Span & { readonly char: string })[] = [];
  let at = start;
  for (const char of text.slice(start, end)) {
    if (!/\s/u.test(char)) found.push({ char, start: at, end: at + char.length });
    at += char.length;
  }
  return found;
}
