/** What the index keeps of a page: its headlines and the names on it, with their places, and what its issue has to know of it. */

import type { NameType } from "../core/house/types.ts";
import type { PageFacts } from "../core/issue/page-facts.ts";
import type { EntityType } from "../core/page/mention.ts";

/** Start line and character, end line and character; zero-based, UTF-16, as the protocol counts. */
export type Position4 = readonly [number, number, number, number];

/** What an entity is known by across pages. */
export interface EntityKey {
  readonly type: EntityType;
  readonly entity: string;
}

/** All mentions of one entity on one page. */
export interface IndexedEntity {
  readonly type: NameType;
  readonly entity: string;
  /** The fullest office that the page gives a person. */
  readonly role?: string;
  /** Where it is mentioned, in page order. */
  readonly places: readonly Position4[];
  /** Each of its mentions is only likely a name. */
  readonly likely?: true;
}

export interface IndexedHeadline {
  readonly name: string;
  readonly place: Position4;
}

/** A page in the index. */
export interface IndexedPage {
  readonly headlines: readonly IndexedHeadline[];
  readonly entities: readonly IndexedEntity[];
  readonly facts: PageFacts;
}

/** Whether entities of this kind have a name by which other pages can be searched. */
export function isNameType(type: EntityType): type is NameType {
  return type !== "DATE" && type !== "QTY";
}
