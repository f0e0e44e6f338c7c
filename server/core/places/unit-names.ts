/** What else an administrative unit is called: without its kind, without the peoples in its name. */

import { PEOPLES, TOWN_PEOPLES } from "../tables/places.ts";

/** The words for the kind of unit, with the peoples before them. */
const KIND = new RegExp(
  `(?:(?:${PEOPLES.join("|")})*自治[区州县旗]|特别行政区|地区|林区|街道|苏木|[省市县区旗盟镇乡])$`,
  "u",
);
/** The name of a people's town: its own, the peoples, its kind (石门|苗族彝族|乡, 河湾|鄂温克民族|乡). */
const TOWN_OF_PEOPLES = new RegExp(`^(.{2,}?)(?:(?:${TOWN_PEOPLES.join("|")})+(?:民族)?|民族)([乡镇])$`, "u");

/** The name without its kind, where two characters or more are left: 交城 of 交城县, 兴县 of 兴县, 恩施 of 恩施土家族苗族自治州. */
export function shortName(name: string): string {
  const bare = name.startsWith("内蒙古自治") ? "内蒙古" : name.replace(KIND, "");
  return bare.length >= 2 ? bare : name;
}

/** Other short names of an autonomous unit that newspapers use, given its shortest: 云溪自治县 and 云溪县 of 云溪苗族自治县. */
export function autonomousShortNames(name: string, short: string): string[] {
  const kind = /自治([州县旗])$/u.exec(name)?.[1];
  if (kind === undefined || short === name) return [];
  return [`${short}自治${kind}`, short + kind].filter((other) => other !== name);
}

/** A town's name without the peoples in it: 石门乡 of 石门苗族彝族乡; the name itself where it has none. */
export function withoutPeoples(town: string): string {
  if (town.at(-2) !== "族") return town;
  const [, own, kind] = TOWN_OF_PEOPLES.exec(town) ?? [];
  return own && kind ? own + kind : town;
}
