/** The persons of a page as its issue has to know them: their names, how often they stand there, and their titles. */

import type { Mention } from "../page/mention.ts";
import { type FactPlace, type FactsSource, placeInBlock } from "./fact-place.ts";
import { titledPlaces } from "./titled-places.ts";

export interface PersonFact {
  /** Without the blanks that a page may set inside it. */
  readonly name: string;
  readonly count: number;
  /** Where it stands first. */
  readonly place: FactPlace;
  /** The titles that stand beside the name, each once, at the place where it stands first with the name. */
  readonly titles: readonly { readonly role: string; readonly place: FactPlace }[];
}

/** Those that are surely named, in the order in which they first stand. */
export function personFacts(page: FactsSource, mentions: readonly Mention[]): PersonFact[] {
  const byName = new Map<string, Mention[]>();
  for (const mention of mentions) {
    if (mention.type !== "PER") continue;
    const name = mention.text.replace(/\s/gu, "");
    const known = byName.get(name);
    if (known) known.push(mention);
    else byName.set(name, [mention]);
  }
  return [...byName].flatMap(([name, all]) => {
    const [first] = all;
    const place = first && placeOf(page, first);
    if (!place || all.every(({ likely }) => likely)) return [];
    const titles = titledPlaces(page.texts, all).flatMap(({ mention, role, start, end }) => {
      const at = placeOf(page, { ...mention, start, end });
      return at ? [{ role, place: at }] : [];
    });
    const once = titles.filter(({ role }, i) => titles.findIndex((other) => other.role === role) === i);
    return [{ name, count: all.length, place, titles: once }];
  });
}

function placeOf(page: FactsSource, { block, start, end }: Mention): FactPlace | undefined {
  const home = page.texts[block];
  return home && placeInBlock(page, home, { start, end });
}
