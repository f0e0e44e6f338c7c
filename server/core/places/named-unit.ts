/** What each name of a page names: the canonical name of its entity, its code, its role. */

import type { EntityType } from "../page/mention.ts";
import { choose, type Gazetteer, type Home, nearness, pathOf, type Unit } from "./gazetteer.ts";

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

/** The unit that a place's name, or the name of a chain of places (云溪县柳河镇), means; undefined where the gazetteer has none. */
export function unitOf(name: string, gazetteer: Gazetteer, home: Home, county = ""): Unit | undefined {
  const here = county ? { ...home, county } : home;
  const whole = choose(gazetteer.find(name), here);
  if (whole) return whole;
  const chain = chainOf(name, gazetteer, here);
  return chain.rest === "" ? chain.unit : undefined;
}

/** A unit in the name of a chain of places, and where its name ends there. */
export interface Link {
  readonly unit: Unit;
  readonly end: number;
}

/** The units that a chain of places names, each below the last. */
export function linksOf(name: string, gazetteer: Gazetteer, home: Home): Link[] {
  const links: Link[] = [];
  for (;;) {
    const last = links.at(-1);
    const next = nextUnit(name, last?.end ?? 0, gazetteer, home, last?.unit);
    if (!next) return links;
    links.push(next);
  }
}

/** The last unit that a chain of places names, and what is left behind it. */
export function chainOf(name: string, gazetteer: Gazetteer, home: Home): { unit?: Unit; rest: string } {
  const last = linksOf(name, gazetteer, home).at(-1);
  return last ? { unit: last.unit, rest: name.slice(last.end) } : { rest: name };
}

/** The home region of a name that stands right behind a place: the place before it. */
export function within(code: string, home: Home): Home {
  if (code.length < 6) return home;
  const level = (from: number): string => (code.slice(from, from + 2) === "00" ? "" : code.slice(0, from + 2));
  return { province: code.slice(0, 2), prefecture: level(2), county: level(4) };
}

/** Names of villages and communities. */
export const SETTLEMENT =
  /^(?:.{1,6}(?:村|社区|庄|屯|寨|嘎查|居民区|居委会|村委会|居民委员会|村民委员会)|[一二三四五六七八九十]{1,3}里(?:铺|桥|店|堡|沟|墩|庙)?)$/u;

/** The code of the county that was named last, after this place or office: its own, that of a town or village in it. */
export function countyOf(
  { text, code }: { readonly text: string; readonly code?: string },
  gazetteer: Gazetteer,
  home: Home,
  county: string,
): string {
  const own = code ?? linksOf(text, gazetteer, county ? { ...home, county } : home).at(-1)?.unit.code ?? "";
  return own.length >= 6 && !own.startsWith("00", 4) ? own.slice(0, 6) : county;
}

function nextUnit(
  name: string,
  at: number,
  gazetteer: Gazetteer,
  home: Home,
  above: Unit | undefined,
): Link | undefined {
  for (let end = Math.min(name.length, at + 12); end >= at + 2; end -= 1) {
    const part = name.slice(at, end);
    const kind = gazetteer.kindOf(part);
    if (kind === undefined) continue;
    const units = gazetteer.find(part, above);
    const unit = choose(units, home) ?? (above ? units[0] : undefined);
    // 朝阳区 is one of several; 朝阳 in it is no other place.
    if (!unit && kind === "full" && end - at > 2) return undefined;
    if (unit && (above || unit.name.length === end - at || standsShort(unit, name.slice(end), home)))
      return { unit, end };
  }
  return undefined;
}

/**
 * Whether a unit is meant by its short name before `rest`: not before a word that makes another unit's name of it
 * (北关|社区), and a county only in the page's home province.
 */
function standsShort(unit: Unit, rest: string, home: Home): boolean {
  if (/^(?:社区|街道|小区|嘎查|居民区|居委会|居民委员会|[区县市州旗盟镇乡村路街])/u.test(rest)) return false;
  return unit.level < 3 || !home.province || nearness(unit, home) > 0;
}

