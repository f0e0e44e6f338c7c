/** A blank inside a line of running text, between two Han characters or before a bracket: does it mean something? */

import { CLINGING, LEADING_ON } from "../../tables/function-words.ts";
import { CAPTIONS, LABELS, NOTES, oneOf, PAPERS, ROLES, SECTIONS } from "../../tables/newsroom.ts";
import { COMMON_SURNAMES } from "../../tables/surnames.ts";
import { TITLES } from "../../tables/titles.ts";
import { looksTransliterated } from "../../tables/transliterating.ts";
import { WHITE_SPACE } from "../../text/text.ts";
import { CLASS } from "./classes.ts";
import { type Clause, clauseRound, isInsideText, opensText } from "./clause.ts";
import { ENDS_WITH_NAMES, ENDS_WITH_ROLE, OPENS_WITH_NAME, OPENS_WITH_ROLE } from "./line-ends.ts";
import type { Run } from "./runs.ts";
import { type BlockText, isHeading } from "./separators.ts";

/** How sure it is that a blank is to go; `undefined`: it means something, or nobody can tell. */
export type Stray = "surely" | "probably" | undefined;

/**
 * Whether a blank between two Han characters is stray. Chinese running text has none there, so each needs a reason to
 * stay. The reasons are:
 * - it is the wide blank of U+3000, a tab, or a run of many;
 * - no sentence ends near: a headline, a byline, a folio;
 * - it stands among figures in a row or the fields of a folio;
 * - it parts the fields of a byline, the name of a writer of two characters (`张 宇摄`), or names in a row;
 * - it stands after a label or the head of a news item (`编者按 春耕时节`, `第五条 违反`), or before the label of a field;
 * - it parts a title or slogan in quotes, or lines of verse or halves of a slogan, which are as long as one another.
 *
 * Inside a clause of running text any other is surely stray. In the first clause of a block it may stand after a heading
 * that runs into its text, and in a very long clause for a mark that was lost: there it is surely stray only where the
 * two characters show that they belong together.
 */
export function strayBetweenHan(block: BlockText, run: Run): Stray {
  const blank = block.text.slice(run.start, run.end);
  if (/[\t\u3000]/u.test(blank) || blank.length > WIDEST || isHeading(block.text, block.span)) return undefined;
  const stray = strayInClause(block, run);
  return stray && !run.narrow ? "probably" : stray;
}

/** A run of more blanks parts cells or columns. */
const WIDEST = 3;

function strayInClause(block: BlockText, run: Run): Stray {
  const clause = clauseRound(block, run);
  const stretch = fromMarkToMark(clause);
  if (isRow(stretch)) return undefined;
  const inside = isInsideText(clause);
  if (!inside && !opensText(clause)) return undefined;
  if (partsByline(clause) || partsNames(clause) || followsLabel(clause) || precedesLabel(clause)) return undefined;
  if (clause.parts.every((part) => part.length === 1)) return inside || clause.closer === "，" ? "surely" : "probably";
  if (isQuoted(clause)) return hasLoneCharacter(clause) ? "probably" : undefined;
  if (areHalves(clause)) return undefined;
  if (stretch.length > LONG_STRETCH) return "probably";
  if (belongTogether(block, clause)) return "surely";
  return inside && !mayBeMeant(clause) ? "surely" : "probably";
}

