/** How well a run of paragraphs hangs together: whether the others foretell the words of each better than the page does. */

import type { PairCounts } from "./character-pairs.ts";
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
export function cohesionOf(counts: PairCounts, closed: Int32Array, weights: Weights): Cohesion {
  const { cohesion, cohesionFloor, cohesionCeiling } = weights;
  const { texts } = counts;
  const shared = sharedPairsOf(counts);
  const gains = new RunGains(texts, shared, weights);
  const { lengths } = shared;
  const rows = rowsOf(closed, texts);
  const scores = new Float64Array(rows[texts] as number);
  for (let from = 0; from < texts; from += 1) {
    gains.begin();
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

/** The pairs that stand in more than one text. They and their postings (a pair in a text) are numbered from 0. */
interface SharedPairs {
  /** Those of text `t` are `pairs`, `times` and `posting` at `start[t]…start[t + 1]`. */
  readonly start: Int32Array;
  readonly pairs: Int32Array;
  readonly times: Int32Array;
  readonly posting: Int32Array;
  /** The postings of pair `p` are `first[p]…first[p + 1]`, in the order of their texts. */
  readonly first: Int32Array;
  /** How often each pair occurs in all, and how many there are. */
  readonly total: Int32Array;
  readonly size: number;
  /** How many occurrences there are in each text, and on the page. */
  readonly lengths: Float64Array;
  readonly all: number;
}

function sharedPairsOf(counts: PairCounts): SharedPairs {
  const { texts } = counts;
  const numberOf = new Int32Array(counts.size).fill(-1);
  let size = 0;
  let postings = 0;
  for (let id = 0; id < counts.size; id += 1) {
    const spread = counts.spread[id] as number;
    if (spread < 2) continue;
    numberOf[id] = size;
    size += 1;
    postings += spread;
  }
  const first = new Int32Array(size + 1);
  const total = new Int32Array(size);
  for (let id = 0; id < counts.size; id += 1) {
    const pair = numberOf[id] as number;
    if (pair < 0) continue;
    first[pair + 1] = (first[pair] as number) + (counts.spread[id] as number);
    total[pair] = counts.total[id] as number;
  }
  const free = first.slice();
  const start = new Int32Array(texts + 1);
  const pairs = new Int32Array(postings);
  const times = new Int32Array(postings);
  const posting = new Int32Array(postings);
  const lengths = new Float64Array(texts);
  let all = 0;
  for (let t = 0, i = 0; t < texts; t += 1) {
    let length = 0;
    for (let c = counts.start[t] as number; c < (counts.start[t + 1] as number); c += 1) {
      const pair = numberOf[counts.ids[c] as number] as number;
      if (pair < 0) continue;
      const own = free[pair] as number;
      free[pair] = own + 1;
      pairs[i] = pair;
      times[i] = counts.times[c] as number;
      posting[i] = own;
      length += counts.times[c] as number;
      i += 1;
    }
    start[t + 1] = i;
    lengths[t] = length;
    all += length;
  }
  return { start, pairs, times, posting, first, total, size, lengths, all };
}

/** Logarithms of up to so many occurrences of a pair, and of so many pairs of a run, are kept. */
const MOST_OCCURRENCES = 32;
const MOST_PAIRS = 1 << 14;
/** Ends a chain of entries. */
const NO_ENTRY = -1;

/** What the texts of a run gain by one another. The run grows by a text at its end, and the next one begins a text later. */
class RunGains {
  private readonly shared: SharedPairs;
  private readonly prior: number;
  /** What each text gains by the pairs that others of the run have, too. */
  private readonly gain: Float64Array;
  /** For each posting, what its pair has added to that. */
  private readonly value: Float64Array;
  /** For each pair its first posting that is in the run or after it, and how often the texts before the run have it. */
  private readonly first: Int32Array;
  private readonly passed: Int32Array;
  /** For each posting, how often its text and those before it have its pair. */
  private readonly upTo: Int32Array;
  /** Entries of {@link SharedPairs} whose pair a text of the run before theirs has, in a chain for each text from `chain[t]` on. */
  private readonly chain: Int32Array;
  private readonly next: Int32Array;
  private readonly previous: Int32Array;
  /** The entry of each posting. */
  private readonly entry: Int32Array;
  /** For each posting its text, how often that has the pair, and by how much one more occurrence elsewhere outweighs the rest of the page. */
  private readonly text: Int32Array;
  private readonly times: Int32Array;
  private readonly pull: Float64Array;
  /** What posting `k` is worth where the run has its pair `n` times, at `base[k] + n` and below `limit[k]`; 0 where that is not worked out. */
  private readonly worth: Float64Array;
  private readonly base: Int32Array;
  private readonly limit: Int32Array;
  /** By how many pairs the rest of the run has, what they weigh against those of the page; 0 as before. */
  private readonly weighs: Float64Array;

  constructor(texts: number, shared: SharedPairs, weights: Weights) {
    const { all, size, first, pairs } = shared;
    this.shared = shared;
    this.prior = Math.max(1, Math.min(weights.prior, weights.priorShare * all));
    this.gain = new Float64Array(texts);
    this.value = new Float64Array(pairs.length);
    this.first = first.slice();
    this.passed = new Int32Array(size);
    this.upTo = new Int32Array(pairs.length);
    this.chain = new Int32Array(texts).fill(NO_ENTRY);
    this.next = new Int32Array(pairs.length);
    this.previous = new Int32Array(pairs.length);
    this.entry = new Int32Array(pairs.length);
    this.text = new Int32Array(pairs.length);
    this.times = new Int32Array(pairs.length);
    this.pull = new Float64Array(pairs.length);
    for (let t = 0; t < texts; t += 1) this.describe(t);
    for (let pair = 0; pair < size; pair += 1) this.unchain(this.entry[first[pair] as number] as number);
    this.base = new Int32Array(pairs.length);
    this.limit = new Int32Array(pairs.length);
    this.worth = new Float64Array(this.makeRoom());
    this.weighs = new Float64Array(Math.min(all, MOST_PAIRS) + 1);
  }

  /** Begins a run. */
  begin(): void {
    this.value.fill(0);
  }

  /** Takes a text in at the end of the run. */
  add(to: number): void {
    const { gain, value, worth, base, limit, text, first, passed, upTo, next } = this;
    const { pairs, posting } = this.shared;
    gain[to] = 0;
    for (let i = this.chain[to] as number; i !== NO_ENTRY; i = next[i] as number) {
      const pair = pairs[i] as number;
      const own = posting[i] as number;
      const now = (upTo[own] as number) - (passed[pair] as number);
      value[own] = 0;
      for (let k = first[pair] as number; k <= own; k += 1) {
        const cell = (base[k] as number) + now;
        const known = cell < (limit[k] as number) ? valueAt(worth, cell) : 0;
        const then = valueAt(value, k);
        const worthNow = known === 0 ? this.worthOf(k, now) : known;
        gain[text[k] as number] = valueAt(gain, text[k] as number) + worthNow - then;
        value[k] = worthNow;
      }
    }
  }

  /** Ends with the runs that begin with a text. */
  drop(from: number): void {
    const { first, passed, entry, shared } = this;
    for (let i = shared.start[from] as number; i < (shared.start[from + 1] as number); i += 1) {
      const pair = shared.pairs[i] as number;
      const following = (shared.posting[i] as number) + 1;
      first[pair] = following;
      passed[pair] = (passed[pair] as number) + (shared.times[i] as number);
      if (following < (shared.first[pair + 1] as number)) this.unchain(entry[following] as number);
    }
  }

  /** Takes an entry out of its text's chain: no text of the run before its own has its pair. */
  private unchain(i: number): void {
    const { chain, next, previous } = this;
    const [before, after] = [previous[i] as number, next[i] as number];
    if (after !== NO_ENTRY) previous[after] = before;
    if (before === NO_ENTRY) chain[this.text[this.shared.posting[i] as number] as number] = after;
    else next[before] = after;
  }

  /** What a text gains by the others of a run with so many pairs. */
  of(text: number, length: number): number {
    const own = valueAt(this.shared.lengths, text);
    return valueAt(this.gain, text) - own * this.weightOf(length - own);
  }

  /** Fills in what the postings of a text are. */
  private describe(t: number): void {
    const { start, pairs, times, posting, total, lengths, all } = this.shared;
    if ((start[t] as number) < (start[t + 1] as number)) this.chain[t] = start[t] as number;
    for (let i = start[t] as number; i < (start[t + 1] as number); i += 1) {
      const k = posting[i] as number;
      const elsewhere = (total[pairs[i] as number] as number) - (times[i] as number);
      this.text[k] = t;
      this.times[k] = times[i] as number;
      this.entry[k] = i;
      const isFirst = k === this.shared.first[pairs[i] as number];
      this.upTo[k] = (isFirst ? 0 : (this.upTo[k - 1] as number)) + (times[i] as number);
      this.previous[i] = i === start[t] ? NO_ENTRY : i - 1;
      this.next[i] = i + 1 === start[t + 1] ? NO_ENTRY : i + 1;
      this.pull[k] = (all - valueAt(lengths, t)) / elsewhere / this.prior;
    }
  }

  /** Makes room for what each posting may be worth, for each number of times up to a bound; returns how much that is. */
  private makeRoom(): number {
    const { size, first, total } = this.shared;
    let room = 0;
    for (let pair = 0; pair < size; pair += 1) {
      for (let k = first[pair] as number; k < (first[pair + 1] as number); k += 1) {
        const times = this.times[k] as number;
        this.base[k] = room - times - 1;
        room += Math.min(MOST_OCCURRENCES, (total[pair] as number) - times);
        this.limit[k] = room;
      }
    }
    return room;
  }

  /** What it is worth to the text of a posting that the run has its pair `now` times. */
  private worthOf(posting: number, now: number): number {
    const times = this.times[posting] as number;
    const value = times * Math.log(1 + (now - times) * valueAt(this.pull, posting));
    const cell = (this.base[posting] as number) + now;
    if (cell < (this.limit[posting] as number)) this.worth[cell] = value;
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

/** Where the scores of the runs that begin with each text stand; only runs that may be an article have one. */
function rowsOf(closed: Int32Array, texts: number): Float64Array {
  const rows = new Float64Array(texts + 1);
  for (let from = 0; from < texts; from += 1)
    rows[from + 1] = valueAt(rows, from) + Math.max(0, Math.min(texts, closed[from] as number) - from);
  return rows;
}

/** The number at an index that is known to lie inside the array. */
export function valueAt(array: Float64Array, index: number): number {
  return array[index] as number;
}
