/** Tells where the name of a county is only the end of a longer one that the gazetteer doesn't know: 康县 in 平康县. */

import type { Gazetteer } from "../../places/gazetteer.ts";
import { COUNTY_BEGINNINGS } from "../../tables/places.ts";
import type { Words } from "../words/words.ts";

/**
 * Whether a county of two characters begins at an offset and the character before it begins its name: that county is not meant.
 * Where both are words, a longer one isn't known; before names of three characters such a character is nearly always a word (新
 * of 新柳林县).
 */
export function isEndOfLongerCounty(words: Words, gazetteer: Gazetteer, start: number): boolean {
  const { text } = words;
  const first = text[start - 1] ?? "";
  if (text[start + 1] !== "县" || gazetteer.kindOf(text.slice(start, start + 2)) !== "full") return false;
  const i = words.at[start - 1] ?? 0;
  if (words.start[i] !== start - 1) return false;
  if (first === "新" && NEWLY_BUILT.test(text.slice(Math.max(0, start - 4), start - 1))) return false;
  // 和 and 同 join nothing after a verb or preposition: 来到和康县.
  if (first === "和" || first === "同") return i > 0 && /^[vp]/.test(words.tag[i - 1] ?? "x");
  return COUNTY_BEGINNINGS.has(first);
}

/** Words before 新 that make a new county of the one that is known: 建设新康县. */
const NEWLY_BUILT = /(?:建设|打造|建成|创建|构建|谱写|迈向|奋进|崭)的?$/u;
