/** Learns what the parse of a page goes by: a coarse parse shows its dialect and its measures. */

import { type Dialect, estimateDialect, firstDialect } from "./dialect.ts";
import type { VisualLine } from "./lines.ts";
import { coarseMeasures, fineMeasures } from "./measures.ts";
import { seenTogetherIn } from "./pairs.ts";
import { type Model, outsideCostsOf, parse, wordCostsOf } from "./parse/index.ts";
import type { Weights } from "./weights.ts";

/** The model that lines are parsed with, learnt from these lines alone. */
export function modelOf(lines: readonly VisualLine[], weights: Weights): Model {
  const seen = seenTogetherIn(lines);
  const words = wordCostsOf(lines, seen, weights);
  const first: Dialect = firstDialect(lines);
  const outside = outsideCostsOf({ lines, words, weights, dialect: first });
  const known = { lines, seen, words, outside, weights };
  const coarse = parse({
    ...known,
    dialect: first,
    measures: coarseMeasures(lines, first.widest),
    coarse: true,
  });
  const dialect = estimateDialect(first, lines, coarse, weights);
  return { ...known, dialect, measures: fineMeasures(coarse.measures, dialect.widest) };
}
