/** The persons of an issue, and how a finding tells of two places of it. */

import type { FactPlace } from "../../issue/fact-place.ts";
import { type Issue, type IssuePage, pageTitle } from "../../issue/issue.ts";
import type { PersonFact } from "../../issue/person-facts.ts";
import type { RelatedPlace } from "../../page/finding.ts";

/** A person on one page of an issue. */
export interface PersonOnPage {
  readonly page: IssuePage;
  readonly person: PersonFact;
}

/** The persons of all pages by their names, each page's in the order of the pages. */
export function personsOf({ pages }: Issue): Map<string, PersonOnPage[]> {
  const byName = new Map<string, PersonOnPage[]>();
  for (const page of pages) {
    for (const person of page.facts.persons) {
      const known = byName.get(person.name);
      if (known) known.push({ page, person });
      else byName.set(person.name, [{ page, person }]);
    }
  }
  return byName;
}

/** A place on another page, with the words that stand there. */
export function onOtherPage(page: IssuePage, { range, start, end }: FactPlace, words: string): RelatedPlace {
  const { zh, en } = pageTitle(page);
  const message = { zh: `${zh}上是“${words}”`, en: `“${words}” on ${en}` };
  return { start, end, message, on: { uri: page.uri, range } };
}
