/** Finds the house's lexicon that holds for a page: the nearest `.galley/entities.yaml` (or .yml, .json) at or above its folder. */

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const NAMES: readonly string[] = ["entities.yaml", "entities.yml", "entities.json"];

/** Whether the path or URI is that of a lexicon, wherever it lies. */
export function isLexiconFile(path: string): boolean {
  return NAMES.some((name) => path.endsWith(`/.galley/${name}`) || path.endsWith(`\\.galley\\${name}`));
}

/** The lexicons that may have gone with what was deleted: the file itself, or those that its folder may have held. */
export function lexiconsGoneWith(uri: string): string[] {
  if (isLexiconFile(uri)) return [uri];
  return uri.endsWith("/.galley") ? NAMES.map((name) => `${uri}/${name}`) : [];
}

/** Looks lexicons up and remembers the answer for each folder. */
export interface LexiconFinder {
  /** Path of the lexicon for pages in a folder (absolute path). */
  forFolder(folder: string): string | undefined;
  /** The same for a page by its URI; nothing for a page that is no file. */
  forPage(uri: string): string | undefined;
  /** Files have come or gone. */
  forget(): void;
}

export function createLexiconFinder(exists: (path: string) => boolean = existsSync): LexiconFinder {
  const known = new Map<string, string | undefined>();
  const forFolder = (folder: string): string | undefined => {
    if (known.has(folder)) return known.get(folder);
    const own = NAMES.map((name) => join(folder, ".galley", name)).find(exists);
    const parent = dirname(folder);
    const found = own ?? (parent === folder ? undefined : forFolder(parent));
    known.set(folder, found);
    return found;
  };
  return {
    forFolder,
    forPage(uri) {
      const path = pathOf(uri);
      return path === undefined ? undefined : forFolder(dirname(path));
    },
    forget: () => known.clear(),
  };
}

/** The path of a file's URI; nothing for another kind of URI, or what is none. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
