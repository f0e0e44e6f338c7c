/** Lines of verse: short lines that each end a phrase, as long as one another or without any mark. */

import { END, HEAD } from "../line-classes.ts";
import type { VisualLine } from "../lines.ts";
import type { Weights } from "../weights.ts";
import { UNREACHED } from "./states.ts";

/** No line of verse is longer than this, in em, and none shorter. */
const LONGEST = 17;
/** Nor, without marks, longer than this. */
const LONGEST_UNMARKED = 12;
/** Lines of verse as long as one another have five characters or more; narrow columns have four. */
const SHORTEST_EQUAL = 5;
const SHORTEST = 2.5;

/** What a line costs as a line of verse, whatever stands before it. */
export function verseCost(weights: Weights, line: VisualLine): number {
  const { em } = line.width;
  if (isCouplet(line.text)) return weights.couplet;
  if (
    line.head === HEAD.closing ||
    em > LONGEST ||
    em < SHORTEST ||
    line.stops + line.commas > 1 ||
    !VERSE.test(line.text)
  )
    return UNREACHED;
  // Verse has a mark at the end of a line or none.
  const marks = line.stops + line.commas;
  const ends = line.endClass <= END.semicolon ? 1 : 0;
  if (ends === 0 && em > LONGEST_UNMARKED) return UNREACHED;
  return weights.verse + (marks > ends ? weights.verseMarkInside : 0);
}

/** What it costs that a line of verse follows one: it is as long, or the lines have no marks at all. */
export function verseLikeness(weights: Weights, before: VisualLine, line: VisualLine): number {
  const marked = line.endClass <= END.semicolon;
  const markedBefore = before.endClass <= END.semicolon;
  if (marked && markedBefore) {
    const equal = Math.abs(line.text.length - before.text.length) === 0;
    return equal ? weights.verseEqual : weights.verseRagged;
  }
  if (marked !== markedBefore) return weights.verseMarksDiffer;
  return line.text.length === before.text.length && line.text.length >= SHORTEST_EQUAL
    ? weights.verseUnmarkedEqual
    : weights.verseUnmarked;
}

/** Whether a line is two lines of verse, of four to seven characters each: 云雾绕青岭，春风过石桥。 */
function isCouplet(text: string): boolean {
  const { one = "", other = "" } = COUPLET.exec(text)?.groups ?? {};
  return one !== "" && one.length === other.length;
}

const COUPLET = /^(?<one>\p{Script=Han}{4,7})[，。；？！][ \u3000]?(?<other>\p{Script=Han}{4,7})[。；？！]$/u;

/** Characters and the marks of verse; no list in it, and no number. */
const VERSE = /^[\p{Script=Han}，。！？；…—“”·《》\s]+$/u;
