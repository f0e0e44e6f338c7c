/** What a card says of a place: where it lies, its code, and others of its name. */

import { type AdminUnit, pathOf } from "../places/admin-units.ts";
import { chooseUnit, nearness } from "../places/home.ts";
import { lowestUnit, SETTLEMENT, unitMeant } from "../places/place-chain.ts";
import type { CardContext, Doubt, Fact } from "./types.ts";
import { villageDoubts, villageFacts, villageOf } from "./village.ts";

/** The place's path from the province down, with its codes; for a facility the unit that its name begins with. */
export function placeFacts(context: CardContext): Fact[] {
  const { mention, page, gazetteer, say } = context;
  const village = villageOf(context);
  if (village?.chosen) return villageFacts(village, context);
  const code = mention.code;
  const own = code ? gazetteer.byCode(code) : undefined;
  const unit = own ?? unitMeant(mention.text, { gazetteer, home: page.home });
  if (unit)
    return [{ text: path(unit), source: "gazetteer" }, ...registeredFact(unit, context), ...levelFact(unit, say)];
  const { unit: above, rest } = lowestUnit(mention.resolved ?? mention.entity, {
    gazetteer,
    home: page.home,
  });
  if (above && rest)
    return [{ text: path(above), source: "gazetteer" }, ...(village ? [] : unlistedFact(rest, context))];
  const others = page.mentions.filter(
    ({ type, text }) => type === "LOC" && text.length > mention.text.length && text.includes(mention.text),
  );
  const list = [...new Set(others.map(({ text }) => text))].slice(0, 3);
  if (list.length === 0) return [];
  return [
    {
      text: say({ zh: `另见“${list.join("”“")}”`, en: `See also ${list.join(", ")}` }),
      source: "page",
    },
  ];
}

/** The end of a place's name that the gazetteer does not have: a village that it should list, or a park, which it does not. */
function unlistedFact(rest: string, { say, villages, page }: CardContext): Fact[] {
  const name = rest.replace(/^（(.+)）$/u, "$1");
  const sought = SETTLEMENT.test(name) && villages?.(page.home.province) !== undefined;
  return [
    {
      text: sought
        ? say({ zh: `其下没有登记“${name}”`, en: `no “${name}” is registered there` })
        : say({ zh: `“${name}”在其境内`, en: `“${name}” lies here` }),
      source: sought ? "gazetteer" : "page",
    },
  ];
}

/** Doubts which of the places of its name it is. */
export function placeDoubts(context: CardContext): Doubt[] {
  const { mention, page, gazetteer, say } = context;
  const village = villageOf(context);
  if (village) return villageDoubts(village, context);
  const units = gazetteer.find(mention.text);
  if (units.length < 2) return [];
  const chosen = units.find(({ code }) => code !== undefined && code === mention.code) ?? chooseUnit(units, page.home);
  if (chosen && isToldApart(chosen, context)) return [];
  const others = units.filter((unit) => unit !== chosen && unit.level >= 3 && mayBeMeant(unit, chosen, context));
  if (others.length < (chosen ? 1 : 2)) return [];
  const list = others.slice(0, 3).map((unit) =>
    pathOf(unit)
      .map(({ name }) => name)
      .join(""),
  );
  const more =
    others.length > list.length
      ? say({ zh: `等 ${others.length} 处`, en: ` and ${others.length - list.length} more` })
      : "";
  const text = chosen
    ? say({
        zh: `同名：${list.join("、")}${more}；按本页地域取此。`,
        en: `Same name: ${list.join(", ")}${more}; chosen by the page's home region.`,
      })
    : say({
        zh: `有 ${others.length} 处同名，本页看不出是哪一处：${list.join("、")}${more}。`,
        en: `${others.length} places share this name, and the page does not tell which: ${list.join(", ")}${more}.`,
      });
  return [{ kind: "which-place", text }];
}

/** Whether the page tells which of the name it is, by the unit it lies in right before it: 云溪县柳河镇. */
function isToldApart({ parent }: AdminUnit, { same, page }: CardContext): boolean {
  return same.some(({ block, start }) => {
    const before = page.blocks[block]?.text.slice(0, start).trimEnd() ?? "";
    return parent !== undefined && (before.endsWith(parent.name) || before.endsWith(parent.short));
  });
}

/**
 * Whether a namesake may be meant. A place in Taiwan is not, unless the page speaks of Taiwan. Any other may be in the home
 * province, and anywhere where no place is chosen. Elsewhere it is not where a town of the home prefecture is chosen, as no
 * page names a town of another province without its county; nor, by a short name, where it is of a lower level than the
 * chosen place, or a district and the chosen place is at home.
 */
function mayBeMeant(unit: AdminUnit, chosen: AdminUnit | undefined, { mention, page }: CardContext): boolean {
  const taiwan = pathOf(unit)[0]?.name === "台湾省";
  if (taiwan && page.home.province !== TAIWAN && !page.mentions.some(({ entity }) => entity.startsWith("台湾")))
    return false;
  if (!chosen || nearness(unit, page.home) > 0) return true;
  if (chosen.level === 4) return nearness(chosen, page.home) < 2;
  if (mention.text === unit.name) return true;
  return unit.level <= chosen.level && !(unit.name.endsWith("区") && nearness(chosen, page.home) > 0);
}

const TAIWAN = "71";

function path(unit: AdminUnit): string {
  return pathOf(unit)
    .map(({ name, code }) => (code ? `${name}（${code}）` : name))
    .join(" › ");
}

/** The registered name of a unit that the page calls otherwise: 石门乡, registered as 石门苗族乡. */
function registeredFact({ name, short, level }: AdminUnit, { mention: { text }, say }: CardContext): Fact[] {
  const called =
    level === 4 ? !text.endsWith(name) && /[乡镇]$/u.test(text) : text !== short && /自治[州县旗]$/u.test(text);
  if (!called || text.endsWith(name)) return [];
  const told = say({
    zh: `区划库登记名“${name}”，本页写“${text}”`,
    en: `Registered as “${name}”, the page writes “${text}”`,
  });
  return [{ text: told, source: "gazetteer" }];
}

function levelFact(unit: AdminUnit, say: CardContext["say"]): Fact[] {
  const names = [
    { zh: "省级", en: "province level" },
    { zh: "地级", en: "prefecture level" },
    { zh: "县级", en: "county level" },
    { zh: "乡级", en: "township level" },
  ];
  const level = names[unit.level - 1];
  return level && unit.code
    ? [
        {
          text: say({ zh: `行政区划代码 ${unit.code}（${level.zh}）`, en: `Division code ${unit.code} (${level.en})` }),
          source: "gazetteer",
        },
      ]
    : [];
}
