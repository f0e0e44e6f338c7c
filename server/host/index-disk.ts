/** The disk as the index of the workspace sees it. */

import { lstat, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { IndexDisk } from "./index-keeper.ts";
import { isInside } from "./inside.ts";
import { pathOf } from "./lexicon-files.ts";

export const INDEX_DISK: IndexDisk = {
  async list({ folders, pages }) {
    const { glob } = await import("tinyglobby");
    const found = new Set<string>();
    for (const folder of folders) {
      const cwd = pathOf(folder);
      if (cwd === undefined) continue;
      const options = { cwd, absolute: true, dot: false, followSymbolicLinks: false, expandDirectories: false };
      const ignore = ["**/node_modules/**", "**/.git/**"];
      const paths = await glob(patternsInside(cwd, pages), { ...options, ignore });
      for (const path of paths) if (isInside(cwd, resolve(path))) found.add(pathToFileURL(path).href);
    }
    return [...found].sort();
  },
  async stat(uri) {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    // A link is none of the folder's own pages, as on the command line: it may lead anywhere.
    const found = await lstat(path).catch(() => undefined);
    return found?.isFile() ? { mtime: found.mtimeMs, size: found.size } : undefined;
  },
  read: (uri) => readFile(pathOf(uri) ?? uri),
};

/**
 * The globs as they are looked for in a folder (absolute path). A workspace's settings can name any, but whoever opened it asked for
 * no other folder to be gone through: those that lead out of it are left out.
 */
function patternsInside(folder: string, patterns: readonly string[]): string[] {
  const root = `${folder.replaceAll("\\", "/").replace(/\/$/, "")}/`;
  return patterns
    .map((pattern) => (pattern.startsWith(root) ? pattern.slice(root.length) : pattern))
    .filter((pattern) => !LEADS_OUT.test(pattern));
}

/** A way up, in braces and brackets too, a path from the root or from a drive, and what takes the sense of all others away. */
const LEADS_OUT = /(?:^|[/\\{,(|])\.\.(?:[/\\},)|]|$)|^[/\\!]|^[a-z]:/iu;
