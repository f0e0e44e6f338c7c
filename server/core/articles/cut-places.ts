/** The slots between texts: what there speaks for or against the beginning of an article. */

import type { Counts } from "./character-pairs.ts";
import type { Kind, TextCues } from "./classify.ts";
import type { Weights } from "./weights.ts";

/** Below the first, neighbours have little in common; above the second, more says nothing more. */
const FEW = 0.5;
const MANY = 2;
/** What stands at a slot, between the texts `slot - 1` and `slot`. */
export interface Place {
  readonly slot: number;
  readonly members: readonly number[];
  readonly kinds: readonly Kind[];
  readonly cues: readonly TextCues[];
  /** How much the two texts have in common, see {@link commonOf}. */
  readonly common: number;
}

/**
 * What speaks for an article's beginning at the slot (`cut`), and for one going on there (`keep`). A change of the
 * column's measure would speak, too, but is left out: a fixed page has no columns, and its articles are the same.
 */
export function evidenceAt(place: Place, weights: Weights): { cut: number; keep: number } {
  const { slot, members, kinds, cues } = place;
  const left = cues[slot - 1];
  const right = cues[slot];
  let cut = 0;
  let keep = 0;
  /** Weighs as much for the one as against the other. */
  const mark = (weight: number): void => {
    cut += weight / 2;
    keep -= weight / 2;
  };
  if (left && right) {
    if (right.open && !left.open && !right.lead) cut += weights.open;
    if (left.open && !left.lead && !right.lead) cut -= weights.open;
    if (right.goesOn) cut -= weights.goesOn;
    if (right.opens) cut += weights.opens;
    if (right.brief) cut += weights.brief;
    if (right.item && right.item === left.item) cut += weights.item;
    if (left.item && left.item !== "1" && !right.item) cut += weights.itemsEnd;
    if (right.note && !right.lead) cut += weights.noteText;
    if (left.endMark) mark(weights.endMark);
    cut += weights.strangers * (FEW - Math.min(MANY, place.common));
  }
  for (const kind of new Set(members.map((member) => kinds[member]))) {
    if (kind === "short") mark(weights.display);
    else if (
      kind === "jump" ||
      kind === "tail" ||
      kind === "note" ||
      kind === "credit" ||
      kind === "byline" ||
      kind === "caption"
    ) {
      mark(weights[kind]);
    }
  }
  return { cut, keep };
}

/** For each text: 1 where it is a lead, 2 where it is a summary without a full stop that runs into one, else 0. */
export function leadsOf(cues: readonly TextCues[]): Uint8Array {
  const leads = new Uint8Array(cues.length + 1);
  for (let t = cues.length - 1; t >= 0; t -= 1) {
    const cue = cues[t] as TextCues;
    leads[t] = cue.lead ? 1 : cue.open && leads[t + 1] ? 2 : 0;
  }
  return leads;
}

/** For each text, the first that an article beginning there cannot hold: that with the second lead inside it. */
export function closedBy(cues: readonly TextCues[]): Int32Array {
  const closed = new Int32Array(cues.length);
  let second = cues.length;
  let first = cues.length;
  for (let t = cues.length - 1; t >= 0; t -= 1) {
    closed[t] = second;
    if (!cues[t]?.lead) continue;
    second = first;
    first = t;
  }
  return closed;
}

/**
 * What each text has in common with the one before it: the rarity of the pairs that stand in both, for their length.
 * Inside an article half of all neighbours come to 1½ and more, at its beginning next to none does.
 */
export function commonOf(counts: Counts): Float64Array {
  const common = new Float64Array(counts.texts + 1);
  const seenIn = new Int32Array(counts.size).fill(-1);
  for (let t = 0; t < counts.texts; t += 1) {
    const start = counts.start[t] as number;
    const end = counts.start[t + 1] as number;
    let sum = 0;
    for (let i = start; i < end; i += 1) {
      const id = counts.ids[i] as number;
      if (seenIn[id] === t - 1) sum += Math.log((counts.texts + 1) / (counts.spread[id] as number));
      seenIn[id] = t;
    }
    const before = t > 0 ? start - (counts.start[t - 1] as number) : 0;
    common[t] = sum / Math.sqrt(Math.min(before, end - start) + 20);
  }
  return common;
}
