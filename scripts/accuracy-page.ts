/** The figures of docs/accuracy.md that are measured on the project's own pages. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { analyze } from "../server/core/analyze.ts";
import { fixPage } from "../server/core/fix/fix-page.ts";
import { MARKED_TYPES } from "../test/support/marks.ts";
import { f1, type PageTruth, precision, recall, scoreText, sumScores, type TextScore } from "../test/support/score.ts";
import {
  type ArticleScore,
  articlesOf,
  bcubed,
  scoreArticles,
  sumArticleScores,
} from "../test/support/score-articles.ts";
import { allTypes, type EntityScore, sumEntityScores } from "../test/support/score-entities.ts";
import { type JoinScore, scoreJoins, sumJoinScores, wrapsLeft, wrongJoins } from "../test/support/score-joins.ts";
import { DIALECTS, randomPage, SEED_PAGES, typeset } from "../test/support/typesetter/index.ts";
import { entitiesOf } from "./accuracy-entities.ts";

/** Where the figures stand. */
export const ACCURACY_PAGE = fileURLToPath(new URL("../docs/accuracy.md", import.meta.url));

/** Random pages of each extractor's dialect. */
const RANDOM = 20;
/** Random pages of any dialect that are as varied as real ones. */
const VARIED = 40;
/** Random pages of any dialect that are in the order of reading. */
const ORDERED = 40;

const FROM = "<!-- generated: accuracy -->";
const TO = "<!-- /generated: accuracy -->";

/** The text of docs/accuracy.md with its figures measured anew. */
export function withFigures(current: string): string {
  const [start, end] = [current.indexOf(FROM), current.indexOf(TO)];
  if (start < 0 || end < start) throw new Error(`docs/accuracy.md has no part between ${FROM} and ${TO}.`);
  return `${current.slice(0, start + FROM.length)}\n${figures()}\n${current.slice(end)}`;
}

/** Whether docs/accuracy.md says what is measured now. */
export function isUpToDate(): boolean {
  const current = readFileSync(ACCURACY_PAGE, "utf8");
  return withFigures(current) === current;
}

/** A page that was measured. */
interface MeasuredPage {
  readonly score: TextScore;
  readonly joins: JoinScore;
  readonly articles: ArticleScore;
  readonly names: EntityScore | undefined;
}

function figures(): string {
  const seeds = SEED_PAGES.map((plan) => typeset(plan)).map(({ text, truth }) => measure(text, truth));
  const random = DIALECTS.map((dialect): Group => {
    const pages = Array.from({ length: RANDOM }, (_, i) => randomPage(i + 1, { dialect }));
    return [`${RANDOM} random pages, ${dialect}`, pages.map(({ text, truth }) => measure(text, truth))];
  });
  const varied = Array.from({ length: VARIED }, (_, i) => randomPage(i + 1, { varied: true }));
  const others: Group = [`${VARIED} varied random pages`, varied.map(({ text, truth }) => measure(text, truth))];
  const ordered = Array.from({ length: ORDERED }, (_, i) => randomPage(i + 1, { ordered: true }));
  const inOrder: Group = [`${ORDERED} random pages in order`, ordered.map(({ text, truth }) => measure(text, truth))];
  const named = seeds.flatMap(({ names }) => names ?? []);
  return `${pageTable([["the five pages of `seeds/`", seeds], ...random, others, inOrder])}\n\n${nameTable(named)}`;
}

function measure(text: string, truth: PageTruth): MeasuredPage {
  const analysis = analyze(text);
  return {
    score: scoreText(truth, analysis.blocks.map((block) => block.text).join("\n\n")),
    joins: scoreJoins(truth, fixPage(analysis)),
    articles: scoreArticles(truth, articlesOf(analysis)),
    names: entitiesOf(truth, analysis)?.score,
  };
}

type Group = readonly [name: string, pages: readonly MeasuredPage[]];

/** One row a group of pages: boundaries, paragraphs, what was lost or left, articles and headlines. */
function pageTable(groups: readonly Group[]): string {
  const head = [
    "pages",
    "boundary F1",
    "in bodies",
    "exact",
    "with blanks",
    "wrong joins a thousand",
    "wraps left %",
    "worst page",
    "lost, added",
    "blanks left at numbers",
    "articles whole",
    "B-cubed",
    "headlines as the name",
  ];
  return table(
    head,
    groups.map(([name, pages]) => [name, ...figuresOf(pages)]),
  );
}

function figuresOf(pages: readonly MeasuredPage[]): string[] {
  const score = sumScores(pages.map((page) => page.score));
  const joins = sumJoinScores(pages.map((page) => page.joins));
  const articles = sumArticleScores(pages.map((page) => page.articles));
  const share = (part: number, whole: number): string => (whole === 0 ? "–" : (part / whole).toFixed(3));
  return [
    f1(score.boundaries).toFixed(3),
    f1(score.bodies).toFixed(3),
    share(score.exact, score.paragraphs),
    share(score.exactWithBlanks, score.paragraphs),
    wrongJoins(joins).toFixed(2),
    wrapsLeft(joins).toFixed(2),
    Math.min(...pages.map((page) => f1(page.score.boundaries))).toFixed(3),
    `${score.lost}, ${score.added}`,
    `${score.numberBlanks} of ${score.numberBlanksBefore}`,
    `${articles.segmented} of ${articles.articles}`,
    bcubed(articles).toFixed(3),
    `${articles.named} of ${articles.headlines}`,
  ];
}

/** One row a kind of name on the pages where names are marked. */
function nameTable(scores: readonly EntityScore[]): string {
  const counts = sumEntityScores(scores);
  const kinds = [...MARKED_TYPES.map((type) => [type, counts[type]] as const), ["all", allTypes(counts)] as const];
  const rows = kinds.map(([name, count]) => [
    name,
    ...[f1, precision, recall].map((of) => of(count).toFixed(3)),
    ...[count.right, count.wrong, count.missed].map(String),
  ]);
  return table(["names on `seeds/`", "F1", "precision", "recall", "right", "wrong", "missed"], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
