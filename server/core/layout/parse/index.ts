/** Explains a page's lines as columns of paragraphs and blocks between them: the cheapest explanation of the whole page. */

import { marginsOf } from "./margins.ts";
import { search } from "./search.ts";
import type { Model, Parse } from "./states.ts";
import { WayBack } from "./trace-back.ts";

export { lineTableOf } from "./line-table.ts";
export { outsideCostsOf } from "./outside-costs.ts";
export type { Model, Parse, Part } from "./states.ts";
export { blankLineCost, MOSTLY_JOINED, wordCost, wordCostsOf } from "./turns.ts";
export { isUnitAcross } from "./units.ts";

/** An explanation of a page, and the margin of each line end in it: see {@link marginsOf}. */
export interface WeighedParse extends Parse {
  readonly margins: Float64Array;
}

/** Parses the lines of a model, and weighs each decision against the other one. */
export function weighedParse(model: Model): WeighedParse {
  if (model.lines.length === 0) return { ...parse(model), margins: new Float64Array(0) };
  const found = search(model);
  return { ...new WayBack(found).parse(), margins: marginsOf(found) };
}

/** Parses the lines of a model. Time and memory are linear in the number of lines. */
export function parse(model: Model): Parse {
  if (model.lines.length === 0) return { parts: [], measures: [], turns: [], cost: 0 };
  return new WayBack(search(model)).parse();
}
