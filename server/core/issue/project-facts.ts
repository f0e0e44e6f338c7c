/** What a page says a thing has one of, as its issue has to know it: the investment of a project, the length of a road. */

import { numberReader } from "../numbers/page-numbers.ts";
import { attributesIn } from "../numbers/sums/attributes.ts";
import { figuresOf } from "../numbers/sums/figures.ts";
import { type FactPlace, type FactsSource, placeInBlock } from "./fact-place.ts";

export interface ProjectFact {
  /** The name of the thing, as the words before the figure have it. */
  readonly of: string;
  /** What it has: 总投资. */
  readonly attribute: string;
  /** The figure with its unit. */
  readonly figure: string;
  readonly place: FactPlace;
}

export function projectFacts(page: FactsSource): ProjectFact[] {
  const { read } = numberReader(page.texts);
  const blocks = page.texts.map(({ text }, index) => ({ index, text, figures: figuresOf(read(text)) }));
  return [...attributesIn(blocks)].flatMap(({ block, start, end, of, attribute, text: figure }) => {
    const home = page.texts[block];
    const place = home && placeInBlock(page, home, { start, end });
    return place ? [{ of, attribute, figure, place }] : [];
  });
}
