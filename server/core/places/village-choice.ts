/** Which village of the gazetteer a place's name means, and what that is decided by. */

import type { Mention } from "../page/mention.ts";
import { classesOf, KNOWN_PLACE } from "../tables/word-classes.ts";
import { type Gazetteer, type Home, pathOf, type Unit } from "./gazetteer.ts";
import { linksOf, SETTLEMENT } from "./named-unit.ts";
import { type Village, type VillageSource, villageName } from "./villages.ts";

/** A village and the town it lies in. */
export interface PlacedVillage extends Village {
  readonly town: Unit;
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
  readonly within: Unit;
  /** The chosen one's namesakes in the home prefecture; without a chosen one, those among which nothing decides. */
  readonly others: readonly PlacedVillage[];
  /** The town that the page names has no such village: `others` are those of its county. */
  readonly elsewhere?: boolean;
}

/** What names of villages are decided by; `villages` is asked only about the home province, and only for a village's name. */
export interface VillageContext {
  readonly gazetteer: Gazetteer;
  readonly home: Home;
  readonly villages: VillageSource;
}

/**
 * The village that a place's name (with what it lies in, or by itself) means: one in the county or town that the name gives,
 * else in the home county, else in the home prefecture. Undefined where the name is no village's or the gazetteer has none.
 */
export function chooseVillage(name: string, context: VillageContext): VillageChoice | undefined {
  const { gazetteer, home } = context;
  if (!home.province || !LIKE_A_VILLAGE.test(name) || gazetteer.kindOf(name) !== undefined) return undefined;
  const link = linksOf(name, gazetteer, home).at(-1);
  const written = name.slice(link?.end ?? 0);
  if (!SETTLEMENT.test(written)) return undefined;
  const above = link && link.unit.level > 1 ? link.unit : undefined;
  if (above ? !above.code?.startsWith(home.province) : !meansItselfAVillage(written)) return undefined;

  const scopes = above ? [scopeOf(above)] : [home.county, home.prefecture].filter((code) => code !== "");
  const inHome = villagesIn(written, context, home.prefecture || (scopes[0] ?? "").slice(0, 4));
  for (const scope of scopes) {
    const within = above ?? unitOfScope(scope, gazetteer);
    if (!within) continue;
    for (const loosely of [false, true]) {
      const found = villagesIn(written, context, scope)(loosely);
      const [first] = found;
      if (!first) continue;
      const by = above ? "path" : "home";
      if (found.length > 1) return { written, by, within, others: found };
      const others = inHome(loosely).filter(({ code }) => code !== first.code);
      return { written, chosen: first, by, within, others };
    }
  }
  if (above?.level !== 4) return undefined;
  const others = villagesIn(written, context, scopeOf(above).slice(0, 6))(false);
  return others.length > 0 ? { written, by: "path", within: above, others, elsewhere: true } : undefined;
}

/** The mentions of a page, each village of the gazetteer with its code and the path to it as its canonical name. */
export function withVillages(mentions: readonly Mention[], context: VillageContext): Mention[] {
  const choices: (VillageChoice | undefined)[] = [];
  for (const [i, { type, code, entity }] of mentions.entries()) {
    const choice = type === "LOC" && code === undefined ? chooseVillage(entity, context) : undefined;
    const open = choice && !choice.chosen && !choice.elsewhere;
    const settled = open ? chosenBeside(choice, mentions, choices, i) : choice;
    choices.push(settled?.by === "home" && liesElsewhere(settled, mentions, choices, i) ? undefined : settled);
  }
  /** By the name as written: what the page says by naming the county or town too. */
  const told = new Map<string, Set<string>>();
  for (const choice of choices) {
    if (choice?.chosen && choice.by === "path")
      told.set(choice.written, (told.get(choice.written) ?? new Set()).add(choice.chosen.code));
  }
  /** By code: the name of a village that the page writes in two ways (北桥社区, 北桥居委会). */
  const entities = new Map<string, string>();
  return mentions.map((mention, i) => {
    const choice = choices[i];
    if (!choice?.chosen) return mention;
    const { written, by } = choice;
    const { code, town } = choice.chosen;
    // A page that speaks of another village of the name doesn't mean the one at home without saying so.
    if (by === "home" && [...(told.get(written) ?? [])].some((other) => other !== code)) return mention;
    const entity =
      entities.get(code) ??
      pathOf(town)
        .map(({ name }) => name)
        .join("") + written;
    entities.set(code, entity);
    return { ...mention, entity, code, chosenBy: by };
  });
}

/**
 * The choice among equal villages as the place named nearest before it in its block decides: 云溪县柳河镇组织党员，对北桥社区逐户排查
 * means the one in that town, else the one in that county.
 */
function chosenBeside(
  choice: VillageChoice,
  mentions: readonly Mention[],
  choices: readonly (VillageChoice | undefined)[],
  i: number,
): VillageChoice {
  for (let j = i - 1; j >= 0 && mentions[j]?.block === mentions[i]?.block; j -= 1) {
    const { code = choices[j]?.chosen?.code ?? "", type } = mentions[j] as Mention;
    if (type !== "LOC" || code.length < 6 || code.endsWith("00", 6)) continue;
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
 * Whether the place named nearest before it in its block speaks against the village at home: a town or village of another
 * county, or in one list with it (杏花镇东堡村、中村) one of another town.
 */
function liesElsewhere(
  { chosen }: VillageChoice,
  mentions: readonly Mention[],
  choices: readonly (VillageChoice | undefined)[],
  i: number,
): boolean {
  if (!chosen) return false;
  let listed = true;
  for (let j = i - 1; j >= 0 && mentions[j]?.block === mentions[i]?.block; j -= 1) {
    const { code = choices[j]?.chosen?.code ?? "", type, end } = mentions[j] as Mention;
    if (type !== "LOC") continue;
    listed = listed && end + 1 === mentions[j + 1]?.start;
    if (code.length < 9) continue;
    return listed ? !chosen.code.startsWith(code.slice(0, 9)) : !chosen.code.startsWith(code.slice(0, 6));
  }
  return false;
}

/** How names of villages and communities end; what else {@link SETTLEMENT} asks for is looked at behind it. */
const LIKE_A_VILLAGE = /[村区查会庄屯寨里铺桥店堡沟墩庙]$/;

/** Whether a name without a county or town before it is one of a village: 王庄 alone may be anything, 杏花村 is a name of old. */
function meansItselfAVillage(name: string): boolean {
  return villageName(name).kind !== "plain" && (classesOf(name) & KNOWN_PLACE) === 0;
}

/** The digits that the codes of all villages in a unit begin with. */
function scopeOf({ level, code = "-" }: Unit): string {
  return level === 2 ? code.slice(0, 4) : code;
}

function unitOfScope(scope: string, gazetteer: Gazetteer): Unit | undefined {
  // A county under its province itself has no prefecture: the province stands for it.
  return gazetteer.byCode(scope.padEnd(6, "0")) ?? gazetteer.byCode(scope.slice(0, 2).padEnd(6, "0"));
}

/** The villages of a name whose codes begin with these digits. */
function villagesIn(
  name: string,
  { gazetteer, home, villages }: VillageContext,
  scope: string,
): (loosely: boolean) => PlacedVillage[] {
  return (loosely) =>
    (villages(home.province)?.find(name, loosely) ?? []).flatMap((village) => {
      const town = village.code.startsWith(scope) ? gazetteer.byCode(village.code.slice(0, 9)) : undefined;
      return town ? [{ ...village, town }] : [];
    });
}
