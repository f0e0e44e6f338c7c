/** Measures what fix-all does to line ends: how many of its joins are wrong, and how many wraps it leaves to the editor. */

import { lineEndsOf } from "./line-ends.ts";
import type { PageTruth } from "./score.ts";

export interface JoinScore {
  /** Line ends that the fix joined; and those of them where a paragraph or another block ends. */
  joins: number;
  wrong: number;
  /** Line ends inside a paragraph; and those of them that the fix left as they were. */
  wraps: number;
  left: number;
}

/** Scores a page to which every safe fix was applied, and no other. */
export function scoreJoins(truth: PageTruth, fixed: string): JoinScore {
  const score = emptyJoinScore();
  for (const { isBreak, found } of lineEndsOf(truth.lines, fixed)) {
    if (!found) score.joins += 1;
    if (!found && isBreak) score.wrong += 1;
    if (!isBreak) score.wraps += 1;
    if (!isBreak && found) score.left += 1;
  }
  return score;
}

export function sumJoinScores(scores: readonly JoinScore[]): JoinScore {
  const sum = emptyJoinScore();
  for (const score of scores) for (const key of Object.keys(sum) as (keyof JoinScore)[]) sum[key] += score[key];
  return sum;
}

/** Wrong joins in a thousand that fix-all makes. */
export function wrongJoins({ joins, wrong }: JoinScore): number {
  return joins === 0 ? 0 : (1000 * wrong) / joins;
}

/** Of a hundred wraps, how many are left to the editor. */
export function wrapsLeft({ wraps, left }: JoinScore): number {
  return wraps === 0 ? 0 : (100 * left) / wraps;
}

function emptyJoinScore(): JoinScore {
  return { joins: 0, wrong: 0, wraps: 0, left: 0 };
}
