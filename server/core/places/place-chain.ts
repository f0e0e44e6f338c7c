/** Names of places that stand one in another without a word between them (云溪县柳河镇北桥社区), link by link. */

import type { AdminUnit } from "./admin-units.ts";
import { chooseUnit, nearness, type PlaceContext } from "./home.ts";

/** A unit that a chain of places names, and the offset in the chain where its name ends. */
export interface ChainLink {
  readonly unit: AdminUnit;
  readonly end: number;
}

/** Names of villages and communities. */
export const SETTLEMENT =
  /^(?:.{1,6}(?:村|社区|庄|屯|寨|嘎查|居民区|居委会|村委会|居民委员会|村民委员会)|[一二三四五六七八九十]{1,3}里(?:铺|桥|店|堡|沟|墩|庙)?)$/u;

/** The units that a chain of places names, each in the one before it. */
export function chainLinks(name: string, context: PlaceContext): ChainLink[] {
  const links: ChainLink[] = [];
  for (;;) {
    const next = nextLink(name, links.at(-1), context);
    if (!next) return links;
    links.push(next);
  }
}

/** The lowest unit that a chain of places names, and what the name has after it; the whole name where it names none. */
export function lowestUnit(name: string, context: PlaceContext): { unit?: AdminUnit; rest: string } {
  const last = chainLinks(name, context).at(-1);
  return last ? { unit: last.unit, rest: name.slice(last.end) } : { rest: name };
}

/** The unit that a name, or the name of a chain of places (云溪县柳河镇), means; undefined where the gazetteer has none. */
export function unitMeant(name: string, context: PlaceContext): AdminUnit | undefined {
  const whole = chooseUnit(context.gazetteer.find(name), context.home);
  if (whole) return whole;
  const { unit, rest } = lowestUnit(name, context);
  return rest === "" ? unit : undefined;
}

/** No more characters of a chain than this are tried as one unit's name. */
const LONGEST_TRIED = 12;

/** The link after `last` (undefined: the first one); the longest name wins. */
function nextLink(name: string, last: ChainLink | undefined, { gazetteer, home }: PlaceContext): ChainLink | undefined {
  const at = last?.end ?? 0;
  const above = last?.unit;
  for (let end = Math.min(name.length, at + LONGEST_TRIED); end >= at + 2; end -= 1) {
    const part = name.slice(at, end);
    const kind = gazetteer.kindOf(part);
    if (kind === undefined) continue;
    const units = gazetteer.find(part, above);
    const unit = chooseUnit(units, home) ?? (above ? units[0] : undefined);
    // Where 朝阳区 may be one of several, 朝阳 in it is no other place.
    if (!unit && kind === "full" && part.length > 2) return undefined;
    if (!unit) continue;
    const whole = unit.name.length === part.length;
    if (above || whole || isMeantByShortName(unit, name.slice(end), home)) return { unit, end };
  }
  return undefined;
}

/**
 * Whether a short name that `rest` follows means the unit: not where the two are the name of something else (北关|社区), and
 * a county's only in the page's home province.
 */
function isMeantByShortName(unit: AdminUnit, rest: string, home: PlaceContext["home"]): boolean {
  if (/^(?:社区|街道|小区|嘎查|居民区|居委会|居民委员会|[区县市州旗盟镇乡村路街])/u.test(rest)) return false;
  return unit.level < 3 || !home.province || nearness(unit, home) > 0;
}
