/** How well a run of paragraphs hangs together: whether the others foretell the words of each better than the page does. */

import type { PairCounts, PairPostings } from "./character-pairs.ts";
import type { Weights } from "./weights.ts";

/** The score of what cannot be, in nats; finite, so that sums stay numbers. */
export const IMPOSSIBLE = -1e6;

/** Scores of runs of texts, in nats. */
export interface Cohesion {
  /** The score of the texts `from`…`to - 1` as one article: 0 for a single one, {@link IMPOSSIBLE} for a run with too many leads. */
  of(from: number, to: number): number;
}

/**
 * Scores every run of texts. A paragraph's score is the log likelihood of its pairs under a mixture of the article's
 * other paragraphs with the page, less that under the page alone; neither counts the paragraph itself. A pair that
 * stands in one paragraph only says nothing. A soft floor keeps one odd paragraph from splitting an article.
 * @param closed for each text, the first one that an article beginning there cannot hold (see `closedBy`)
 */
export function cohesionOf(counts: PairCounts, postings: PairPostings, closed: Int32Array, weights: Weights): Cohesion {
  const { cohesion, cohesionFloor, cohesionCeiling } = weights;
  const { texts } = counts;
  const shared = sharedPairsOf(counts, postings);
  const gains = new RunGains(counts, shared, weights);
  const { lengths } = shared;
  const rows = rowsOf(closed, texts);
  const scores = new Float64Array(rows[texts] as number);
  for (let from = 0; from < texts; from += 1) {
    const end = Math.min(texts, closed[from] as number);
    const row = rows[from] as number;
    let length = 0;
    for (let to = from; to < end; to += 1) {
      gains.add(to);
      length += valueAt(lengths, to);
      let sum = 0;
      for (let text = from; text <= to; text += 1) {
        const score = cohesion * gains.of(text, length);
        sum += score < 0 ? score / (1 - score / cohesionFloor) : score / (1 + score / cohesionCeiling);
      }
      scores[row + to - from] = sum;
    }
    gains.drop(from);
  }
  return {
    of(from, to) {
      const cell = (rows[from] as number) + to - from - 1;
      return cell < (rows[from + 1] as number) ? valueAt(scores, cell) : IMPOSSIBLE;
    },
  };
}

/** The pairs that stand in more than one text, text by text, each with its place among its pair's postings. */
interface SharedPairs {
  /** Those of text `t` are `ids`, `times` and `posting` at `start[t]…start[t + 1]`. */
  readonly start: Int32Array;
  readonly ids: Int32Array;
  readonly times: Float64Array;
  /** Of {@link PairPostings}. */
  readonly posting: Int32Array;
  /** How many there are in each text, and on the page. */
  readonly lengths: Float64Array;
  readonly all: number;
  readonly postings: PairPostings;
}

function sharedPairsOf(counts: PairCounts, postings: PairPostings): SharedPairs {
  const { texts } = counts;
  const start = new Int32Array(texts + 1);
  const ids = new Int32Array(counts.ids.length);
  const times = new Float64Array(counts.ids.length);
  const posting = new Int32Array(counts.ids.length);
  const lengths = new Float64Array(texts);
  let all = 0;
  let size = 0;
  for (let t = 0; t < texts; t += 1) {
    for (let i = counts.start[t] as number; i < (counts.start[t + 1] as number); i += 1) {
      const id = counts.ids[i] as number;
      if ((counts.spread[id] as number) < 2) continue;
      ids[size] = id;
      times[size] = counts.times[i] as number;
      posting[size] = postings.of[i] as number;
      size += 1;
      lengths[t] = valueAt(lengths, t) + valueAt(counts.times, i);
    }
    start[t + 1] = size;
    all += valueAt(lengths, t);
  }
  return { start, ids, times, posting, lengths, all, postings };
}

/** Logarithms of up to so many occurrences of a pair, and of so many pairs of a run, are kept. */
const MOST_OCCURRENCES = 32;
const MOST_PAIRS = 1 << 14;

/** What the texts of a run gain by one another. The run grows by a text at its end, and the next one begins a text later. */
class RunGains {
  private readonly shared: SharedPairs;
  private readonly prior: number;
  /** What each text gains by the pairs that others of the run have, too. */
  private readonly gain: Float64Array;
  /** For each posting, what its pair has added to that. */
  private readonly value: Float64Array;
  /** For each pair its first posting that is in the run or after it, and how often the run has it. */
  private readonly first: Int32Array;
  private readonly inside: Float64Array;
  /** See {@link pullOf}. */
  private readonly pull: Float64Array;
  /** Of posting `k` what `n` occurrences in the other texts are worth, at `room[k] + n - 1`; 0 where that is not worked out. */
  private readonly worth: Float64Array;
  private readonly room: Int32Array;
  /** By how many pairs the rest of the run has, what they weigh against those of the page; 0 as before. */
  private readonly weighs: Float64Array;

