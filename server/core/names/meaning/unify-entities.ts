/** Makes one entity of what a page names in several ways: a village with and without its town, a group, parts of a coined term. */

import type { Mention } from "../../page/mention.ts";
import { pathName } from "../../places/admin-units.ts";
import type { PlaceContext } from "../../places/home.ts";
import { lowestUnit, SETTLEMENT } from "../../places/place-chain.ts";

/** The mentions with the entities that the whole page gives them; the same mentions in the same order. */
export function unifyEntities(mentions: readonly Mention[], context: PlaceContext): Mention[] {
  const settlements = settlementsOf(mentions, context);
  const groups = groupsWithoutPlace(mentions, context);
  const terms = wholeTerms(mentions);
  return mentions.map((mention) => {
    const entity =
      mention.type === "LOC"
        ? fullestSettlement(mention, settlements, context)
        : mention.type === "ORG"
          ? groups.get(mention.entity)
          : mention.type === "TERM"
            ? terms.get(mention.entity)
            : undefined;
    return entity === undefined || entity === mention.entity ? mention : { ...mention, entity };
  });
}

/** By its own name (北桥社区): the canonical names of the villages and communities that the page writes with a unit before it. */
function settlementsOf(mentions: readonly Mention[], context: PlaceContext): Map<string, string[]> {
  const settlements = new Map<string, string[]>();
  for (const { type, text, entity, code } of mentions) {
    if (type !== "LOC" || code !== undefined || text === entity) continue;
    const { unit, rest: own } = lowestUnit(text, context);
    if (!unit || !SETTLEMENT.test(own)) continue;
    const known = settlements.get(own) ?? [];
    if (!known.includes(entity)) settlements.set(own, [...known, entity]);
  }
  return settlements;
}

/**
 * What a village's name means where the page writes one of that name with its town: 云溪县北桥社区 and 北桥社区 are the one in
 * 云溪县柳河镇. Undefined where the page has two in different towns.
 */
function fullestSettlement(
  { text, entity, code }: Mention,
  settlements: ReadonlyMap<string, readonly string[]>,
  context: PlaceContext,
): string | undefined {
  if (code !== undefined) return undefined;
  const ofWholeText = settlements.get(text);
  const { unit, rest: own } = ofWholeText ? { unit: undefined, rest: text } : lowestUnit(text, context);
  const above = unit ? pathName(unit) : "";
  const named = ofWholeText ?? settlements.get(own) ?? [];
  const longest = Math.max(0, ...named.map(({ length }) => length));
  const fullest = named.filter((full) => full.length === longest && full.startsWith(above));
  const [only] = fullest;
  // A shorter path must lead to the same place: 云岭省青川市云溪县 begins 云岭省青川市云溪县柳河镇.
  const agree = named.every((full) => only?.startsWith(full.slice(0, full.length - own.length)));
  return fullest.length === 1 && agree && only !== undefined && only.length > entity.length ? only : undefined;
}

/**
 * By the name with its place: the names of groups and works that the page also writes without it (青川市云岭集团, 云岭集团). A
 * registered company keeps the place, which is a part of its name.
 */
function groupsWithoutPlace(mentions: readonly Mention[], context: PlaceContext): Map<string, string> {
  const groups = new Map<string, string>();
  const written = new Set(mentions.flatMap(({ type, text }) => (type === "ORG" ? [text] : [])));
  for (const { type, entity } of mentions) {
    if (type !== "ORG" || groups.has(entity) || !/(?:集团|企业|厂|合作社)$/u.test(entity)) continue;
    const own = lowestUnit(entity, context).rest;
    if (own !== entity && own.length >= 4 && written.has(own)) groups.set(entity, own);
  }
  return groups;
}

/**
 * By the term as it stands: the whole that it belongs to. A character of a coined term belongs to that (引 to 引留用, where 留
 * and 用 stand alone too), a paper's short title to its full one (《专报》 to 《溪畔专报》), an epithet to its place (五彩 of
 * “五彩”云溪).
 */
function wholeTerms(mentions: readonly Mention[]): Map<string, string> {
  const wholes = new Map<string, string>();
  const terms = mentions.filter(({ type }) => type === "TERM");
  const names = new Set(terms.map(({ entity }) => entity));
  const singles = new Set([...names].filter((name) => name.length === 1));
  for (const name of names) {
    if (singles.size < 2 || name.length < 2 || name.length > 6) continue;
    if ([...name].every((char) => singles.has(char))) {
      for (const char of name) wholes.set(char, `${name}:${char}`);
    }
  }
  const titles = [...names].filter((name) => name.startsWith("《"));
  for (const short of titles) {
    if (short.length > 6) continue;
    const [full, ...others] = titles.filter((title) => title.length > short.length && title.endsWith(short.slice(1)));
    if (full !== undefined && others.length === 0) wholes.set(short, full);
  }
  mentions.forEach((mention, i) => {
    const next = mentions[i + 1];
    if (mention.type !== "TERM" || !mention.text.startsWith("“") || !/^.{2,4}$/u.test(mention.entity)) return;
    const beside = next?.type === "LOC" && next.block === mention.block && next.start === mention.end;
    if (beside && !/[省市县区镇乡村]$/u.test(next.text)) wholes.set(mention.entity, mention.entity + next.text);
  });
  return wholes;
}
