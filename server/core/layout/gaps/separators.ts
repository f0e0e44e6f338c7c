/** The places of a block where a blank parts two fields, whatever stands beside it. */

import { COMMON_SURNAMES, OTHER_SURNAMES } from "../../../data/surnames.ts";
import { type Span, WHITE_SPACE } from "../../text.ts";
import { LOOKALIKE, standFor } from "../lookalikes.ts";
import { CLASS } from "./classes.ts";
import { beside, type Run } from "./runs.ts";

/** Answers for one block whether its run `index` parts two fields. */
export type Separates = (index: number) => boolean;

/** Characters a dateline or masthead can be long; what is looked at stays bounded. */
const HEAD = 80;
const NEAR = 48;

const HAN = "\\p{Script=Han}";
/** 本报讯, 本报云溪讯 (but not 本报通讯员). */
const LOCAL_NEWS = `(?:本报|本刊|本台)${HAN}{0,6}(?<!通)讯`;
/** 新华社青川2月15日电, 本报云溪8月3日讯. */
const DATELINE = `据?(?:本报|新华社|中新社|${HAN}{1,6}(?:社|报|网|台))${HAN}{0,12}(?:\\d{1,2}月)?\\d{1,2}日(?:专?电|讯|消息)`;
/** 据新华社电. */
const AGENCY = "据?(?:新华社|中新社|新华网|中新网)(?:专?电|讯|消息)";
const HEAD_OF_NEWS = new RegExp(`^[□■●◆★]?(?:${LOCAL_NEWS}|${DATELINE}|${AGENCY})`, "u");

/** A masthead or folio has a page number or a weekday and no sentence. */
const FOLIO = /第\d+版|[A-Z]?\d+版|星期[一二三四五六日天]/u;
const SENTENCE = /[，。；！？]/u;
const FULL_DATE = /^\d{4}年/;
/** Fields of mastheads, imprints and contact lines that follow a numeral. */
const LABEL =
  /^(?:邮发代号|国内统一|国内刊号|国际标准|总第|第\d+期|星期|农历|责任编辑|责编|编辑|校对|美编|版式|邮政编码|邮编|电话|传真|地址|网址|邮箱|投稿|热线|今日|零售|发行)/u;

const SURNAME = `[${COMMON_SURNAMES}${OTHER_SURNAMES}]`;
const ROLE = "(?:记者|通讯员|实习生|评论员|撰稿|摄影|摄影报道)";
const NAME = `${SURNAME}\\p{Script=Han}{1,2}`;
/** 记者 康某某, 记者 康某某 通讯员 王某. */
const BYLINE = new RegExp(`${ROLE}${WHITE_SPACE}+(?:${NAME}|${ROLE})(?:${WHITE_SPACE}+(?:${NAME}|${ROLE}))*$`, "u");
const DATE = /^\d{1,4}[年月日]/;

/**
 * A blank parts two fields behind the head of a news item (`本报讯 今年`, `2月15日电 （记者`; but a numeral behind 电
 * follows it closely, as newspapers print it), before the full date of
 * a masthead (`第3版 2022年8月16日`), before a field's label in a masthead or contact line, and between a name of a
 * byline and the date behind it (`记者 康某某 8月15日报道`).
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
    const behindWord = run.right === CLASS.han && (run.left === CLASS.digit || run.left === CLASS.latin);
    if (!beforeNumeral && !behindWord) return false;
    const right = clean(text.slice(run.end, Math.min(span.end, run.end + NEAR))).slice(0, 12);
    if (behindWord) {
      fields ??= isFieldLine(span, compact());
      return fields && LABEL.test(right);
    }
    if (FULL_DATE.test(right)) {
      folio ??= isFieldLine(span, compact()) && FOLIO.test(compact());
      if (folio) return true;
    }
    return DATE.test(right) && BYLINE.test(beside(text, span, run, NEAR).before);
  };
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
