/** Reads the villages of a province when a page first needs them. */

import { parseVillages, type VillageSource, type Villages } from "../core/places/villages.ts";
import type { Localised } from "../core/text/locale.ts";
import { problemOf, type ReadFile, textOf } from "./shipped.ts";
import { readShipped } from "./shipped-files.ts";

/**
 * The villages of each province, whose file (`14.txt.gz`) `read` gives. It is read at the first question about the province
 * and kept: 3 to 17 ms, one or two bytes of memory for each of its own. One that is missing or damaged is said once through
 * `warn`; its villages are then unknown and nothing else is.
 */
export function createVillages(warn: (message: Localised) => void, read: ReadFile = readVillages): VillageSource {
  const known = new Map<string, Villages | undefined>();
  return (province) => {
    if (!known.has(province)) known.set(province, load(province, warn, read));
    return known.get(province);
  };
}

/** In GB18030 names take a ninth less of the package than in UTF-8. */
export const VILLAGES_ENCODING = "gb18030";

/** Taiwan, Hong Kong and Macau: the source has none of their villages. */
const WITHOUT_VILLAGES = new Set(["71", "81", "82"]);

function load(province: string, warn: (message: Localised) => void, read: ReadFile): Villages | undefined {
  if (WITHOUT_VILLAGES.has(province)) return undefined;
  const file = `${province}.txt.gz`;
  try {
    const villages = parseVillages(textOf(file, read, VILLAGES_ENCODING));
    if (villages.count > 0) return villages;
    warn(told(file, { zh: "里面没有村名", en: "it has no villages" }));
  } catch (error) {
    warn(told(file, problemOf(error)));
  }
  return undefined;
}

function told(file: string, { zh, en }: Localised): Localised {
  return {
    zh: `村和社区的数据 ${file} 读不出（${zh}），这个省的地名只查到乡镇。`,
    en: `The villages in ${file} cannot be read (${en}); places of this province are known to their towns alone.`,
  };
}

function readVillages(file: string): Uint8Array {
  return readShipped(`villages/${file}`);
}
