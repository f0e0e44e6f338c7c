/** What a card says of a village or community: its path down to the registered name, its code, and others of the name. */

import { type AdminUnit, pathOf } from "../places/admin-units.ts";
import { lowestUnit } from "../places/place-chain.ts";
import { chooseVillage, type PlacedVillage, type VillageChoice } from "../places/village-choice.ts";
import type { CardContext, Doubt, Fact } from "./types.ts";

/** Which village the mention means; undefined where it is of none, or none of its name is known. */
export function villageOf({ mention, page, gazetteer, villages }: CardContext): VillageChoice | undefined {
  if (!villages) return undefined;
  const choice = chooseVillage(mention.resolved ?? mention.entity, { gazetteer, home: page.home, villages });
  if (!choice?.chosen) return choice;
  // The canonical name has the whole path; `chosenBy` tells whether the page's home gave it.
  if (mention.chosenBy) return { ...choice, by: mention.chosenBy };
  const { chosen, written, by, others } = choice;
  // The mention has no code where other villages and towns on the page speak against the one at home.
  return by === "home" && mention.code === undefined
    ? { written, by, within: regionOf(chosen), others: [chosen, ...others] }
    : choice;
}

/** Path, registered name and code of the village, and its namesakes where the page tells it from them. */
export function villageFacts(choice: VillageChoice, context: CardContext): Fact[] {
  const { chosen, by, others } = choice;
  const { say } = context;
  if (!chosen) return [];
  const path = [...pathOf(chosen.town), chosen]
    .map(({ name, code }) => (code ? `${name}（${code}）` : name))
    .join(" › ");
  const texts = [
    say({
      zh: `行政区划代码 ${chosen.code}（村级），按${by === "path" ? "本页层级" : "本页地域"}取此`,
      en: `Division code ${chosen.code} (village level), chosen by ${by === "path" ? "the places the page names with it" : "the page's home region"}`,
    }),
  ];
  const written = writtenIn(context);
  if (written !== chosen.name)
    texts.unshift(
      say({
        zh: `区划库登记名“${chosen.name}”，本页写“${written}”`,
        en: `Registered as “${chosen.name}”, the page writes “${written}”`,
      }),
    );
  if (by === "path" && others.length > 0) texts.push(namesakes(choice, context));
  return [
    { text: path, strong: chosen.name, source: "gazetteer" },
    ...texts.map((text): Fact => ({ text, source: "gazetteer" })),
  ];
}

/** Doubts which village it is: namesakes among which only the page's home region decides, or nothing. */
export function villageDoubts(choice: VillageChoice, context: CardContext): Doubt[] {
  const text = doubtText(choice, context);
  return text === undefined ? [] : [{ kind: "which-place", text }];
}

function doubtText(choice: VillageChoice, context: CardContext): string | undefined {
  const { chosen, by, others, within, written, elsewhere } = choice;
  const { say } = context;
  if (others.length === 0) return undefined;
  if (chosen) return by === "home" ? namesakes(choice, context) : undefined;
  const list = listOf(others, say);
  if (elsewhere)
    return say({
      zh: `区划库里${within.name}没有“${written}”，同县有：${list}。`,
      en: `The gazetteer has no “${written}” in ${within.name}; in the same county it has ${list}.`,
    });
  if (others.length === 1)
    return say({
      zh: `本页没有写明是哪里的“${written}”；${within.name}有：${list}。`,
      en: `The page does not say where this “${written}” lies; ${within.name} has ${list}.`,
    });
  return say({
    zh: `${within.name}有 ${others.length} 个“${written}”，本页看不出是哪一个：${list}。`,
    en: `${others.length} places in ${within.name} are called “${written}”, and the page does not tell which: ${list}.`,
  });
}

/** So many others of the name are shown. */
const MOST_OTHERS = 4;

/** The sentence about a village's namesakes. */
function namesakes({ written, others }: VillageChoice, { say }: CardContext): string {
  const list = listOf(others, say);
  const region = others[0] ? regionOf(others[0]).name : "";
  return say({
    zh: `同名：${region}内另有 ${others.length} 个“${written}”：${list}`,
    en: `Same name: ${others.length} more “${written}” in ${region}: ${list}`,
  });
}

/** County and code of each village, with its town where two lie in one county. */
function listOf(villages: readonly PlacedVillage[], say: CardContext["say"]): string {
  const counties = villages.map(({ town }) => countyOf(town));
  const alike = new Set(counties.map(({ code }) => code)).size < counties.length;
  const list = villages
    .slice(0, MOST_OTHERS)
    .map(({ town, code }) => `${countyOf(town).name}${alike ? town.name : ""} ${code}`)
    .join(say({ zh: "、", en: ", " }));
  const more = say({ zh: `等 ${villages.length} 处`, en: ` and ${villages.length - MOST_OTHERS} more` });
  return villages.length > MOST_OTHERS ? list + more : list;
}

/** The prefecture that a village lies in, or the province where its county is of none. */
function regionOf({ town }: PlacedVillage): AdminUnit {
  const path = pathOf(town);
  return path.find(({ level }) => level === 2) ?? path[0] ?? town;
}

function countyOf(town: AdminUnit): AdminUnit {
  return town.parent ?? town;
}

/** The village's name as the mention writes it; its canonical name may be written as another mention has it. */
function writtenIn({ mention: { text }, gazetteer, page }: CardContext): string {
  return lowestUnit(text, { gazetteer, home: page.home }).rest || text;
}
