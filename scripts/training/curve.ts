/**
 * The learning curve (`npm run train -- --curve`): how well names are recognised on the project's own pages by weights that were learned
 * from a part of the patterns. Where twice as many bring little, more of the same will not help. Takes two minutes and writes nothing.
 */

import { analyze } from "../../server/core/analyze.ts";
import { loadWeights, type Resources } from "../../server/core/names/index.ts";
import { f1 } from "../../test/support/score.ts";
import { allTypes, scoreEntities, sumEntityScores } from "../../test/support/score-entities.ts";
import { shippedGazetteer } from "../../test/support/shipped.ts";
import { recognisePage } from "../../test/support/short-cuts.ts";
import { type Case, fromFolders } from "../accuracy-cases.ts";
import { patterns } from "./sentences.ts";

/** One pattern in so many is learned from. */
const ONE_IN = [16, 8, 4, 2, 1];

/** Prints a line for each part: the patterns, and F1 of persons, places, organisations and all. */
export async function printCurve(
  learn: (chosen: readonly string[]) => string,
  segmenter: NonNullable<Resources["segmenter"]>,
): Promise<void> {
  const pages = await fromFolders([]);
  const all = patterns();
  console.log("patterns    PER    LOC    ORG    all");
  for (const one of ONE_IN) {
    const chosen = all.filter((_, i) => i % one === 0);
    const resources = { gazetteer: shippedGazetteer(), weights: loadWeights(learn(chosen)), segmenter };
    const counts = sumEntityScores(pages.flatMap((page) => scoreOf(page, resources) ?? []));
    const figures = [counts.PER, counts.LOC, counts.ORG, allTypes(counts)].map((each) => f1(each).toFixed(3));
    console.log([String(chosen.length).padStart(8), ...figures.map((figure) => figure.padStart(6))].join(" "));
  }
}

function scoreOf({ truth, text }: Case, resources: Resources): ReturnType<typeof scoreEntities> {
  const analysis = analyze(text);
  return scoreEntities(truth, analysis, recognisePage(analysis.texts, resources));
}
