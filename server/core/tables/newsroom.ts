/** The newsroom's words, from the tables in server/data/newsroom, and the patterns that several rooms build of them. */

import captions from "../../data/newsroom/captions.txt";
import headings from "../../data/newsroom/headings.txt";
import jumps from "../../data/newsroom/jumps.txt";
import labels from "../../data/newsroom/labels.txt";
import notes from "../../data/newsroom/notes.txt";
import offices from "../../data/newsroom/offices.txt";
import openings from "../../data/newsroom/openings.txt";
import papers from "../../data/newsroom/papers.txt";
import roles from "../../data/newsroom/roles.txt";
import sections from "../../data/newsroom/sections.txt";
import sources from "../../data/newsroom/sources.txt";
import { entriesOf, rowsOf } from "./read.ts";
import { ANY_SURNAME, BYLINE_SURNAMES, COMMON_SURNAMES } from "./surnames.ts";

/** How newspapers name themselves and their sources; the head of each table says what its columns mean. */
export const PAPERS = wordsByUse(papers, ["own", "agency", "national", "paper", "site"]);
/** Offices, works and credits: 记者, 摄影, 责编. */
export const ROLES = wordsByUse(roles, [
  "person",
  "office",
  "writer",
  "rank",
  "label",
  "credit",
  "everyday",
  "field",
  "text",
  "picture",
  "apart",
  "reader",
  "holder",
  "before",
  "after",
]);
/** Fields of imprints and contact lines: 邮编, 热线. */
export const LABELS = wordsByUse(labels, ["contact", "ours", "purpose", "imprint", "publisher", "field"]);
/** First words of remarks in brackets on a text's source: 据, 原载. */
export const SOURCES = wordsByUse(sources, ["source", "aside", "page"]);
export const CAPTIONS = wordsByUse(captions, ["which", "origin", "agency"]);
/** 下转, 上接 and the like. */
export const JUMPS = wordsByUse(jumps, ["to", "from", "bare"]);
/** 编者按 and the like. */
export const NOTES = wordsByUse(notes, ["head", "since", "runs", "invites", "signs"]);
/** Last words of headings: 侧记, 公告. */
export const HEADINGS = wordsByUse(headings, ["kicker", "notice", "event"]);
/** Names of pages: 要闻, 副刊. */
export const SECTIONS: readonly string[] = entriesOf(sections);
/** Ends of the names of offices and of meetings. */
export const OFFICES = wordsByUse(offices, ["office", "dated", "meeting"]);
/** First words of paragraphs. */
export const OPENINGS = wordsByUse(openings, ["goes-on", "opens", "still", "speaks"]);

/** The words of a table of two columns, by each of the uses that its second column names, in the order of the file. */
function wordsByUse<Use extends string>(table: string, uses: readonly Use[]): Readonly<Record<Use, readonly string[]>> {
  const rows = rowsOf(table).map(([word = "", named = ""]) => ({ word, named: named.split(" ") }));
  const wordsOf = (use: Use): string[] => rows.flatMap(({ word, named }) => (named.includes(use) ? [word] : []));
  return Object.fromEntries(uses.map((use) => [use, wordsOf(use)])) as Record<Use, string[]>;
}

/** A pattern for one of the words, as a group; of words that begin alike the longest is tried first. */
export function oneOf(...lists: readonly (readonly string[])[]): string {
  const words = [...new Set(lists.flat())].sort((a, b) => b.length - a.length);
  return `(?:${words.map((word) => word.replace(/[/.*+?()[\]{}|\\^$]/g, "\\$&")).join("|")})`;
}

/**
 * A Han character, for patterns with the flag u. As ranges, not as a Unicode property: that takes long to be compiled, and
 * the patterns of a page's lines are compiled at each start. Look-alikes are replaced before.
 */
export const HAN = "[\\u3400-\\u9fff\\u{20000}-\\u{3ffff}]";

/** Who wrote or pictured a piece, from the paper's name to the office: 记者, 首席记者, 云溪日报通讯员. */
export const WRITER = `(?:${HAN}{0,6}${oneOf(PAPERS.paper)})?(?:${oneOf(ROLES.rank)}|驻${HAN}{2,6})?${oneOf(ROLES.person, ROLES.office, ROLES.writer)}`;

/** A writer's office with or without a rank: 记者, 特约记者. */
export const RANKED_PERSON = `${oneOf(ROLES.rank)}?${oneOf(ROLES.person)}`;

/** A name after an office: any surname of China of one character, and one or two more characters. */
export const NAME_AFTER_OFFICE = `${ANY_SURNAME}${HAN}{1,2}`;

/** Surnames with which a name may stand alone; a string of characters. */
export const LONE_SURNAMES = COMMON_SURNAMES + BYLINE_SURNAMES;

/** The blanks inside a jump line or a folio: so many at most, as a longer row of blanks, tried in every share of several rows, takes for ever. */
export const FEW_BLANKS = "\\s{0,8}";

/** The number of a page as jump lines and folios give it: 第二版, A03版. Groups: `section` and `digits`, or `numeral`. */
export const PAGE_NUMBER = `第?${FEW_BLANKS}(?:(?<section>[A-Za-zＡ-Ｚ]?)${FEW_BLANKS}(?<digits>[0-9０-９]{1,3})|(?<numeral>[一二三四五六七八九十]{1,3}))${FEW_BLANKS}版`;

/** 电 at the end of an agency's dateline, and not as part of a word such as 电影 or 电力. */
export const DISPATCH = "电(?![影视话力子站网气价能池动器缆商脑])";
