/** Where a page is at home, and which of several units of one name a page there means. */

import { type AdminUnit, TOWN } from "./admin-units.ts";
import type { Gazetteer } from "./gazetteer.ts";

/** The region that a page is at home in: codes of two, four and six digits; empty where the page says nothing. */
export interface HomeRegion {
  readonly province: string;
  readonly prefecture: string;
  readonly county: string;
}

/** What the name of a place is understood by: the gazetteer, and where the page, or the text at that point, is at home. */
export interface PlaceContext {
  readonly gazetteer: Gazetteer;
  readonly home: HomeRegion;
}

/** The winner of a level must have this share of all votes for it. */
const MAJORITY = { province: 0.4, prefecture: 0.45, county: 0.6 };

/** Fewer votes say nothing. */
const FEWEST_VOTES = 1.5;

/**
 * The home region by the votes of the page's places (their names, one for each mention). A name that several units share
 * gives each a part of its vote; a province by itself counts half, since pages name provinces that they are not at home in.
 */
export function homeOf(places: readonly string[], gazetteer: Gazetteer): HomeRegion {
  const votes: Votes = { province: new Map(), prefecture: new Map(), county: new Map() };
  for (const place of places) {
    const units = unitsAtStart(place, gazetteer);
    for (const unit of units) vote(votes, unit, 1 / units.length);
  }
  const province = winnerOf(votes.province, "", MAJORITY.province);
  const prefecture = winnerOf(votes.prefecture, province, MAJORITY.prefecture);
  return { province, prefecture, county: winnerOf(votes.county, prefecture, MAJORITY.county) };
}

/**
 * Of units that share a name, the one that a page at home here means: in its county, its prefecture, its province, else
 * the highest level; undefined where two remain equal.
 */
export function chooseUnit(units: readonly AdminUnit[], home: HomeRegion): AdminUnit | undefined {
  let best: AdminUnit | undefined;
  let bestRank = -1;
  let tied = false;
  for (const unit of units) {
    const near = nearness(unit, home);
    // No page names a town of another province without its county: something else of that name is meant.
    if (unit.level === TOWN && near === 0) continue;
    const rank = near * 10 + (5 - unit.level);
    if (rank > bestRank) {
      best = unit;
      bestRank = rank;
      tied = false;
    } else if (rank === bestRank) tied = true;
  }
  return tied ? undefined : best;
}

/** 3 in the home county, 2 in the home prefecture, 1 in the home province (or a province itself), else 0. */
export function nearness(unit: AdminUnit, home: HomeRegion): number {
  if (unit.level === 1) return 1;
  const code = unit.code ?? "";
  if (home.county && code.startsWith(home.county)) return 3;
  if (home.prefecture && code.startsWith(home.prefecture)) return 2;
  return home.province && code.startsWith(home.province) ? 1 : 0;
}

/** By level: the votes for each code. */
type Votes = Readonly<Record<keyof HomeRegion, Map<string, number>>>;

/** The units whose name the place's name is or begins with, the longest first: 云溪县 of 云溪县红色旅游区. */
function unitsAtStart(place: string, gazetteer: Gazetteer): readonly AdminUnit[] {
  const whole = gazetteer.find(place);
  if (whole.length > 0) return whole;
  const length = gazetteer.matchAt(place, 0);
  return length > 0 ? gazetteer.find(place.slice(0, length)) : [];
}

function vote(votes: Votes, { code = "", level, parent }: AdminUnit, weight: number): void {
  if (code.length < 6) return;
  const add = (counts: Map<string, number>, region: string, share: number): void => {
    counts.set(region, (counts.get(region) ?? 0) + share);
  };
  add(votes.province, code.slice(0, 2), level === 1 ? weight / 2 : weight);
  if (level >= 2 && !code.slice(0, 4).endsWith("00")) add(votes.prefecture, code.slice(0, 4), weight);
  if (level >= 3 && parent) add(votes.county, code.slice(0, 6), weight);
}

/** Of the codes that begin with `prefix` the one with most votes; "" where it has too few, or too small a share. */
function winnerOf(votes: ReadonlyMap<string, number>, prefix: string, majority: number): string {
  let best = "";
  let most = 0;
  let all = 0;
  for (const [code, count] of votes) {
    if (!code.startsWith(prefix)) continue;
    all += count;
    if (count > most) {
      best = code;
      most = count;
    }
  }
  return most >= FEWEST_VOTES && most >= all * majority ? best : "";
}
