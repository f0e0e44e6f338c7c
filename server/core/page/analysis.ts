/** What an analysis of a page is. */

import type { Articles } from "../articles/index.ts";
import type { Layout } from "../layout/index.ts";
import type { Span } from "../text/text.ts";
import { type Finding, needsPerson } from "./finding.ts";
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

/** Findings that are listed one by one, and how many are not. */
export interface Listing<F = Finding> {
  readonly listed: readonly F[];
  readonly unlisted: { readonly findings: number; readonly needPerson: number };
}

/** As many findings of a page as may be listed: those that need a person go before those that a key will mend; in page order. */
export function listingOf(analysis: WithFindings, most: number): Listing {
  const [all, needing] = [countFindings(analysis), countFindings(analysis, needsPerson)];
  if (all <= most) return { listed: analysis.findings, unlisted: { findings: 0, needPerson: 0 } };
  let persons = Math.min(most, needing);
  let others = most - persons;
  const unlisted = { findings: all - most, needPerson: needing - persons };
  const isListed = (finding: Finding): boolean => (needsPerson(finding) ? persons-- > 0 : others-- > 0);
  const listed: Finding[] = [];
  for (const { unplaced, placed } of partsOf(analysis)) {
    if (persons <= 0 && others <= 0) break;
    const wanted = unplaced.map(isListed);
    if (wanted.includes(true)) listed.push(...placed().filter((_, i) => wanted[i]));
  }
  return { listed, unlisted };
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
