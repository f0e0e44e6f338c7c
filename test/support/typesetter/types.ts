/** What the typesetter takes and gives: clean articles, a plan of the page, and the page with its truth. */

/** The part a block plays, in the words that the truth files use. */
export type TruthRole =
  | "headline"
  | "kicker"
  | "subhead"
  | "byline"
  | "lead"
  | "body"
  | "crosshead"
  | "editor_note"
  | "caption"
  | "credit"
  | "jump_line"
  | "folio"
  | "table"
  | "verse";

export interface CleanBlock {
  readonly role: TruthRole;
  /** The text as an editor would have it: a blank stands only where it means something. Names may be marked. */
  readonly text: string;
}

/** An article before it is set. */
export interface CleanArticle {
  readonly id: string;
  readonly kicker?: string;
  readonly headline?: string;
  readonly subhead?: string;
  /** A byline that stands on a line of its own. */
  readonly byline?: string;
  /** Running text in order: paragraphs, leads, crossheads, an editor's note. */
  readonly blocks: readonly CleanBlock[];
  readonly caption?: string;
}

/** A stretch of a column: its measure in em, and after how many lines the next one starts (none: to the end). */
export interface Column {
  readonly measure: number;
  readonly lines?: number;
  /** What the text stream has where this stretch ends, in the middle of a paragraph or not: a folio, a caption. */
  readonly foot?: readonly DisplayItem[];
}

/** A block that is set for itself: a heading, a caption, a folio. */
export interface DisplayItem {
  readonly kind: "display";
  readonly article: string;
  readonly role: TruthRole;
  readonly text: string;
  /** Its lines are filled up to this many em. */
  readonly width: number;
  /** Its lines, where they are broken by sense and not by width. */
  readonly lines?: readonly string[];
}

/** One thing on the page, in the order of the text stream. */
export type PageItem =
  | {
      readonly kind: "flow";
      readonly article: string;
      readonly blocks: readonly CleanBlock[];
      readonly columns: readonly Column[];
      /** Beside how many lines the first character stands, enlarged. */
      readonly dropCap?: number;
    }
  | {
      /** Rows of a table or lines of verse, each a paragraph and a line of its own. */
      readonly kind: "rows";
      readonly article: string;
      readonly role: TruthRole;
      readonly rows: readonly string[];
    }
  | DisplayItem;

/** How lines are filled. Widths in em. */
export interface SettingStyle {
  /** By how much each mark may be squeezed to take in one more character; 0 as browsers set, ½ as newspapers do. */
  readonly squeeze: 0 | 0.5;
  /** The gap between a numeral or Latin word and a Han character. */
  readonly numberGap: 0 | 0.125 | 0.25;
  /** Whether a closing mark that would not fit may stand half outside at the line's end. */
  readonly hang: boolean;
  /** Whether a first line is set in by 2 em. */
  readonly indent: boolean;
}

/** What an extractor makes of a set page. Rates are probabilities. */
export interface Dialect {
  readonly name: "seed" | "pdfjs" | "mupdf" | "raw" | "indented";
  readonly style: SettingStyle;
  /** Blanks beside numerals: nowhere, everywhere, before always and after by visual line, or by visual line. */
  readonly spacing: "none" | "all" | "before" | "by-line";
  /** Of visual lines that have a numeral before a Han character: how many have a blank there (`before`, `by-line`). */
  readonly spacedLines: number;
  /** Of all lines: how many are stretched with a blank between all their characters. */
  readonly justified: number;
  /** Of all lines: how many have a blank behind a comma that the page never had. */
  readonly strayBlanks: number;
  /** After each line, after none, between blocks and first lines, two after each line, or between paragraphs only. */
  readonly blankLines: "each" | "none" | "blocks" | "double" | "paragraphs";
  readonly radicals: boolean;
  /** Lines are cut where two marks were set closer than their widths. */
  readonly cuts: boolean;
  /** Indents and separators arrive as U+3000. */
  readonly ideographicSpaces: boolean;
  /** An indent that arrives in another form than two U+3000. */
  readonly keptIndent?: string;
  /** Of articles: how many have full-width digits. */
  readonly fullWidthDigits: number;
  /** Of pages: how many have a character doubled in a heading. */
  readonly doubled: number;
  readonly eol: "\n" | "\r\n";
  readonly bom: boolean;
}

export interface PagePlan {
  readonly name: string;
  readonly seed: number;
  readonly dialect: Dialect;
  readonly articles: readonly CleanArticle[];
  readonly items: readonly PageItem[];
  /** Articles whose digits come out full-width; by chance where it is not said. */
  readonly fullWidth?: readonly string[];
  /** A character that the extractor doubles in this very block. */
  readonly double?: { readonly article: string; readonly role: TruthRole; readonly char: string };
}

export interface TruthLine {
  /** Line of the page, 1-based. */
  readonly n: number;
  readonly text: string;
  readonly para: string;
  readonly article: string;
  readonly role: TruthRole;
  /** The measure of its column in em; a heading or caption has none. */
  readonly measure?: number;
}

export interface Truth {
  readonly page: string;
  readonly format: string;
  readonly lines: readonly TruthLine[];
  readonly paras: readonly {
    readonly id: string;
    readonly article: string;
    readonly role: TruthRole;
    readonly text: string;
    /** The text with its names marked, on a page whose plan marks them. */
    readonly marked?: string;
  }[];
  readonly articles: readonly {
    readonly id: string;
    readonly kicker: string;
    readonly headline: string;
    readonly subhead: string;
    readonly head_pos: "before" | "after" | "far_start" | "far_end" | "missing";
  }[];
  /** Characters that the extractor doubled; a fix may take them out only when asked to. */
  readonly allowed_dedup: readonly {
    readonly para: string;
    readonly duplicated: string;
    readonly offset_nospace: number;
  }[];
}

export interface TypesetPage {
  readonly text: string;
  readonly truth: Truth;
}
