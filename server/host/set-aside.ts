/** Pages at which the worker thread died or hung again and again: they are set aside, so that the others have their names. */

import { fileUri } from "../workspace/file-uri.ts";

/** A thread may die once for any reason; the page that was being read is to blame when it dies there again. */
const DEATHS = 2;

/** So long, in ms, a page that was set aside is left alone at first; twice as long after each further death. */
const FIRST_REST = 30_000;
const LONGEST_REST = 3_600_000;

/** So long after a death, in ms, another one over the same page is the first again. */
const FORGOTTEN_AFTER = 600_000;

/** What became of a page over which the thread died. */
export interface Blamed {
  /** For how long, in ms, the page is set aside at least; nothing where it is not. */
  readonly rest?: number;
  readonly isNews: boolean;
}

export interface SetAside {
  /** The thread died while it read this page, or hung, which no other page can have brought about. */
  died(uri: string, text: string | undefined, hung: boolean): Blamed;
  /** Whether the page may not be sent to the thread; `text` is what it says now. */
  has(uri: string, text: string): boolean;
  /** The file was written, or is gone. */
  changed(uri: string): void;
  /** URIs of all pages that are set aside now. */
  all(): string[];
}

/** `now` is the time in ms, from whenever on. */
export function createSetAside(now: () => number): SetAside {
  const pages = new Map<string, BlamedPage>();
  const isAside = ({ deaths, until, isChanged }: BlamedPage): boolean =>
    deaths >= DEATHS && !(isChanged && now() >= until);
  return {
    died(uri, text, hung) {
      const known = pages.get(fileUri(uri));
      const before = known && now() < known.until + FORGOTTEN_AFTER ? known.deaths : 0;
      const deaths = before + (hung ? DEATHS : 1);
      const rest = deaths < DEATHS ? 0 : Math.min(FIRST_REST * 2 ** (deaths - DEATHS), LONGEST_REST);
      pages.set(fileUri(uri), { uri, deaths, until: now() + rest, text, isChanged: false });
      return { ...(rest > 0 && { rest }), isNews: rest > 0 && before < DEATHS };
    },
    has(uri, text) {
      const page = pages.get(fileUri(uri));
      if (!page) return false;
      // The same text would bring the thread down again.
      if (page.text !== undefined && page.text !== text) page.isChanged = true;
      return isAside(page);
    },
    changed(uri) {
      const page = pages.get(fileUri(uri));
      if (page) page.isChanged = true;
    },
    all: () => [...pages.values()].flatMap((page) => (isAside(page) ? [page.uri] : [])),
  };
}

interface BlamedPage {
  readonly uri: string;
  readonly deaths: number;
  readonly until: number;
  /** What it said when the thread died; unknown of a file. */
  readonly text: string | undefined;
  /** Whether it says something else since. */
  isChanged: boolean;
}
