/** The page as the whole-page step sees it: its texts, the slots between them, and the short lines that stand there. */

import type { Block } from "../layout/types.ts";
import { cuesOf, type Kind, kindOf, type TextCues } from "./classify.ts";
import { type Cohesion, cohesionOf } from "./cohesion.ts";
import { DASHED, LEADS_OVER, NUMBERED, SERIES } from "./patterns.ts";
import { type Counts, count, Pairs, pairsOf } from "./tokens.ts";
import type { Weights } from "./weights.ts";

/** A short line and what it resembles. */
export interface Short {
  /** Its block, and its place among the slot's blocks. */
  readonly block: number;
  readonly place: number;
  readonly slot: number;
  /** `shares[t]`: how much of its rare pairs stand in the texts before `t`. */
  readonly shares: Float64Array;
  /** The weight of all its pairs that stand in any text. */
  readonly known: number;
  readonly text: string;
  readonly leadsOver: boolean;
  readonly dashed: boolean;
  readonly series: boolean;
  /** Whether the block before it is a short line too, with nothing between. */
  readonly follows: boolean;
  /** How much its form speaks for a heading, and for a crosshead or other part of the text. */
  readonly asHeading: number;
  readonly asPart: number;
}

/** The place before a text (the last one: behind all). */
export interface Slot {
  /** Blocks that stand here, in order. */
  readonly blocks: readonly number[];
  /** Numbers of its short lines. */
  readonly shorts: readonly number[];
  /** What speaks for an article's beginning here, and against it. */
  readonly cut: number;
  readonly keep: number;
  /** Whether a byline stands between its last short line and the text. */
  readonly signed: boolean;
}

export interface PageModel {
  readonly kinds: readonly Kind[];
  /** The block of each text. */
  readonly texts: readonly number[];
  readonly slots: readonly Slot[];
  readonly shorts: readonly Short[];
  readonly cohesion: Cohesion;
  /** For each text: 1 where it is a lead, 2 where it is a summary that runs into one, else 0. */
  readonly leads: Uint8Array;
  /** The first short line at or after each slot; -1 where there is none. */
  readonly nextShort: Int32Array;
  /** `reach[t]`: share of the page's text before text `t`. */
  readonly reach: Float64Array;
}

/** Builds the model of a run of blocks. */
export function modelOf(blocks: readonly Block[], weights: Weights): PageModel {
  const kinds = settle(blocks.map(kindOf));
  const texts: number[] = [];
  const between: number[][] = [[]];
  for (let b = 0; b < blocks.length; b += 1) {
    if (kinds[b] === "text") {
      texts.push(b);
      between.push([]);
    } else between.at(-1)?.push(b);
  }
  const cues = texts.map((b) => cuesOf(blocks[b] as Block));
  const pairs = new Pairs();
  const counts = count(
    texts.map((b) => blocks[b]?.text ?? ""),
    pairs,
  );
  const shorts: Short[] = [];
  const places = placesOf(counts);
  const all = texts.map((b) => bare(blocks[b]?.text ?? "")).join("\n");
  const said = (line: string): boolean => {
    const words = bare(line);
    return words.length >= QUOTED && /，/u.test(line) && all.includes(words);
  };
  const slots = between.map((members, slot): Slot => {
    const own: number[] = [];
    members.forEach((block, place) => {
      if (kinds[block] !== "short") return;
      own.push(shorts.length);
      const follows = place > 0 && kinds[members[place - 1] as number] === "short";
      shorts.push({
        ...shortOf(blocks[block] as Block, counts, places, pairs, said, weights),
        block,
        place,
        slot,
        follows,
      });
    });
    const lastShort = own.length ? (shorts[own.at(-1) as number]?.place ?? -1) : -1;
    const signed = own.length > 0 && members.slice(lastShort + 1).some((b) => kinds[b] === "byline");
    return { blocks: members, shorts: own, signed, ...evidence(slot, members, kinds, texts, cues, blocks, weights) };
  });
  return {
    kinds,
    texts,
    slots,
    shorts,
    cohesion: cohesionOf(counts, closedBy(cues), weights),
    leads: leadsOf(cues),
    nextShort: nextShortOf(slots),
    reach: reachOf(blocks, texts),
  };
}

