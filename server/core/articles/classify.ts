/** Tells what a block is by itself: text, a byline, a caption… or a short line, of which only the whole page tells more. */

import { isFurniture } from "../layout/furniture.ts";
import { looksTransliterated } from "../tables/transliterating.ts";
import { comesFromElsewhere } from "./jumps.ts";
import {
  BARE_NAME,
  BYLINE,
  CAPTION,
  CONTACT,
  CREDIT,
  DATE_LINE,
  EDITOR_SAYS,
  END_MARK,
  FOLIO,
  GOES_ON,
  ITEM,
  JUMP,
  JUMP_TO,
  LEAD,
  MAYBE_FOREIGN,
  NAME_LIST,
  NOTE,
  NOTICE,
  OFFICE,
  OPENS,
  PHOTOGRAPHER,
  PICTURE_SOURCE,
  REPORTER,
  TAIL,
} from "./patterns.ts";

/**
 * - `text`: running text;
 * - `short`: a short line, which may be a heading, a crosshead or a short piece of text;
 * - `name`: a bare name: a byline where it stands beside text, else a short line;
 * - `office`: a bare office or firm: it signs the text above it where no heading follows, else it is a short line;
 * - `contact`: how to reach somebody, at the end of the text above it; elsewhere it is a credit, as the paper's own is;
 * - `date`: a day by itself, below who signs the text above it; elsewhere it is a folio;
 * - `tail`: who wrote the text above or where it comes from; it closes an article;
 * - `note`: a line such as 开栏的话; it opens an article;
 * - `part`: a further row of the table or line of the poem above it, which is one text with it;
 * - the rest as in {@link Role}.
 */
export type BlockKind =
  | "text"
  | "short"
  | "name"
  | "office"
  | "contact"
  | "date"
  | "byline"
  | "credit"
  | "caption"
  | "tail"
  | "note"
  | "part"
  | "folio"
  | "jump";

/** What a text block shows of the article's beginning and end. */
export interface TextCues {
  /** Opens with 本报讯, 新华社…电 or the like, or with 编者按. */
  readonly lead: boolean;
  /** Opens with 上接第一版 in brackets: it goes on from another page. */
  readonly continued: boolean;
  /** Ends with a name or source in brackets, or with a jump line in brackets. */
  readonly endMark: boolean;
  /** Ends without a full stop: it is a summary, or cut off. */
  readonly open: boolean;
  /** Opens with words that go on with what stands before: 同时, 他说. */
  readonly goesOn: boolean;
  /** Opens with 近日, a date or the like, as articles do. */
  readonly opens: boolean;
  /** Speaks of the column it stands in, as an editor's note does. */
  readonly note: boolean;
  /** One short sentence: an article rarely begins with one. */
  readonly brief: boolean;
  /** The kind of sign that it opens with as an item of a list; empty where it is none. */
  readonly item: string;
  /** Names its reporter. */
  readonly signed: boolean;
  /** Is a table or a poem: with a heading of its own it is an article. */
  readonly piece: boolean;
}

/** Lengths in UTF-16 code units, from newspaper pages: what is longer is no short line, no byline and so on. */
const LONGEST_SHORT = 46;
const LONGEST_BRIEF = 29;
const LONGEST_LINE = 60;
const LONGEST_JUMP = 19;
const LONGEST_NAMES = 30;
const LONGEST_BYLINE = 40;
const LONGEST_NOTE_LINE = 14;
const LONGEST_EDITORS_WORDS = 199;
export const LONGEST_CAPTION = 160;
/** How much of a text's head and tail is looked at. */
const HEAD = 80;
const TAIL_LENGTH = 70;

