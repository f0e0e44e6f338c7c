/** What a blank inside a line stands in, where it is running text: the clause from mark to mark, and its parts. */

import { beside, type Run } from "./runs.ts";
import type { BlockText } from "./separators.ts";

/** A blank's surroundings as they read: line ends gone, look-alikes as what they stand for, any other blank " ". */
export interface Clause {
  /** The block before and after the blank, as far as is looked. */
  readonly before: string;
  readonly after: string;
  /** The clause on either side: letters and blanks as far as the next mark. */
  readonly left: string;
  readonly right: string;
  /** The mark before the clause, and that after it; "" where the block begins or ends. */
  readonly opener: string;
  readonly closer: string;
  /** What the blanks between two Han characters part the clause into; the blank stands after the first `leftParts`. */
  readonly parts: readonly string[];
  readonly leftParts: number;
}

/** How far a clause is looked for to either side, in UTF-16 units: room for a sentence with its line ends. */
const REACH = 160;

/** White space, which the byte order mark is part of, and the zero-width space: one class, and each run of it is found once. */
const BLANKS = /[\s\u200b]+/gu;
const LINE_END = /[\r\n]/u;
/** Numerals and Latin words have blanks of their own, which say nothing of the clause. */
const BESIDE_WORD = /(?<=[\p{Nd}A-Za-z%％]) | (?=[\p{Nd}A-Za-z])/gu;
const LETTERS_BEFORE = /[\p{Script=Han}\p{Nd}A-Za-z·.%％ ]*$/u;
const LETTERS_AFTER = /^[\p{Script=Han}\p{Nd}A-Za-z·.%％ ]*/u;

/** The clause round a run that is no line end. */
export function clauseRound({ text, span }: BlockText, run: Run): Clause {
  const near = beside(text, span, run, REACH);
  const before = asRead(near.before);
  const after = asRead(near.after);
  const left = LETTERS_BEFORE.exec(before)?.[0] ?? "";
  const right = LETTERS_AFTER.exec(after)?.[0] ?? "";
  const leftParts = partsOf(left);
  return {
    before,
    after,
    left,
    right,
    opener: [...before.slice(0, before.length - left.length)].at(-1) ?? "",
    closer: [...after.slice(right.length)].at(0) ?? "",
    parts: [...leftParts, ...partsOf(right)],
    leftParts: leftParts.length,
  };
}

function asRead(text: string): string {
  return text.replace(BLANKS, (blanks) => (LINE_END.test(blanks) ? "" : " "));
}

function partsOf(side: string): string[] {
  return side.replace(BESIDE_WORD, "").split(" ").filter(Boolean);
}

/** Whether the blank stands in running text: a mark before it, a mark after it, and a sentence that ends near. */
export function isInsideText({ before, after }: Clause): boolean {
  return MARK.test(before) && MARK.test(after) && (FULL_STOP.test(before) || SENTENCE_END.test(after));
}

/** Whether the blank stands in the first clause of a text whose first sentence ends near. */
export function opensText({ before, after }: Clause): boolean {
  return !MARK.test(before) && /。/u.test(after);
}

const MARK = /[，。；：！？、]/u;
const FULL_STOP = /。/u;
const SENTENCE_END = /[。！？；]/u;
