/** The canonical name and the code of a place that a page names, and what its place says of where the text is. */

import { type AdminUnit, pathName } from "./admin-units.ts";
import { chooseUnit, type HomeRegion, nearness, type PlaceContext } from "./home.ts";
import { chainLinks, lowestUnit, SETTLEMENT } from "./place-chain.ts";

/** The canonical name of an entity and, for a place of the gazetteer, its code. */
export interface CanonicalName {
  readonly entity: string;
  readonly code?: string;
}

/** The canonical name of a place: that of its unit with all above it; the name itself where the gazetteer has no such unit. */
export function canonicalPlace(name: string, context: PlaceContext): CanonicalName {
  const { gazetteer, home } = context;
  const whole = chooseUnit(gazetteer.find(name), home);
  if (whole) return canonicalName(whole, "");
  const { unit, rest } = lowestUnit(name, context);
  // 云溪县红色旅游区 is no unit but lies in one; its own name is the better canonical name.
  if (unit && (rest === "" || SETTLEMENT.test(rest))) return canonicalName(unit, rest);
  // 柳河古镇 is the old part of 柳河镇.
  const old = /^(.{2,4})古镇$/u.exec(name);
  const town = old ? chooseUnit(gazetteer.find(`${old[1]}镇`), home) : undefined;
  return town && nearness(town, home) >= 2 ? canonicalName(town, `（${name}）`) : { entity: name };
}

/**
 * The home region after a place or office that the text names: a county, or one that has the town or village named in it,
 * is the one that the text speaks of from there on.
 */
export function homeAfter(
  { text, code }: { readonly text: string; readonly code?: string },
  context: PlaceContext,
): HomeRegion {
  const { home } = context;
  const own = code ?? chainLinks(text, context).at(-1)?.unit.code ?? "";
  return isOfCounty(own) ? { ...home, county: own.slice(0, 6) } : home;
}

/** The home region of a name that stands right after the place of this code: that place; `home` where the code is none. */
export function homeInside(code: string, home: HomeRegion): HomeRegion {
  if (code.length < 6) return home;
  const codeOfLevel = (from: number): string => (code.startsWith("00", from) ? "" : code.slice(0, from + 2));
  return { province: code.slice(0, 2), prefecture: codeOfLevel(2), county: codeOfLevel(4) };
}

/** Whether a code is that of a county or of something in one. */
function isOfCounty(code: string): boolean {
  return code.length >= 6 && !code.startsWith("00", 4);
}

function canonicalName(unit: AdminUnit, rest: string): CanonicalName {
  const entity = pathName(unit) + rest;
  return unit.code && rest === "" ? { entity, code: unit.code } : { entity };
}
