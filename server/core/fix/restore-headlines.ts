/** Brings headings home: kicker, headline, deck and byline of each article back above its text, nothing else. */

import { analyze, articlesOf, layOutText } from "../analyze.ts";
import type { Article, Articles } from "../articles/types.ts";
import type { Layout } from "../layout/index.ts";
import type { Analysis } from "../page/analysis.ts";
import { safeFindings } from "../rules/apply.ts";
import { movesHome, OWN_TEXT } from "../rules/moves-home.ts";
import { Sheets } from "../sheets.ts";
import { applyEdits, type TextEdit, withoutWhiteSpace } from "../text/text.ts";
import { safeEdits } from "./edits.ts";

/** A page with its headings brought home. */
export interface Restored {
  readonly analysis: Analysis;
  /** Steps that lead there, each the edits of the page that the one before it left. */
  readonly steps: readonly (readonly TextEdit[])[];
  /** What it cost: how many characters were read to find out which moves can be made. */
  readonly charactersRead: number;
}

/** Rounds at most; most pages have one, and a last one that finds nothing more to move. */
const ROUNDS = 6;
/**
 * How many characters a round may read to find out which moves to leave undone, and how often it may read the page at least and at
 * most. Reading a page takes the longer the longer it is, so a long one is read less often.
 */
const CHARACTERS = 40_000;
const LEAST_TRIES = 3;
const MOST_TRIES = 12;

/**
 * Applies the fixes of `detached-headline`, for all articles or for those chosen. A move is made only where the page then
 * has below that heading and its bylines the text that they belonged to, and more articles in all with their heading above
 * them, and where a page that needed no fix still needs none. A page whose headings are at home may be read otherwise than it was, so another round looks for what is left; that
 * no round finds anything more is why restoring once more changes nothing.
 */
export function restoreHeadlines(analysis: Analysis, chosen: (article: Article) => boolean = () => true): Restored {
  let restored: Restored = { analysis, steps: [], charactersRead: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    const { steps } = restored;
    restored = nextStep(restored, chosen);
    if (restored.steps.length === steps.length) break;
  }
  return restored;
}

/**
 * As many moves at once as leave their headings to their articles. Where all together do not, those of articles that then have
 * another heading are parted from the rest; where that tells nothing, one half from the other.
 */
function nextStep(restored: Restored, chosen: (article: Article) => boolean): Restored {
  const { analysis: from, steps } = restored;
  const { text, settings } = from;
  const sheets = new Sheets();
  const mostTries = Math.min(MOST_TRIES, Math.max(LEAST_TRIES, Math.floor(CHARACTERS / text.length)));
  let tries = 0;
  const isFixed = safeEdits(from.findings).length === 0;
  const needsFix = (moved: string, read: Layout & Articles): boolean =>
    safeEdits(safeFindings({ ...read, text: moved, settings, findings: [] })).length > 0;
  let taken: readonly Article[] = [];
  let most = atHome(from);
  const attempt = (articles: readonly Article[]): void => {
    if (articles.length === 0 || tries === mostTries) return;
    tries += 1;
    const moving = [...taken, ...articles];
    const moved = applyEdits(text, movesHome(from, moving));
    const { numberSpacing } = settings;
    const read = { ...layOutText(moved, sheets, numberSpacing), ...articlesOf(moved, sheets, numberSpacing) };
    const there = new Set(read.articles.map((article) => signature(read, article)));
    const isKept = (article: Article): boolean => there.has(signature(from, article));
    if (atHome(read) > most && moving.every(isKept) && !(isFixed && needsFix(moved, read))) {
      taken = moving;
      most = atHome(read);
    } else if (articles.length > 1) for (const part of parted(articles, isKept)) attempt(part);
  };
  attempt(from.articles.filter((article) => article.detached.length > 0 && chosen(article)));
  const charactersRead = restored.charactersRead + tries * text.length;
  if (taken.length === 0) return { ...restored, charactersRead };
  const edits = movesHome(from, taken);
  return {
    analysis: analyze(applyEdits(text, edits), settings, sheets),
    steps: [...steps, edits],
    charactersRead,
  };
}

/** Those that pass and those that do not; where all or none do, the first half and the second. */
function parted(articles: readonly Article[], passes: (article: Article) => boolean): (readonly Article[])[] {
  const passing = articles.filter(passes);
  if (passing.length > 0 && passing.length < articles.length)
    return [passing, articles.filter((article) => !passes(article))];
  const half = articles.length >> 1;
  return [articles.slice(0, half), articles.slice(half)];
}

/** How many articles have all of their heading and bylines above their text. */
function atHome({ articles }: Articles): number {
  return articles.filter(
    ({ heading, bylines, detached }) => heading.length + bylines.length > 0 && detached.length === 0,
  ).length;
}

/** Heading, bylines and opening of an article, in whatever order its heading stands. */
function signature({ roles }: Articles, { heading, bylines, blocks }: Article): string {
  const opening = blocks.find(({ index }) => OWN_TEXT.has(roles[index] ?? "paragraph"));
  const parts = [heading, bylines, opening ? [opening] : []];
  return JSON.stringify(parts.map((part) => part.map(({ text }) => withoutWhiteSpace(text)).sort()));
}
