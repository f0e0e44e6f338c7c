/** The articles of a page, and the part that each of its blocks plays. */

import type { Block } from "../layout/types.ts";
import type { Span } from "../text/text.ts";

/** The part that a block plays, in the newsroom's words. */
export type Role =
  | "headline"
  | "kicker"
  | "deck"
  | "byline"
  | "lead"
  | "paragraph"
  | "row"
  | "verse"
  | "crosshead"
  | "caption"
  | "credit"
  | "editors-note"
  | "jump-line"
  | "folio";

/**
 * One article of the page. It spans (page offsets) its lines from the first to the last, with the parts of its heading that
 * adjoin the text or stand in it.
 */
export interface Article extends Span {
  readonly index: number;
  /** All blocks of its span, in page order: lead, paragraphs, crossheads, captions, headings that adjoin or stand between. */
  readonly blocks: readonly Block[];
  readonly headline?: Block;
  readonly kicker?: Block;
  readonly deck?: Block;
  /** Headline, kicker, deck and further lines of the heading, in page order; empty where the page has none. */
  readonly heading: readonly Block[];
  /**
   * The lines of the heading that name the article: the headline, or all of them where only the size of the type, which
   * is lost, could tell the headline from its kicker or deck.
   */
  readonly named: readonly Block[];
  /** Bylines, wherever they stand. */
  readonly bylines: readonly Block[];
  /**
   * The lines of the heading and the bylines that do not stand above the text in the order of print (kicker, headline, deck,
   * byline), be they far away, below the text or inside it. A byline of a part of a feature is at home below that part's crosshead.
   */
  readonly detached: readonly Block[];
}

export interface Articles {
  /** In page order; their spans are disjoint. */
  readonly articles: readonly Article[];
  /** The role of each block, by its index. */
  readonly roles: readonly Role[];
}
