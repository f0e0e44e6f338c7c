/** Which village of the gazetteer a place's name means, and what that is decided by. */

import type { Mention } from "../page/mention.ts";
import { classesOf, KNOWN_PLACE } from "../tables/word-classes.ts";
import { type AdminUnit, pathName } from "./admin-units.ts";
import type { Gazetteer } from "./gazetteer.ts";
import type { PlaceContext } from "./home.ts";
import { lowestUnit, SETTLEMENT } from "./place-chain.ts";
import { type Village, type VillageSource, villageName } from "./villages.ts";

/** A village and the town it lies in. */
export interface PlacedVillage extends Village {
  readonly town: AdminUnit;
}

/** What the gazetteer knows of a village's name on a page. */
export interface VillageChoice {
  /** The village's name as the page writes it, without what it lies in. */
  readonly written: string;
  /** The village meant, where that is certain. */
  readonly chosen?: PlacedVillage;
  /** What decided: the county or town that the page names before it, or the page's home region. */
  readonly by: "path" | "home";
  /** Where a village was looked for: the unit that the page names before it, or the home county or prefecture. */
  readonly within: AdminUnit;
  /** The chosen one's namesakes in the home prefecture; without a chosen one, those among which nothing decides. */
  readonly others: readonly PlacedVillage[];
  /** The town that the page names has no such village: `others` are those of its county. */
  readonly elsewhere?: boolean;
}

/** What names of villages are decided by; `villages` is asked only about the home province, and only for a village's name. */
export interface VillageContext extends PlaceContext {
  readonly villages: VillageSource;
}

/**
 * The village that a place's name (with what it lies in, or by itself) means: one in the county or town that the name gives,
 * else in the home county, else in the home prefecture. Undefined where the name is no village's or the gazetteer has none.
 */
export function chooseVillage(name: string, context: VillageContext): VillageChoice | undefined {
  const { gazetteer, home } = context;
  if (!home.province || !ENDS_AS_VILLAGE.test(name) || gazetteer.kindOf(name) !== undefined) return undefined;
  const { unit, rest: written } = lowestUnit(name, context);
  if (!SETTLEMENT.test(written)) return undefined;
  const above = unit && unit.level > 1 ? unit : undefined;
  if (above ? !above.code?.startsWith(home.province) : !saysThatItIsAVillage(written)) return undefined;

  const scopes = above ? [codesIn(above)] : [home.county, home.prefecture].filter((code) => code !== "");
  const inHome = home.prefecture || (scopes[0] ?? "").slice(0, 4);
  for (const scope of scopes) {
    const within = above ?? unitOfScope(scope, gazetteer);
    if (!within) continue;
    for (const loosely of [false, true]) {
      const found = villagesIn(scope, { name: written, loosely }, context);
      const [first] = found;
      if (!first) continue;
      const by = above ? "path" : "home";
      if (found.length > 1) return { written, by, within, others: found };
      const namesakes = villagesIn(inHome, { name: written, loosely }, context);
      return { written, chosen: first, by, within, others: namesakes.filter(({ code }) => code !== first.code) };
    }
  }
  if (above?.level !== 4) return undefined;
  const others = villagesIn(codesIn(above).slice(0, 6), { name: written, loosely: false }, context);
  return others.length > 0 ? { written, by: "path", within: above, others, elsewhere: true } : undefined;
}

/** The mentions of a page, each village of the gazetteer with its code and the path to it as its canonical name. */
export function withVillages(mentions: readonly Mention[], context: VillageContext): Mention[] {
  const choices = villageChoices(mentions, context);
  const byPath = codesChosenByPath(choices);
  /** By code: one canonical name for a village that the page writes in two ways (北桥社区, 北桥居委会). */
  const entities = new Map<string, string>();
  return mentions.map((mention, i) => {
    const choice = choices[i];
    if (!choice?.chosen) return mention;
    const { written, by } = choice;
    const { code, town } = choice.chosen;
    // A page that speaks of another village of the name doesn't mean the one at home without saying so.
    if (by === "home" && byPath.get(written)?.some((other) => other !== code)) return mention;
    const entity = entities.get(code) ?? pathName(town) + written;
    entities.set(code, entity);
    return { ...mention, entity, code, chosenBy: by };
  });
}

/** For each mention the village that it means, by its own name and by the places that its block names before it. */
function villageChoices(mentions: readonly Mention[], context: VillageContext): (VillageChoice | undefined)[] {
  const choices: (VillageChoice | undefined)[] = [];
  for (const [i, { type, code, entity }] of mentions.entries()) {
    const own = type === "LOC" && code === undefined ? chooseVillage(entity, context) : undefined;
    choices.push(own && withPlacesBefore(own, placesBefore(i, mentions, choices)));
  }
  return choices;
}

