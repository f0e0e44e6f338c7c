/** What stands in the place of a line end inside a block: nothing, or the blank that the line end swallowed. */

import { COMMON_SURNAMES, OTHER_SURNAMES } from "../../tables/surnames.ts";
import { type Span, WHITE_SPACE } from "../../text/text.ts";
import { CLASS } from "./classes.ts";
import { beside, type Run } from "./runs.ts";
import type { Separates } from "./separators.ts";

/** How far a decision looks to either side; so it is bounded, however long the block. */
const NEAR = 60;

const SURNAME = `[${COMMON_SURNAMES}${OTHER_SURNAMES}]`;
const NAME = `${SURNAME}\\p{Script=Han}{1,2}`;
const ROLE = "(?:记者|通讯员|实习生|评论员|撰稿|摄影|摄影报道|文|图|摄)";
const B = WHITE_SPACE;
const NAME_ENDS = `(?=${B}|[）)、。/]|$)`;

const ENDS_WITH_ROLE = /(?:记者|通讯员|实习生|评论员|撰稿|摄影)$/u;
const OPENS_WITH_ROLE = new RegExp(`^${ROLE}(?=${B}|[）)。]|${NAME}${NAME_ENDS}|$)`, "u");
const OPENS_WITH_NAME = new RegExp(`^${NAME}${NAME_ENDS}`, "u");
/** A role and its name with a blank between: the byline parts its fields with blanks. */
const SPACED_BYLINE = new RegExp(`(?:记者|通讯员|实习生|评论员|撰稿|摄影)${B}+${NAME}${NAME_ENDS}`, "u");
const ENDS_WITH_NAMES = new RegExp(
  `(?:记者|通讯员|实习生|评论员|撰稿|摄影)${B}*${NAME}(?:${B}+(?:${ROLE}${B}*)?${NAME})*$`,
  "u",
);
const OPENS_WITH_SECOND_ROLE = /^(?:通讯员|实习生|特约记者|实习记者|见习记者|本报记者|摄影报道|摄影|文\/图)/u;

/**
 * - Before a numeral, a mark or Han nothing stands, save where a blank parts fields: see `separators.ts`.
 * - Names and roles of a byline keep one blank where the byline has blanks between them.
 * - Parts of a slogan, all as long as one another and parted by blanks, keep one.
 * - Two Latin words keep one, unless a hyphen, a slash or an address runs over the line end.
 */
export function atLineEnd(text: string, span: Span, run: Run, index: number, separates: Separates): string {
  const { left, right } = run;
  if (right === CLASS.close || right === CLASS.pause) return "";
  if (left === CLASS.open || left === CLASS.pause) return "";
  if (separates(index)) return " ";
  const { before, after } = beside(text, span, run, NEAR);
  if (left === CLASS.digit && right === CLASS.digit) return isGrouped(before, after) ? " " : "";
  if (left !== CLASS.han || right !== CLASS.han) return partsLatinWords(before, after) ? " " : "";
  return partsByline(before, after) || partsSlogan(before, after) ? " " : "";
}

function partsByline(before: string, after: string): boolean {
  if (!/[者员生影稿]/u.test(before)) return false;
  if (ENDS_WITH_ROLE.test(before)) return SPACED_BYLINE.test(before) && OPENS_WITH_NAME.test(after);
  if (!ENDS_WITH_NAMES.test(before)) return false;
  if (OPENS_WITH_SECOND_ROLE.test(after)) return true;
  return SPACED_BYLINE.test(before) && (OPENS_WITH_NAME.test(after) || OPENS_WITH_ROLE.test(after));
}

const SLOGAN = new RegExp(`[“《‘「]((?:\\p{Script=Han}{2,12}${B}+)+\\p{Script=Han}{2,12})$`, "u");
const BLANKS = new RegExp(`${B}+`, "u");

function partsSlogan(before: string, after: string): boolean {
  if (!/[“《‘「]/u.test(before)) return false;
  const parts = SLOGAN.exec(before)?.[1]?.split(BLANKS);
  const length = parts?.[0]?.length ?? 0;
  if (!parts?.every((part) => part.length === length)) return false;
  return new RegExp(`^\\p{Script=Han}{${length}}(?:${B}|[”》’」])`, "u").test(after);
}

/** `1 234` before and `567` behind the line end. */
function isGrouped(before: string, after: string): boolean {
  return /(?:^|[^\d\s])\s?\d{1,3}(?: \d{3})+$/u.test(before) && /^\d{3}(?!\d)/u.test(after);
}

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
