/** The part of `npm run accuracy` that tells how well names are recognised on pages where they are marked. */

import type { Resources } from "../server/core/names/index.ts";
import type { Analysis } from "../server/core/page/analysis.ts";
import { loadSegmenter } from "../server/host/segmenter.ts";
import { MARKED_TYPES } from "../test/support/marks.ts";
import { type Counts, f1, type PageTruth, precision, recall } from "../test/support/score.ts";
import {
  allTypes,
  type EntityError,
  type EntityScore,
  scoreEntities,
  sumEntityScores,
} from "../test/support/score-entities.ts";
import { shippedGazetteer, shippedWeights } from "../test/support/shipped.ts";
import { recognisePage } from "../test/support/short-cuts.ts";

export interface PageEntities {
  readonly page: string;
  readonly score: EntityScore;
  /** The same of the names that an editor sees in colours; the others are only likely. */
  readonly coloured: EntityScore;
}

/** Scores a page's mentions; undefined where its truth marks none, and then nothing is recognised either. */
export function entitiesOf(truth: PageTruth, analysis: Analysis): PageEntities | undefined {
  if (!truth.paras.some(({ marked }) => marked !== undefined)) return undefined;
  const mentions = recognisePage(analysis.blocks, known());
  const score = scoreEntities(truth, analysis, mentions);
  const coloured = scoreEntities(
    truth,
    analysis,
    mentions.filter(({ likely }) => !likely),
  );
  return score && coloured && { page: truth.page, score, coloured };
}

/** Precision, recall and F1 of each type over all pages, and F1 of each page. */
export function entityTable(pages: readonly PageEntities[]): string {
  const counts = sumEntityScores(pages.map(({ score }) => score));
  const rows = [...MARKED_TYPES.map((type) => [type, counts[type]] as const), ["all", allTypes(counts)] as const];
  const head = row("names", ["F1", "prec.", "recall", "right", "wrong", "missed"]);
  const types = rows.map(([name, each]) => {
    const { right, wrong, missed } = each;
    return row(name, [
      ...[f1, precision, recall].map((of) => of(each).toFixed(3)),
      ...[right, wrong, missed].map(String),
    ]);
  });
  const ofPages = pages.map(({ page, score }) =>
    row(page, [...MARKED_TYPES.map((type) => share(score.counts[type])), share(allTypes(score.counts))]),
  );
  return [head, ...types, "", likelyLine(pages), "", row("F1 by page", [...MARKED_TYPES, "all"]), ...ofPages].join(
    "\n",
  );
}

/** How often names that are coloured are right, and those that are only likely. */
function likelyLine(pages: readonly PageEntities[]): string {
  const named = (counts: EntityScore["counts"]): Counts => allTypes({ ...counts, DATE: NONE, QTY: NONE });
  const all = named(sumEntityScores(pages.map(({ score }) => score)));
  const coloured = named(sumEntityScores(pages.map((page) => page.coloured)));
  const likely = { right: all.right - coloured.right, wrong: all.wrong - coloured.wrong };
  const told = ({ right, wrong }: Pick<Counts, "right" | "wrong">): string => `${right} of ${right + wrong}`;
  return `names in colours that are right: ${told(coloured)}; only likely: ${told(likely)}`;
}

const NONE: Counts = { right: 0, wrong: 0, missed: 0 };

const KINDS: readonly (readonly [EntityError["kind"], string])[] = [
  ["missed", "missed"],
  ["span", "found with other ends"],
  ["type", "taken for another type"],
  ["wrong", "found where nothing is"],
];

/** Every error, by type and kind, with what stands around it. */
export function entityErrors(pages: readonly PageEntities[]): string {
  const errors = pages.flatMap(({ page, score }) => score.errors.map((error) => ({ ...error, page })));
  const groups = MARKED_TYPES.flatMap((type) =>
    KINDS.map(([kind, name]) => {
      const list = errors.filter((error) => error.type === type && error.kind === kind);
      const lines = list.map(
        ({ page, before, text, after, found }) =>
          `   ${page}  ${before}【${text}】${after}${found ? `  → ${found}` : ""}\n`,
      );
      return list.length > 0 ? `\n${list.length} × ${type} ${name}\n${lines.join("")}` : "";
    }),
  );
  return groups.join("").trimEnd();
}

let resources: Resources | undefined;

function known(): Resources {
  if (!resources) {
    const loaded = loadSegmenter();
    if ("failure" in loaded) console.error(loaded.failure.en);
    const tables = { gazetteer: shippedGazetteer(), weights: shippedWeights() };
    resources = "segmenter" in loaded ? { ...tables, segmenter: loaded.segmenter } : tables;
  }
  return resources;
}

function share(counts: Counts): string {
  return counts.right + counts.wrong + counts.missed === 0 ? "–" : f1(counts).toFixed(3);
}

function row(name: string, cells: readonly string[]): string {
  return name.slice(0, 22).padEnd(22) + cells.map((cell) => cell.padStart(9)).join("");
}