/** The end of a sentence, with the quotes and brackets that close after it. */
const FULL_STOP = /[。！？!?；;…][”’"」』）)》]*$/u;

/** The kind of a block, from its own text alone, without white space at its edges. */
export function kindOfText(text: string): BlockKind {
  const length = text.length;
  // Its text may follow a jump line on the same line.
  if (comesFromElsewhere(text)) return length <= LONGEST_JUMP ? "jump" : "text";
  if (length <= LONGEST_LINE) {
    if (JUMP.test(text)) return "jump";
    if (DATE_LINE.test(text)) return "date";
    if (CONTACT.test(text)) return "contact";
    const isCredit = CREDIT.test(text);
    if (FOLIO.test(text) || (!isCredit && isFurniture(text))) return "folio";
    if (length <= LONGEST_NOTE_LINE && NOTE.test(text)) return "note";
    if (TAIL.test(text) && !PICTURE_SOURCE.test(text)) return "tail";
    if (isCredit && (length <= LONGEST_NAMES || isFurniture(text))) return "credit";
    if (length <= LONGEST_BYLINE && BYLINE.test(text) && !PHOTOGRAPHER.test(text)) return "byline";
  }
  if (length <= LONGEST_CAPTION && CAPTION.test(text) && !LEAD.test(text)) return "caption";
  if (NAME_LIST.test(text)) return "text";
  // 简讯 opens with a surname, too.
  if (length <= LONGEST_NAMES && !NOTICE.test(text) && (BARE_NAME.test(text) || isForeignName(text))) return "name";
  if (length <= LONGEST_NAMES && OFFICE.test(text)) return "office";
  return isText(text) ? "text" : "short";
}

/** So many of a foreign name's characters, one in five, are typical of such names: 胡里奥·塞瓦略斯. */
const LEAST_TYPICAL = 5;

function isForeignName(text: string): boolean {
  if (!MAYBE_FOREIGN.test(text)) return false;
  const characters = [...text.replaceAll("·", "")];
  return characters.filter(looksTransliterated).length * LEAST_TYPICAL >= characters.length;
}

/** A series tag at a headline's end, however long: it names a series, and one inside it. */
const LONG_SERIES = /[（(][^（）()，。；：！？]{6,}[）)]$/u;

/** Whether a block is running text: a whole sentence, or longer than a heading can be. */
function isText(text: string): boolean {
  if (text.replace(LONG_SERIES, "").length > LONGEST_SHORT || /^[问答][：:]/u.test(text)) return true;
  if (/[。；]/u.test(text.slice(0, -1))) return true;
  if (/[。；…][”’」』）]*$/u.test(text)) return true;
  if (/^“.*[？！?!…]”$/u.test(text)) return true;
  if (/[？！?!]$/u.test(text)) return text.length > 30 || /[？！?!].*[？！?!]/u.test(text);
  return /[，、].*[：:，]$/u.test(text);
}

/** The cues of running text, given without white space at its edges. */
export function cuesOfText(text: string): TextCues {
  const head = text.slice(0, HEAD);
  const tail = text.slice(-TAIL_LENGTH);
  const lead = LEAD.test(head);
  const noted = NOTE.test(head);
  return {
    lead: lead || noted,
    continued: comesFromElsewhere(head),
    endMark: END_MARK.test(tail) || JUMP_TO.test(tail),
    open: !FULL_STOP.test(tail) && !/[：:，、]$/u.test(tail),
    goesOn: GOES_ON.test(head) && !lead,
    opens: OPENS.test(head),
    note: noted || (text.length <= LONGEST_EDITORS_WORDS && EDITOR_SAYS.test(text)),
    brief: text.length <= LONGEST_BRIEF && !lead,
    item: itemOf(head),
    signed: (lead && REPORTER.test(head)) || END_MARK.test(tail),
    piece: false,
  };
}

/** The kind of sign that a list item opens with: 问 for 问 and 答, 1 for all numerals, else the sign itself. */
function itemOf(head: string): string {
  const sign = ITEM.exec(head)?.[0] ?? "";
  if (/[问答]/u.test(sign)) return "问";
  return /[0-9一二三四五六七八九十]/u.test(sign) ? "1" : sign;
}
