/** The data that is shipped as files: readable ones where the source runs, packed ones beside the bundles. */

import { gunzipSync } from "node:zlib";
import type { Localised } from "../core/text/locale.ts";
import { reasonOf } from "./refusal.ts";
import { isSource, readShipped } from "./shipped-files.ts";

/** Gives the bytes of a file by its path in the folder of data; may throw. */
export type ReadFile = (file: string) => Uint8Array;

/** The name by which a readable file of `server/data/` is shipped: the build packs it. */
export function shippedName(file: string): string {
  return isSource() ? file : `${file}.gz`;
}

/** The text of a file of data, by its path in their folder; a name that ends in `.gz` is a packed file's. Throws as {@link problemOf} tells. */
export function textOf(file: string, read: ReadFile = readShipped, encoding = "utf-8"): string {
  const bytes = read(file);
  return new TextDecoder(encoding, { fatal: true }).decode(file.endsWith(".gz") ? gunzipSync(bytes) : bytes);
}

/** Why a file could not be read, for people. */
export function problemOf(error: unknown): Localised {
  return isDamage(error) ? { zh: "文件已损坏", en: "the file is damaged" } : reasonOf(error);
}

/** Whether the bytes are at fault: no gzip, cut short, changed, or not in its encoding inside. */
function isDamage(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  // Node's zlib has names for what is wrong, the one for browsers numbers.
  return error instanceof TypeError || typeof code === "number" || (typeof code === "string" && code.startsWith("Z_"));
}
