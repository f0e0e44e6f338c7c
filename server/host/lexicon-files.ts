/** Which files are the house's lexicons: the nearest `.galley/entities.yaml` (or .yml, .json) at or above a page's folder holds for it. */

import { createGalleyFinder, type GalleyFinder, goneWith, isGalleyFile } from "./galley-files.ts";

export { pathOf } from "./galley-files.ts";

const NAMES: readonly string[] = ["entities.yaml", "entities.yml", "entities.json"];

/** Whether the path or URI is that of a lexicon, wherever it lies. */
export function isLexiconFile(path: string): boolean {
  return isGalleyFile(path, NAMES);
}

/** The lexicons that may have gone with what was deleted: the file itself, or those that its folder may have held. */
export function lexiconsGoneWith(uri: string): string[] {
  return goneWith(uri, NAMES);
}

/** Looks lexicons up. */
export type LexiconFinder = GalleyFinder;

export function createLexiconFinder(exists?: (path: string) => boolean): LexiconFinder {
  return createGalleyFinder(NAMES, exists);
}
