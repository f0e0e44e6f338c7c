/** Looks which files stand beside a page on the disk. */

import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Neighbours } from "../workspace/neighbours.ts";

export const diskNeighbours: Neighbours = {
  async beside(uri) {
    try {
      const folder = new URL(".", uri);
      const entries = await readdir(fileURLToPath(folder), { withFileTypes: true });
      return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => folder.href + encodeURIComponent(name));
    } catch {
      // A page that is no file on this disk has no neighbours.
      return [];
    }
  },
};
