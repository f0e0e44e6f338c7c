/** Jump lines: which page an article goes on or comes from, and which file of a folder is that page. */

import { FEW_BLANKS, JUMPS, oneOf, PAGE_NUMBER } from "../tables/newsroom.ts";
import type { Span } from "../text/text.ts";

/** A page as a jump line names it: its number, and the letter of its section where the paper has sections (A3). */
export interface PageNumber {
  readonly section: string;
  readonly number: number;
}

/** A place in a text that names another page: （下转第二版）, （上接A1版）. Offsets of the text, brackets left out. */
export interface Jump extends Span {
  readonly to: PageNumber;
  /** Whether the article comes from there, rather than that it goes on there. */
  readonly isFrom: boolean;
}

const JUMP_LINE = new RegExp(`${oneOf(JUMPS.to, JUMPS.from)}${FEW_BLANKS}${PAGE_NUMBER}`, "gu");
const FROM = new RegExp(`^${oneOf(JUMPS.from)}`, "u");

/** The jumps that a text names, in its order. */
export function jumpsIn(text: string): Jump[] {
  return [...text.matchAll(JUMP_LINE)].map((found) => {
    const [words] = found;
    return { start: found.index, end: found.index + words.length, to: numberOf(found), isFrom: FROM.test(words) };
  });
}

const OPENING = "[（(［[【▶►→＞>\\s]{0,8}";
const CLOSING = "(?:《[^》]{0,60}》)?[）)］\\]】。\\s]{0,8}";
const AT_HEAD = new RegExp(`^${OPENING}${oneOf(JUMPS.from)}${FEW_BLANKS}${PAGE_NUMBER}${CLOSING}`, "u");
const AT_END = new RegExp(`${OPENING}${oneOf(JUMPS.to)}${FEW_BLANKS}${PAGE_NUMBER}${CLOSING}$`, "u");

/** The text of a part of an article without the jump lines at its ends, as it reads where the parts stand together. */
export function withoutJumps(text: string): string {
  return text.replace(AT_HEAD, "").replace(AT_END, "");
}

/** The number that {@link PAGE_NUMBER} has matched. */
function numberOf({ groups }: RegExpMatchArray): PageNumber {
  const { section = "", digits, numeral = "" }: Record<string, string | undefined> = groups ?? {};
  return {
    section: section.normalize("NFKC").toUpperCase(),
    number: digits === undefined ? below100(numeral) : Number(digits.normalize("NFKC")),
  };
}

/** How many pages the paper has today is no page's number. */
const ON_FOLIO = new RegExp(
  `(?<!(?:今日|今天|共|本期)${FEW_BLANKS})(?<![0-9０-９一二三四五六七八九十])${PAGE_NUMBER}`,
  "gu",
);

/** The number of a page on its folio. */
export interface FolioNumber extends Span {
  readonly to: PageNumber;
}

/** The numbers of pages that a folio gives, in its order: 第二版, A03版. */
export function numbersOnFolio(folio: string): FolioNumber[] {
  return [...folio.matchAll(ON_FOLIO)].map((found) => {
    return { start: found.index, end: found.index + found[0].length, to: numberOf(found) };
  });
}

/** The number of a page: as the first of its folios that gives one has it, else as its file's name has it. */
export function numberOfPage(folios: readonly string[], file: string): PageNumber | undefined {
  for (const folio of folios) {
    const [found] = numbersOnFolio(folio);
    if (found) return found.to;
  }
  return pageName(file)?.page;
}

const FROM_AT_HEAD = new RegExp(
  `^${FEW_BLANKS}[（(［[【▶►→]?${FEW_BLANKS}${oneOf(JUMPS.from)}${FEW_BLANKS}${PAGE_NUMBER}`,
  "u",
);

/** Whether a text, or the jump line above it, says that it goes on from another page. */
export function comesFromElsewhere(text: string): boolean {
  return FROM_AT_HEAD.test(text);
}

const DIGITS = "零一二三四五六七八九";

/** The value of a numeral below a hundred: 二, 十二, 二十. */
function below100(numeral: string): number {
  const [tens = "", ones = ""] = numeral.includes("十") ? numeral.split("十") : ["零", numeral];
  return (tens === "" ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === "" ? 0 : DIGITS.indexOf(ones));
}

/** A file name taken apart round the number of its page: `2024-05-20-A03-要闻.txt` is `2024-05-20-`, A 3, `-要闻.txt`. */
export interface PageName {
  readonly before: string;
  readonly page: PageNumber;
  readonly after: string;
}

/** Years, dates and serial numbers: digits of a file name that never number a page. */
const NOT_A_PAGE = /\d{4,}(?:[-_.年]\d{1,2}[-_.月]\d{1,2}日?)?/gu;
const NUMBER = /(?<![A-Za-z0-9])([A-Za-z]?)(\d{1,3})(?!\d)/gu;

/** The last number of a file's name that is no date is its page. */
export function pageName(name: string): PageName | undefined {
  const masked = name.normalize("NFC").replace(NOT_A_PAGE, (date) => "x".repeat(date.length));
  const found = [...masked.matchAll(NUMBER)].at(-1);
  if (!found) return undefined;
  const [words, section = "", digits = ""] = found;
  return {
    before: name.slice(0, found.index),
    page: { section: section.toUpperCase(), number: Number(digits) },
    after: name.slice(found.index + words.length),
  };
}

/**
 * Which of the files of a folder is the page that a jump line in the file `own` names: the one whose name differs in
 * the number of the page; where names go on with what is on a page, the only one with that number. Undefined where
 * there is none, or more than one.
 */
export function fileOfPage(own: string, to: PageNumber, files: readonly string[]): string | undefined {
  const here = pageName(own);
  if (!here) return undefined;
  const section = to.section || here.page.section;
  const named = files.flatMap((file) => {
    const name = pageName(file);
    const same =
      name?.before === here.before && name.page.number === to.number && name.page.section === section && file !== own;
    return same ? [{ file, after: name.after }] : [];
  });
  const alike = named.filter(({ after }) => after === here.after);
  const [only, ...others] = alike.length > 0 ? alike : named;
  return others.length === 0 ? only?.file : undefined;
}
