/** Reads the data that is shipped as files: readable ones where the source runs, packed ones beside the bundles. */

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Localised } from "../core/text/locale.ts";
import { reasonOf } from "./refusal.ts";

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
export function readShipped(file: string): Uint8Array {
  return readFileSync(new URL(`${isSource() ? "../data" : "./data"}/${file}`, import.meta.url));
}

/** Whether the bytes are at fault: no gzip, cut short, changed, or not UTF-8 inside. */
function isDamage(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return error instanceof TypeError || (typeof code === "string" && code.startsWith("Z_"));
}

function isSource(): boolean {
  return import.meta.url.endsWith(".ts");
}
