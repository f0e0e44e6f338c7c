/** Explains a page's lines as columns of paragraphs and display blocks: the cheapest explanation of the whole page. */

import { explainAsColumn } from "./column-lines.ts";
import { explainAsDisplay } from "./display-lines.ts";
import { mayBeCut } from "./fit.ts";
import {
  cheapest,
  clearCosts,
  MOST_PIECES,
  type Model,
  newBackPointers,
  newStateCosts,
  type Parse,
  type StateCosts,
  UNREACHED,
} from "./states.ts";
import { traceBack } from "./trace-back.ts";
import { cheapestOutside, turnCosts } from "./turns.ts";

export type { Forced, Model, Parse, Part } from "./states.ts";
export { blankLineCost, wordCost } from "./turns.ts";
export { isUnitAcross } from "./units.ts";

/** Parses the lines of a model. Time and memory are linear in the number of lines. */
export function parse(model: Model): Parse {
  const { lines, measures, dialect } = model;
  const count = lines.length;
  if (count === 0) return { parts: [], measures: [], turns: [], cost: 0 };
  const pointers = newBackPointers(count, measures.length);
  // A line of several pieces follows the states after the line before its first piece, so those are kept that long.
  const recent = Array.from({ length: MOST_PIECES + 1 }, () => newStateCosts(measures.length));
  const after = (line: number): StateCosts => recent[line % recent.length] as StateCosts;

  for (let end = 0; end < count; end += 1) {
    const costs = after(end);
    clearCosts(costs);
    for (let pieces = 1; pieces <= MOST_PIECES && end - pieces + 1 >= 0; pieces += 1) {
      const start = end - pieces + 1;
      if (pieces > 1 && !mayBeCut(lines, start, dialect)) break;
      explainAsColumn({ model, costs, before: start > 0 ? after(start - 1) : undefined, pointers }, start, end);
    }
    explainAsDisplay({ model, costs, before: end > 0 ? after(end - 1) : undefined, pointers }, end);
    costs.bestFirst = cheapest(costs.first);
    costs.bestMiddle = cheapest(costs.middle);
    costs.bestEnded = cheapest(costs.ended);
    pointers.bestFirst[end] = costs.bestFirst;
    pointers.bestMiddle[end] = costs.bestMiddle;
    pointers.bestEnded[end] = costs.bestEnded;
    pointers.bestOutside[end] = cheapestOutside(model, costs, end).state;
    if (end + 1 < count) {
      const turn = turnCosts(model, end);
      const first = (costs.first[costs.bestFirst] ?? UNREACHED) + turn.wrapAfterFirst;
      pointers.insideFirst[end] = first <= (costs.middle[costs.bestMiddle] ?? UNREACHED) + turn.wrap ? 1 : 0;
    }
  }
  return traceBack(model, after(count - 1), pointers);
}
