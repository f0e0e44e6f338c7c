/** Reads the files that are shipped; in a browser `server/browser/shipped-files.ts` stands in for this one. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The name under which the build ships jieba in WebAssembly. */
export const JIEBA_WASM = "jieba.wasm";

/** Reads a file of data: the bundle has it beside itself, the source one folder up. */
export function readShipped(file: string): Uint8Array<ArrayBuffer> {
  return readFileSync(new URL(`${isSource() ? "../data" : "./data"}/${file}`, import.meta.url));
}

/** Reads jieba in WebAssembly: the bundle has it beside the data, the source in its package. */
export function readJiebaWasm(): Uint8Array<ArrayBuffer> {
  if (!isSource()) return readShipped(JIEBA_WASM);
  const library = createRequire(import.meta.url).resolve("jieba-wasm/web");
  return readFileSync(join(dirname(library), "jieba_rs_wasm_bg.wasm"));
}

/** Whether the source runs, and no bundle. */
export function isSource(): boolean {
  return import.meta.url.endsWith(".ts");
}
