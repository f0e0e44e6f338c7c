/** Joins places that stand one in another without a word between them into one mention. */

import type { Scored } from "./decode.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { classesOf, IS, suffixBefore } from "./lexicon.ts";
import type { Words } from "./words.ts";

/**
 * 云溪县柳河镇北桥社区 is one place. A county or town joins the town, village or community behind it, and a county or river
 * the works and parks (云溪县经开区新材料产业园); a province or prefecture stays by itself, as newspapers name it to say
 * where the county is.
 */
export function joinPlaces(names: readonly Scored[], words: Words, gazetteer: Gazetteer): Scored[] {
  const { text } = words;
  const joined: Scored[] = [];
  for (const name of names) {
    // A name that the place before it was drawn out over is a part of it now.
    if (name.end <= (joined.at(-1)?.end ?? 0)) continue;
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
    const place = joined.at(-1);
    if (place?.type === "LOC") {
      const end = endOfWorks(words, place, names, gazetteer);
      if (end > place.end) joined[joined.length - 1] = { ...place, end };
    }
  }
  return joined;
}

/**
 * Where the works or park end that a county's name begins: 云溪县|新材料产业园. Only nouns stand between, and no other
 * name begins there; where none does, the place's own end.
 */
function endOfWorks(words: Words, place: Scored, names: readonly Scored[], gazetteer: Gazetteer): number {
  const { text } = words;
  const county = gazetteer.find(text.slice(place.start, place.end)).some(({ level }) => level === 3);
  const first = words.at[place.end] ?? words.count;
  if (!county || words.start[first] !== place.end) return place.end;
  for (let i = first; i < Math.min(words.count, first + MOST_WORDS); i += 1) {
    const end = words.start[i + 1] ?? place.end;
    if (!/^(?:n|nz|nr|x|vn|l|j|b|a|ng)$/.test(words.tag[i] ?? "")) return place.end;
    if (names.some((other) => other.start >= place.end && other.start < end && other.type !== "LOC")) return place.end;
    if (WORKS.test(text.slice(place.end, end))) return end;
  }
  return place.end;
}

/** Words between a county's name and the kind of works. */
const MOST_WORDS = 5;
const WORKS =
  /.(?:园区|产业园|工业园|科技园|物流园|文化园|示范园|开发区|经开区|高新区|旅游区|度假区|保护区|风景区|集聚区|示范区)$/u;

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
