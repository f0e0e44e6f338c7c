/** The slots between texts: what there speaks for or against the beginning of an article. */

import type { Block } from "../layout/types.ts";
import type { Kind, TextCues } from "./classify.ts";
import type { Weights } from "./weights.ts";

/** In em: from here on two measures differ; up to there they are the same. */
const OTHER_MEASURE = 1.5;
const SAME_MEASURE = 1;
/** How many texts of one line, which show no measure, are looked past. */
const PAST = 5;

/** What stands at a slot, between the texts `slot - 1` and `slot`. */
export interface Place {
  readonly slot: number;
  readonly members: readonly number[];
  readonly kinds: readonly Kind[];
  readonly texts: readonly number[];
  readonly cues: readonly TextCues[];
  readonly blocks: readonly Block[];
}

/** What speaks for an article's beginning at the slot (`cut`), and for one going on there (`keep`). */
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
    const change = measureChange(place);
    if (change >= OTHER_MEASURE) cut += weights.measure;
    else if (change >= 0 && change < SAME_MEASURE) cut += weights.sameMeasure;
  }
  for (const kind of new Set(members.map((member) => kinds[member]))) {
    if (kind === "short") mark(weights.display);
    else if (kind === "jump") mark(weights.endMark);
    else if (kind === "tail" || kind === "note" || kind === "credit" || kind === "byline" || kind === "caption") {
      mark(weights[kind]);
    }
  }
  return { cut, keep };
}

/**
 * How much the measure changes at a slot, in em; -1 where that is not known. Texts of one line have no measure of
 * their own, so a change may lie at any slot between the nearest two that have.
 */
function measureChange({ slot, texts, blocks }: Place): number {
  const near = (from: number, step: number): number => {
    for (let t = from; t >= 0 && t < texts.length && Math.abs(t - from) < PAST; t += step) {
      const measure = blocks[texts[t] as number]?.measure ?? 0;
      if (measure) return measure;
    }
    return 0;
  };
  const before = near(slot - 1, -1);
  const after = near(slot, 1);
  return before && after ? Math.abs(before - after) : -1;
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
