/**
 * A program that measures each stage of the core on texts of one size, after a warm-up on other pages; the bench bundles
 * it, as the product is bundled, and reads what it prints. Arguments: one {@link StagesTask} as JSON.
 */

import { readFileSync } from "node:fs";
import { analyze, articlesOf, layOutText } from "../../../server/core/analyze.ts";
import { fixWholePage } from "../../../server/core/fix/whole-page.ts";
import { createRecogniser } from "../../../server/core/names/index.ts";
import { outlineOf } from "../../../server/core/outline.ts";
import type { Analysis } from "../../../server/core/page/analysis.ts";
import { DEFAULT_SETTINGS } from "../../../server/core/page/settings.ts";
import { Sheets } from "../../../server/core/sheets.ts";
import { loadResources } from "../../../server/host/resources.ts";
import { loadSegmenter } from "../../../server/host/segmenter.ts";
import type { SizeName } from "../sizes.ts";
import { pagesFrom, textOf } from "../texts.ts";

export interface StagesTask {
  readonly size: SizeName;
  /** So many texts are measured, each another, so that nothing that is remembered helps. */
  readonly texts: number;
  /** No further text is begun after so many seconds of measuring. */
  readonly seconds: number;
  /** Seconds that other pages are analysed for before. */
  readonly warmUp: number;
  readonly entities: boolean;
  /** A file to measure again and again in place of the typesetter's texts. */
  readonly path?: string;
}

/** Milliseconds of each text by stage. */
export type StageTimes = Record<string, number[]>;

const task = JSON.parse(process.argv[2] ?? "") as StagesTask;
const times: StageTimes = {};
const recognise = task.entities ? recogniser() : undefined;
/** Numbers of texts, far from those of what is measured: for the warm-up, and for the analysis as a whole. */
const OTHERS = 900;
const WHOLE = 400;

const others = pagesFrom(OTHERS);
const warm = performance.now() + task.warmUp * 1000;
while (performance.now() < warm) measure(others.next().value ?? "", others.next().value ?? "", {});

const end = performance.now() + task.seconds * 1000;
const given = task.path === undefined ? undefined : readFileSync(task.path, "utf8");
for (let number = 0; number < task.texts && (number === 0 || performance.now() < end); number += 1)
  measure(given ?? textOf(task.size, number), given ?? textOf(task.size, WHOLE + number), times);
process.stdout.write(JSON.stringify(times));

/** Times the stages on one text and, so that nothing of it is known, the analysis as a whole on another. */
function measure(text: string, another: string, into: StageTimes): void {
  const timed = <T>(stage: string, work: () => T): T => {
    const begun = performance.now();
    const result = work();
    into[stage] = [...(into[stage] ?? []), performance.now() - begun];
    return result;
  };
  // What an analysis of a long text tells is worked out when it is asked for.
  timed("analysis", () => analyze(another).findings);
  const sheets = new Sheets();
  timed("layout", () => layOutText(text, sheets).blocks);
  timed("articles", () => articlesOf(text, sheets));
  timed("rules", () => analyze(text, DEFAULT_SETTINGS, sheets).findings);
  const analysis = analyze(text, DEFAULT_SETTINGS, sheets);
  timed("fix", () => fixWholePage(analysis));
  timed("outline", () => outlineOf(analysis));
  if (recognise) timed("entities", () => recognise(analysis));
}

/** A recogniser that has not seen any block yet, for each page. */
function recogniser(): (analysis: Analysis) => unknown {
  const resources = loadResources(loadSegmenter(), () => {});
  return ({ texts }) => createRecogniser(resources).page(texts);
}
