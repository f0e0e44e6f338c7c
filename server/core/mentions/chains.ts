/** Joins places that stand one in another without a word between them into one mention. */

import type { Scored } from "./decode.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { classesOf, IS, suffixBefore } from "./lexicon.ts";

/**
 * 云溪县柳河镇北桥社区 is one place. A county or town joins the town, village or community behind it, and a county or river
 * the works and parks (云溪县经开区新材料产业园); a province or prefecture stays by itself, as newspapers name it to say
 * where the county is.
 */
export function joinPlaces(names: readonly Scored[], text: string, gazetteer: Gazetteer): Scored[] {
  const joined: Scored[] = [];
  for (const name of names) {
    const last = joined.at(-1);
    if (
      last &&
      last.end === name.start &&
      last.type === "LOC" &&
      name.type === "LOC" &&
      joins(text, last, name, gazetteer)
    ) {
      joined[joined.length - 1] = { ...last, end: name.end, score: Math.min(last.score, name.score) };
    } else joined.push(name);
  }
  return joined;
}

function joins(text: string, above: Scored, below: Scored, gazetteer: Gazetteer): boolean {
  const head = text.slice(above.start, above.end);
  const tail = text.slice(below.start, below.end);
  const settled = /(?:镇|乡|街道|苏木|村|社区|庄|屯|寨)$/u.test(tail);
  const facility = suffixBefore(tail, tail.length, IS.facilitySuffix) >= 2 && gazetteer.kindOf(tail) === undefined;
  if (!settled && !facility) return false;
  if (settled && /(?:镇|乡|街道|苏木)$/u.test(head)) return true;
  if (facility && (classesOf(head) & IS.nature) !== 0) return true;
  const length = gazetteer.kindOf(head) ? head.length : facility ? gazetteer.matchAt(head, 0) : 0;
  return length > 0 && gazetteer.find(head.slice(0, length)).some(({ level }) => level >= 3);
}
