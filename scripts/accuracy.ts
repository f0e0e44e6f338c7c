/** `npm run accuracy [FOLDER…]`: how well pages with known truth are read; the pages of `seeds/` where no folder is given. */

import { readFile, writeFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { analyze } from "../server/core/analyze.ts";
import { fixPage } from "../server/core/fix/fix-page.ts";
import { layOut } from "../server/core/layout/index.ts";
import { pageOf } from "../server/core/text/text.ts";
import { f1, precision, recall, scoreText, sumScores, type TextScore } from "../test/support/score.ts";
import {
  type ArticleScore,
  articlesOf,
  bcubed,
  scoreArticles,
  sumArticleScores,
} from "../test/support/score-articles.ts";
import { type JoinScore, scoreJoins, sumJoinScores, wrapsLeft, wrongJoins } from "../test/support/score-joins.ts";
import { type Case, fromFolders, randomCases } from "./accuracy-cases.ts";
import { causesOf } from "./accuracy-causes.ts";
import { entitiesOf, entityErrors, entityTable, type PageEntities } from "./accuracy-entities.ts";
import { insertedReport } from "./accuracy-inserted.ts";
import { ACCURACY_PAGE, withFigures } from "./accuracy-page.ts";
import { plantedReport } from "./accuracy-planted.ts";

const HELP = `Usage: npm run accuracy -- [FOLDER…] [options]
Scores pages (NAME.txt with NAME.truth.json beside it) against their truth.
  --random N    instead of folders, N random pages of each extractor's dialect
  --varied      random pages as varied as real ones: blocks of every kind, text beside pictures, other indents
  --ordered     random pages in the order of reading: each headline above an article that says what it says
  --from SEED   the seed of the first random page (1)
  --inserted    puts tables, lists, verse, furniture, captions and talk into the pages and tells what fixes glue
  --planted     plants contradictions in the pages and tells how many are found, and what else
  --places N    with --inserted, the places of each kind (50)
  --errors      lists every wrong boundary, by cause, and every wrong or missed name; with --inserted, what was glued,
                with --planted, what was missed
  --json        prints all figures as JSON
  --write       writes the figures of the project's own pages into docs/accuracy.md`;

interface Result extends Case {
  readonly score: TextScore;
  readonly joins: JoinScore;
  readonly articles: ArticleScore;
  /** Where the truth marks names. */
  readonly entities: PageEntities | undefined;
  /** Milliseconds that the layout took, the best of three runs. */
  readonly ms: number;
  /** Whether the fixed page holds exactly the joined blocks. */
  readonly fixed: boolean;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    random: { type: "string" },
    varied: { type: "boolean", default: false },
    ordered: { type: "boolean", default: false },
    from: { type: "string", default: "1" },
    inserted: { type: "boolean", default: false },
    planted: { type: "boolean", default: false },
    places: { type: "string", default: "50" },
    errors: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (values.help) {
  console.log(HELP);
} else if (values.write) {
  await writeFile(ACCURACY_PAGE, withFigures(await readFile(ACCURACY_PAGE, "utf8")));
} else {
  const cases = values.random
    ? randomCases(Number(values.random), Number(values.from), { varied: values.varied, ordered: values.ordered })
    : await fromFolders(positionals);
  const pages = [...cases];
  if (pages.length === 0) {
    console.error("No pages with truth found: each needs NAME.txt and NAME.truth.json.");
    process.exitCode = 2;
  } else if (values.inserted) {
    const [places, seed] = [Number(values.places), Number(values.from)];
    console.log(insertedReport(pages, { places, seed, errors: values.errors }));
  } else if (values.planted) console.log(plantedReport(pages, values.errors));
  else measureAll(pages);
}

function measureAll(pages: readonly Case[]): void {
  const results = pages.map(measure);
  if (values.json) {
    console.log(
      JSON.stringify(
        results.map(({ truth, score, joins, articles, entities, ms }) => ({
          page: truth.page,
          format: truth.format,
          score,
          joins,
          articles,
          ...(entities && { entities: entities.score }),
          ms,
        })),
        null,
        1,
      ),
    );
  } else report(results);
}

function measure({ truth, text }: Case): Result {
  let ms = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run += 1) {
    const start = performance.now();
    layOut(pageOf(text));
    ms = Math.min(ms, performance.now() - start);
  }
  const analysis = analyze(text);
  const joined = analysis.blocks.map((block) => block.text).join("\n\n");
  const page = fixPage(analysis);
  return {
    truth,
    text,
    ms,
    fixed: paragraphs(page) === paragraphs(joined),
    score: scoreText(truth, joined),
    joins: scoreJoins(truth, page),
    articles: scoreArticles(truth, articlesOf(analysis)),
    entities: entitiesOf(truth, analysis),
  };
}

/** The paragraphs of a cleaned page, its indents and kind of line break left out. */
function paragraphs(text: string): string {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

function report(results: readonly Result[]): void {
  const formats = [...new Set(results.map(({ truth }) => truth.format))];
  console.log(
    row("page", [
      "F1",
      "prec.",
      "recall",
      "bodies",
      "exact",
      "+blanks",
      "wrong ‰",
      "left %",
      "lost",
      "added",
      "numbers",
      "justif.",
      "radic.",
      "segm.",
      "B-cubed",
      "attached",
      "named",
      "ms",
    ]),
  );
  if (results.length <= 60) for (const result of results) console.log(figures(result.truth.page, [result]));
  for (const format of formats)
    console.log(
      figures(
        `= ${format}`,
        results.filter(({ truth }) => truth.format === format),
      ),
    );
  if (formats.length > 1) console.log(figures("= all", results));
  const unlike = results.filter(({ fixed }) => !fixed).map(({ truth }) => truth.page);
  if (unlike.length > 0)
    console.log(`\nFixed page and joined blocks differ on ${unlike.length}: ${unlike.slice(0, 8).join(" ")}`);
  const named = results.flatMap(({ entities }) => entities ?? []);
  if (named.length > 0) console.log(`\n${entityTable(named)}`);
  if (values.errors) errors(results);
  if (values.errors && named.length > 0) console.log(entityErrors(named));
}

function figures(name: string, results: readonly Result[]): string {
  const score = sumScores(results.map((result) => result.score));
  const joins = sumJoinScores(results.map((result) => result.joins));
  const articles = sumArticleScores(results.map((result) => result.articles));
  const worst = Math.min(...results.map((result) => f1(result.score.boundaries)));
  const times = results.map(({ ms }) => ms).sort((a, b) => a - b);
  const share = (part: number, whole: number): string => (whole === 0 ? "–" : (part / whole).toFixed(3));
  const line = row(name, [
    f1(score.boundaries).toFixed(3),
    precision(score.boundaries).toFixed(3),
    recall(score.boundaries).toFixed(3),
    f1(score.bodies).toFixed(3),
    share(score.exact, score.paragraphs),
    share(score.exactWithBlanks, score.paragraphs),
    wrongJoins(joins).toFixed(2),
    wrapsLeft(joins).toFixed(2),
    String(score.lost),
    String(score.added),
    `${score.numberBlanks}/${score.numberBlanksBefore}`,
    `${score.justified}/${score.justifiedBefore}`,
    `${score.radicals}/${score.radicalsBefore}`,
    `${articles.segmented}/${articles.articles}`,
    bcubed(articles).toFixed(3),
    `${articles.attached}/${articles.headlines}`,
    `${articles.named}/${articles.headlines}`,
    (times[times.length >> 1] ?? 0).toFixed(1),
  ]);
  return results.length > 1 ? `${line}  ${results.length} pages, worst ${worst.toFixed(3)}` : line;
}

function row(name: string, cells: readonly string[]): string {
  return name.slice(0, 22).padEnd(22) + cells.map((cell) => cell.padStart(9)).join("");
}

function errors(results: readonly Result[]): void {
  const found = results.flatMap(({ truth, score }) => causesOf(truth, score.errors));
  const groups = grouped(found, ({ cause }) => cause);
  for (const [cause, list] of [...groups].sort((a, b) => b[1].length - a[1].length)) {
    const formats = [...grouped(list, ({ format }) => format)].map(([format, items]) => `${format} ${items.length}`);
    const known = list.filter(({ byWidth }) => byWidth !== undefined);
    const sure =
      known.length > 0 ? `; widths decide ${known.filter(({ byWidth }) => byWidth).length} of ${known.length}` : "";
    console.log(`\n${list.length} × ${cause} (${formats.join(", ")}${sure})`);
    for (const { page, n, left, right, byWidth } of list.slice(0, 12)) {
      console.log(`   ${page}:${n}${byWidth ? " !" : ""}  ${left} ‖ ${right}`);
    }
  }
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
