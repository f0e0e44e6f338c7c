/** Names that a house's own pages show often and clearly enough to be proposed for its lexicon; each is to be confirmed. */

import type { IndexedPage } from "./index-entries.ts";
import type { Place } from "./page-index.ts";

/** A name, and what speaks for it. */
export interface NameProposal {
  readonly type: "PER" | "ORG";
  readonly name: string;
  /** The office that most pages give a person; of as many the fullest. */
  readonly role?: string;
  /** Pages that name it, and places on them. */
  readonly pages: number;
  readonly places: number;
  /** Where it stands first. */
  readonly first: Place;
}

/** A person is proposed from so many pages on that give an office or a byline, or so many places where one does. */
const PAGES_WITH_ROLE = 2;
const PLACES_WITH_ROLE = 4;
/** A body from so many pages on, by a name that is no short form. */
const PAGES_OF_BODY = 3;
const SHORTEST_BODY = 5;

interface Seen {
  readonly type: NameProposal["type"];
  readonly name: string;
  readonly roles: Map<string, number>;
  pages: number;
  places: number;
  first: Place | undefined;
}

/**
 * The proposals of some pages, persons first, what most pages name before the rest.
 * @param isKnown whether the lexicon of a page (URI) has the name
 */
export function nameProposals(
  pages: Iterable<readonly [uri: string, page: IndexedPage]>,
  isKnown: (uri: string, type: NameProposal["type"], name: string) => boolean,
): NameProposal[] {
  const seen = new Map<string, Seen>();
  for (const [uri, { entities }] of pages) {
    for (const { type, entity, role, places, likely } of entities) {
      const [place] = places;
      if ((type !== "PER" && type !== "ORG") || likely || !place || isKnown(uri, type, entity)) continue;
      const key = `${type}${entity}`;
      const known: Seen = seen.get(key) ?? {
        type,
        name: entity,
        roles: new Map(),
        pages: 0,
        places: 0,
        first: { uri, place },
      };
      seen.set(key, known);
      known.pages += 1;
      known.places += places.length;
      if (role !== undefined) known.roles.set(role, (known.roles.get(role) ?? 0) + 1);
    }
  }
  return [...seen.values()].filter(isOftenEnough).map(proposalOf).sort(byWeight);
}

function isOftenEnough({ type, name, roles, pages, places }: Seen): boolean {
  if (type === "ORG") return pages >= PAGES_OF_BODY && name.length >= SHORTEST_BODY;
  const withRole = [...roles.values()].reduce((sum, count) => sum + count, 0);
  return withRole >= PAGES_WITH_ROLE || (withRole > 0 && places >= PLACES_WITH_ROLE);
}

function proposalOf({ type, name, roles, pages, places, first }: Seen): NameProposal {
  const [role] = [...roles].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)[0] ?? [];
  return { type, name, ...(role === undefined ? {} : { role }), pages, places, first: first as Place };
}

function byWeight(a: NameProposal, b: NameProposal): number {
  if (a.type !== b.type) return a.type === "PER" ? -1 : 1;
  return b.pages - a.pages || b.places - a.places || (a.name < b.name ? -1 : 1);
}