  constructor(counts: PairCounts, shared: SharedPairs, weights: Weights) {
    const { postings, all } = shared;
    this.shared = shared;
    this.prior = Math.max(1, Math.min(weights.prior, weights.priorShare * all));
    this.gain = new Float64Array(counts.texts);
    this.value = new Float64Array(postings.text.length);
    this.first = postings.start.slice();
    this.inside = new Float64Array(counts.size);
    this.pull = pullOf(counts, shared, this.prior);
    this.room = roomsOf(counts, postings);
    this.worth = new Float64Array(this.room[postings.text.length] as number);
    this.weighs = new Float64Array(Math.min(all, MOST_PAIRS) + 1);
  }

  /** Takes a text in at the end of the run. */
  add(to: number): void {
    const { gain, value, first, inside, shared } = this;
    const { text } = shared.postings;
    gain[to] = 0;
    for (let i = shared.start[to] as number; i < (shared.start[to + 1] as number); i += 1) {
      const id = shared.ids[i] as number;
      const own = shared.posting[i] as number;
      const begin = first[id] as number;
      if (begin === own) {
        inside[id] = valueAt(shared.times, i);
        value[own] = 0;
        continue;
      }
      const before = valueAt(inside, id);
      const now = before + valueAt(shared.times, i);
      for (let k = begin; k < own; k += 1) {
        const worth = this.worthOf(k, now - valueAt(shared.postings.times, k));
        gain[text[k] as number] = valueAt(gain, text[k] as number) + worth - valueAt(value, k);
        value[k] = worth;
      }
      const worth = this.worthOf(own, before);
      gain[to] = valueAt(gain, to) + worth;
      value[own] = worth;
      inside[id] = now;
    }
  }

  /** Ends with the runs that begin with a text. */
  drop(from: number): void {
    const { first, shared } = this;
    for (let i = shared.start[from] as number; i < (shared.start[from + 1] as number); i += 1)
      first[shared.ids[i] as number] = (shared.posting[i] as number) + 1;
  }

  /** What a text gains by the others of a run with so many pairs. */
  of(text: number, length: number): number {
    const own = valueAt(this.shared.lengths, text);
    return valueAt(this.gain, text) - own * this.weightOf(length - own);
  }

  private worthOf(posting: number, others: number): number {
    const { room, worth } = this;
    const cell = (room[posting] as number) + others - 1;
    const isKept = cell < (room[posting + 1] as number);
    const known = isKept ? valueAt(worth, cell) : 0;
    if (known !== 0) return known;
    const value = valueAt(this.shared.postings.times, posting) * Math.log(1 + others * valueAt(this.pull, posting));
    if (isKept) worth[cell] = value;
    return value;
  }

  private weightOf(pairs: number): number {
    const { prior, weighs } = this;
    const known = pairs < weighs.length ? valueAt(weighs, pairs) : 0;
    if (known !== 0) return known;
    const value = Math.log((pairs + prior) / prior);
    if (pairs < weighs.length) weighs[pairs] = value;
    return value;
  }
}

/** Where the values of each posting stand: one for each number of occurrences in the other texts, up to a bound. */
function roomsOf(counts: PairCounts, postings: PairPostings): Int32Array {
  const rooms = new Int32Array(postings.text.length + 1);
  for (let id = 0; id < counts.size; id += 1) {
    const total = valueAt(counts.total, id);
    for (let k = postings.start[id] as number; k < (postings.start[id + 1] as number); k += 1)
      rooms[k + 1] = (rooms[k] as number) + Math.min(MOST_OCCURRENCES, total - valueAt(postings.times, k));
  }
  return rooms;
}

/** Where the scores of the runs that begin with each text stand; only runs that may be an article have one. */
function rowsOf(closed: Int32Array, texts: number): Float64Array {
  const rows = new Float64Array(texts + 1);
  for (let from = 0; from < texts; from += 1)
    rows[from + 1] = valueAt(rows, from) + Math.max(0, Math.min(texts, closed[from] as number) - from);
  return rows;
}

/** For each posting, how much one more occurrence in the article outweighs the rest of the page. */
function pullOf(counts: PairCounts, { postings, lengths, all }: SharedPairs, prior: number): Float64Array {
  const pull = new Float64Array(postings.text.length);
  for (let id = 0; id < counts.size; id += 1) {
    for (let k = postings.start[id] as number; k < (postings.start[id + 1] as number); k += 1) {
      const elsewhere = valueAt(counts.total, id) - valueAt(postings.times, k);
      if (elsewhere > 0) pull[k] = (all - valueAt(lengths, postings.text[k] as number)) / elsewhere / prior;
    }
  }
  return pull;
}

/** The number at an index that is known to lie inside the array. */
export function valueAt(array: Float64Array, index: number): number {
  return array[index] as number;
}
