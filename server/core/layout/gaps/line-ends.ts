/** What stands in the place of a line end inside a block: nothing, or the blank that the line end swallowed. */

import { NAME_AFTER_OFFICE, oneOf, PAPERS, ROLES } from "../../tables/newsroom.ts";
import { WHITE_SPACE } from "../../text/text.ts";
import { CLASS } from "./classes.ts";
import { afterRun, beforeRun, type Run } from "./runs.ts";
import type { BlockText } from "./separators.ts";

/**
 * What stands in the place of a run that holds a line end: "" or " ". `index` is the run's among those of the block.
 * - Before a numeral, a mark or Han nothing stands, save where a blank parts fields: see `separators.ts`.
 * - Names and offices of a byline keep one blank where the byline has blanks between them.
 * - Parts of a slogan, all as long as one another and parted by blanks, keep one.
 * - Two Latin words keep one, unless a hyphen, a slash or an address runs over the line end.
 */
export function atLineEnd({ text, span, separates }: BlockText, run: Run, index: number): string {
  const { left, right } = run;
  if (right === CLASS.close || right === CLASS.pause) return "";
  if (left === CLASS.open || left === CLASS.pause) return "";
  if (separates(index)) return " ";
  const before = beforeRun(text, span, run, REACH);
  const betweenHan = left === CLASS.han && right === CLASS.han;
  if (betweenHan && !HOLDS_OFFICE.test(before) && !OPENS_SLOGAN.test(before)) return "";
  const after = afterRun(text, span, run, REACH);
  if (betweenHan) return partsByline(before, after) || partsSlogan(before, after) ? " " : "";
  if (left === CLASS.digit && right === CLASS.digit) return isGrouped(before, after) ? " " : "";
  return partsLatinWords(before, after) ? " " : "";
}

/** How far a decision looks to either side, in UTF-16 units, so that it takes the same time however long the block is. */
const REACH = 60;

const B = WHITE_SPACE;
const OFFICES = [...ROLES.person, ...ROLES.office];
const OFFICE = oneOf(OFFICES);
/** An office, or what somebody did: 记者, 摄, 文. */
const ROLE = oneOf(OFFICES, ROLES.label, ROLES.picture, ROLES.apart);
const NAME = NAME_AFTER_OFFICE;
const NAME_ENDS = `(?=${B}|[）)、。/]|$)`;

/** What an office may end with: most texts hold none and need not be looked at closely. */
const HOLDS_OFFICE = new RegExp(`[${[...new Set(OFFICES.map((word) => word.at(-1)))].join("")}]`, "u");
/** A text that ends with an office or with what somebody did: 记者. */
export const ENDS_WITH_ROLE = new RegExp(`${OFFICE}$`, "u");
/** A text that opens with a role, a name after it or nothing: 摄, 通讯员 李某某. */
export const OPENS_WITH_ROLE = new RegExp(`^${ROLE}(?=${B}|[）)。]|${NAME}${NAME_ENDS}|$)`, "u");
/** A text that opens with a name as bylines have it. */
export const OPENS_WITH_NAME = new RegExp(`^${NAME}${NAME_ENDS}`, "u");
/** An office and its name with a blank between: the byline parts its fields with blanks. */
const SPACED_BYLINE = new RegExp(`${OFFICE}${B}+${NAME}${NAME_ENDS}`, "u");
/** A text that ends with an office and names. */
export const ENDS_WITH_NAMES = new RegExp(`${OFFICE}${B}*${NAME}(?:${B}+(?:${ROLE}${B}*)?${NAME})*$`, "u");
const OPENS_WITH_SECOND_ROLE = new RegExp(`^(?:${oneOf(PAPERS.own)}?${oneOf(ROLES.rank)}?${OFFICE}|文\\/图)`, "u");

/** Whether the line end stands between two fields of a byline that are parted by blanks elsewhere, too. */
function partsByline(before: string, after: string): boolean {
  if (!HOLDS_OFFICE.test(before)) return false;
  if (ENDS_WITH_ROLE.test(before)) return SPACED_BYLINE.test(before) && OPENS_WITH_NAME.test(after);
  if (!ENDS_WITH_NAMES.test(before)) return false;
  if (OPENS_WITH_SECOND_ROLE.test(after)) return true;
  return SPACED_BYLINE.test(before) && (OPENS_WITH_NAME.test(after) || OPENS_WITH_ROLE.test(after));
}

/** A slogan stands in quotes. */
const OPENS_SLOGAN = /[“《‘「]/u;
const SLOGAN = new RegExp(`[“《‘「]((?:\\p{Script=Han}{2,12}${B}+)+\\p{Script=Han}{2,12})$`, "u");
const BLANKS = new RegExp(`${B}+`, "u");

/** Whether the line end parts a slogan in quotes: all its parts are equally long, and so is the next one. */
function partsSlogan(before: string, after: string): boolean {
  if (!OPENS_SLOGAN.test(before)) return false;
  const parts = SLOGAN.exec(before)?.[1]?.split(BLANKS);
  const length = parts?.[0]?.length ?? 0;
  if (!parts?.every((part) => part.length === length)) return false;
  return new RegExp(`^\\p{Script=Han}{${length}}(?:${B}|[”》’」])`, "u").test(after);
}

/** Whether a number grouped by blanks goes on: `1 234` before the line end and `567` after it. */
function isGrouped(before: string, after: string): boolean {
  return /(?:^|[^\d\s])\s?\d{1,3}(?: \d{3})+$/u.test(before) && /^\d{3}(?!\d)/u.test(after);
}

/** Whether the line end stands between two Latin words, or a word and a numeral, that a blank parts. */
function partsLatinWords(before: string, after: string): boolean {
  const last = /[^\s\p{Script=Han}]+$/u.exec(before)?.[0] ?? "";
  const next = /^[^\s\p{Script=Han}]+/u.exec(after)?.[0] ?? "";
  if (/@|:\/\/|www\./u.test(last) || /@|^[\w-]+\.[a-z]{2,}/u.test(next)) return false;
  if (/[A-Za-zÀ-ɏ]$/u.test(last)) {
    if (/^[A-Za-zÀ-ɏ]/u.test(next)) return true;
    // A model or a format such as A380 and H5 is one word; a product and its version are two.
    return /^\d/u.test(next) && /[a-zÀ-ɏ]{2}$/u.test(last);
  }
  if (/\d$/u.test(last)) return /^[A-Za-z][a-z]{2}/u.test(next);
  if (/[A-Za-z][,;:!?]$/u.test(last)) return /^[A-Za-z0-9]/u.test(next);
  return /[A-Za-z][.)]$/u.test(last) && /^[A-Z]/u.test(next);
}
