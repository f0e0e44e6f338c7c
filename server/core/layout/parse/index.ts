/** Explains a page's lines as columns of paragraphs and display blocks: the cheapest explanation of the whole page. */

import type { Dialect } from "../dialect.ts";
import type { VisualLine } from "../lines.ts";
import type { Pairs } from "../pairs.ts";
import type { Weights } from "../weights.ts";
import { explainAsColumn } from "./column-lines.ts";
import { explainAsDisplay } from "./display-lines.ts";
import { mayBeCut } from "./fit.ts";
import {
  type Column,
  cheapest,
  clear,
  FAR,
  type Forced,
  type Model,
  newColumn,
  newTrace,
  type Parse,
  PIECES,
} from "./states.ts";
import { traceBack } from "./trace-back.ts";
import { scalarEnd, turnCosts } from "./turns.ts";

export type { Forced, Parse, Part } from "./states.ts";
export { blankLineCost, wordCost } from "./turns.ts";
export { isUnitAcross } from "./units.ts";

/**
 * Parses the lines, each column line in one of the given measures (em, ascending). Time and memory are linear in the
 * number of lines.
 */
export function parse(
  lines: readonly VisualLine[],
  pairs: Pairs,
  dialect: Dialect,
  weights: Weights,
  measures: Float64Array,
  forced?: Forced,
): Parse {
  const count = lines.length;
  if (count === 0) return { parts: [], measures: [], turns: [], cost: 0 };
  const size = measures.length;
  const trace = newTrace(count, size);
  const columns = Array.from({ length: PIECES + 1 }, () => newColumn(size));
  const model: Model = { lines, pairs, dialect, weights, measures, forced };

  for (let end = 0; end < count; end += 1) {
    const column = columns[end % columns.length] as Column;
    clear(column);
    for (let pieces = 1; pieces <= PIECES && end - pieces + 1 >= 0; pieces += 1) {
      const start = end - pieces + 1;
      if (pieces > 1 && !mayBeCut(lines, start, dialect)) break;
      const before = start > 0 ? (columns[(start - 1) % columns.length] as Column) : undefined;
      explainAsColumn(model, column, before, trace, start, end);
    }
    explainAsDisplay(model, column, end > 0 ? columns[(end - 1) % columns.length] : undefined, trace, end);
    column.bestFirst = cheapest(column.first);
    column.bestMiddle = cheapest(column.middle);
    column.bestEnded = cheapest(column.ended);
    trace.bestFirst[end] = column.bestFirst;
    trace.bestMiddle[end] = column.bestMiddle;
    trace.bestEnded[end] = column.bestEnded;
    trace.bestScalar[end] = scalarEnd(model, column, end).state;
    if (end + 1 < count) {
      const turn = turnCosts(model, end);
      const first = (column.first[column.bestFirst] ?? FAR) + turn.wrapAfterFirst;
      trace.insideFirst[end] = first <= (column.middle[column.bestMiddle] ?? FAR) + turn.wrap ? 1 : 0;
    }
  }
  return traceBack(model, columns[(count - 1) % columns.length] as Column, trace);
}