/** Bare names are bylines where they stand beside text, and short lines elsewhere. */
function settle(kinds: Kind[]): Kind[] {
  return kinds.map((kind, b) => {
    if (kind !== "name") return kind;
    return kinds[b - 1] === "text" || kinds[b + 1] === "text" ? "byline" : "short";
  });
}

/** An article holds one lead within it at most: past the second the run is none. */
function closedBy(cues: readonly TextCues[]): Int32Array {
  const closed = new Int32Array(cues.length);
  let second = cues.length;
  let first = cues.length;
  for (let t = cues.length - 1; t >= 0; t -= 1) {
    closed[t] = second;
    if (cues[t]?.lead) {
      second = first;
      first = t;
    }
  }
  return closed;
}

function nextShortOf(slots: readonly Slot[]): Int32Array {
  const next = new Int32Array(slots.length + 1).fill(-1);
  for (let u = slots.length - 1; u >= 0; u -= 1) next[u] = slots[u]?.shorts[0] ?? (next[u + 1] as number);
  return next;
}

function reachOf(blocks: readonly Block[], texts: readonly number[]): Float64Array {
  const reach = new Float64Array(texts.length + 1);
  texts.forEach((b, t) => {
    reach[t + 1] = (reach[t] as number) + (blocks[b]?.text.length ?? 0);
  });
  const all = reach[texts.length] || 1;
  return reach.map((length) => length / all);
}

/** What stands at a slot speaks for or against an article's beginning there. */
function evidence(
  slot: number,
  members: readonly number[],
  kinds: readonly Kind[],
  texts: readonly number[],
  cues: readonly TextCues[],
  blocks: readonly Block[],
  weights: Weights,
): { cut: number; keep: number } {
  const left = cues[slot - 1];
  const right = cues[slot];
  let cut = 0;
  let keep = 0;
  if (right && left) {
    if (right.open && !left.open && !right.lead) cut += weights.open;
    if (left.open && !left.lead && !right.lead) cut -= weights.open;
    if (right.goesOn) cut -= weights.goesOn;
    if (right.opens) cut += weights.opens;
    if (right.brief) cut += weights.brief;
    if (left.endMark) {
      cut += weights.endMark / 2;
      keep -= weights.endMark / 2;
    }
    const change = measureChange(slot, texts, blocks);
    if (change >= 1.5) cut += weights.measure;
    else if (change >= 0 && change < 1) cut += weights.sameMeasure;
  }
  const seen = new Set<Kind>();
  for (const member of members) {
    const kind = kinds[member] as Kind;
    if (seen.has(kind)) continue;
    seen.add(kind);
    if (kind === "tail" || kind === "note" || kind === "credit" || kind === "byline" || kind === "caption") {
      cut += weights[kind] / 2;
      keep -= weights[kind] / 2;
    }
    if (kind === "jump") cut += weights.tail / 2;
    if (kind === "short") {
      cut += weights.display / 2;
      keep -= weights.display / 2;
    }
  }
  return { cut, keep };
}

/**
 * How much the measure changes at a slot, in em; -1 where it is not known. Texts of one line have none of their own,
 * so a change may lie at any slot between the nearest two that have.
 */
function measureChange(slot: number, texts: readonly number[], blocks: readonly Block[]): number {
  const near = (from: number, step: number): number => {
    for (let t = from; t >= 0 && t < texts.length && Math.abs(t - from) < 5; t += step) {
      const measure = blocks[texts[t] as number]?.measure ?? 0;
      if (measure) return measure;
    }
    return 0;
  };
  const before = near(slot - 1, -1);
  const after = near(slot, 1);
  return before && after ? Math.abs(before - after) : -1;
}

