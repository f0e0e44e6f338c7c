/** The places of a block where a blank parts two fields, whatever stands beside it. */

import { withoutLookalikes } from "../../tables/look-alike.ts";
import { HEADINGS, LABELS, NAME_AFTER_OFFICE, OFFICES, oneOf, PAPERS, ROLES } from "../../tables/newsroom.ts";
import { type Span, WHITE_SPACE } from "../../text/text.ts";
import { CLASS } from "./classes.ts";
import type { PageHabits } from "./habit.ts";
import { afterRun, beforeRun, type Run } from "./runs.ts";

/** Answers for one block whether its run of the index parts two fields. */
export type Separates = (index: number) => boolean;

/** A block's text, its span in that text, which of its runs part two fields, and what the page is known for. */
export interface BlockText {
  readonly text: string;
  readonly span: Span;
  readonly separates: Separates;
  readonly habits: PageHabits;
}

/**
 * The blanks of a block that part two fields. These are:
 * - the blank after the head of a news item (`本报讯 今年`, `2月15日电 （记者`), but none between 电 and a numeral, as
 *   newspapers print those close;
 * - in a masthead, the blank before its full date (`第3版 2022年8月16日`) and those round a page number (`星期二 3版`,
 *   `A03 社会`);
 * - in a masthead or contact line, the blank before a field's label (`12345 邮编`);
 * - the blank between a byline and a date (`记者 康某某 8月15日报道`);
 * - the blank between a signature and the date on which a notice ends;
 * - the blank between the halves of a headline, where a number is the subject of the second.
 */
export function separatorsOf(text: string, span: Span, runs: readonly Run[]): Separates {
  const fields = new Fields(text, span, runs);
  return (index) => fields.parts(index);
}

/** Whether the block has no whole sentence: a headline, a byline, a caption, a folio. */
export function isHeading(text: string, span: Span): boolean {
  if (span.end - span.start >= LONGEST_SPAN) return false;
  const compact = clean(text.slice(span.start, span.end));
  return compact.length <= LONGEST_HEAD && !SENTENCE_END.test(compact);
}

/** The longest dateline, masthead or heading, in characters without blanks; what is looked at stays bounded. */
const LONGEST_HEAD = 80;
/** With its blanks such a line is no longer than this. */
const LONGEST_SPAN = 4 * LONGEST_HEAD;
/** How far a decision looks to either side, in UTF-16 units. */
const REACH = 48;

/** What a block is, as far as its blanks have made it necessary to know. */
class Fields {
  readonly #text: string;
  readonly #span: Span;
  readonly #runs: readonly Run[];
  /** Index of the run after the head of a news item; -1 where there is none. */
  #afterHead: number | undefined;
  /** Whether the block has fields rather than a sentence, and whether it is a masthead or folio. */
  #isFieldLine: boolean | undefined;
  #isFolio: boolean | undefined;

  constructor(text: string, span: Span, runs: readonly Run[]) {
    this.#text = text;
    this.#span = span;
    this.#runs = runs;
  }

