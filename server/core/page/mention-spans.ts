/** Where a mention stands on its page. */

import { type Block, blockAt, toPageSpans } from "../layout/index.ts";
import type { Span } from "../text/text.ts";
import type { Mention } from "./mention.ts";

/** A page's text and its blocks, as an analysis holds them. */
export interface LaidOut {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** The page spans of a mention, one for each line it stands on. */
export function pageSpans({ text, blocks }: LaidOut, { block, start, end }: Mention): Span[] {
  const home = blocks[block];
  return home ? toPageSpans(text, home, start, end) : [];
}

/** The narrowest mention that covers the page offset; the end of a mention counts as in it. */
export function mentionAt(page: LaidOut, mentions: readonly Mention[], offset: number): Mention | undefined {
  const block = blockAt(page.blocks, offset);
  return mentions
    .filter((mention) => mention.block === block?.index)
    .filter((mention) => pageSpans(page, mention).some(({ start, end }) => start <= offset && offset <= end))
    .sort((a, b) => b.start - a.start || a.end - a.start - (b.end - b.start))[0];
}
