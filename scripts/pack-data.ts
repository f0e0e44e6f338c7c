/** Packs the data that is read at run time, not bundled: tables that are readable in `server/data/`, the villages, and jieba in WebAssembly. */

import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { JIEBA_WASM, readJiebaWasm } from "../server/host/shipped-files.ts";

const DATA = fileURLToPath(new URL("../server/data/", import.meta.url));

/** The readable tables that the host reads by themselves; all others are bundled. */
export const PACKED_TABLES = ["gazetteer.txt", "mention-weights.txt"];

/** Fills a folder with what the host reads beside the bundles: the tables, packed, what is packed already, and the segmenter. */
export async function packData(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const file of PACKED_TABLES)
    await writeFile(join(folder, `${file}.gz`), packed(await readFile(join(DATA, file))));
  await writeFile(join(folder, JIEBA_WASM), readJiebaWasm());
  for (const file of await readdir(DATA, { recursive: true })) {
    if (![".json", ".gz"].includes(extname(file))) continue;
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(join(DATA, file), join(folder, file));
  }
}

/** A file packed by gzip, the same bytes at every time and on every system. */
export function packed(content: string | Uint8Array): Uint8Array {
  const file = gzipSync(content, { level: 9 });
  // The header's tenth byte names the system that packed it; 255 is unknown.
  file[9] = 255;
  return file;
}
