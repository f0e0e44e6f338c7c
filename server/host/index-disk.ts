/** The disk as the index of the workspace sees it. */

import { readFile, stat } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { IndexDisk } from "./index-keeper.ts";
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
      for (const path of await glob([...pages], { ...options, ignore })) found.add(pathToFileURL(path).href);
    }
    return [...found].sort();
  },
  async stat(uri) {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    const found = await stat(path).catch(() => undefined);
    return found?.isFile() ? { mtime: found.mtimeMs, size: found.size } : undefined;
  },
  read: (uri) => readFile(pathOf(uri) ?? uri),
};
