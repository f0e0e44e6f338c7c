/** The gazetteer as one page means it: everyday words are no districts there, and towns of the home region have short names. */

import { EVERYDAY_WORDS, FEATURES_AND_UNITS } from "../tables/places.ts";
import { type AdminUnit, liesIn } from "./admin-units.ts";
import { type Gazetteer, withLookups } from "./gazetteer.ts";
import { type HomeRegion, nearness } from "./home.ts";

/**
 * The gazetteer for a page of this home region. Where a short name of a county or district is also an everyday word (山上,
 * 江南), a mountain's or a lake's name, it finds the unit only on pages of the same prefecture, after a unit that has it
 * (`above`), or where the page gives the full name too. A town of the home prefecture is also found by its name without or
 * with the peoples in it (石门苗族乡 by 石门乡).
 * @param texts the texts of the page's blocks
 */
export function pageGazetteer(gazetteer: Gazetteer, home: HomeRegion, texts: readonly string[]): Gazetteer {
  /** By unit, asked once: a page may have a name a thousand times. */
  const known = new Map<AdminUnit, boolean>();
  const isKnown = (unit: AdminUnit): boolean => {
    const told = known.get(unit) ?? isKnownToPage(unit, home, texts);
    known.set(unit, told);
    return told;
  };
  const find = (name: string, above?: AdminUnit): readonly AdminUnit[] => {
    const found = gazetteer.find(name, above);
    const meant =
      above === undefined && AMBIGUOUS.has(name)
        ? found.filter((unit) => unit.level !== 3 || unit.name === name || isKnown(unit))
        : found;
    if (!TOWN_OR_TOWNSHIP.test(name) || meant.some((unit) => nearness(unit, home) >= 2)) return meant;
    const near = gazetteer
      .townsCalled(name)
      .filter((town) => (above ? liesIn(town, above) : nearness(town, home) >= 2));
    return near.length > 0 ? [...meant, ...near] : meant;
  };
  const kindOf = (name: string): "full" | "short" | undefined =>
    gazetteer.kindOf(name) ??
    (TOWN_OR_TOWNSHIP.test(name) && gazetteer.townsCalled(name).length > 0 ? "full" : undefined);
  return withLookups(gazetteer, { find, kindOf });
}

/** Whether a short name of a county or district is also an everyday word (山上): no place where the page's gazetteer has no unit. */
export function isEverydayWord(name: string): boolean {
  return EVERYDAY_WORDS.has(name);
}

/** Whether a unit lies in the home prefecture, or a text of the page has its full name. */
function isKnownToPage(unit: AdminUnit, home: HomeRegion, texts: readonly string[]): boolean {
  return nearness(unit, home) >= 2 || texts.some((text) => text.includes(unit.name));
}

const AMBIGUOUS = new Set([...EVERYDAY_WORDS, ...FEATURES_AND_UNITS]);
const TOWN_OR_TOWNSHIP = /[乡镇]$/u;
