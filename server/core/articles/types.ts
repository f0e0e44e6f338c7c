/** What the page is made of: its articles, and the part that each block plays in one. */

import type { Block } from "../layout/types.ts";
import type { Span } from "../text/text.ts";

/** The part a block plays (DESIGN names, after the newsroom's words). */
export type Role =
  | "headline"
  | "kicker"
  | "deck"
  | "byline"
  | "lead"
  | "paragraph"
  | "crosshead"
  | "caption"
  | "credit"
  | "editors-note"
  | "jump-line"
  | "folio";

/** One article of the page. `start`…`end` runs from its first to its last own line (page offsets), far headings left out. */
export interface Article extends Span {
  readonly index: number;
  /** Blocks between `start` and `end`, in page order: lead, paragraphs, crossheads, captions, adjoining headings. */
  readonly blocks: readonly Block[];
  readonly headline?: Block;
  readonly kicker?: Block;
  readonly deck?: Block;
  /** Headline, kicker, deck and further lines of the heading, in page order; empty where the page has none. */
  readonly heading: readonly Block[];
  /**
   * Those of `heading` that name the article: the headline, or all lines as printed where nothing but type size,
   * which is lost, would tell the headline from its kicker or deck.
   */
  readonly named: readonly Block[];
  /** Bylines, wherever they stand. */
  readonly bylines: readonly Block[];
  /** Those of heading and bylines that stand apart from the article. */
  readonly detached: readonly Block[];
}

export interface Articles {
  /** In page order; their ranges are disjoint. */
  readonly articles: readonly Article[];
  /** The role of each block, by its index. */
  readonly roles: readonly Role[];
}
