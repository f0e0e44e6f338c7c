/** Reads the villages of a province when a page first needs them. */

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parseVillages, type VillageSource, type Villages } from "../core/places/villages.ts";
import type { Localised } from "../core/text/locale.ts";
import { reasonOf } from "./refusal.ts";

/** The file of a province (`14.txt.gz`), packed; may throw. */
export type ReadProvince = (file: string) => Uint8Array;

/**
 * Each province's file is read at the first question about it and kept: 3 to 17 ms, one or two bytes of memory for each of
 * its own. One that is missing or damaged is said once through `warn`; its villages are then unknown and nothing else is.
 */
export function createVillages(warn: (message: Localised) => void, read: ReadProvince = readShipped): VillageSource {
  const known = new Map<string, Villages | undefined>();
  return (province) => {
    if (!known.has(province)) known.set(province, load(province, warn, read));
    return known.get(province);
  };
}

/** Taiwan, Hong Kong and Macau: the source has none of their villages. */
const WITHOUT_VILLAGES = new Set(["71", "81", "82"]);

function load(province: string, warn: (message: Localised) => void, read: ReadProvince): Villages | undefined {
  if (WITHOUT_VILLAGES.has(province)) return undefined;
  const file = `${province}.txt.gz`;
  try {
    const villages = parseVillages(new TextDecoder("utf-8", { fatal: true }).decode(gunzipSync(read(file))));
    if (villages.count > 0) return villages;
    warn(told(file, { zh: "里面没有村名", en: "it has no villages" }));
  } catch (error) {
    warn(told(file, isDamage(error) ? { zh: "文件已损坏", en: "the file is damaged" } : reasonOf(error)));
  }
  return undefined;
}

function told(file: string, { zh, en }: Localised): Localised {
  return {
    zh: `村和社区的数据 ${file} 读不出（${zh}），这个省的地名只查到乡镇。`,
    en: `The villages in ${file} cannot be read (${en}); places of this province are known to their towns alone.`,
  };
}

/** Whether the bytes are at fault: no gzip, cut short, changed, or not UTF-8 inside. */
function isDamage(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return error instanceof TypeError || (typeof code === "string" && code.startsWith("Z_"));
}

/** The bundle has the data beside it, the source one folder up. */
function readShipped(file: string): Uint8Array {
  const here = import.meta.url;
  return readFileSync(new URL(`${here.endsWith(".ts") ? "../data" : "./data"}/villages/${file}`, here));
}
