/** What is kept of a page for questions about its issue: so little that hundreds of pages can be remembered. */

import type { Mention } from "../page/mention.ts";
import type { FactsSource } from "./fact-place.ts";
import { type FolioFacts, folioFacts } from "./folio.ts";
import { type JumpFacts, jumpFacts } from "./jump-facts.ts";
import { type PersonFact, personFacts } from "./person-facts.ts";
import { type ProjectFact, projectFacts } from "./project-facts.ts";

/**
 * The facts of a page, plain data that crosses threads and is stored with the index. Each field is read from the page by a
 * function of its own file in this folder; another kind of fact is a field here and its line in {@link pageFacts}. A change of
 * their shape counts up `FORMAT` in `host/index-store.ts`.
 */
export interface PageFacts {
  readonly folio: FolioFacts;
  readonly jumps: JumpFacts;
  readonly persons: readonly PersonFact[];
  readonly projects: readonly ProjectFact[];
}

/** @param mentions what the page names, in page order; empty where nobody has looked for names */
export function pageFacts(page: FactsSource, mentions: readonly Mention[] = []): PageFacts {
  return {
    folio: folioFacts(page),
    jumps: jumpFacts(page),
    persons: personFacts(page, mentions),
    projects: projectFacts(page),
  };
}
