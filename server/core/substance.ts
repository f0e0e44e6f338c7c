/** What a page is but for white space and look-alike characters: the same before and after its safe fixes. */

import { LOOKALIKE, mayHoldLookalike, standFor } from "./tables/look-alike.ts";
import { isWhiteSpaceAt, withoutWhiteSpace } from "./text/text.ts";

/**
 * A text without white space, with the characters that its look-alikes stand for. Inside a figure a mark is as good half-width as
 * full-width; it changes with its digits, and where white space stands between them, only the figure without it shows that it is one.
 */
export function substance(text: string): string {
  return withoutWhiteSpace(text.replace(LOOKALIKE, standFor)).replace(FIGURE_MARK, standFor);
}

const FIGURE_MARK = /(?<=\d)[．，](?=\d)|(?<=\d)％/gu;

/** The {@link substance} of a page, and how much of it stands before each offset of the page (UTF-16). */
export interface Substance {
  readonly text: string;
  readonly before: Uint32Array;
}

export function substanceOf(page: string): Substance {
  const found = mayHoldLookalike(page) ? page.matchAll(LOOKALIKE) : [];
  const lookalikes = new Map(Array.from(found, ({ index, 0: character }) => [index, character]));
  const before = new Uint32Array(page.length + 1);
  let text = "";
  let offset = 0;
  while (offset < page.length) {
    const lookalike = lookalikes.get(offset);
    const width = lookalike?.length ?? 1;
    before.fill(text.length, offset, offset + width);
    if (lookalike !== undefined) text += standFor(lookalike);
    else if (!isWhiteSpaceAt(page, offset)) text += page.charAt(offset);
    offset += width;
  }
  before[page.length] = text.length;
  return { text: text.replace(FIGURE_MARK, standFor), before };
}
