/** Looks which files stand beside a page on the disk, and reads them. */

import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Neighbours } from "../workspace/neighbours.ts";
import { decode } from "./encodings.ts";

export const diskNeighbours: Neighbours = {
  async beside(uri) {
    try {
      const folder = new URL(".", uri);
      const entries = await readdir(fileURLToPath(folder), { withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map(({ name }) => folder.href + encodeURIComponent(name));
    } catch {
      // A page that is no file on this disk has no neighbours.
      return [];
    }
  },
  async read(uri) {
    try {
      return (await decode(await readFile(fileURLToPath(uri)))).text;
    } catch {
      return undefined;
    }
  },
};
