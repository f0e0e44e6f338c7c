/** The marked page: the page as it is, reflowed to the lines of the clean page, with a mark wherever white space comes or goes. */

import { isWhiteSpaceAt } from "../text/text.ts";

/** Stands where the fix takes line ends away. */
export const LINE_END_GONE = "⏎";
/** Stands for each blank that the fix takes away. */
export const BLANK_GONE = "␣";
/** The proofreader's caret: stands where the fix puts white space in. */
export const PUT_IN = "‸";

/**
 * The page with the white space of the clean page, into which safe fixes made it, and marks where that differs. So both have as many
 * lines, and the marked page without its marks is the clean page, but for the look-alike characters that it still shows.
 */
export function markedPage(page: string, clean: string): string {
  const parts: string[] = [];
  let [p, c] = [0, 0];
  while (p < page.length || c < clean.length) {
    const [pageEnd, cleanEnd] = [endOfBlanks(page, p), endOfBlanks(clean, c)];
    parts.push(markedBlanks(page.slice(p, pageEnd), clean.slice(c, cleanEnd)));
    [p, c] = [pageEnd, cleanEnd];
    if (p >= page.length || c >= clean.length) break;
    const [kept, next] = [endOfCharacter(page, p, clean[c]), endOfCharacter(clean, c, page[p])];
    parts.push(page.slice(p, kept));
    [p, c] = [kept, next];
  }
  return parts.join("");
}

/** White space as the clean page has it, with marks for what is another on the page. */
function markedBlanks(page: string, clean: string): string {
  if (page === clean) return clean;
  const [gone, here] = [page.split(LINE_BREAK), clean.split(LINE_BREAK)];
  if (here.length === 1) return gone.length > 1 ? LINE_END_GONE + clean : markedLine(page, clean);
  // Between the first line end and the last one there may be blanks on lines that are empty but for them.
  const [first = "", last = ""] = [gone[0], gone.length > 1 ? gone.at(-1) : ""];
  const between = gone.slice(1, -1).join("");
  const ends = here.length === gone.length ? "" : here.length < gone.length ? LINE_END_GONE : PUT_IN;
  const breaks = clean.match(LINE_BREAK) ?? [];
  return [
    markedLine(first, here[0] ?? ""),
    // Something that is missing is marked on the line that is to come, what is too much before it.
    ends === LINE_END_GONE || here.length === 2 ? ends : "",
    breaks[0] ?? "",
    here.length > 2 && ends === PUT_IN ? ends : "",
    markedLine(between, here.slice(1, -1).join("")),
    ...breaks.slice(1),
    markedLine(last, here.at(-1) ?? ""),
  ].join("");
}

const LINE_BREAK = /\r\n|\n|\r/g;

/** Blanks inside a line: those of the clean page, after a mark for each that goes or one for those that come. */
function markedLine(page: string, clean: string): string {
  if (page === clean) return clean;
  if (page === "") return PUT_IN + clean;
  const kept = clean !== "" && page.includes(clean) ? clean.length : 0;
  return BLANK_GONE.repeat(page.length - kept) + clean;
}

function endOfBlanks(text: string, from: number): number {
  let end = from;
  while (end < text.length && isWhiteSpaceAt(text, end)) end += 1;
  return end;
}

/** Where a character ends: a unit where the other text has the same, which lone halves of pairs may be, else a code point. */
function endOfCharacter(text: string, at: number, other: string | undefined): number {
  return text[at] === other || (text.codePointAt(at) ?? 0) < 0x10000 ? at + 1 : at + 2;
}
