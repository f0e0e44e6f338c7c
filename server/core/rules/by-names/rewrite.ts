/** The edits that put other words in the place of some on a page. */

import { toPageSpans } from "../../layout/joined.ts";
import type { Block } from "../../layout/types.ts";
import type { Span, TextEdit } from "../../text/text.ts";

/**
 * Puts `words` in the place of a span of a block's joined text (offsets in it; the edits are the page's). Only what
 * differs is touched, so a wrap inside a name stays for the fix whose business it is.
 */
export function rewrite(page: string, block: Block, { start, end }: Span, words: string): TextEdit[] {
  const old = [...block.text.slice(start, end)];
  const wanted = [...words];
  let same = 0;
  while (same < old.length && same < wanted.length && old[same] === wanted[same]) same += 1;
  let behind = 0;
  const most = Math.min(old.length, wanted.length) - same;
  while (behind < most && old.at(-1 - behind) === wanted.at(-1 - behind)) behind += 1;
  const from = start + old.slice(0, same).join("").length;
  const to = end - old.slice(old.length - behind).join("").length;
  const newText = wanted.slice(same, wanted.length - behind).join("");
  if (from === to) return newText === "" ? [] : insertion(page, block, from, newText);
  return toPageSpans(page, block, from, to).map((span, i) => ({ ...span, newText: i === 0 ? newText : "" }));
}

/** Behind the character that stands before, on whichever line that is; at a block's beginning, before its first. */
function insertion(page: string, block: Block, at: number, newText: string): TextEdit[] {
  const before = toPageSpans(page, block, at - 1, at).at(-1)?.end;
  const place = before ?? toPageSpans(page, block, at, at + 1)[0]?.start;
  return place === undefined ? [] : [{ start: place, end: place, newText }];
}
