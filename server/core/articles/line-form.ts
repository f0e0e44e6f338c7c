/** What the form of a short line shows: of its text alone, and as it stands on its page. */

import { DASHED, LEADS_OVER, NOTICE, NUMBER_ALONE, NUMBERED, SERIES } from "./patterns.ts";

/** What a line's text shows of its form. */
export interface TextForm {
  readonly text: string;
  /** It ends with ——, ： or 强调, as a kicker does. */
  readonly leadsOver: boolean;
  /** It opens with a dash, as a deck does. */
  readonly dashed: boolean;
  /** It ends with a series tag. */
  readonly series: boolean;
  /** It ends with 公告, 简讯 or the like. */
  readonly notice: boolean;
  /** A blank parts it in two. */
  readonly halved: boolean;
  /** It opens with a number or a sign. */
  readonly numbered: boolean;
  /** It is a number and nothing else: （一）. */
  readonly numberAlone: boolean;
  /** It ends with a full stop or comma. */
  readonly endsOpen: boolean;
  /** It asks, calls out or leads over: the text says it, wherever it stands. */
  readonly sentence: boolean;
  /** All of it stands in quotation marks. */
  readonly inQuotes: boolean;
  /** Where the mark stands that parts it in two clauses, in UTF-16 units; -1 where there is none. */
  readonly parting: number;
}

/** What a line's form shows on its page. */
export interface LineForm extends TextForm {
  /** The text says it word for word: it is a summary, rather than a headline. */
  readonly quoted: boolean;
  /** It opens with a number of the heads of a bulletin. */
  readonly counted: boolean;
  /** It stands in a bulletin and does not open with one. */
  readonly uncounted: boolean;
  /** None of its words stands in any text; what stands above a table or poem is its title, whatever that says. */
  readonly unsaid: boolean;
  /** A byline and text stand below it. */
  readonly signed: boolean;
  /** They do, and it is one of several such lines of one length: each heads a part of a feature. */
  readonly signedPart: boolean;
  /** It goes on with the short line before it in words that a text says, too: 制度|保障. */
  readonly across: boolean;
}

/** A notice's heading is short. */
const LONGEST_NOTICE = 12;
const SENTENCE = /(?:[？！?!：:]|——)$/u;
const IN_QUOTES = /^“[^”]+”$/u;
const PARTING = /[，—]/u;

/** What a short line's text shows, given without white space at its edges. */
export function formOfText(text: string): TextForm {
  return {
    text,
    leadsOver: LEADS_OVER.test(text),
    dashed: DASHED.test(text),
    series: SERIES.test(text),
    notice: text.length <= LONGEST_NOTICE && NOTICE.test(text),
    halved: /[\s\u3000]/u.test(text),
    numbered: NUMBERED.test(text),
    numberAlone: NUMBER_ALONE.test(text),
    endsOpen: /[。；，、]$/u.test(text),
    sentence: SENTENCE.test(text),
    inQuotes: IN_QUOTES.test(text),
    parting: text.search(PARTING),
  };
}
