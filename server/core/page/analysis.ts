/** What an analysis of a page is. */

import type { Articles } from "../articles/index.ts";
import type { Layout } from "../layout/index.ts";
import type { Span } from "../text/text.ts";
import type { Finding } from "./finding.ts";
import type { Settings } from "./settings.ts";

/** All that Galley knows of a page without a dictionary. */
export interface Analysis extends Layout, Articles {
  readonly text: string;
  readonly settings: Settings;
  /** In page order. */
  readonly findings: readonly Finding[];
  /** What the house has accepted: none of the findings. */
  readonly accepted?: readonly Finding[];
  /** The findings of a long text, part by part in page order: who shows a few of them need not have them all. */
  readonly parts?: readonly FindingsPart[];
}

/** The findings that start in a stretch of a long text. */
export interface FindingsPart extends Span {
  /** As many and in the same order, but not with their own places. */
  readonly unplaced: readonly Finding[];
  placed(): readonly Finding[];
}

/** What has findings, perhaps in parts. */
type WithFindings = Pick<Analysis, "parts" | "findings" | "text">;

/** The findings of a page in parts; a short one has one. */
export function partsOf(analysis: WithFindings): readonly FindingsPart[] {
  const { parts } = analysis;
  if (parts) return parts;
  const { findings, text } = analysis;
  return [{ start: 0, end: text.length, unplaced: findings, placed: () => findings }];
}

/** The first findings of a page, as many as asked for where it has so many. */
export function firstFindings(analysis: WithFindings, count: number): Finding[] {
  const first: Finding[] = [];
  for (const part of partsOf(analysis)) {
    if (first.length >= count) break;
    for (const finding of part.placed()) if (first.length < count) first.push(finding);
  }
  return first;
}

/** How many findings of a page are such as asked for, which may not go by their places. */
export function countFindings(analysis: WithFindings, isCounted: (finding: Finding) => boolean = () => true): number {
  let count = 0;
  for (const { unplaced } of partsOf(analysis)) for (const finding of unplaced) if (isCounted(finding)) count += 1;
  return count;
}

/** The findings that touch a span of the page, its ends included, in page order. */
export function findingsTouching(analysis: WithFindings, { start, end }: Span): Finding[] {
  return partsOf(analysis)
    .filter((part) => part.start <= end && part.end >= start)
    .flatMap((part) => part.placed().filter((finding) => finding.start <= end && finding.end >= start));
}
