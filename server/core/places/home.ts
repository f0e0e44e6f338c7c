/** Where a page is at home: the province, prefecture and county that its places speak for. */

import { type Gazetteer, type Home, pathOf, type Unit } from "./gazetteer.ts";

/** Of all votes for a level, the winner must have this share. */
const MAJORITY = { province: 0.4, prefecture: 0.45, county: 0.6 };

/** Votes of fewer places say nothing. */
const FEWEST = 1.5;

/**
 * The home region by the votes of the page's places: a place that several units share gives each a part of its vote, and
 * a national capital or a province by itself says little about where a paper is at home.
 */
export function homeOf(places: readonly string[], gazetteer: Gazetteer): Home {
  const votes = {
    province: new Map<string, number>(),
    prefecture: new Map<string, number>(),
    county: new Map<string, number>(),
  };
  for (const place of places) {
    const units = unitsOf(place, gazetteer);
    for (const unit of units) vote(votes, unit, 1 / units.length);
  }
  const province = winner(votes.province, "", MAJORITY.province);
  const prefecture = winner(votes.prefecture, province, MAJORITY.prefecture);
  return { province, prefecture, county: winner(votes.county, prefecture, MAJORITY.county) };
}

/** The units a place's name begins with, the longest name first: 云溪县 of 云溪县红色旅游区. */
function unitsOf(place: string, gazetteer: Gazetteer): readonly Unit[] {
  const whole = gazetteer.find(place);
  if (whole.length > 0) return whole;
  const length = gazetteer.matchAt(place, 0);
  return length > 0 ? gazetteer.find(place.slice(0, length)) : [];
}

function vote(
  votes: Record<"province" | "prefecture" | "county", Map<string, number>>,
  unit: Unit,
  weight: number,
): void {
  const code = unit.code ?? "";
  const add = (map: Map<string, number>, key: string, share: number): void => {
    map.set(key, (map.get(key) ?? 0) + share);
  };
  const depth = pathOf(unit).length;
  if (code.length < 6) return;
  add(votes.province, code.slice(0, 2), unit.level === 1 ? weight / 2 : weight);
  if (unit.level >= 2 && !code.slice(0, 4).endsWith("00")) add(votes.prefecture, code.slice(0, 4), weight);
  if (unit.level >= 3 && depth >= 2) add(votes.county, code.slice(0, 6), weight);
}

function winner(votes: ReadonlyMap<string, number>, within: string, majority: number): string {
  let best = "";
  let most = 0;
  let all = 0;
  for (const [code, count] of votes) {
    if (!code.startsWith(within)) continue;
    all += count;
    if (count > most) {
      best = code;
      most = count;
    }
  }
  return most >= FEWEST && most >= all * majority ? best : "";
}
