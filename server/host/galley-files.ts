/** Finds files of `.galley` folders: for a page the nearest one of a kind at or above its folder. */

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Whether the path or URI is that of a file of these names in a folder `.galley`, wherever it lies. */
export function isGalleyFile(path: string, names: readonly string[]): boolean {
  return names.some((name) => path.endsWith(`/.galley/${name}`) || path.endsWith(`\\.galley\\${name}`));
}

/** The files of these names that may have gone with what was deleted: the file itself, or those that its folder may have held. */
export function goneWith(uri: string, names: readonly string[]): string[] {
  if (isGalleyFile(uri, names)) return [uri];
  return uri.endsWith("/.galley") ? names.map((name) => `${uri}/${name}`) : [];
}

/** Looks files of one kind up and remembers the answer for each folder. */
export interface GalleyFinder {
  /** Path of the file for pages in a folder (absolute path). */
  forFolder(folder: string): string | undefined;
  /** The same for a page by its URI; nothing for a page that is no file. */
  forPage(uri: string): string | undefined;
  /** Files have come or gone. */
  forget(): void;
}

/** @param names the names that a file of the kind may have, the first one that is there counts */
export function createGalleyFinder(
  names: readonly string[],
  exists: (path: string) => boolean = existsSync,
): GalleyFinder {
  const known = new Map<string, string | undefined>();
  const forFolder = (folder: string): string | undefined => {
    if (known.has(folder)) return known.get(folder);
    const own = names.map((name) => join(folder, ".galley", name)).find(exists);
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
