/** What the layout model says of a page: its blocks, and what every white-space run inside them is. */

import type { Localised } from "../text/locale.ts";
import type { Page, Span } from "../text/text.ts";

/**
 * Why a white-space run inside a block stands there.
 * - `wrap`: a line end inside a paragraph;
 * - `number`: a blank beside a numeral or Latin word, from the typesetter's gap;
 * - `inside-number`: a blank or wrap that cuts a numeral, or a numeral from its unit sign;
 * - `justified`: a blank between the characters of a line that was stretched to the measure;
 * - `stray`: any other blank that means nothing;
 * - `kept`: a blank that means something (names, halves of a headline, parts of a slogan).
 *
 * A gap of `inside-number` or `stray` may be doubtful: see `Gap.doubtful`.
 */
export type GapCause = "wrap" | "number" | "inside-number" | "justified" | "stray" | "kept";

/** A white-space run inside a block (page offsets; no white space beside it), and what should stand in its place. */
export interface Gap extends Span {
  readonly cause: GapCause;
  /** What stands here in the block's joined text: `""`, `" "`, or the run itself where it is kept. */
  readonly joined: string;
  /** What the fixed page has here, where that is not what the joined text has: the blank beside a numeral of a house that sets one. */
  readonly fixed?: string;
  /**
   * What probably should stand here where the evidence is too thin to say so: what a doubtful fix makes of the run. Until
   * a person chooses it, a blank stays in the joined text as it stays on the page; a wrap is joined there, as analysis
   * goes by what is likelier, but not on the page.
   */
  readonly doubtful?: string;
}

/**
 * How a block was set: `body` in a column's running text, `display` as a headline, byline, caption or the like, `row` as a
 * row of a table, `verse` as a line of a poem. Rows that follow one another are one table, lines of verse one poem.
 */
export type Setting = "body" | "display" | "row" | "verse";

/** A stretch of joined text that stands on the page as it is (or with look-alike characters replaced). */
export interface Piece {
  /** Offset in the joined text. */
  readonly joined: number;
  /** Offset on the page. */
  readonly page: number;
  /** Length in the joined text, in UTF-16 code units. */
  readonly length: number;
  /** Length on the page; differs from `length` only for a single replaced character. */
  readonly pageLength: number;
}

/** A run of lines that belong together: a paragraph, a headline, a byline, a caption… */
export interface Block {
  readonly index: number;
  readonly setting: Setting;
  /** First and last line of the page that belong to it, 0-based, inclusive. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** Page offsets of its first character that is no white space and of the place after its last one. */
  readonly start: number;
  readonly end: number;
  /** The clean text: wraps and stray blanks gone, look-alike characters replaced. */
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly gaps: readonly Gap[];
  /** The column's full width in em where the block was set in one, else 0. */
  readonly measure: number;
}

/** A line end inside a block and the reason that shows best that it is a wrap. */
export interface Wrap extends Span {
  /** Index of the block. */
  readonly block: number;
  /** The line that ends here, 0-based. */
  readonly line: number;
  readonly reason: Localised;
}

/** A paragraph that lines interrupt which are no part of it: a folio, a table, a caption. */
export interface Interruption {
  /** Index of the block that it breaks off with, and of the block with which it goes on. */
  readonly before: number;
  readonly after: number;
}

/** Columns that were read row by row, so that each line goes on in the next but one or two; every line is a block of its own. */
export interface InterleavedColumns {
  /** Indexes of the blocks of each column, ascending, from the column that begins first; together they are all between the first and the last. */
  readonly columns: readonly (readonly number[])[];
}

/** A page and what the layout model says of it. */
export interface Layout {
  readonly page: Page;
  /** In page order; every line that is not blank belongs to exactly one. */
  readonly blocks: readonly Block[];
  /** The same as they are read, an interrupted paragraph as one text: see `whole-texts.ts`. */
  readonly texts: readonly Block[];
  readonly wraps: readonly Wrap[];
  readonly interruptions: readonly Interruption[];
  /** From top to bottom. */
  readonly interleaved: readonly InterleavedColumns[];
  /** Indexes of the blocks that may go on in the next one: the evidence for a break there is as thin as that for a wrap. */
  readonly mayGoOn: readonly number[];
}
