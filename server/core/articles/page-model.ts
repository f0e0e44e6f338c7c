/** The page as the whole-page step sees it: its texts, the slots between them, and the short lines that stand there. */

import type { Block } from "../layout/types.ts";
import { count, Pairs, postingsOf } from "./character-pairs.ts";
import { cuesOf, type Kind, type TextCues } from "./classify.ts";
import { type Cohesion, cohesionOf } from "./cohesion.ts";
import { closedBy, commonOf, evidenceAt, leadsOf } from "./cut-places.ts";
import { bare, formOf, type Likeness, type LineForm, likenessOf, type Reference } from "./short-lines.ts";
import type { Weights } from "./weights.ts";

/** A short line. */
export interface Short extends Likeness, LineForm {
  readonly block: number;
  readonly slot: number;
  /** Whether the block before it is a short line too, with nothing between. */
  readonly follows: boolean;
}

/** The place before a text (the last one: behind all). */
export interface Slot {
  /** Blocks that stand here, in order. */
  readonly blocks: readonly number[];
  /** Numbers of its short lines, which follow one another. */
  readonly shorts: readonly number[];
  /** What speaks for an article's beginning here, and for one going on. */
  readonly cut: number;
  readonly keep: number;
  /** Whether a byline stands between its last short line and the text. */
  readonly signed: boolean;
}

/** Block numbers count from the first block of the run that is looked at. */
export interface PageModel {
  readonly kinds: readonly Kind[];
  /** The block of each text. */
  readonly texts: readonly number[];
  readonly cues: readonly TextCues[];
  readonly slots: readonly Slot[];
  readonly shorts: readonly Short[];
  /** What each caption resembles, by its block. */
  readonly captions: ReadonlyMap<number, Likeness>;
  readonly cohesion: Cohesion;
  /** See {@link leadsOf}. */
  readonly leads: Uint8Array;
  /** The first short line at or after each slot; -1 where there is none. */
  readonly nextShort: Int32Array;
  /** `reach[t]`: share of the page's text before text `t`. */
  readonly reach: Float64Array;
}

/** Builds the model of a run of blocks of the given kinds. */
export function modelOf(blocks: readonly Block[], given: readonly Kind[], weights: Weights): PageModel {
  const kinds = settle(given);
  const texts: number[] = [];
  const between: number[][] = [[]];
  kinds.forEach((kind, b) => {
    if (kind === "text") {
      texts.push(b);
      between.push([]);
    } else between.at(-1)?.push(b);
  });
  const cues = texts.map((b) => cuesOf(blocks[b] as Block));
  const reference = referenceOf(texts.map((b) => blocks[b]?.text ?? ""));
  const common = commonOf(reference.counts);
  const shorts: Short[] = [];
  const captions = new Map<number, Likeness>();
  const slots = between.map((members, slot): Slot => {
    const own: number[] = [];
    let signed = false;
    members.forEach((b, i) => {
      const block = blocks[b] as Block;
      if (kinds[b] === "caption") captions.set(b, likenessOf(block, reference, weights));
      if (kinds[b] === "byline") signed = own.length > 0;
      if (kinds[b] !== "short") return;
      signed = false;
      own.push(shorts.length);
      const follows = i > 0 && kinds[members[i - 1] as number] === "short";
      shorts.push({
        ...likenessOf(block, reference, weights),
        ...formOf(block, reference, weights),
        block: b,
        slot,
        follows,
      });
    });
    const place = { slot, members, kinds, cues, common: common[slot] ?? 0 };
    return { blocks: members, shorts: own, signed, ...evidenceAt(place, weights) };
  });
  return {
    kinds,
    texts,
    cues,
    slots,
    shorts,
    captions,
    cohesion: cohesionOf(reference.counts, reference.postings, closedBy(cues), weights),
    leads: leadsOf(cues),
    nextShort: nextShortOf(slots),
    reach: reachOf(texts.map((b) => blocks[b]?.text.length ?? 0)),
  };
}

/**
 * Bare names are bylines where they stand beside text, offices sign the text above; elsewhere both are short lines.
 * Where nothing is text, what is left
 * of the short lines is, below a first one; so a page of verse or of one line is an article, too.
 */
function settle(given: readonly Kind[]): Kind[] {
  const kinds = given.map((kind, b): Kind => {
    const above = given[b - 1];
    const below = given[b + 1];
    if (kind === "name") return above === "text" || below === "text" ? "byline" : "short";
    if (kind === "office") return (above === "text" || above === "credit") && !isLine(below) ? "tail" : "short";
    return kind;
  });
  if (kinds.includes("text")) return kinds;
  const first = kinds.indexOf("short");
  const alone = kinds.lastIndexOf("short") === first;
  return kinds.map((kind, b) => (kind === "short" && (alone || b !== first) ? "text" : kind));
}

function isLine(kind: Kind | undefined): boolean {
  return kind === "short" || kind === "name" || kind === "office";
}

function referenceOf(texts: readonly string[]): Reference {
  const pairs = new Pairs();
  const counts = count(texts, pairs);
  return { pairs, counts, postings: postingsOf(counts), words: texts.map(bare).join("\n") };
}

function nextShortOf(slots: readonly Slot[]): Int32Array {
  const next = new Int32Array(slots.length + 1).fill(-1);
  for (let u = slots.length - 1; u >= 0; u -= 1) next[u] = slots[u]?.shorts[0] ?? (next[u + 1] as number);
  return next;
}

function reachOf(lengths: readonly number[]): Float64Array {
  const reach = new Float64Array(lengths.length + 1);
  lengths.forEach((length, t) => {
    reach[t + 1] = (reach[t] as number) + length;
  });
  const all = reach[lengths.length] || 1;
  return reach.map((length) => length / all);
}
