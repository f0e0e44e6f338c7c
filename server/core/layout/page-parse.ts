/** Parses a page until its own habits are known, and groups its lines into blocks. */

import { type Dialect, estimateDialect, firstDialect, TURN } from "./dialect.ts";
import type { VisualLine } from "./lines.ts";
import type { Pairs } from "./pairs.ts";
import { type Parse, parse } from "./parse.ts";
import type { Weights } from "./weights.ts";

/** Rounds of estimating the habits from a parse and parsing anew. */
const ROUNDS = 1;

/** The first parse shows the page's habits, the later ones know them. */
export function explain(
  lines: readonly VisualLine[],
  pairs: Pairs,
  weights: Weights,
): { parsed: Parse; dialect: Dialect } {
  const first = firstDialect(lines);
  let parsed = parse(lines, pairs, first, weights);
  let dialect = first;
  for (let round = 0; round < ROUNDS; round += 1) {
    dialect = estimateDialect(first, lines, parsed, weights);
    parsed = parse(lines, pairs, dialect, weights);
  }
  return { parsed, dialect };
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
