/** The index of the workspace: headlines and names of all pages, found by entity or by some characters of the name. */

import type { NameType } from "../core/house/types.ts";
import { type EntityKey, type IndexedPage, isNameType, type Position4 } from "./index-entries.ts";

/** A place on a page. */
export interface Place {
  readonly uri: string;
  readonly place: Position4;
}

/** A headline or an entity of a page, for whoever searches by name. */
export interface NamedPlace extends Place {
  readonly name: string;
  readonly kind: "headline" | NameType;
  /** A person's office, where the page gives one. */
  readonly detail?: string;
}

/** Pages by URI. It is always what the pages in it make of it, in whatever order they came, changed and went. */
export interface PageIndex {
  put(uri: string, page: IndexedPage): void;
  delete(uri: string): void;
  get(uri: string): IndexedPage | undefined;
  /** URIs of all pages, sorted. */
  uris(): string[];
  /** All mentions of an entity, by URI, then in page order. */
  references(key: EntityKey): Place[];
  /** Headlines and entities whose names have the query's characters in this order; the best `most` of them, best first. */
  search(query: string, most: number): NamedPlace[];
}

export function createIndex(): PageIndex {
  const pages = new Map<string, IndexedPage>();
  /** URIs of the pages that name an entity. */
  const naming = new Map<string, Set<string>>();

  const forget = (uri: string): void => {
    for (const entity of pages.get(uri)?.entities ?? []) {
      const key = keyOf(entity);
      const uris = naming.get(key);
      uris?.delete(uri);
      if (uris?.size === 0) naming.delete(key);
    }
    pages.delete(uri);
  };
  return {
    put(uri, page) {
      forget(uri);
      pages.set(uri, page);
      for (const entity of page.entities) {
        const key = keyOf(entity);
        const uris = naming.get(key);
        if (uris) uris.add(uri);
        else naming.set(key, new Set([uri]));
      }
    },
    delete: forget,
    get: (uri) => pages.get(uri),
    uris: () => [...pages.keys()].sort(),
    references(key) {
      if (!isNameType(key.type)) return [];
      return [...(naming.get(keyOf(key)) ?? [])].sort().flatMap((uri) => {
        const entity = pages.get(uri)?.entities.find((one) => one.type === key.type && one.entity === key.entity);
        return (entity?.places ?? []).map((place) => ({ uri, place }));
      });
    },
    search: (query, most) => search(pages, query, most),
  };
}

function keyOf({ type, entity }: EntityKey): string {
  return `${type}${entity}`;
}

function search(pages: ReadonlyMap<string, IndexedPage>, query: string, most: number): NamedPlace[] {
  const found: (NamedPlace & { readonly rank: number })[] = [];
  for (const [uri, { headlines, entities }] of pages) {
    for (const { name, place } of headlines) {
      const rank = rankOf(name, query);
      if (rank > 0) found.push({ uri, place, name, kind: "headline", rank });
    }
    for (const { entity, type, role, places } of entities) {
      const rank = rankOf(entity, query);
      const [place] = places;
      if (rank > 0 && place)
        found.push({ uri, place, name: entity, kind: type, rank, ...(role === undefined ? {} : { detail: role }) });
    }
  }
  found.sort((a, b) => b.rank - a.rank || compare(a.name, b.name) || compare(a.uri, b.uri) || compare(a.kind, b.kind));
  return found.slice(0, most).map(({ rank: _, ...place }) => place);
}

/** 0 where the name lacks a character; more where they begin it or stand together, and where little else is in it. */
export function rankOf(name: string, query: string): number {
  const [hay, needle] = [name.toLowerCase(), query.toLowerCase().replaceAll(/\s+/g, "")];
  const at = hay.indexOf(needle);
  const little = 1 / (1 + Math.max(0, hay.length - needle.length));
  if (at === 0) return 3 + little;
  if (at > 0) return 2 + little;
  return isSubsequence(needle, hay) ? 1 + little : 0;
}

/** Whether `part` is left of `whole` when some of its characters are taken out. */
function isSubsequence(part: string, whole: string): boolean {
  let done = 0;
  for (const char of whole) if (done < part.length && part.startsWith(char, done)) done += char.length;
  return done === part.length;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