/** For each text, whether an article that begins there begins with a lead, summaries without a full stop before it. */
function leadsOf(cues: readonly TextCues[]): Uint8Array {
  const leads = new Uint8Array(cues.length + 1);
  for (let t = cues.length - 1; t >= 0; t -= 1) {
    const cue = cues[t] as TextCues;
    leads[t] = cue.lead ? 1 : cue.open && leads[t + 1] ? 2 : 0;
  }
  return leads;
}

/** A line of so many characters that stands in the text word for word is a quotation from it. */
const QUOTED = 10;

/** A text without white space. */
function bare(text: string): string {
  return text.replace(/[\s\u3000]+/gu, "");
}

interface Places {
  readonly start: Int32Array;
  readonly text: Int32Array;
  readonly share: Float64Array;
}

function placesOf(counts: Counts): Places {
  const start = new Int32Array(counts.size + 1);
  for (let id = 0; id < counts.size; id += 1) start[id + 1] = (start[id] as number) + (counts.spread[id] as number);
  const fill = start.slice(0, counts.size);
  const text = new Int32Array(counts.ids.length);
  const share = new Float64Array(counts.ids.length);
  for (let t = 0; t < counts.start.length - 1; t += 1) {
    for (let i = counts.start[t] as number; i < (counts.start[t + 1] as number); i += 1) {
      const id = counts.ids[i] as number;
      const k = fill[id] as number;
      fill[id] = k + 1;
      text[k] = t;
      share[k] = (counts.times[i] as number) / (counts.total[id] as number);
    }
  }
  return { start, text, share };
}

/** Rare pairs weigh more; a pair's weight goes to the texts by the share of its occurrences that each holds. */
function shortOf(
  block: Block,
  counts: Counts,
  places: Places,
  pairs: Pairs,
  said: (line: string) => boolean,
  weights: Weights,
): Omit<Short, "block" | "place" | "slot" | "follows"> {
  const texts = counts.start.length - 1;
  const shares = new Float64Array(texts + 1);
  let known = 0;
  const label = new Set(pairsOf(/^.{2,8}?(?=[：:])/u.exec(block.text.trim())?.[0] ?? ""));
  for (const pair of new Set(pairsOf(block.text))) {
    const id = pairs.number(pair, false);
    if (id < 0) continue;
    const weight = Math.log((texts + 1) / (counts.spread[id] as number)) * (label.has(pair) ? weights.label : 1);
    known += weight;
    for (let k = places.start[id] as number; k < (places.start[id + 1] as number); k += 1) {
      const text = places.text[k] as number;
      shares[text + 1] = (shares[text + 1] as number) + weight * (places.share[k] as number);
    }
  }
  for (let t = 0; t < texts; t += 1) shares[t + 1] = (shares[t + 1] as number) + (shares[t] as number);
  const text = block.text.trim();
  return { shares, known, ...formOf(text, said(text), weights) };
}

function formOf(text: string, quoted: boolean, weights: Weights) {
  const length = text.length;
  const leadsOver = LEADS_OVER.test(text);
  const dashed = DASHED.test(text);
  const series = SERIES.test(text);
  const numbered = NUMBERED.test(text);
  let asHeading = length < 4 ? -2 : length < 6 ? -0.6 : length > 36 ? -1 : 0;
  let asPart = weights.crosshead + (length > 20 ? weights.crossheadLong : length > 14 ? weights.crossheadLong / 3 : 0);
  if (series) {
    asHeading += weights.series;
    asPart -= weights.series;
  }
  if (/[\s\u3000]/u.test(text)) {
    asHeading += weights.halves;
    asPart -= weights.halves;
  }
  if (quoted) {
    asPart += weights.quoted;
    asHeading -= weights.quoted;
  }
  if (numbered) {
    asPart += weights.numbered;
    asHeading -= weights.numbered;
  }
  if (dashed || /(?:——|―|—|强调|指出)$/u.test(text)) asPart -= 2;
  if (/[。；，、]$/u.test(text)) asHeading -= 2;
  return { text, leadsOver, dashed, series, asHeading, asPart };
}
