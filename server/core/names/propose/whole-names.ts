/** Proposes the names of a text without those that are only a part of another, or of none. */

import type { Gazetteer } from "../../places/gazetteer.ts";
import type { Span } from "../../text/text.ts";
import type { Words } from "../words/words.ts";
import type { Candidate } from "./candidates.ts";
import { isTwoDottedNames, proposeDottedNames } from "./dotted-names.ts";
import { isEndOfLongerCounty } from "./longer-counties.ts";
import { proposeNames } from "./propose-names.ts";

/**
 * What {@link proposeNames} gives, from which the weights are learned, but for the end of a longer county's name (康县 of
 * 平康县), kinds of schools side by side (小学小学) and the parts of a name whose dots have blanks beside them (约翰 · 史密斯),
 * which is proposed whole.
 */
export function proposeWholeNames(words: Words, gazetteer: Gazetteer): Candidate[] {
  const dotted: Candidate[] = [];
  const spaced = proposeDottedNames(words, (start, end, type, features) =>
    dotted.push({ start, end, type, features: [...features] }),
  );
  const whole = proposeNames(words, gazetteer).filter(
    (candidate) =>
      !isEndOfLongerCounty(words, gazetteer, candidate.start) &&
      !spaced.some((dots) => isPartAt(dots, candidate)) &&
      !isTwoDottedNames(words, candidate) &&
      !isKindsInARow(words, candidate),
  );
  return [...whole, ...dotted];
}

/** Whether a name ends or begins at the dots, or lies between the first and the last of them. */
function isPartAt(dots: Span, { start, end }: Span): boolean {
  const holds = start < dots.start && end > dots.end;
  return start <= dots.end && end >= dots.start && !holds;
}

/** Whether an organisation's name ends in two kinds of schools, or one kind of body twice: 中学|小学, 医院|医院. They name none. */
function isKindsInARow({ word, at }: Words, { type, start, end }: Candidate): boolean {
  const last = at[end - 1] ?? 0;
  if (type !== "ORG" || last === 0 || (at[start] ?? 0) === last) return false;
  const [before = "", kind = ""] = word.slice(last - 1, last + 1);
  return before === kind || (SCHOOLS.has(before) && SCHOOLS.has(kind));
}

const SCHOOLS = new Set(["小学", "中学", "初中", "高中", "大学", "学院", "学校", "幼儿园"]);
