/** Brings headings home: kicker, headline, deck and byline of each article back above its text, nothing else. */

import { analyze } from "../analyze.ts";
import { cleanArticle } from "../articles/clean-article.ts";
import type { Article } from "../articles/types.ts";
import type { Analysis } from "../page/analysis.ts";
import type { Finding } from "../page/finding.ts";
import { detachedHeadline } from "../rules/detached-headline.ts";
import { applyEdits, type TextEdit, withoutWhiteSpace } from "../text/text.ts";
import { unsafeEdits } from "./edits.ts";

/** A page with its headings brought home. */
export interface Restored {
  readonly analysis: Analysis;
  /** Steps that lead there, each the edits of the page that the one before it left. */
  readonly steps: readonly (readonly TextEdit[])[];
}

/** Rounds at most; most pages have one. */
const ROUNDS = 4;
/** How many analyses a round may spend to find out which moves to leave undone, and how many characters these may read in all. */
const TRIES = 40;
const LEAST_TRIES = 4;
const CHARACTERS = 1_000_000;

/**
 * Applies the fixes of `detached-headline`, for all articles or for those chosen. A move is made only where the page
 * then has the same articles, each with the same heading, bylines and text, and fewer parts apart. So the
 * restored page reads as the page did, and restoring it once more changes nothing.
 */
export function restoreHeadlines(analysis: Analysis, chosen: (article: Article) => boolean = () => true): Restored {
  let restored: Restored = { analysis, steps: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = stepFrom(restored.analysis, chosen);
    if (!step) break;
    restored = { analysis: step.analysis, steps: [...restored.steps, step.edits] };
  }
  return restored;
}

interface Step {
  readonly analysis: Analysis;
  readonly edits: readonly TextEdit[];
}

/** As many moves at once as leave the articles as they are; where all together do not, halves are tried, then quarters. */
function stepFrom(from: Analysis, chosen: (article: Article) => boolean): Step | undefined {
  const wanted = from.articles.filter((article) => article.detached.length > 0 && chosen(article));
  const findings = new Map(wanted.map((article) => [article, findingsOf(from, article)]));
  let tries = Math.min(TRIES, Math.max(LEAST_TRIES, Math.floor(CHARACTERS / from.text.length)));
  let taken: readonly Article[] = [];
  let step: Step | undefined;
  const attempt = (articles: readonly Article[]): void => {
    if (articles.length === 0 || tries === 0) return;
    tries -= 1;
    const edits = unsafeEdits([...taken, ...articles].flatMap((article) => findings.get(article) ?? []));
    const analysis = analyze(applyEdits(from.text, edits), from.settings);
    if (apart(analysis) < apart(step?.analysis ?? from) && sameArticles(from, analysis)) {
      taken = [...taken, ...articles];
      step = { analysis, edits };
    } else if (articles.length > 1) {
      const half = articles.length >> 1;
      attempt(articles.slice(0, half));
      attempt(articles.slice(half));
    }
  };
  attempt(wanted.filter((article) => findings.get(article)?.length));
  return step;
}

function findingsOf({ findings }: Analysis, { detached }: Article): Finding[] {
  const starts = new Set(detached.map(({ start }) => start));
  return findings.filter(({ rule, start }) => rule === detachedHeadline.id && starts.has(start));
}

/** How many parts of headings stand apart from their articles. */
function apart({ articles }: Analysis): number {
  return articles.reduce((sum, { detached }) => sum + detached.length, 0);
}

function sameArticles(a: Analysis, b: Analysis): boolean {
  return (
    a.articles.length === b.articles.length &&
    a.articles.every((article, i) => signature(a, article) === signature(b, b.articles[i] as Article))
  );
}

/** What an article is, however its lines run and in whatever order its heading stands. */
function signature(analysis: Analysis, article: Article): string {
  const { heading, bylines, passages, captions } = cleanArticle(article, analysis);
  const parts = [
    [...heading].sort(),
    [...bylines].sort(),
    passages.map(({ kind, text }) => `${kind}:${text}`),
    captions,
  ];
  return JSON.stringify(parts.map((part) => part.map(withoutWhiteSpace)));
}
