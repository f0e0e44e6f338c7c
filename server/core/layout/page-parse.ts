/** Parses a page until its own habits are known, and groups its lines into blocks. */

import { type Dialect, estimateDialect, firstDialect, TURN } from "./dialect.ts";
import type { VisualLine } from "./lines.ts";
import { coarseMeasures, fineMeasures } from "./measures.ts";
import type { Pairs } from "./pairs.ts";
import { type Parse, parse } from "./parse/index.ts";
import type { Weights } from "./weights.ts";

export interface Explanation {
  readonly parsed: Parse;
  readonly dialect: Dialect;
  readonly measures: Float64Array;
}

/** A coarse parse shows the page's habits and measures; the fine one knows them. */
export function explain(lines: readonly VisualLine[], pairs: Pairs, weights: Weights): Explanation {
  const first = firstDialect(lines);
  const coarse = parse(lines, pairs, first, weights, coarseMeasures(lines));
  const dialect = estimateDialect(first, lines, coarse, weights);
  const measures = fineMeasures(coarse.measures);
  return { parsed: parse(lines, pairs, dialect, weights, measures), dialect, measures };
}

/** Visual lines `first`…`last` of one block. */
export interface Group {
  readonly first: number;
  readonly last: number;
}

/** The blocks of a parse, as runs of visual lines. */
export function groupsOf({ turns }: Parse): Group[] {
  const groups: Group[] = [];
  let first = 0;
  turns.forEach((turn, i) => {
    if (turn === TURN.break || i === turns.length - 1) {
      groups.push({ first, last: i });
      first = i + 1;
    }
  });
  return groups;
}
