/** The places of a block where a blank parts two fields, whatever stands beside it. */

import { LOOKALIKE, standFor } from "../../tables/look-alike.ts";
import { HEADINGS, LABELS, NAME_AFTER_OFFICE, OFFICES, oneOf, PAPERS, ROLES } from "../../tables/newsroom.ts";
import { type Span, WHITE_SPACE } from "../../text/text.ts";
import { CLASS } from "./classes.ts";
import { beside, type Run } from "./runs.ts";

/** Answers for one block whether its run `index` parts two fields. */
export type Separates = (index: number) => boolean;

/** Characters a dateline or masthead can be long; what is looked at stays bounded. */
const HEAD = 80;
const NEAR = 48;

const HAN = "\\p{Script=Han}";
/** 本报讯, 本报云溪讯 (but not 本报通讯员). */
const LOCAL_NEWS = `${oneOf(PAPERS.own)}${HAN}{0,6}(?<!通)讯`;
/** 新华社青川2月15日电, 本报云溪8月3日讯. */
const DATELINE = `据?${HAN}{1,6}(?:社|报|网|台)${HAN}{0,12}(?:\\d{1,2}月)?\\d{1,2}日(?:专?电|讯|消息)`;
/** 据新华社电. */
const AGENCY = `据?${oneOf(PAPERS.agency)}(?:专?电|讯|消息)`;
const HEAD_OF_NEWS = new RegExp(`^[□■●◆★]?(?:${LOCAL_NEWS}|${DATELINE}|${AGENCY})`, "u");

/** A masthead or folio has a page number or a weekday and no sentence. */
const FOLIO = /第\d+版|[A-Z]?\d+版|星期[一二三四五六日天]/u;
const SENTENCE = /[，。；！？]/u;
const SENTENCE_END = /[。；！？]/u;
const FULL_DATE = /^\d{4}年/;
/** 星期二 3版, 要闻 3版; but 第3版, 共4版, 今日8版. */
const PAGE_NUMBER = /^[A-Z]?\d{1,2}版/;
const COUNTS_PAGES = /[第共计总至到出印刊期]$|今日$/u;
/** A03 without 版, between the name of the paper and that of the page. */
const LETTERED = /^[A-Z]\d{1,2}(?!\d|[版叠]|[A-Za-z])/;
const ENDS_LETTERED = /(?:^|[^A-Za-z\d])[A-Z]\d{1,2}$/;
const LATIN_LABEL = /^(?:e-?mail|qq|tel|http|www)(?![a-z])/iu;
/** What signs a notice on the line of its date: after the last sentence, or alone, and no more than a name. */
const SIGNED_DATE = /^\d{4}年\d{1,2}月\d{1,2}日$/;
const SIGNATURE = new RegExp(`(?:^|[。！？”）])[^\\s，。；：、！？“”]{2,28}${oneOf(OFFICES.dated)}$`, "u");
/**
 * Two halves of a headline, the second of which opens with how many do something together: what ends in such an event
 * takes no number.
 */
const EVENT = new RegExp(`[${HAN}”]{3}${oneOf(HEADINGS.event)}”?$`, "u");
const MANY_DO = /^\d[\d.]*[万千百余多]*(?:人|[名位户家支对]\p{Script=Han}{1,5})[共齐同喜争竞欢乐]\p{Script=Han}{2}/u;
/** Fields of mastheads, imprints and contact lines that follow a numeral. */
const LABEL = new RegExp(`^(?:第\\d+期|${oneOf(LABELS.field, ROLES.field)})`, "u");

/** 记者 康某某, 记者 康某某 通讯员 王某. */
const OFFICE = oneOf(ROLES.person, ROLES.office);
const BYLINE_FIELD = `(?:${NAME_AFTER_OFFICE}|${OFFICE})`;
const BYLINE = new RegExp(`${OFFICE}${WHITE_SPACE}+${BYLINE_FIELD}(?:${WHITE_SPACE}+${BYLINE_FIELD})*$`, "u");
const DATE = /^\d{1,4}[年月日]/;

/**
 * A blank parts two fields behind the head of a news item (`本报讯 今年`, `2月15日电 （记者`; but a numeral behind 电
 * follows it closely, as newspapers print it), before the full date of
 * a masthead (`第3版 2022年8月16日`), round a page number in one (`星期二 3版`, `A03 社会`), before a field's label in a
 * masthead or contact line, between a name of a byline and the date behind it (`记者 康某某 8月15日报道`), between the
 * signature and the date that a notice ends on, and between the halves of a headline where the second is a clause whose
 * subject is a number.
 */
export function separatorsOf(text: string, span: Span, runs: readonly Run[]): Separates {
  let head: number | undefined;
  let folio: boolean | undefined;
  let fields: boolean | undefined;
  const compact = (): string => clean(text.slice(span.start, Math.min(span.end, span.start + 4 * HEAD)));

  return (index) => {
    head ??= runBehindHead(text, span, runs);
    const run = runs[index] as Run;
    if (index === head) return run.right !== CLASS.digit || text.charAt(run.start - 1) !== "电";
    const beforeNumeral = run.right === CLASS.digit;
    const beforeWord = run.right === CLASS.latin && run.left === CLASS.han;
    const behindWord = run.right === CLASS.han && (run.left === CLASS.digit || run.left === CLASS.latin);
    if (!beforeNumeral && !beforeWord && !behindWord) return false;
    fields ??= isFieldLine(span, compact());
    folio ??= fields && FOLIO.test(compact());
    if (!fields && !beforeNumeral) return false;
    const near = beside(text, span, run, NEAR);
    const left = clean(near.before);
    const right = clean(near.after).slice(0, 24);
    if (behindWord) return LABEL.test(right) || (folio && ENDS_LETTERED.test(left) && !/^[版叠]/u.test(right));
    if (folio && run.left === CLASS.han && !COUNTS_PAGES.test(left))
      if (PAGE_NUMBER.test(right) || LETTERED.test(right)) return true;
    if (beforeWord) return LATIN_LABEL.test(right);
    if (folio && FULL_DATE.test(right)) return true;
    if (DATE.test(right) && BYLINE.test(near.before)) return true;
    if (run.left !== CLASS.han && run.left !== CLASS.close) return false;
    if (run.end + NEAR >= span.end && SIGNED_DATE.test(right)) return SIGNATURE.test(left);
    return EVENT.test(left) && MANY_DO.test(right) && isHeading(text, span);
  };
}

/** Whether the block has no whole sentence: a headline, a byline, a caption, a folio. */
export function isHeading(text: string, span: Span): boolean {
  if (span.end - span.start >= 4 * HEAD) return false;
  const compact = clean(text.slice(span.start, span.end));
  return compact.length <= HEAD && !SENTENCE_END.test(compact);
}

function isFieldLine(span: Span, compact: string): boolean {
  return span.end - span.start < 4 * HEAD && !SENTENCE.test(compact);
}

/** Index of the run right behind the head of a news item; -1 where there is none. */
function runBehindHead(text: string, span: Span, runs: readonly Run[]): number {
  const opening = text.slice(span.start, Math.min(span.end, span.start + 3 * HEAD));
  const head = HEAD_OF_NEWS.exec(clean(opening).slice(0, HEAD));
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

function clean(text: string): string {
  return text.replace(BLANKS, "").replace(LOOKALIKE, standFor);
}
