/** What each name of a page names: the canonical name of its entity, its code, its role. */

import { choose, type Gazetteer, type Home, pathOf, type Unit } from "./gazetteer.ts";
import type { EntityType } from "./types.ts";

/** The canonical name and, for a place of the gazetteer, the code. */
export interface Named {
  readonly entity: string;
  readonly code?: string;
}

/** What the name means on a page at home there; `county` is the code of the county that was named last. */
export function entityOf(
  name: string,
  type: EntityType,
  gazetteer: Gazetteer,
  home: Home,
  county: string,
  fullNames: ReadonlyMap<string, string>,
): Named {
  if (type === "LOC") return placeOf(name, gazetteer, home, county);
  if (type === "ORG") return { entity: organisationOf(fullNames.get(name) ?? name, gazetteer, home, county) };
  return { entity: name };
}

/** The unit that a place's name, or the name of a chain of places (交城县天宁镇), means; undefined where the gazetteer has none. */
export function unitOf(name: string, gazetteer: Gazetteer, home: Home, county = ""): Unit | undefined {
  const here = county ? { ...home, county } : home;
  const whole = choose(gazetteer.find(name), here);
  if (whole) return whole;
  const chain = chainOf(name, gazetteer, here);
  return chain.rest === "" ? chain.unit : undefined;
}

/** The units that a chain of places names, each below the last, and what is left behind them. */
export function chainOf(name: string, gazetteer: Gazetteer, home: Home): { unit?: Unit; rest: string } {
  let unit: Unit | undefined;
  let at = 0;
  while (at < name.length) {
    const next = nextUnit(name, at, gazetteer, home, unit);
    if (!next) break;
    unit = next.unit;
    at = next.end;
  }
  return { ...(unit ? { unit } : {}), rest: name.slice(at) };
}

function nextUnit(
  name: string,
  at: number,
  gazetteer: Gazetteer,
  home: Home,
  above: Unit | undefined,
): { unit: Unit; end: number } | undefined {
  for (let end = Math.min(name.length, at + 12); end >= at + 2; end -= 1) {
    const units = gazetteer
      .find(name.slice(at, end))
      .filter(
        (unit) =>
          !above ||
          (unit.level > above.level &&
            pathOf(unit).some(({ code, name: own }) => own === above.name && code === above.code)),
      );
    const unit = choose(units, home) ?? (above ? units[0] : undefined);
    if (unit) return { unit, end };
  }
  return undefined;
}

function placeOf(name: string, gazetteer: Gazetteer, home: Home, county: string): Named {
  const here = county ? { ...home, county } : home;
  const unit = choose(gazetteer.find(name), here);
  if (unit) return named(unit, "");
  const chain = chainOf(name, gazetteer, here);
  // 兴县红色旅游区 is no unit but stands in one; its own name is the better canonical name.
  if (chain.unit && (chain.rest === "" || /^.{1,6}(?:村|社区|庄|屯|寨)$/u.test(chain.rest)))
    return named(chain.unit, chain.rest);
  return { entity: name };
}

function named(unit: Unit, rest: string): Named {
  const entity =
    pathOf(unit)
      .map(({ name }) => name)
      .join("") + rest;
  return unit.code && rest === "" ? { entity, code: unit.code } : { entity };
}

/** An office that is named by its level alone, by its unit: 省水利厅 is the home province's. */
function organisationOf(name: string, gazetteer: Gazetteer, home: Home, county: string): string {
  const level = name[0] ?? "";
  const code =
    level === "省" ? home.province : level === "市" ? home.prefecture : level === "县" ? county || home.county : "";
  const unit = code && name.length > 1 ? unitByCode(code, gazetteer) : undefined;
  if (!unit?.name.endsWith(level)) return name;
  if (/^.委$/u.test(name)) return `中共${unit.name.slice(0, -1)}${level}委`;
  return /^.政府$/u.test(name) ? `${unit.name}人民政府` : unit.name + name.slice(1);
}

function unitByCode(code: string, gazetteer: Gazetteer): Unit | undefined {
  return gazetteer.byCode(code.padEnd(6, "0"));
}
