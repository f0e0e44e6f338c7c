/** Chooses, of all candidates of a text, the set that doesn't overlap and scores highest. */

import type { Candidate } from "../propose/candidates.ts";

/** A candidate with its score. */
export interface ScoredName extends Omit<Candidate, "features"> {
  readonly score: number;
}

/** What two chosen names add to each other that stand side by side (`gap` empty) or with one of {@link GAPS} between them. */
export type PairWeight = (left: Candidate["type"], gap: string, right: Candidate["type"]) => number;

/** Characters between two names that make them a pair: a list, a conjunction, a blank. */
export const GAPS = "、和与及 \u3000";

/** The feature of a pair, as the weights name it. */
export function pairFeature(left: Candidate["type"], gap: string, right: Candidate["type"]): string {
  return `pair=${left}${gap === "\u3000" ? " " : gap}${right}`;
}

/** The kinds of names that are chosen among. */
export const NAME_TYPES = ["PER", "LOC", "ORG"] as const;

/**
 * States of the dynamic programme at an offset: 0, the last character belongs to no name; 1…3, a name of that type ends
 * here; 4…6, such a name and one of {@link GAPS} stand before it.
 */
export const STATES = 7;

/** The state after a character that belongs to no name, from the state before it. */
export function stateAfter(state: number, char: string): number {
  return state >= 1 && state <= 3 && GAPS.includes(char) ? state + 3 : 0;
}

/** A set of names of which no two overlap. */
export interface NameSet {
  /** In the order of the text. */
  readonly names: readonly ScoredName[];
  /** What each name and the one before it add to each other. */
  readonly pairs: readonly number[];
  /** The sum of the names' scores and of the pairs. */
  readonly sum: number;
}

/** The names of {@link bestSet}. */
export function bestNames(
  candidates: readonly ScoredName[],
  text: string,
  pairWeight: PairWeight,
): readonly ScoredName[] {
  return bestSet(candidates, text, pairWeight).names;
}

/**
 * The set of candidates of which no two overlap and whose scores and pair weights have the highest sum; of equal sets the
 * one that was reached first. A dynamic programme over the offsets and states (Viterbi's).
 */
export function bestSet(candidates: readonly ScoredName[], text: string, pairWeight: PairWeight): NameSet {
  const length = text.length;
  const starting = byStart(candidates);
  /** By offset and state: the best sum, the candidate that ends there, the state before it. */
  const best = new Float64Array((length + 1) * STATES).fill(Number.NEGATIVE_INFINITY);
  const chosen: (ScoredName | undefined)[] = new Array((length + 1) * STATES);
  const before = new Int8Array((length + 1) * STATES);
  best[0] = 0;
  for (let at = 0; at <= length; at += 1) {
    const here = starting.get(at);
    for (let state = 0; state < STATES; state += 1) {
      const score = best[at * STATES + state] ?? Number.NEGATIVE_INFINITY;
      if (score === Number.NEGATIVE_INFINITY) continue;
      if (at < length) reach((at + 1) * STATES + stateAfter(state, text[at] ?? ""), score, state);
      for (const candidate of here ?? []) {
        const type = NAME_TYPES.indexOf(candidate.type as (typeof NAME_TYPES)[number]);
        const left = NAME_TYPES[(state - 1) % 3];
        const pair = state === 0 || !left ? 0 : pairWeight(left, state > 3 ? (text[at - 1] ?? "") : "", candidate.type);
        reach(candidate.end * STATES + type + 1, score + candidate.score + pair, state, candidate);
      }
    }
  }
  function reach(cell: number, score: number, state: number, candidate?: ScoredName): void {
    if (score <= (best[cell] ?? 0)) return;
    best[cell] = score;
    before[cell] = state;
    chosen[cell] = candidate;
  }
  let state = 0;
  for (let other = 1; other < STATES; other += 1) {
    if ((best[length * STATES + other] ?? 0) > (best[length * STATES + state] ?? 0)) state = other;
  }
  const names: ScoredName[] = [];
  const pairs: number[] = [];
  const sum = best[length * STATES + state] ?? 0;
  for (let at = length; at > 0; ) {
    const cell = at * STATES + state;
    const candidate = chosen[cell];
    state = before[cell] ?? 0;
    at = candidate ? candidate.start : at - 1;
    if (!candidate) continue;
    names.push(candidate);
    pairs.push((best[cell] ?? 0) - (best[at * STATES + state] ?? 0) - candidate.score);
  }
  return { names: names.reverse(), pairs: pairs.reverse(), sum };
}

function byStart(candidates: readonly ScoredName[]): ReadonlyMap<number, readonly ScoredName[]> {
  const starting = new Map<number, ScoredName[]>();
  for (const candidate of candidates) {
    const list = starting.get(candidate.start);
    if (list) list.push(candidate);
    else starting.set(candidate.start, [candidate]);
  }
  return starting;
}