/** By the name as written: the villages that the page chooses by naming the county or town too. */
function codesChosenByPath(choices: readonly (VillageChoice | undefined)[]): Map<string, string[]> {
  const codes = new Map<string, string[]>();
  for (const choice of choices) {
    if (choice?.chosen && choice.by === "path")
      codes.set(choice.written, [...(codes.get(choice.written) ?? []), choice.chosen.code]);
  }
  return codes;
}

/** A place that a block names before a village. */
interface PlaceBefore {
  /** Its code; "" where it has none. */
  readonly code: string;
  /** Whether only one character stands between it and the mention after it, as in a list. */
  readonly listed: boolean;
}

/** The places named before a mention in its block, the nearest first. */
function placesBefore(
  i: number,
  mentions: readonly Mention[],
  choices: readonly (VillageChoice | undefined)[],
): PlaceBefore[] {
  const places: PlaceBefore[] = [];
  for (let j = i - 1; j >= 0 && mentions[j]?.block === mentions[i]?.block; j -= 1) {
    const { code = choices[j]?.chosen?.code ?? "", type, end } = mentions[j] as Mention;
    if (type === "LOC") places.push({ code, listed: end + 1 === mentions[j + 1]?.start });
  }
  return places;
}

/** A choice as the places named before it confirm it; undefined where they speak against the village at home. */
function withPlacesBefore(choice: VillageChoice, before: readonly PlaceBefore[]): VillageChoice | undefined {
  if (!choice.chosen) return choice.elsewhere ? choice : chosenByPlaceBefore(choice, before);
  return choice.by === "home" && isElsewhereByPlaceBefore(choice.chosen, before) ? undefined : choice;
}

/**
 * The choice among equal villages as the county, town or village named nearest before decides: 云溪县柳河镇组织党员，
 * 对北桥社区逐户排查 means the one in that town, else the only one in that county.
 */
function chosenByPlaceBefore(choice: VillageChoice, before: readonly PlaceBefore[]): VillageChoice {
  for (const { code } of before) {
    const ofCounty = code.length >= 6 && !code.endsWith("00", 6);
    if (!ofCounty) continue;
    for (const near of new Set([code.slice(0, 9), code.slice(0, 6)])) {
      const inside = choice.others.filter((other) => other.code.startsWith(near));
      const [chosen] = inside;
      if (chosen && inside.length === 1)
        return { ...choice, chosen, by: "path", others: choice.others.filter((other) => other !== chosen) };
    }
    return choice;
  }
  return choice;
}

/**
 * Whether the town or village named nearest before speaks against the village at home: one of another county, or of another
 * town where both stand in one list (杏花镇东堡村、中村).
 */
function isElsewhereByPlaceBefore(chosen: PlacedVillage, before: readonly PlaceBefore[]): boolean {
  let inOneList = true;
  for (const { code, listed } of before) {
    inOneList = inOneList && listed;
    if (code.length >= 9) return !chosen.code.startsWith(code.slice(0, inOneList ? 9 : 6));
  }
  return false;
}

/** The last characters of names of villages and communities: a quick test before {@link SETTLEMENT}. */
const ENDS_AS_VILLAGE = /[村区查会庄屯寨里铺桥店堡沟墩庙]$/;

/** Whether a name with no county or town before it is a village's: 王庄 alone may be anything, 杏花村 is known as a place of old. */
function saysThatItIsAVillage(name: string): boolean {
  return villageName(name).kind !== "plain" && (classesOf(name) & KNOWN_PLACE) === 0;
}

/** The digits that the codes of all villages in a unit begin with. */
function codesIn({ level, code = "-" }: AdminUnit): string {
  return level === 2 ? code.slice(0, 4) : code;
}

/** The county or prefecture of a code; the province for a county that lies in no prefecture. */
function unitOfScope(scope: string, gazetteer: Gazetteer): AdminUnit | undefined {
  return gazetteer.byCode(scope.padEnd(6, "0")) ?? gazetteer.byCode(scope.slice(0, 2).padEnd(6, "0"));
}

/** The villages of a name whose codes begin with the digits of `scope`. */
function villagesIn(
  scope: string,
  { name, loosely }: { readonly name: string; readonly loosely: boolean },
  { gazetteer, home, villages }: VillageContext,
): PlacedVillage[] {
  return (villages(home.province)?.find(name, loosely) ?? []).flatMap((village) => {
    const town = village.code.startsWith(scope) ? gazetteer.byCode(village.code.slice(0, 9)) : undefined;
    return town ? [{ ...village, town }] : [];
  });
}
