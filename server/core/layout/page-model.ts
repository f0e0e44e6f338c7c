/** Learns what the parse of a page goes by: a coarse parse shows its dialect and its measures. */

import { type Dialect, estimateDialect, firstDialect } from "./dialect.ts";
import type { VisualLine } from "./lines.ts";
import { coarseMeasures, fineMeasures } from "./measures.ts";
import { seenTogetherIn } from "./pairs.ts";
import { lineTableOf, type Model, outsideCostsOf, parse, wordCostsOf } from "./parse/index.ts";
import type { Weights } from "./weights.ts";

/** The model that lines are parsed with, learnt from these lines alone. */
export function modelOf(lines: readonly VisualLine[], weights: Weights): Model {
  const seen = seenTogetherIn(lines);
  const words = wordCostsOf(lines, seen, weights);
  const first = firstDialect(lines);
  const outside = outsideCostsOf({ lines, words, weights, dialect: first });
  const table = lineTableOf(lines);
  const model = (dialect: Dialect, measures: Float64Array, coarse: boolean): Model => ({
    lines,
    table,
    seen,
    words,
    outside,
    dialect,
    weights,
    measures,
    coarse,
  });
  const coarse = parse(model(first, coarseMeasures(lines, first.widest), true));
  const dialect = estimateDialect(first, lines, coarse, weights);
  return model(dialect, fineMeasures(coarse.measures, dialect.widest), false);
}