  /** Whether the run of the index parts two fields. */
  parts(index: number): boolean {
    const text = this.#text;
    const run = this.#runs[index] as Run;
    this.#afterHead ??= runAfterHead(text, this.#span, this.#runs);
    if (index === this.#afterHead) return run.right !== CLASS.digit || text.charAt(run.start - 1) !== "电";
    const beforeNumeral = run.right === CLASS.digit;
    const beforeWord = run.right === CLASS.latin && run.left === CLASS.han;
    const afterWord = run.right === CLASS.han && (run.left === CLASS.digit || run.left === CLASS.latin);
    if (!beforeNumeral && !beforeWord && !afterWord) return false;
    this.#learnLine();
    if (!this.#isFieldLine && !beforeNumeral) return false;
    // What stands before the run is looked at last: most runs are decided by what stands after them.
    const right = clean(afterRun(text, this.#span, run, REACH)).slice(0, 24);
    const before = (): string => beforeRun(text, this.#span, run, REACH);
    if (afterWord)
      return (
        LABEL.test(right) || (this.#isFolio === true && !/^[版叠]/u.test(right) && ENDS_LETTERED.test(clean(before())))
      );
    if (this.#isFolio && run.left === CLASS.han && (PAGE_NUMBER.test(right) || LETTERED.test(right)))
      if (!COUNTS_PAGES.test(clean(before()))) return true;
    if (beforeWord) return LATIN_LABEL.test(right);
    if (this.#isFolio && FULL_DATE.test(right)) return true;
    if (DATE.test(right) && BYLINE.test(before())) return true;
    if (run.left !== CLASS.han && run.left !== CLASS.close) return false;
    if (run.end + REACH >= this.#span.end && SIGNED_DATE.test(right)) return SIGNATURE.test(clean(before()));
    return MANY_DO.test(right) && EVENT.test(clean(before())) && isHeading(text, this.#span);
  }

  #learnLine(): void {
    if (this.#isFieldLine !== undefined) return;
    const { start, end } = this.#span;
    const compact = clean(this.#text.slice(start, Math.min(end, start + LONGEST_SPAN)));
    this.#isFieldLine = end - start < LONGEST_SPAN && !SENTENCE.test(compact);
    this.#isFolio = this.#isFieldLine && FOLIO.test(compact);
  }
}

/** Index of the run right after the head of a news item; -1 where there is none. */
function runAfterHead(text: string, span: Span, runs: readonly Run[]): number {
  const opening = text.slice(span.start, Math.min(span.end, span.start + 3 * LONGEST_HEAD));
  const head = HEAD_OF_NEWS.exec(clean(opening).slice(0, LONGEST_HEAD));
  if (!head) return -1;
  let blanks = 0;
  for (let i = 0; i < runs.length; i += 1) {
    const run = runs[i] as Run;
    const offset = run.start - span.start - blanks;
    if (offset >= head[0].length) return offset === head[0].length ? i : -1;
    blanks += run.end - run.start;
  }
  return -1;
}

const BLANKS = new RegExp(`${WHITE_SPACE}+`, "gu");

/** The text without blanks, look-alikes as what they stand for. */
function clean(text: string): string {
  return withoutLookalikes(text.replace(BLANKS, ""));
}

const HAN = "\\p{Script=Han}";
/** The paper's own news: 本报讯, 本报云溪讯, but not 本报通讯员. */
const LOCAL_NEWS = `${oneOf(PAPERS.own)}${HAN}{0,6}(?<!通)讯`;
/** A dateline: 新华社青川2月15日电, 本报云溪8月3日讯. */
const DATELINE = `据?${HAN}{1,6}(?:社|报|网|台)${HAN}{0,12}(?:\\d{1,2}月)?\\d{1,2}日(?:专?电|讯|消息)`;
/** News of an agency without place and date: 据新华社电. */
const AGENCY = `据?${oneOf(PAPERS.agency)}(?:专?电|讯|消息)`;
const HEAD_OF_NEWS = new RegExp(`^[□■●◆★]?(?:${LOCAL_NEWS}|${DATELINE}|${AGENCY})`, "u");

/** A masthead or folio has a page number or a weekday and no sentence. */
const FOLIO = /第\d+版|[A-Z]?\d+版|星期[一二三四五六日天]/u;
const SENTENCE = /[，。；！？]/u;
const SENTENCE_END = /[。；！？]/u;
const FULL_DATE = /^\d{4}年/;
/** A page number after a blank (星期二 3版); none after a character that counts pages or numbers them (共4版, 第3版). */
const PAGE_NUMBER = /^[A-Z]?\d{1,2}版/;
const COUNTS_PAGES = /[第共计总至到出印刊期]$|今日$/u;
/** A page number with a letter and without 版 (A03), between the name of the paper and that of the page. */
const LETTERED = /^[A-Z]\d{1,2}(?!\d|[版叠]|[A-Za-z])/;
const ENDS_LETTERED = /(?:^|[^A-Za-z\d])[A-Z]\d{1,2}$/;
const LATIN_LABEL = /^(?:e-?mail|qq|tel|http|www)(?![a-z])/iu;
/** A notice may end on a line of signature and date; the signature stands after the last sentence or alone. */
const SIGNED_DATE = /^\d{4}年\d{1,2}月\d{1,2}日$/;
const SIGNATURE = new RegExp(`(?:^|[。！？”）])[^\\s，。；：、！？“”]{2,28}${oneOf(OFFICES.dated)}$`, "u");
/**
 * Two halves of a headline: the first ends in an event, which takes no number, and the second opens with how many people
 * do something together (…采摘节 千人共享…).
 */
const EVENT = new RegExp(`[${HAN}”]{3}${oneOf(HEADINGS.event)}”?$`, "u");
const MANY_DO = /^\d[\d.]*[万千百余多]*(?:人|[名位户家支对]\p{Script=Han}{1,5})[共齐同喜争竞欢乐]\p{Script=Han}{2}/u;
/** Fields of mastheads, imprints and contact lines that follow a numeral. */
const LABEL = new RegExp(`^(?:第\\d+期|${oneOf(LABELS.field, ROLES.field)})`, "u");

/** A byline whose fields are parted by blanks: 记者 康某某, 记者 康某某 通讯员 王某. */
const OFFICE = oneOf(ROLES.person, ROLES.office);
const BYLINE_FIELD = `(?:${NAME_AFTER_OFFICE}|${OFFICE})`;
const BYLINE = new RegExp(`${OFFICE}${WHITE_SPACE}+${BYLINE_FIELD}(?:${WHITE_SPACE}+${BYLINE_FIELD})*$`, "u");
const DATE = /^\d{1,4}[年月日]/;
