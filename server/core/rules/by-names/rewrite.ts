/** The edits that put other words in the place of some on a page. */

import { toPageSpans } from "../../layout/joined.ts";
import type { Block } from "../../layout/types.ts";
import type { Span, TextEdit } from "../../text/text.ts";

/**
 * Puts `words` in the place of a span of a block's joined text (offsets in it; the edits are the page's). Only what
 * differs is touched, so a wrap inside a name stays for its own fix.
 */
export function rewrite(page: string, block: Block, { start, end }: Span, words: string): TextEdit[] {
  const old = [...block.text.slice(start, end)];
  const wanted = [...words];
  let sameAtStart = 0;
  while (sameAtStart < old.length && sameAtStart < wanted.length && old[sameAtStart] === wanted[sameAtStart])
    sameAtStart += 1;
  let sameAtEnd = 0;
  const most = Math.min(old.length, wanted.length) - sameAtStart;
  while (sameAtEnd < most && old.at(-1 - sameAtEnd) === wanted.at(-1 - sameAtEnd)) sameAtEnd += 1;
  const from = start + old.slice(0, sameAtStart).join("").length;
  const to = end - old.slice(old.length - sameAtEnd).join("").length;
  const newText = wanted.slice(sameAtStart, wanted.length - sameAtEnd).join("");
  if (from === to) return newText === "" ? [] : insertion(page, block, from, newText);
  return toPageSpans(page, block, from, to).map((span, i) => ({ ...span, newText: i === 0 ? newText : "" }));
}

/** The page offset right after the character before, on whichever line that stands; at a block's beginning, before its first character. */
function insertion(page: string, block: Block, at: number, newText: string): TextEdit[] {
  const before = toPageSpans(page, block, at - 1, at).at(-1)?.end;
  const place = before ?? toPageSpans(page, block, at, at + 1)[0]?.start;
  return place === undefined ? [] : [{ start: place, end: place, newText }];
}
