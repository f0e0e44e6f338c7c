/** Who an article's own text says wrote it: 本报讯（记者 …）, 本报记者 … 报道, names in brackets at its end. */

import { oneOf, PAPERS, ROLES, WRITER } from "../tables/newsroom.ts";
import type { Passage } from "./passages.ts";
import { BLANK, LEAD, NAME, SPACED_NAME } from "./patterns.ts";

/**
 * The bylines that stand inside an article's paragraphs, in reading order, without brackets and each once: the writers
 * that a paragraph opens with or ends on, and bare names in brackets at the very end.
 */
export function signaturesIn(passages: readonly Pick<Passage, "kind" | "text">[]): string[] {
  const texts = passages.flatMap(({ kind, text }) => (kind === "paragraph" ? [text.trim()] : []));
  const found = texts.flatMap((text, i) => [
    opening(text),
    CLOSING.exec(text)?.groups?.who,
    i === texts.length - 1 ? NAMES_ALONE.exec(text)?.groups?.who : undefined,
  ]);
  const clean = found.flatMap((who) => (who === undefined ? [] : [who.trim().replace(/[\s\u3000]+/gu, " ")]));
  return [...new Set(clean)];
}

/** What follows 本报讯 or the dateline of an agency in brackets, or goes before 报道. */
function opening(text: string): string | undefined {
  const lead = LEAD.exec(text)?.[0] ?? "";
  const reporting = REPORTING.exec(text.startsWith("本报讯") ? text.slice(lead.length) : text);
  // A lead that is a byline itself, （本报记者 …）, has nothing more to say after it.
  return (
    BRACKETED.exec(text.slice(lead.length))?.groups?.who ?? BRACKETED.exec(text)?.groups?.who ?? reporting?.groups?.who
  );
}

const PAPER = `${oneOf(PAPERS.own, PAPERS.agency)}?`;
const FOREIGN = "\\p{Script=Han}{1,6}·[\\p{Script=Han}·]{1,8}";
const ONE = `(?:${FOREIGN}|${SPACED_NAME}|${NAME})`;
const BETWEEN = `(?:${BLANK}|[、，,/／])`;
/**
 * Writers by office and name, several of them in a row: 记者 … 通讯员 …、…. What parts two names is asked for and their
 * number is bounded, as any three Han characters could be read as names in more ways than a regular expression can try.
 */
const WRITERS = `${PAPER}${WRITER}${BLANK}*[：:]?${BLANK}*${ONE}(?:(?:${BETWEEN}{0,3}${PAPER}${WRITER}${BLANK}*[：:]?${BLANK}*|${BETWEEN}{1,3})${ONE}){0,7}`;

const BRACKETED = new RegExp(`^${BLANK}*[（(]${BLANK}*(?<who>${WRITERS})${BLANK}*[）)]`, "u");
const REPORTING = new RegExp(`^${BLANK}*(?<who>${WRITERS})${BLANK}*(?:报道|[：:])`, "u");
/** Pictures are signed so too, with 摄 after the name; that is no byline. */
const CLOSING = new RegExp(
  `(?:^|[。！？”…])${BLANK}*(?:[（(]${BLANK}*(?<who>${WRITERS}(?:${BLANK}*${oneOf(ROLES.text)})?)${BLANK}*[）)])$`,
  "u",
);
/** 连载 opens with a surname, and is none. */
const NAMES_ALONE = new RegExp(
  `[。！？”…]${BLANK}*[（(]${BLANK}*(?!连载)(?<who>(?:${ONE})(?:${BETWEEN}{1,3}(?:${ONE})){0,7})${BLANK}*[）)]$`,
  "u",
);
