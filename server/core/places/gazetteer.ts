/** The gazetteer: China's provinces, prefectures, counties and towns, by name, with their place in the hierarchy. */

import { WORDS_NOT_PLACES } from "../tables/places.ts";
import { type AdminUnit, type Level, liesIn, TOWN } from "./admin-units.ts";
import { CorrectedUnits, type OnFault } from "./corrections.ts";
import { type GazetteerSource, nineDigits, readUnits, sourceOf } from "./gazetteer-lines.ts";
import { autonomousShortNames, shortName, withoutPeoples } from "./unit-names.ts";

/** Administrative units by name. A name is only found whole; offsets and lengths are in UTF-16 code units. */
export interface Gazetteer {
  readonly source: GazetteerSource;
  /** Units of this full name, or (provinces to counties) of this short name; with `above` only those that lie in it. */
  find(name: string, above?: AdminUnit): readonly AdminUnit[];
  /** Length of the longest name of a county or higher, full or short, that starts at the offset; 0 where there is none. */
  matchAt(text: string, offset: number): number;
  /** Where the longest name of a town that ends at the offset starts; -1 where there is none. */
  townBefore(text: string, end: number): number;
  /** The unit of a six- or nine-digit code. */
  byCode(code: string): AdminUnit | undefined;
  /**
   * Towns that are called so without the peoples in their names, or with them where they are registered without: 石门乡 of
   * 石门苗族乡, 石门苗族乡 of 石门乡.
   */
  towns(name: string): readonly AdminUnit[];
  /** Whether a name is a full one (交城县), a short one (交城), or none. */
  kindOf(name: string): "full" | "short" | undefined;
}

/** Names of towns are shorter than this. */
const LONGEST_TOWN = 10;
/** Characters that end names of towns. */
const TOWN_ENDS = "镇乡道木场区园城";

/**
 * Reads the gazetteer's table (see the head of `server/data/gazetteer.txt`) with the corrections that are made by hand (see
 * `gazetteer-corrections.txt`). `onFault` hears of corrections that are wrong.
 */
export function loadGazetteer(table: string, corrections = "", onFault: OnFault = () => {}): Gazetteer {
  const names: string[] = [];
  const codes: number[] = [];
  const parents: number[] = [];
  const levels: Level[] = [];
  const full = new Map<string, number | number[]>();
  const short = new Map<string, number | number[]>();
  /** Towns by their names without the peoples in them. */
  const bareTowns = new Map<string, number | number[]>();
  /** By their first two characters: how long the longest name of a county or higher is. */
  const longest = new Map<string, number>();
  /** By UTF-16 unit: whether such a name starts with it. */
  const starts = new Uint8Array(0x10000);

  const index = (map: Map<string, number | number[]>, name: string, id: number): void => {
    const known = map.get(name);
    if (known === undefined) map.set(name, id);
    else if (typeof known === "number") map.set(name, [known, id]);
    else known.push(id);
  };
  /** Lets {@link Gazetteer.matchAt} find the name of a county or higher. */
  const findFrom = (name: string): void => {
    const start = name.slice(0, 2);
    starts[name.charCodeAt(0)] = 1;
    if ((longest.get(start) ?? 0) < name.length) longest.set(start, name.length);
  };
  const add = (level: Level, code: number, name: string, parent: number): number => {
    if (name.length < 2) return -1;
    const id = names.length;
    names.push(name);
    codes.push(code);
    parents.push(parent);
    levels.push(level);
    index(full, name, id);
    if (level < 4) {
      const bare = shortName(name);
      if (bare !== name && !WORDS_NOT_PLACES.has(bare) && !corrected.isFullOnly(code)) index(short, bare, id);
      for (const other of autonomousShortNames(name, bare)) index(short, other, id);
      findFrom(name);
    } else {
      const bare = withoutPeoples(name);
      if (bare !== name) index(bareTowns, bare, id);
    }
    return id;
  };

  const addFormerName = (id: number, name: string): void => {
    index(full, name, id);
    if ((levels[id] ?? TOWN) === TOWN) return;
    findFrom(name);
    const bare = shortName(name);
    if (bare !== name && bare !== shortName(names[id] ?? "") && !WORDS_NOT_PLACES.has(bare)) index(short, bare, id);
  };
  const corrected = new CorrectedUnits(corrections, { levels, codes, add, addFormerName }, onFault);
  readUnits(table, (level, code, name, parent) => corrected.add(level, code, name, parent));
  corrected.finish();

  const units = new Map<number, AdminUnit>();
  const unit = (id: number): AdminUnit => {
    const known = units.get(id);
    if (known) return known;
    const name = names[id] ?? "";
    const parent = parents[id] ?? -1;
    const code = codes[id] ?? Number.NaN;
    const made: AdminUnit = {
      name,
      short: shortName(name),
      level: levels[id] ?? 4,
      ...(Number.isNaN(code) ? {} : { code: String(code) }),
      ...(parent >= 0 ? { parent: unit(parent) } : {}),
    };
    units.set(id, made);
    return made;
  };
  const list = (ids: number | number[] | undefined): AdminUnit[] =>
    ids === undefined ? [] : (typeof ids === "number" ? [ids] : ids).map(unit);

  return {
    source: sourceOf(table),
    find(name, above) {
      const found = [...list(full.get(name)), ...list(short.get(name))];
      return above ? found.filter((one) => liesIn(one, above)) : found;
    },
    towns(name) {
      const bare = withoutPeoples(name);
      const ids = [bareTowns.get(bare), bare === name ? undefined : full.get(bare)];
      return ids.flatMap(list).filter((one) => one.level === TOWN && one.name !== name);
    },
    byCode(code) {
      const wanted = nineDigits(Number(code));
      let low = 0;
      let high = codes.length;
      // Units stand in the order of their codes; those without one come last, among the few provinces beyond 71.
      while (low < high) {
        const middle = (low + high) >> 1;
        if (nineDigits(codes[middle] ?? 0) < wanted) low = middle + 1;
        else high = middle;
      }
      const id = nineDigits(codes[low] ?? 0) === wanted ? low : codes.indexOf(Number(code), low);
      return id < 0 ? undefined : unit(id);
    },
    kindOf: (name) => (full.has(name) ? "full" : short.has(name) ? "short" : undefined),
    matchAt(text, offset) {
      if (!starts[text.charCodeAt(offset)]) return 0;
      const most = longest.get(text.slice(offset, offset + 2)) ?? 0;
      for (let length = Math.min(most, text.length - offset); length >= 2; length -= 1) {
        const name = text.slice(offset, offset + length);
        if (full.has(name) || short.has(name)) return length;
      }
      return 0;
    },
    townBefore(text, end) {
      if (!TOWN_ENDS.includes(text[end - 1] ?? "-")) return -1;
      for (let length = Math.min(LONGEST_TOWN, end); length >= 2; length -= 1) {
        const start = end - length;
        const name = text.slice(start, end);
        const id = full.get(name) ?? bareTowns.get(name);
        if (id !== undefined && levels[typeof id === "number" ? id : (id[0] ?? 0)] === 4) return start;
      }
      return -1;
    },
  };
}
