/** Measures the articles found on a page against the truth: their extent, their headlines, kickers and decks. */

import type { Analysis } from "../../server/core/page/analysis.ts";
import { indexAtOffset } from "../../server/core/text/text.ts";
import { fold, type PageTruth } from "./score.ts";

/** An article as an outline shows it. Lines are 1-based, both included. */
export interface FoundArticle {
  readonly name: string;
  /** Kicker, deck, bylines and whatever else is shown with it. */
  readonly others: readonly string[];
  readonly firstLine: number;
  readonly lastLine: number;
}

export interface ArticleScore {
  articles: number;
  found: number;
  /** Articles whose lines were found to nine tenths (intersection over union). */
  segmented: number;
  /** Sums over body lines, for B-cubed. */
  lines: number;
  bcubedPrecision: number;
  bcubedRecall: number;
  headlines: number;
  /** Headlines that stand anywhere in the right article; that are its name. */
  attached: number;
  named: number;
  decks: number;
  decksAttached: number;
}

const BODY = new Set(["body", "lead", "crosshead", "editor_note"]);

/** The articles of an analysis, as its outline would show them. */
export function articlesOf(analysis: Analysis): FoundArticle[] {
  return analysis.articles.map((article) => ({
    name: article.headline?.text ?? "",
    others: [article.kicker, article.deck, ...article.bylines].flatMap((block) => (block ? [block.text] : [])),
    firstLine: indexAtOffset(analysis.page.lines, article.start) + 1,
    lastLine: indexAtOffset(analysis.page.lines, Math.max(article.start, article.end - 1)) + 1,
  }));
}

export function scoreArticles(truth: PageTruth, found: readonly FoundArticle[]): ArticleScore {
  const body = truth.lines.filter(({ role, para }) => BODY.has(role) && para !== null);
  const guessOf = (n: number): string => {
    const holding = found
      .map((f, i) => ({ i, size: f.lastLine - f.firstLine, f }))
      .filter(({ f }) => f.firstLine <= n && n <= f.lastLine);
    holding.sort((a, b) => a.size - b.size || a.i - b.i);
    return holding[0] ? String(holding[0].i) : `line ${n}`;
  };
  const trueSize = new Map<string, number>();
  const guessSize = new Map<string, number>();
  const both = new Map<string, Map<string, number>>();
  const add = (map: Map<string, number>, key: string): unknown => map.set(key, (map.get(key) ?? 0) + 1);
  for (const line of body) {
    const guess = guessOf(line.n);
    add(trueSize, line.article);
    add(guessSize, guess);
    const row = both.get(line.article) ?? new Map<string, number>();
    both.set(line.article, row);
    add(row, guess);
  }
  const score = { ...emptyArticleScore(), lines: body.length, found: found.length };
  const headlines = truth.articles
    .filter(({ id }) => trueSize.has(id))
    .map(({ headline }) => fold(headline))
    .filter(Boolean);
  for (const article of truth.articles) {
    const row = both.get(article.id);
    const size = trueSize.get(article.id) ?? 0;
    if (!row) continue;
    score.articles += 1;
    for (const [guess, shared] of row) {
      score.bcubedPrecision += (shared * shared) / (guessSize.get(guess) ?? 1);
      score.bcubedRecall += (shared * shared) / size;
    }
    const [best, shared] = [...row].filter(([guess]) => found[Number(guess)]).sort((a, b) => b[1] - a[1])[0] ?? ["", 0];
    const match = found[Number(best || "x")];
    if (shared / (size + (guessSize.get(best) ?? 0) - shared) >= 0.9) score.segmented += 1;
    const name = fold(match?.name ?? "");
    const shown = [match?.name ?? "", ...(match?.others ?? [])].map(undouble);
    const shows = (text: string): boolean =>
      shown.some((s) => similar(s, undouble(text))) || shown.join("").includes(undouble(text));
    if (article.headline) {
      score.headlines += 1;
      if (shows(article.headline)) score.attached += 1;
      const others = headlines.filter((headline) => name.includes(headline)).length;
      if (similar(name, fold(article.headline)) && others <= 1) score.named += 1;
    }
    for (const text of [article.kicker, article.subhead].filter(Boolean)) {
      score.decks += 1;
      if (shows(text)) score.decksAttached += 1;
    }
  }
  return score;
}

export function emptyArticleScore(): ArticleScore {
  return {
    articles: 0,
    found: 0,
    segmented: 0,
    lines: 0,
    bcubedPrecision: 0,
    bcubedRecall: 0,
    headlines: 0,
    attached: 0,
    named: 0,
    decks: 0,
    decksAttached: 0,
  };
}

export function sumArticleScores(scores: readonly ArticleScore[]): ArticleScore {
  const sum = emptyArticleScore();
  for (const score of scores) for (const key of Object.keys(sum) as (keyof ArticleScore)[]) sum[key] += score[key];
  return sum;
}

/** B-cubed F1 over body lines (Bagga and Baldwin 1998). */
export function bcubed({ lines, bcubedPrecision, bcubedRecall }: ArticleScore): number {
  if (lines === 0) return 1;
  const [p, r] = [bcubedPrecision / lines, bcubedRecall / lines];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

/** Folded, and each run of one character as that character: an extractor doubles some. */
function undouble(text: string): string {
  return fold(text).replace(/(.)\1+/gu, "$1");
}

function similar(shown: string, wanted: string): boolean {
  if (wanted === "") return false;
  if (shown.includes(wanted)) return true;
  return shown.length >= 4 && (2 * commonSubsequence(shown, wanted)) / (shown.length + wanted.length) >= 0.9;
}

function commonSubsequence(a: string, b: string): number {
  let row = new Int32Array(b.length + 1);
  for (const char of a) {
    const next = new Int32Array(b.length + 1);
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = b[j - 1] === char ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
