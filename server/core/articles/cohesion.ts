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
  /** For each text, how many of its pairs stand in another one, too; `all`, the same of the page. */
  const shared = new Float64Array(texts);
  let all = 0;
  for (let t = 0; t < texts; t += 1) {
    for (let i = counts.start[t] as number; i < (counts.start[t + 1] as number); i += 1) {
      if ((counts.spread[counts.ids[i] as number] as number) > 1)
        shared[t] = valueAt(shared, t) + valueAt(counts.times, i);
    }
    all += valueAt(shared, t);
  }
  const prior = Math.max(1, Math.min(weights.prior, weights.priorShare * all));
  const pull = pullOf({ counts, postings }, shared, all, prior);
  const rows = rowsOf(closed, texts);
  const scores = new Float64Array(rows[texts] as number);
  const gain = new Float64Array(texts);
  const value = new Float64Array(postings.text.length);
  const inside = new Float64Array(counts.size);

  for (let from = 0; from < texts; from += 1) {
    const end = Math.min(texts, closed[from] as number);
    const touched: number[] = [];
    let length = 0;
    for (let to = from; to < end; to += 1) {
      gain[to] = 0;
      for (let i = counts.start[to] as number; i < (counts.start[to + 1] as number); i += 1) {
        const id = counts.ids[i] as number;
        if ((counts.spread[id] as number) < 2) continue;
        const before = valueAt(inside, id);
        const now = before + valueAt(counts.times, i);
        for (let k = postings.start[id] as number; k < (postings.start[id + 1] as number); k += 1) {
          const text = postings.text[k] as number;
          if (text < from) continue;
          if (text > to) break;
          const times = valueAt(postings.times, k);
          const others = text === to ? before : now - times;
          if (others === 0) {
            value[k] = 0;
            continue;
          }
          const then = text === to ? 0 : valueAt(value, k);
          const valueNow = times * Math.log(1 + others * valueAt(pull, k));
          value[k] = valueNow;
          gain[text] = valueAt(gain, text) + valueNow - then;
        }
        if (before === 0) touched.push(id);
        inside[id] = now;
      }
      length += valueAt(shared, to);
      let sum = 0;
      for (let text = from; text <= to; text += 1) {
        const own = valueAt(shared, text);
        const score = cohesion * (valueAt(gain, text) - own * Math.log((length - own + prior) / prior));
        sum += score < 0 ? score / (1 - score / cohesionFloor) : score / (1 + score / cohesionCeiling);
      }
      scores[(rows[from] as number) + to - from] = sum;
    }
    for (const id of touched) inside[id] = 0;
  }
  return {
    of(from, to) {
      const cell = (rows[from] as number) + to - from - 1;
      return cell < (rows[from + 1] as number) ? valueAt(scores, cell) : IMPOSSIBLE;
    },
  };
}

/** Where the scores of the runs that begin with each text stand; only runs that may be an article have one. */
function rowsOf(closed: Int32Array, texts: number): Float64Array {
  const rows = new Float64Array(texts + 1);
  for (let from = 0; from < texts; from += 1)
    rows[from + 1] = valueAt(rows, from) + Math.max(0, Math.min(texts, closed[from] as number) - from);
  return rows;
}

/** For each posting, how much one more occurrence in the article outweighs the rest of the page. */
function pullOf(
  { counts, postings }: { readonly counts: PairCounts; readonly postings: PairPostings },
  shared: Float64Array,
  all: number,
  prior: number,
): Float64Array {
  const pull = new Float64Array(postings.text.length);
  for (let id = 0; id < counts.size; id += 1) {
    for (let k = postings.start[id] as number; k < (postings.start[id + 1] as number); k += 1) {
      const elsewhere = valueAt(counts.total, id) - valueAt(postings.times, k);
      if (elsewhere > 0) pull[k] = (all - valueAt(shared, postings.text[k] as number)) / elsewhere / prior;
    }
  }
  return pull;
}

/** The number at an index that is known to lie inside the array. */
export function valueAt(array: Float64Array, index: number): number {
  return array[index] as number;
}
