/** Explains a page's lines as columns of paragraphs and blocks between them: the cheapest explanation of the whole page. */

import { cheapestParse, search } from "./search.ts";
import type { Model, Parse } from "./states.ts";

export type { Model, Parse, Part } from "./states.ts";
export { blankLineCost, wordCost } from "./turns.ts";
export { isUnitAcross } from "./units.ts";

/** Parses the lines of a model. Time and memory are linear in the number of lines. */
export function parse(model: Model): Parse {
  if (model.lines.length === 0) return { parts: [], measures: [], turns: [], resumes: new Map(), cost: 0 };
  return cheapestParse(search(model));
}
