/**
 * The stamp of the table of weights: a digest of all that they were learned from and of the weights themselves. Training gives the
 * same for the same, so a table whose stamp is right need not be trained anew to be known for right.
 */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const LINE = /^# Stamp: .*\n/m;

/** The table with the stamp that it should have, as the last line of its head. */
export async function stamped(table: string): Promise<string> {
  const bare = unstamped(table);
  const hash = createHash("sha256");
  for (const file of await sources()) hash.update(`${file}\n${readFileSync(join(ROOT, file))}`);
  const stamp = hash.update(bare).digest("hex").slice(0, 32);
  return bare.replace(/\n(?!#)/, `\n# Stamp: ${stamp}\n`);
}

export function unstamped(table: string): string {
  return table.replace(LINE, "");
}

/** Paths of what training runs and reads: its modules with the tables they import, its sentences, gazetteer and dictionary. */
async function sources(): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ["scripts/training/train.ts"],
    bundle: true,
    write: false,
    metafile: true,
    packages: "external",
    platform: "node",
    format: "esm",
    loader: { ".txt": "text" },
  });
  const texts = readdirSync(join(ROOT, "scripts/training"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".txt"))
    .map((name) => `scripts/training/${name.replaceAll("\\", "/")}`);
  const read = ["server/data/gazetteer.txt", "node_modules/nodejieba/package.json"];
  return [...new Set([...Object.keys(metafile.inputs), ...texts, ...read])].sort();
}
