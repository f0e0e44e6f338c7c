/** How well a run of paragraphs hangs together: each is read with the words of the others and with those of the page. */

import type { Counts, Postings } from "./character-pairs.ts";
import type { Weights } from "./weights.ts";

/** The score of what cannot be; finite, so that sums stay numbers. */
export const IMPOSSIBLE = -1e6;

/** Scores of runs of texts; a run that no article can be (too many leads inside) scores {@link IMPOSSIBLE}. */
export interface Cohesion {
  /** The score of the texts `from`…`to - 1` as one article; 0 for a single one. */
  of(from: number, to: number): number;
}

/**
 * Scores every run of texts. A paragraph's score is the log likelihood of its pairs under a mixture of the article's
 * other paragraphs with the page, against the page alone, each time without the paragraph itself; pairs said nowhere
 * else on the page say nothing. A soft floor keeps one odd paragraph from splitting an article.
 *
 * `closed[t]` is the first text that an article beginning at `t` cannot hold.
 */
export function cohesionOf(counts: Counts, postings: Postings, closed: Int32Array, weights: Weights): Cohesion {
  const { cohesion, cohesionFloor, cohesionCeiling } = weights;
  const { texts } = counts;
  const heard = new Float64Array(texts);
  let all = 0;
  for (let t = 0; t < texts; t += 1) {
    for (let i = counts.start[t] as number; i < (counts.start[t + 1] as number); i += 1) {
      if ((counts.spread[counts.ids[i] as number] as number) > 1) heard[t] = at(heard, t) + at(counts.times, i);
    }
    all += at(heard, t);
  }
  const prior = Math.max(1, Math.min(weights.prior, weights.priorShare * all));
  const pull = pullOf(counts, postings, heard, all, prior);
  const scores = new Float64Array(texts * texts).fill(IMPOSSIBLE);
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
        const before = at(inside, id);
        const now = before + at(counts.times, i);
        for (let k = postings.start[id] as number; k < (postings.start[id + 1] as number); k += 1) {
          const text = postings.text[k] as number;
          if (text < from) continue;
          if (text > to) break;
          const times = at(postings.times, k);
          const others = text === to ? before : now - times;
          if (others === 0) {
            value[k] = 0;
            continue;
          }
          const then = text === to ? 0 : at(value, k);
          const heardNow = times * Math.log(1 + others * at(pull, k));
          value[k] = heardNow;
          gain[text] = at(gain, text) + heardNow - then;
        }
        if (before === 0) touched.push(id);
        inside[id] = now;
      }
      length += at(heard, to);
      let sum = 0;
      for (let text = from; text <= to; text += 1) {
        const own = at(heard, text);
        const score = cohesion * (at(gain, text) - own * Math.log((length - own + prior) / prior));
        sum += score < 0 ? score / (1 - score / cohesionFloor) : score / (1 + score / cohesionCeiling);
      }
      scores[from * texts + to] = sum;
    }
    for (const id of touched) inside[id] = 0;
  }
  return { of: (from, to) => at(scores, from * texts + to - 1) };
}

/** For each posting, how much one more occurrence in the article outweighs the rest of the page. */
function pullOf(counts: Counts, postings: Postings, heard: Float64Array, all: number, prior: number): Float64Array {
  const pull = new Float64Array(postings.text.length);
  for (let id = 0; id < counts.size; id += 1) {
    for (let k = postings.start[id] as number; k < (postings.start[id + 1] as number); k += 1) {
      const elsewhere = at(counts.total, id) - at(postings.times, k);
      if (elsewhere > 0) pull[k] = (all - at(heard, postings.text[k] as number)) / elsewhere / prior;
    }
  }
  return pull;
}

function at(array: Float64Array, index: number): number {
  return array[index] as number;
}
