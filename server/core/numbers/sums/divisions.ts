/** Divisions of a whole into parts that never overlap: men and women, first and second prizes, classes A and B, counties. */

import { DIVISIONS, type Division } from "../../tables/divisions.ts";

/** Who pays: the levels of government from the top, then those who pay what these leave. */
const PAYERS = DIVISIONS.find(({ name }) => name === "payers")?.members ?? [];
/** The first of {@link PAYERS} who may pay the rest: the county. */
const LAST_PAYER = 3;

/** Words of parts that may overlap with others: of 120 members 50 may be women, and 80 of all have a degree. */
const ACROSS =
  /女(?!性?$)|少数民族|党员|学历|本科|专科|大专|硕士|博士|职称|岁|以上|以下|以内|青年|退休|返乡|贫困|困难|重点|占|参加|举办|召开|开展|已|正在|完成|实现/u;

/** Whether the names of the parts are of one division, no two of them of the same member. */
export function divided(names: readonly string[]): boolean {
  return memberships(names) !== undefined || arePlaces(names);
}

/** Whether the names are of a whole division, which leaves nothing beside them. */
export function isWholeDivision(names: readonly string[]): boolean {
  const found = memberships(names);
  if (!found) return false;
  if (found.division.whole) return found.members.length === found.division.members.length;
  if (found.division.name === "prizes") return [1, 2, 3].every((member) => found.members.includes(member));
  // A类 and B类: a run of letters from the first on.
  const letters = /^[A甲]/u.test(names[0] ?? "");
  return letters && found.members.every((member, index) => member === index);
}

/** Whether the names are of three who pay and more, down to one who pays the rest: the money is accounted for in full. */
export function nothingLeft(names: readonly string[]): boolean {
  const payers = names.map((name) => PAYERS.findIndex((member) => member.test(name)));
  return (
    names.length > 2 &&
    !payers.includes(-1) &&
    new Set(payers).size === payers.length &&
    Math.max(...payers) >= LAST_PAYER
  );
}

/** Whether a name opens a list of parts without a word before it: 抽检120批次，合格118批次，不合格3批次. */
export function opensWhole(name: string): boolean {
  return OPENING.test(name);
}

const OPENING = /^(?:其?中?)(?:男|女|城镇|城市|农村|上半年|公办|民办|合格|不合格|门诊|住院|夏粮|省内|境内|上午)/u;

/** Whether one thing may be in two of the parts of these names. */
export function overlaps(names: readonly string[]): boolean {
  return memberships(names) === undefined && names.some((name) => ACROSS.test(name));
}

/** The division that all names are of, and which of its members each is. */
function memberships(names: readonly string[]): { division: Division; members: number[] } | undefined {
  if (names.length < 2) return undefined;
  for (const division of DIVISIONS) {
    const members = names.map((name) => division.members.findIndex((member) => member.test(name)));
    if (!members.includes(-1) && new Set(members).size === members.length) return { division, members };
  }
  return undefined;
}

/** Whether the names are of places of one level, or of kinds: 青山镇20户、柳林镇46户; 产业类、民生类. */
function arePlaces(names: readonly string[]): boolean {
  const ends = names.map((name) => /^[\p{Script=Han}A-Z]{1,6}([镇乡村县市区类级型组片])$/u.exec(name)?.[1]);
  return (
    names.length > 1 &&
    ends[0] !== undefined &&
    ends.every((end) => end === ends[0]) &&
    new Set(names).size === names.length
  );
}
