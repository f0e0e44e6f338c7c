/** Settles what names mean from all of the page together: a village named in full once, a company's place, parts of a coined term. */

import type { Mention } from "../../page/mention.ts";
import { type Gazetteer, type Home, pathOf } from "../../places/gazetteer.ts";
import { linksOf, SETTLEMENT } from "../../places/named-unit.ts";

/** The mentions with the entities that the whole page gives them; the same mentions in the same order. */
export function settleEntities(mentions: readonly Mention[], gazetteer: Gazetteer, home: Home): Mention[] {
  const settlements = settlementsOf(mentions, gazetteer, home);
  const companies = companiesOf(mentions, gazetteer, home);
  const terms = termsOf(mentions);
  return mentions.map((mention) => {
    const entity =
      mention.type === "LOC"
        ? settlementNamed(mention, settlements, gazetteer, home)
        : mention.type === "ORG"
          ? companies.get(mention.entity)
          : mention.type === "TERM"
            ? terms.get(mention.entity)
            : undefined;
    return entity === undefined || entity === mention.entity ? mention : { ...mention, entity };
  });
}

/** By its own name (北桥社区): the fullest names of villages and communities that the page gives with what they lie in. */
function settlementsOf(mentions: readonly Mention[], gazetteer: Gazetteer, home: Home): Map<string, string[]> {
  const settlements = new Map<string, string[]>();
  for (const { type, text, entity, code } of mentions) {
    if (type !== "LOC" || code !== undefined || text === entity) continue;
    const end = linksOf(text, gazetteer, home).at(-1)?.end ?? 0;
    const own = text.slice(end);
    if (end === 0 || !SETTLEMENT.test(own)) continue;
    const known = settlements.get(own) ?? [];
    if (!known.includes(entity)) settlements.set(own, [...known, entity]);
  }
  return settlements;
}

/**
 * What a village's name means where the page gives one of that name with its town: 云溪县北桥社区 and 北桥社区 are the one in
 * 云溪县柳河镇. Undefined where two lie in different towns.
 */
function settlementNamed(
  { text, entity, code }: Mention,
  settlements: ReadonlyMap<string, readonly string[]>,
  gazetteer: Gazetteer,
  home: Home,
): string | undefined {
  if (code !== undefined) return undefined;
  const whole = settlements.get(text);
  const link = whole ? undefined : linksOf(text, gazetteer, home).at(-1);
  const above = link
    ? pathOf(link.unit)
        .map(({ name }) => name)
        .join("")
    : "";
  const named = whole ?? settlements.get(text.slice(link?.end ?? 0)) ?? [];
  const longest = Math.max(0, ...named.map(({ length }) => length));
  const fullest = named.filter((full) => full.length === longest && full.startsWith(above));
  const [only] = fullest;
  // A shorter path must lead to the same place: 云岭省青川市云溪县 begins 云岭省青川市云溪县柳河镇.
  const own = whole ? text : text.slice(link?.end ?? 0);
  const agree = named.every((full) => only?.startsWith(full.slice(0, full.length - own.length)));
  return fullest.length === 1 && agree && only !== undefined && only.length > entity.length ? only : undefined;
}

/**
 * By the name with its place: the names of groups and works that the page also writes without (青川市云岭集团, 云岭集团). A
 * registered name keeps its place: it is a part of it.
 */
function companiesOf(mentions: readonly Mention[], gazetteer: Gazetteer, home: Home): Map<string, string> {
  const companies = new Map<string, string>();
  const written = new Set(mentions.flatMap(({ type, text }) => (type === "ORG" ? [text] : [])));
  for (const { type, entity } of mentions) {
    if (type !== "ORG" || companies.has(entity) || !/(?:集团|企业|厂|合作社)$/u.test(entity)) continue;
    const own = entity.slice(linksOf(entity, gazetteer, home).at(-1)?.end ?? 0);
    if (own !== entity && own.length >= 4 && written.has(own)) companies.set(entity, own);
  }
  return companies;
}

/**
 * By the term as it stands: a character that a coined term is made of (引 of 引留用, where 留 and 用 stand alone too), the
 * full title of a paper that is cut short (《专报》 of 《溪畔专报》), and an epithet with its place (五彩 of “五彩”云溪).
 */
function termsOf(mentions: readonly Mention[]): Map<string, string> {
  const settled = new Map<string, string>();
  const terms = mentions.filter(({ type }) => type === "TERM");
  const names = new Set(terms.map(({ entity }) => entity));
  const singles = new Set([...names].filter((name) => name.length === 1));
  for (const name of names) {
    if (singles.size < 2 || name.length < 2 || name.length > 6) continue;
    if ([...name].every((char) => singles.has(char))) {
      for (const char of name) settled.set(char, `${name}:${char}`);
    }
  }
  const titles = [...names].filter((name) => name.startsWith("《"));
  for (const short of titles) {
    if (short.length > 6) continue;
    const [full, ...others] = titles.filter((title) => title.length > short.length && title.endsWith(short.slice(1)));
    if (full !== undefined && others.length === 0) settled.set(short, full);
  }
  mentions.forEach((mention, i) => {
    const next = mentions[i + 1];
    if (mention.type !== "TERM" || !mention.text.startsWith("“") || !/^.{2,4}$/u.test(mention.entity)) return;
    const beside = next?.type === "LOC" && next.block === mention.block && next.start === mention.end;
    if (beside && !/[省市县区镇乡村]$/u.test(next.text)) settled.set(mention.entity, mention.entity + next.text);
  });
  return settled;
}