/** Whether a blank before an opening bracket or quote is stray: inside running text, but not before a signature. */
export function strayBeforeOpening(block: BlockText, run: Run): Stray {
  if (!run.narrow || (run.left !== CLASS.han && run.left !== CLASS.digit)) return undefined;
  if (isHeading(block.text, block.span)) return undefined;
  const clause = clauseRound(block, run);
  if (DISPATCH_END.test(clause.before) || NOTE_IN_BRACKETS.test(clause.after)) return undefined;
  if (isInsideText(clause)) return "surely";
  // A heading that runs into its text stands before a quote, but not before a gloss in brackets.
  if (!opensText(clause)) return undefined;
  return /^[（(]/u.test(clause.after) ? "surely" : "probably";
}

const HAN = "\\p{Script=Han}";
const SURNAMES = new Set(COMMON_SURNAMES);

/** A name that follows an office whose surname is parted from the rest: 记者李 明. */
const OFFICE_AND_SURNAME = new RegExp(`${oneOf(ROLES.person, ROLES.office)}${WHITE_SPACE}?${HAN}$`, "u");

function partsByline({ before, left, right, closer }: Clause): boolean {
  if (OPENS_WITH_ROLE.test(right + (closer || " ")) || /^[文图]\//u.test(right + closer)) return true;
  if (ENDS_WITH_ROLE.test(left)) return OPENS_WITH_NAME.test(right + closer) || !/，|。/u.test(closer);
  return ENDS_WITH_NAMES.test(before.slice(-40)) || OFFICE_AND_SURNAME.test(left);
}

/** Names in a row, or one of two characters that was set as wide as those of three: 王 强、李建国. */
function partsNames({ parts, leftParts, right, opener, closer }: Clause): boolean {
  const [before = "", after = ""] = [parts[leftParts - 1], parts[leftParts]];
  if (after.length === 1 && closer === "、" && isSurname(before.slice(-1))) return true;
  if (isSurname(before) && after.length <= 2 && (leftParts > 1 || opener !== "")) return true;
  const inner = parts.slice(1, -1);
  if (inner.length === 0) return false;
  const named = inner.filter((part) => part.length <= 4 && SURNAMES.has(part.charAt(0)));
  return inner.length > 1 ? 2 * named.length >= inner.length : named.length > 0 && SURNAMES.has(right.charAt(0));
}

function isSurname(part: string): boolean {
  return part.length === 1 && SURNAMES.has(part);
}

const DISPATCH_END = new RegExp(`(?:日|${oneOf(PAPERS.own, PAPERS.agency)}${HAN}{0,6})(?:专?电|讯|消息)$`, "u");
const LABEL_BEFORE = new RegExp(
  `^[□■●◆★▲△]?(?:第[〇零一二三四五六七八九十百千\\d]+[条章节款编部回集期]|[上下左右]?[图表例][一二三四五六七八九十\\d]*|` +
    `[问答注按电讯一二三四五六七八九十甲乙丙丁]|${oneOf(NOTES.head, SECTIONS)}|${oneOf(CAPTIONS.which)}图)$`,
  "u",
);
const LABEL_AFTER = new RegExp(`^(?:${oneOf(LABELS.contact, LABELS.imprint, LABELS.field, ROLES.credit)})`, "u");

function followsLabel({ before, left, opener }: Clause): boolean {
  if (DISPATCH_END.test(before)) return true;
  return (opener === "" || /[。！？”]/u.test(opener)) && LABEL_BEFORE.test(left);
}

const CAPTION_AFTER = /^(?:图为|图片|图[一二三四五六七八九十①-⑳\d])/u;

function precedesLabel({ right, closer }: Clause): boolean {
  return (closer === "：" && LABEL_AFTER.test(right)) || CAPTION_AFTER.test(right);
}

/** The text round the blank from sentence mark to sentence mark. */
function fromMarkToMark({ before, after }: Clause): string {
  return `${/[^，。；：！？、]*$/u.exec(before)?.[0] ?? ""} ${/^[^，。；：！？、]*/u.exec(after)?.[0] ?? ""}`;
}

/** Longer than this without a mark, in characters, are rows of a table that were taken for text. */
const LONG_STRETCH = 45;

const FOLIO = /星期[一二三四五六日天]|第\s?\d+\s?版/u;
/** Two figures side by side, with or without a unit: `39.24 31.30`, `12个529人`; but dates and magnitudes. */
const FIGURES = /\d\s+[+-]?\d|\d(?![年月日时点分亿万千百])\p{Script=Han}{1,2}\d/u;
const TIMES = /\d:\d\d\p{Script=Han}/gu;

/** Whether it is a folio, or a row of figures, times and names. */
function isRow(stretch: string): boolean {
  const close = stretch.replace(/(?<=\p{Script=Han}) (?=\d)|(?<=\d) (?=\p{Script=Han})/gu, "");
  return FOLIO.test(stretch) || FIGURES.test(close) || (close.match(TIMES)?.length ?? 0) > 1;
}

function isQuoted({ opener, closer }: Clause): boolean {
  return /[“‘《〈「『（(【]/u.test(opener) && /[”’》〉」』）)】]/u.test(closer);
}

/** Whether a character stands alone beside the blank; halves and fields have two and more. */
function hasLoneCharacter({ parts, leftParts }: Clause): boolean {
  return parts[leftParts - 1]?.length === 1 || parts[leftParts]?.length === 1;
}

/** Lines of verse, halves of a slogan: two and more as long as one another. */
function areHalves({ parts }: Clause): boolean {
  const length = parts[0]?.length ?? 0;
  return length >= (parts.length > 2 ? 2 : 3) && parts.every((part) => part.length === length);
}

/** A clause is hardly ever longer, in characters, nor its two sides both so long: a mark may be lost, or a heading run in. */
const LONG_CLAUSE = 30;
const LONG_SIDE = 8;
const LONG_SIDES = 22;

/** Whether a row of short parts, a lost mark or a foreign name may be meant. */
function mayBeMeant({ parts, leftParts }: Clause): boolean {
  const before = parts.slice(0, leftParts).join("");
  const after = parts.slice(leftParts).join("");
  const length = before.length + after.length;
  if (length > LONG_CLAUSE) return true;
  if (before.length >= LONG_SIDE && after.length >= LONG_SIDE && length >= LONG_SIDES) return true;
  const inner = parts.slice(1, -1);
  if (inner.some((part) => part.length > 1) && inner.every((part) => part.length <= 4)) return true;
  return before.length > 1 && after.length > 1 && looksTransliterated(before.slice(-2) + after.slice(0, 2));
}

/** Words that a blank may cut; others are too many, and a page's own are found by what stands together on it. */
const WORDS = new Set([...TITLES, ...ROLES.person].filter((word) => word.length > 1));
const LONGEST_WORD = 4;

/** Whether the characters beside the blank show that they belong together, whatever stands round them. */
function belongTogether({ habits }: BlockText, clause: Clause): boolean {
  const { left, right, opener, closer } = clause;
  const [before, after] = [left.slice(-1), right.slice(0, 1)];
  if (LEADING_ON.has(before) || CLINGING.has(after) || habits.hasTwice(before + after)) return true;
  const [last, next] = [clause.parts[clause.leftParts - 1], clause.parts[clause.leftParts]];
  if (next?.length === 1 && clause.leftParts + 1 === clause.parts.length && closer !== "") return true;
  if (last?.length === 1 && (clause.leftParts > 1 || opener !== "" || !SURNAMES.has(last))) return true;
  for (let cut = 1; cut < LONGEST_WORD; cut += 1) {
    const head = left.slice(-cut);
    for (let rest = 1; head.length === cut && cut + rest <= LONGEST_WORD; rest += 1) {
      if (WORDS.has(head + right.slice(0, rest))) return true;
    }
  }
  return false;
}

const NOTE_IN_BRACKETS = new RegExp(
  `^[（(]\\s*(?:${HAN}{0,8}${oneOf(ROLES.person, ROLES.office, ROLES.writer, ROLES.picture)}|` +
    `${oneOf(CAPTIONS.origin, CAPTIONS.agency, PAPERS.own, PAPERS.agency)}|影像|据)`,
  "u",
);
