/** What a block is by itself: text, a byline, a caption… or *short*, which only the page as a whole can tell. */

import type { Block } from "../layout/types.ts";
import {
  BARE_NAME,
  BYLINE,
  CAPTION,
  CREDIT,
  EDITOR_SAYS,
  END_MARK,
  FOLIO,
  GOES_ON,
  ITEM,
  JUMP,
  JUMP_TO,
  LEAD,
  NAME_LIST,
  NOTE,
  OFFICE,
  OPENS,
  REPORTER,
  TAIL,
} from "./patterns.ts";

/**
 * - `text`: running text;
 * - `short`: a line that may be a heading, a crosshead or a short piece of text;
 * - `name`: a bare name, a byline where it stands beside text, else a short;
 * - `office`: a bare office or firm, which signs the text above it where no heading follows, else a short;
 * - `tail`: who wrote the text above or where it comes from; closes an article;
 * - `note`: a line such as 开栏的话 that opens one;
 * - the rest as in {@link Role}.
 */
export type Kind =
  | "text"
  | "short"
  | "name"
  | "office"
  | "byline"
  | "credit"
  | "caption"
  | "tail"
  | "note"
  | "folio"
  | "jump";

/** What a text block shows of the article's beginning and end. */
export interface TextCues {
  /** Opens with 本报讯, 新华社…电 or the like. */
  readonly lead: boolean;
  /** Ends with a name or source in brackets, or with a jump line. */
  readonly endMark: boolean;
  /** Ends without the mark that ends a sentence: a summary, or cut off. */
  readonly open: boolean;
  readonly goesOn: boolean;
  readonly opens: boolean;
  /** Speaks of the column it stands in, as an editor's note does. */
  readonly note: boolean;
  /** One short sentence: an article rarely begins with one. */
  readonly brief: boolean;
  /** The sign it opens with as an item of a list; empty where it is none. */
  readonly item: string;
  /** Names its reporter. */
  readonly signed: boolean;
}

const LONGEST_SHORT = 46;
const BRIEF = 30;
const LONGEST_LINE = 60;
const LONGEST_NOTE = 200;
const LONGEST_CAPTION = 160;

/** Ends of a sentence, closing quotes and brackets behind it included. */
const FULL_STOP = /[。！？!?；;…][”’"」』）)》]*$/u;

/** The kind of a block, from its own text. */
export function kindOf(block: Block): Kind {
  const text = block.text.trim();
  const length = text.length;
  if (length <= LONGEST_LINE) {
    if (JUMP.test(text)) return "jump";
    if (FOLIO.test(text)) return "folio";
    if (length <= 14 && NOTE.test(text)) return "note";
    if (TAIL.test(text)) return "tail";
    if (length <= 30 && CREDIT.test(text)) return "credit";
    if (length <= 40 && BYLINE.test(text)) return "byline";
  }
  if (length <= LONGEST_CAPTION && CAPTION.test(text) && !LEAD.test(text)) return "caption";
  if (NAME_LIST.test(text)) return "text";
  if (length <= 30 && BARE_NAME.test(text)) return "name";
  if (length <= 30 && OFFICE.test(text)) return "office";
  return isText(text) ? "text" : "short";
}

/** Whether a block is running text: a whole sentence, or longer than a heading can be. */
function isText(text: string): boolean {
  if (text.length > LONGEST_SHORT || /^[问答][：:]/u.test(text)) return true;
  if (/[。；]/u.test(text.slice(0, -1))) return true;
  if (/[。；…][”’」』）]*$/u.test(text)) return true;
  if (/^“.*[？！?!…]”$/u.test(text)) return true;
  if (/[？！?!]$/u.test(text)) return text.length > 30 || /[？！?!].*[？！?!]/u.test(text);
  return /[，、].*[：:，]$/u.test(text);
}

/** The cues of a text block. */
export function cuesOf(block: Block): TextCues {
  const text = block.text.trim();
  const head = text.slice(0, 80);
  const tail = text.slice(-70);
  const lead = LEAD.test(head);
  const noted = NOTE.test(head);
  return {
    lead: lead || noted,
    endMark: END_MARK.test(tail) || JUMP_TO.test(tail),
    open: !FULL_STOP.test(tail) && !/[：:，、]$/u.test(tail),
    goesOn: GOES_ON.test(head) && !lead,
    opens: OPENS.test(head),
    note: noted || (text.length < LONGEST_NOTE && EDITOR_SAYS.test(text)),
    brief: text.length < BRIEF && !lead,
    item: itemOf(head),
    signed: (lead && REPORTER.test(head)) || END_MARK.test(tail),
  };
}

/** The kind of sign: 问 and 答 are one, and so are all numerals. */
function itemOf(head: string): string {
  const sign = ITEM.exec(head)?.[0] ?? "";
  if (/[问答]/u.test(sign)) return "问";
  return /[0-9一二三四五六七八九十]/u.test(sign) ? "1" : sign;
}
