/** The gazetteer as one page means it: everyday words are no districts there, and towns of home go by their short names. */

import { EVERYDAY_WORDS, FEATURES_AND_UNITS } from "../tables/places.ts";
import { type Gazetteer, type Home, liesIn, nearness, type Unit } from "./gazetteer.ts";

/**
 * The gazetteer for a page at home there. The short name of a county or district that is an everyday word (山上, 江南) or a
 * mountain's or lake's means the unit only at home in its prefecture, below a unit that is named before it, or where
 * the page gives its full name too; towns of the home prefecture are also found by their names without or with the peoples
 * (石门乡 of 石门苗族乡).
 * @param texts the texts of the page's blocks
 */
export function gazetteerOf(gazetteer: Gazetteer, home: Home, texts: readonly string[]): Gazetteer {
  const find = (name: string, above?: Unit): readonly Unit[] => {
    const found = gazetteer.find(name, above);
    const meant =
      above === undefined && AMBIGUOUS.has(name)
        ? found.filter((unit) => unit.level !== 3 || unit.name === name || isOfPage(unit, home, texts))
        : found;
    if (!TOWN_ENDS.test(name) || meant.some((unit) => nearness(unit, home) >= 2)) return meant;
    const near = gazetteer.towns(name).filter((town) => (above ? liesIn(town, above) : nearness(town, home) >= 2));
    return near.length > 0 ? [...meant, ...near] : meant;
  };
  return {
    ...gazetteer,
    find,
    kindOf: (name) =>
      gazetteer.kindOf(name) ?? (TOWN_ENDS.test(name) && gazetteer.towns(name).length > 0 ? "full" : undefined),
  };
}

/** Whether a name is only a word where the page's gazetteer has no unit of it: 山上, which is no place then. */
export function isEverydayWord(name: string): boolean {
  return EVERYDAY_WORDS.has(name);
}

function isOfPage(unit: Unit, home: Home, texts: readonly string[]): boolean {
  return nearness(unit, home) >= 2 || texts.some((text) => text.includes(unit.name));
}

const AMBIGUOUS = new Set([...EVERYDAY_WORDS, ...FEATURES_AND_UNITS]);
const TOWN_ENDS = /[乡镇]$/u;
