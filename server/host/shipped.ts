/** Reads the data that is shipped as files: readable ones where the source runs, packed ones beside the bundles. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Localised } from "../core/text/locale.ts";
import { reasonOf } from "./refusal.ts";

/** The name under which the build ships jieba in WebAssembly. */
export const JIEBA_WASM = "jieba.wasm";

/** Gives the bytes of a file by its path in the folder of data; may throw. */
export type ReadFile = (file: string) => Uint8Array;

/** The name by which a readable file of `server/data/` is shipped: the build packs it. */
export function shippedName(file: string): string {
  return isSource() ? file : `${file}.gz`;
}

/** The text of a file of data, by its path in their folder; a name that ends in `.gz` is a packed file's. Throws as {@link problemOf} tells. */
export function textOf(file: string, read: ReadFile = readShipped): string {
  const bytes = read(file);
  return new TextDecoder("utf-8", { fatal: true }).decode(file.endsWith(".gz") ? gunzipSync(bytes) : bytes);
}

/** Why a file could not be read, for people. */
export function problemOf(error: unknown): Localised {
  return isDamage(error) ? { zh: "文件已损坏", en: "the file is damaged" } : reasonOf(error);
}

/** Reads a file that is shipped: the bundle has the data beside it, the source one folder up. */
export function readShipped(file: string): Uint8Array<ArrayBuffer> {
  return readFileSync(new URL(`${isSource() ? "../data" : "./data"}/${file}`, import.meta.url));
}

/** Reads jieba in WebAssembly: the bundle has it beside the data, the source in its package. */
export function readJiebaWasm(): Uint8Array<ArrayBuffer> {
  if (!isSource()) return readShipped(JIEBA_WASM);
  const library = createRequire(import.meta.url).resolve("jieba-wasm/web");
  return readFileSync(join(dirname(library), "jieba_rs_wasm_bg.wasm"));
}

/** Whether the bytes are at fault: no gzip, cut short, changed, or not UTF-8 inside. */
function isDamage(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return error instanceof TypeError || (typeof code === "string" && code.startsWith("Z_"));
}

function isSource(): boolean {
  return import.meta.url.endsWith(".ts");
}