function placeOf(name: string, gazetteer: Gazetteer, home: Home, county: string): Named {
  const here = county ? { ...home, county } : home;
  const unit = choose(gazetteer.find(name), here);
  if (unit) return named(unit, "");
  const chain = chainOf(name, gazetteer, here);
  // 云溪县红色旅游区 is no unit but stands in one; its own name is the better canonical name.
  if (chain.unit && (chain.rest === "" || SETTLEMENT.test(chain.rest))) return named(chain.unit, chain.rest);
  // 柳河古镇 is the old part of 柳河镇.
  const old = /^(.{2,4})古镇$/u.exec(name);
  const town = old ? choose(gazetteer.find(`${old[1]}镇`), here) : undefined;
  return town && nearness(town, here) >= 2 ? named(town, `（${name}）`) : { entity: name };
}

function named(unit: Unit, rest: string): Named {
  const entity =
    pathOf(unit)
      .map(({ name }) => name)
      .join("") + rest;
  return unit.code && rest === "" ? { entity, code: unit.code } : { entity };
}

/**
 * The full name of an office: 省水利厅 is the home province's, 县委 the party committee of the county last named, 云溪县委
 * or 云溪县县委 that of 云溪县.
 */
function organisationOf(name: string, gazetteer: Gazetteer, home: Home, county: string): string {
  const owner = ownerOf(name, gazetteer, home, county);
  if (!owner) return name;
  const { unit, office } = owner;
  if (unit.level === 1 && office === "卫视") return `${unit.short}广播电视台${unit.short}卫视`;
  const party = /^(?:纪委监委|纪委|监委|常委会|委常委会|委党校|委)/u.exec(office)?.[0];
  if (office === "政府" || office === "人民政府") return `${unit.name}人民政府`;
  if (office === "纪委监委") return `中共${unit.name}纪律检查委员会、${unit.name}监察委员会`;
  if (office === "纪委") return `中共${unit.name}纪律检查委员会`;
  if (office === "监委") return `${unit.name}监察委员会`;
  if (office === "政协") return `政协${unit.name}委员会`;
  if (office === "人大常委会") return `${unit.name}人民代表大会常务委员会`;
  if (party?.startsWith("委")) return `中共${unit.name}委员会${office.slice(1)}`.replace(/常委会$/u, "常务委员会");
  return owner.spoken ? unit.name + office : name;
}

/** The unit an office belongs to and the office by itself; `spoken` where the name says only its level (省, 市, 县). */
function ownerOf(
  name: string,
  gazetteer: Gazetteer,
  home: Home,
  county: string,
): { unit: Unit; office: string; spoken: boolean } | undefined {
  const level = name[0] ?? "";
  const code =
    level === "省" ? home.province : level === "市" ? home.prefecture : level === "县" ? county || home.county : "";
  const own = code && name.length > 1 ? unitByCode(code, gazetteer) : undefined;
  if (own?.name.endsWith(level) && !SEVERAL_LEVELS.test(name))
    return { unit: own, office: name.slice(1), spoken: true };
  const length = gazetteer.matchAt(name, 0);
  const unit =
    length > 0 && length < name.length
      ? choose(gazetteer.find(name.slice(0, length)), county ? { ...home, county } : home)
      : undefined;
  if (!unit) return undefined;
  // 云溪县县委 and 云溪县委 say the level once more or once for both.
  const rest = name.slice(length).replace(/^[省市县区](?=委|政府|纪委|监委|人大|政协)/u, "");
  return { unit, office: rest, spoken: false };
}

/** 县区党委, 市县政府: those of all counties and districts, not of one. */
const SEVERAL_LEVELS = /^(?:省市(?!场|政|容|人民)|市[县区](?!域|划)|县区(?!域|划)|县市(?!场|政|容|人民))/u;

function unitByCode(code: string, gazetteer: Gazetteer): Unit | undefined {
  return gazetteer.byCode(code.padEnd(6, "0"));
}
