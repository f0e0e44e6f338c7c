/** How well a run of paragraphs hangs together: each is read with the words of the others and with those of the page. */

import type { Counts } from "./tokens.ts";
import type { Weights } from "./weights.ts";

/** The score of what cannot be; finite, so that sums stay numbers. */
export const IMPOSSIBLE = -1e6;

/** Scores of runs of texts; a run that no article can be (too many leads inside) scores {@link IMPOSSIBLE}. */
export interface Cohesion {
  /** The score of the texts `from`…`to - 1` as one article; 0 for a single one. */
  of(from: number, to: number): number;
}

/** Where each pair stands: its texts in page order. */
interface Postings {
  readonly start: Int32Array;
  readonly text: Int32Array;
  readonly times: Float64Array;
  /** How much one more occurrence in the article outweighs the rest of the page, over the weight of the page. */
  readonly pull: Float64Array;
}

/**
 * Scores every run of texts. A paragraph's score is the log likelihood of its pairs under a mixture of the article's
 * other paragraphs with the page, against the page alone, each time without the paragraph itself; pairs said nowhere
 * else on the page say nothing. A soft floor keeps one odd paragraph from splitting an article.
 *
 * `closed[t]` is the first text that an article beginning at `t` cannot hold.
 */
export function cohesionOf(counts: Counts, closed: Int32Array, weights: Weights): Cohesion {
  const { prior, cohesion, cohesionFloor, cohesionCeiling } = weights;
  const texts = counts.start.length - 1;
  const heard = new Float64Array(texts);
  let all = 0;
  for (let t = 0; t < texts; t += 1) {
    for (let i = counts.start[t] as number; i < (counts.start[t + 1] as number); i += 1) {
      if ((counts.spread[counts.ids[i] as number] as number) > 1) heard[t] = at(heard, t) + at(counts.times, i);
    }
    all += at(heard, t);
  }
  const postings = postingsOf(counts, heard, all, prior);
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
          const heardNow = times * Math.log(1 + others * at(postings.pull, k));
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

function postingsOf(counts: Counts, heard: Float64Array, all: number, prior: number): Postings {
  const start = new Int32Array(counts.size + 1);
  for (let id = 0; id < counts.size; id += 1) start[id + 1] = (start[id] as number) + (counts.spread[id] as number);
  const fill = start.slice(0, counts.size);
  const text = new Int32Array(counts.ids.length);
  const times = new Float64Array(counts.ids.length);
  const pull = new Float64Array(counts.ids.length);
  for (let t = 0; t < counts.start.length - 1; t += 1) {
    for (let i = counts.start[t] as number; i < (counts.start[t + 1] as number); i += 1) {
      const id = counts.ids[i] as number;
      const k = fill[id] as number;
      fill[id] = k + 1;
      const own = at(counts.times, i);
      const elsewhere = at(counts.total, id) - own;
      text[k] = t;
      times[k] = own;
      pull[k] = elsewhere > 0 ? (all - at(heard, t)) / elsewhere / prior : 0;
    }
  }
  return { start, text, times, pull };
}

function at(array: Float64Array, index: number): number {
  return array[index] as number;
}
