/** Administrative units of China: province, prefecture, county, town, each in the one above it. */

/** Level of a unit: province, prefecture, county, town. */
export type Level = 1 | 2 | 3 | 4;

export const TOWN: Level = 4;

/** One administrative unit. */
export interface AdminUnit {
  readonly name: string;
  /** The name without its kind: 交城 of 交城县; the name itself where nothing can be left out. */
  readonly short: string;
  readonly level: Level;
  /** GB/T 2260 code of six digits, nine for a town; absent where the source gives none. */
  readonly code?: string;
  readonly parent?: AdminUnit;
}

/** The unit and all above it, province first. */
export function pathOf(unit: AdminUnit): AdminUnit[] {
  return unit.parent ? [...pathOf(unit.parent), unit] : [unit];
}

/** The names of the unit and of all above it in one, province first: 云岭省青川市云溪县. */
export function pathName(unit: AdminUnit): string {
  return pathOf(unit)
    .map(({ name }) => name)
    .join("");
}

/** Whether a unit lies in another, at any depth. */
export function liesIn(unit: AdminUnit, above: AdminUnit): boolean {
  return unit.level > above.level && pathOf(unit).some(({ code, name }) => name === above.name && code === above.code);
}
