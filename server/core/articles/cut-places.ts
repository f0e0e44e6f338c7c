/** Cut places: where an article may begin, before each text of the page, and what speaks for and against it there. */

import type { PairCounts } from "./character-pairs.ts";
import type { BlockKind, TextCues } from "./classify.ts";
import type { NoteTerm } from "./terms.ts";
import type { Weights } from "./weights.ts";

/** What stands at a cut place, between the texts `place - 1` and `place`. */
export interface PlaceFacts {
  readonly place: number;
  /** The kinds of the blocks between the two texts. */
  readonly kinds: ReadonlySet<BlockKind>;
  /** The cues of all texts. */
  readonly cues: readonly TextCues[];
  /** How much the two texts have in common, see {@link commonOf}. */
  readonly common: number;
  /** In a bulletin, whether one of its counted heads stands here. */
  readonly bulletin: "head" | "inside" | undefined;
  /** Whether the head of a signed part of a feature stands here. */
  readonly part: boolean;
  /** Whether the text below goes on from another page, by the jump line that stands here or opens it: 上接第一版. */
  readonly continued: boolean;
}

/** What speaks for an article's beginning at a place, and for one going on there, in nats. */
export interface PlaceEvidence {
  readonly begins: number;
  readonly goesOn: number;
  /** What a beginning here is worth besides where a heading stands here, and where none does. */
  readonly headed: number;
  readonly unheaded: number;
}

/** Below the first, neighbours have little in common; above the second, more says nothing more. */
const FEW = 0.5;
const MANY = 2;

/** The kinds of blocks that stand between articles more often than inside one, each with a weight of its own. */
const TELLING = new Set(["jump", "tail", "note", "credit", "byline", "caption"] as const);

/**
 * The evidence at a place; `noteBegins` and `noteGoesOn` are told its terms. A change of the column's measure would be
 * evidence, too, but is left out: a fixed page has no columns, and its articles are the same.
 */
export function evidenceAt(
  { place, kinds, cues, common, bulletin, part, continued }: PlaceFacts,
  weights: Weights,
  noteBegins?: NoteTerm,
  noteGoesOn?: NoteTerm,
): PlaceEvidence {
  const left = cues[place - 1];
  const right = cues[place];
  let begins = 0;
  let goesOn = 0;
  const add: NoteTerm = (name, nats) => {
    begins += nats;
    noteBegins?.(name, nats);
  };
  /** Weighs as much for the one as against the other. */
  const mark: NoteTerm = (name, nats) => {
    add(name, nats / 2);
    goesOn -= nats / 2;
    noteGoesOn?.(name, -nats / 2);
  };
  if (left && right) {
    if (right.open && !left.open && !right.lead) add("open", weights.open);
    if (left.open && !left.lead && !right.lead) add("open", -weights.open);
    if (right.goesOn) add("goesOn", -weights.goesOn);
    if (right.opens) add("opens", weights.opens);
    if (right.brief) add("brief", weights.brief);
    if (right.item && right.item === left.item) add("item", weights.item);
    if (left.item && left.item !== "1" && !right.item) add("itemsEnd", weights.itemsEnd);
    if (right.note && !right.lead) add("noteText", weights.noteText);
    if (left.endMark) mark("endMark", weights.endMark);
    if (right.piece && kinds.has("short")) add("piece", weights.piece);
    if (left.piece && !right.piece) add("afterPiece", weights.afterPiece);
    add("strangers", weights.strangers * (FEW - Math.min(MANY, common)));
  }
  if (continued) mark("continued", weights.continued);
  if (bulletin === "head") mark("counted", weights.counted);
  if (bulletin === "inside") add("uncounted", weights.uncounted);
  for (const kind of part ? [] : kinds) {
    if (kind === "short") mark("display", weights.display);
    else if (kind === "contact") mark("credit", weights.credit);
    else if (isTelling(kind)) mark(kind, weights[kind]);
  }
  const shown = !left || !right || (!part && showsBeginning(kinds, left, right));
  return {
    begins,
    goesOn,
    headed: shown || part || bulletin || right.opens ? 0 : weights.plain,
    unheaded: shown ? 0 : weights.bare,
  };
}

/** Kinds of blocks that show an article's beginning or the end of the one before it. */
const SHOWS_BEGINNING: readonly BlockKind[] = [
  "jump",
  "tail",
  "note",
  "credit",
  "byline",
  "caption",
  "folio",
  "contact",
  "date",
];

/** Whether anything but a heading shows at a place that an article begins there. */
function showsBeginning(kinds: PlaceFacts["kinds"], left: TextCues, right: TextCues): boolean {
  if (right.lead || right.continued || right.note || left.endMark) return true;
  return SHOWS_BEGINNING.some((kind) => kinds.has(kind));
}

function isTelling(kind: BlockKind): kind is typeof TELLING extends Set<infer K> ? K : never {
  return (TELLING as ReadonlySet<string>).has(kind);
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

/** For each text, the first one that an article beginning there cannot hold: the second lead after it. */
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
 * Inside an article half of all neighbours come to 1½ or more; at an article's beginning hardly any does.
 */
export function commonOf(counts: PairCounts): Float64Array {
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
