/** Where a mention stands on its page. */

import { type Block, toPageSpans } from "../layout/index.ts";
import type { Span } from "../text/text.ts";
import type { Mention } from "./mention.ts";

/** A page's text, and its blocks as they are read (see `Layout.texts`), as an analysis holds them. */
export interface LaidOut {
  readonly text: string;
  readonly texts: readonly Block[];
}

/** The page spans of a mention, one for each line it stands on. */
export function pageSpans({ text, texts }: LaidOut, { block, start, end }: Mention): Span[] {
  const home = texts[block];
  return home ? toPageSpans(text, home, start, end) : [];
}

/** The narrowest mention that covers the page offset; the end of a mention counts as in it. */
export function mentionAt(page: LaidOut, mentions: readonly Mention[], offset: number): Mention | undefined {
  const text = textAt(page, offset);
  return mentions
    .filter((mention) => mention.block === text?.index)
    .filter((mention) => pageSpans(page, mention).some(({ start, end }) => start <= offset && offset <= end))
    .sort((a, b) => b.start - a.start || a.end - a.start - (b.end - b.start))[0];
}

/** The text that stands at a page offset, its end included: of what interrupts a paragraph its own, not the paragraph. */
export function textAt({ texts }: LaidOut, offset: number): Block | undefined {
  return texts.findLast(({ start, pieces }) => {
    const last = pieces.at(-1);
    return last !== undefined && start <= offset && offset <= last.page + last.pageLength;
  });
}
