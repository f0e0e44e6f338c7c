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
   * Towns that pages call by this name, although they are registered with peoples in it, or without: 石门苗族乡 by 石门乡, 石门乡
   * by 石门苗族乡.
   */
  townsCalled(name: string): readonly AdminUnit[];
  /** Whether a name is a full one (交城县), a short one (交城), or none. */
  kindOf(name: string): "full" | "short" | undefined;
}

/** No name of a town is longer. */
const LONGEST_TOWN = 10;
/** Characters that end names of towns. */
const TOWN_ENDS = "镇乡道木场区园城";

/**
 * Reads the gazetteer's table (see the head of `server/data/gazetteer.txt`) with the corrections that are made by hand (see
 * `gazetteer-corrections.txt`). `onFault` hears of corrections that are wrong.
 */
export function loadGazetteer(table: string, corrections = "", onFault: OnFault = () => {}): Gazetteer {
  return new GazetteerTable(table, corrections, onFault);
}

/** A gazetteer that answers as another one does, but for some look-ups. */
export function withLookups(gazetteer: Gazetteer, lookups: Partial<Gazetteer>): Gazetteer {
  return {
    source: gazetteer.source,
    find: (name, above) => gazetteer.find(name, above),
    matchAt: (text, offset) => gazetteer.matchAt(text, offset),
    townBefore: (text, end) => gazetteer.townBefore(text, end),
    byCode: (code) => gazetteer.byCode(code),
    townsCalled: (name) => gazetteer.townsCalled(name),
    kindOf: (name) => gazetteer.kindOf(name),
    ...lookups,
  };
}

/** The numbers of the units that have a name; mostly one. */
type Ids = number | number[];

/** A unit is a number, its properties in lists, until somebody asks for it: of forty thousand a page needs a few hundred. */
class GazetteerTable implements Gazetteer {
  readonly source: GazetteerSource;
  readonly #names: string[] = [];
  readonly #codes: number[] = [];
  readonly #parents: number[] = [];
  readonly #levels: Level[] = [];
  readonly #full = new Map<string, Ids>();
  readonly #short = new Map<string, Ids>();
  /** Towns by their names without the peoples in them. */
  readonly #bareTowns = new Map<string, Ids>();
  /** By their first two characters: how long the longest name of a county or higher is. */
  readonly #longest = new Map<string, number>();
  /** By UTF-16 unit: whether such a name starts with it. */
  readonly #starts = new Uint8Array(0x10000);
  /** Units that somebody has asked for. */
  readonly #units = new Map<number, AdminUnit>();

  constructor(table: string, corrections: string, onFault: OnFault) {
    this.source = sourceOf(table);
    const read = {
      levels: this.#levels,
      codes: this.#codes,
      add: (level: Level, code: number, name: string, parent: number) =>
        this.#add({ level, code, name, parent }, corrected.isFullOnly(code)),
      addFormerName: (id: number, name: string) => this.#addFormerName(id, name),
    };
    const corrected = new CorrectedUnits(corrections, read, onFault);
    readUnits(table, (level, code, name, parent) => corrected.add(level, code, name, parent));
    corrected.finish();
  }

  find(name: string, above?: AdminUnit): AdminUnit[] {
    const found = [...this.#list(this.#full.get(name)), ...this.#list(this.#short.get(name))];
    return above ? found.filter((one) => liesIn(one, above)) : found;
  }

  townsCalled(name: string): AdminUnit[] {
    const bare = withoutPeoples(name);
    const ids = [this.#bareTowns.get(bare), bare === name ? undefined : this.#full.get(bare)];
    return ids.flatMap((some) => this.#list(some)).filter((one) => one.level === TOWN && one.name !== name);
  }

  byCode(code: string): AdminUnit | undefined {
    const codes = this.#codes;
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
    return id < 0 ? undefined : this.#unit(id);
  }

  kindOf(name: string): "full" | "short" | undefined {
    return this.#full.has(name) ? "full" : this.#short.has(name) ? "short" : undefined;
  }

  matchAt(text: string, offset: number): number {
    if (!this.#starts[text.charCodeAt(offset)]) return 0;
    const most = this.#longest.get(text.slice(offset, offset + 2)) ?? 0;
    for (let length = Math.min(most, text.length - offset); length >= 2; length -= 1) {
      const name = text.slice(offset, offset + length);
      if (this.#full.has(name) || this.#short.has(name)) return length;
    }
    return 0;
  }

  townBefore(text: string, end: number): number {
    if (!TOWN_ENDS.includes(text[end - 1] ?? "-")) return -1;
    for (let length = Math.min(LONGEST_TOWN, end); length >= 2; length -= 1) {
      const start = end - length;
      const name = text.slice(start, end);
      const ids = this.#full.get(name) ?? this.#bareTowns.get(name);
      const first = typeof ids === "object" ? ids[0] : ids;
      if (first !== undefined && this.#levels[first] === TOWN) return start;
    }
    return -1;
  }

  /** Takes a unit in and gives its number; -1 for a level that is not there. With `fullOnly` no short name finds it. */
  #add({ level, code, name, parent }: UnitLine, fullOnly: boolean): number {
    if (name.length < 2) return -1;
    const id = this.#names.length;
    this.#names.push(name);
    this.#codes.push(code);
    this.#parents.push(parent);
    this.#levels.push(level);
    index(this.#full, name, id);
    if (level === TOWN) {
      const bare = withoutPeoples(name);
      if (bare !== name) index(this.#bareTowns, bare, id);
      return id;
    }
    const bare = shortName(name);
    if (bare !== name && !WORDS_NOT_PLACES.has(bare) && !fullOnly) index(this.#short, bare, id);
    for (const other of autonomousShortNames(name, bare)) index(this.#short, other, id);
    this.#findFrom(name);
    return id;
  }

  #addFormerName(id: number, name: string): void {
    index(this.#full, name, id);
    if ((this.#levels[id] ?? TOWN) === TOWN) return;
    this.#findFrom(name);
    const bare = shortName(name);
    if (bare === name || bare === shortName(this.#names[id] ?? "") || WORDS_NOT_PLACES.has(bare)) return;
    index(this.#short, bare, id);
  }

  /** Lets {@link matchAt} find the name of a county or higher. */
  #findFrom(name: string): void {
    const start = name.slice(0, 2);
    this.#starts[name.charCodeAt(0)] = 1;
    if ((this.#longest.get(start) ?? 0) < name.length) this.#longest.set(start, name.length);
  }

  #list(ids: Ids | undefined): AdminUnit[] {
    return ids === undefined ? [] : (typeof ids === "number" ? [ids] : ids).map((id) => this.#unit(id));
  }

  #unit(id: number): AdminUnit {
    const known = this.#units.get(id);
    if (known) return known;
    const name = this.#names[id] ?? "";
    const parent = this.#parents[id] ?? -1;
    const code = this.#codes[id] ?? Number.NaN;
    const made: AdminUnit = {
      name,
      short: shortName(name),
      level: this.#levels[id] ?? TOWN,
      ...(Number.isNaN(code) ? {} : { code: String(code) }),
      ...(parent >= 0 ? { parent: this.#unit(parent) } : {}),
    };
    this.#units.set(id, made);
    return made;
  }
}

/** A unit as the table has it; see {@link readUnits}. */
interface UnitLine {
  readonly level: Level;
  readonly code: number;
  readonly name: string;
  readonly parent: number;
}

function index(map: Map<string, Ids>, name: string, id: number): void {
  const known = map.get(name);
  if (known === undefined) map.set(name, id);
  else if (typeof known === "number") map.set(name, [known, id]);
  else known.push(id);
}
