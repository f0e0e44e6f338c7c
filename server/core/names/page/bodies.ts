/** Bodies whose name is a place and a kind of body, or an office with a word stuck to it: how they stand beside other candidates. */

import type { Gazetteer } from "../../places/gazetteer.ts";
import { classesOf, endsAsDivision, IS, KNOWN_PLACE, suffixBefore } from "../../tables/word-classes.ts";
import type { ScoredName } from "../choose/best-names.ts";

/**
 * Bodies that are a place and their kind alone (安定区|人民法院, 梅州|日报): whatever makes the place clear makes the body so. With
 * each the score that lets it win over its place. `changed` are the scores that the page has changed so far.
 */
export function bodiesOfPlaces(
  candidates: readonly ScoredName[],
  changed: ReadonlyMap<ScoredName, number>,
  text: string,
): [body: ScoredName, least: number][] {
  const found: [ScoredName, number][] = [];
  const places = new Map<number, { end: number; score: number }[]>();
  for (const place of candidates) {
    const score = changed.get(place) ?? place.score;
    if (place.type !== "LOC" || score < CLEAR_PLACE) continue;
    const list = places.get(place.start);
    if (list) list.push({ end: place.end, score });
    else places.set(place.start, [{ end: place.end, score }]);
  }
  for (const body of candidates) {
    if (body.type !== "ORG" || body.score < NO_BODY) continue;
    const name = text.slice(body.start, body.end);
    const kind = suffixBefore(name, name.length, IS.orgSuffix);
    const own = changed.get(body) ?? body.score;
    for (const { end, score } of places.get(body.start) ?? []) {
      if (kind < 2 || end >= body.end || kind < body.end - end || own > score) continue;
      // 中国政府 is a place and its government; 云溪县政府 is an office.
      if (GENERAL.test(name) && !endsAsDivision(text.slice(body.start, end))) continue;
      found.push([body, score + 0.5]);
    }
  }
  return found;
}

/** A place is clear from this score on. */
const CLEAR_PLACE = 0.5;

/** A candidate with a lower score is no body, even after a clear place. */
const NO_BODY = -3;

const GENERAL = /(?:政府|银行|中心)$/u;

/** Whether a local office has a word stuck to it that is no place: 直报|县委. */
export function isOfficeWithWord(name: string, gazetteer: Gazetteer): boolean {
  const head = /^(.{2,3})(?:[省市县区]委|[省市县区]政府)$/u.exec(name)?.[1];
  return (
    head !== undefined &&
    gazetteer.kindOf(head) === undefined &&
    (classesOf(head) & KNOWN_PLACE) === 0 &&
    !/[省市县区州]$/u.test(head)
  );
}

/** The candidate for the office alone (县委, 县政府) in an office with a word stuck to it, by the ends of candidates. */
export function officeIn(
  { end }: ScoredName,
  text: string,
  candidatesByEnd: ReadonlyMap<number, readonly ScoredName[]>,
): ScoredName | undefined {
  const length = text[end - 1] === "府" ? 3 : 2;
  return candidatesByEnd.get(end)?.find((office) => office.end - office.start === length);
}
