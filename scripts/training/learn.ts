/**
 * Learns weights of features: maximum likelihood of the right set of candidates among all sets that don't overlap (a
 * semi-Markov conditional random field of order zero), by AdaGrad.
 */

import { GAPS, NAME_TYPES, STATES, stateAfter } from "../../server/core/names/choose/best-names.ts";

/** A training sentence: its candidates, their features as numbers, and which of them are right. */
export interface Item {
  readonly text: string;
  /** Places in {@link NAME_TYPES}. */
  readonly types: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The features of all candidates, one candidate after the other, and where each one's end in that list. */
  readonly features: Int32Array;
  readonly featuresUpTo: Int32Array;
  /** 1 for each candidate that is a name of the sentence. */
  readonly right: Uint8Array;
}

/** What is learned from. */
export interface Lesson {
  readonly items: readonly Item[];
  /** How many features there are. */
  readonly size: number;
  /** Numbers of the features of pairs, by the type on the left, the gap (none first, then {@link GAPS}), the type on the right. */
  readonly pairs: Int32Array;
  /** The next number from 0 to 1, for the order of the items. */
  readonly random: () => number;
  readonly say: (line: string) => void;
}

/** How often all sentences are gone through. */
const EPOCHS = 2;
/** The pull of a weight towards zero, and the size of a step. */
const L2 = 2e-5;
const RATE = 0.15;
/** A share of the probability that is smaller teaches nothing. */
const LEAST_SHARE = 1e-4;
/** No candidate starts here. */
const NONE: number[] = [];

/** The weights of one training, by the numbers of their features. */
export function learn({ items, size, pairs, random, say }: Lesson): Float64Array {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-3);
  const gradient = new Gradient(size);
  const order = items.map((_, i) => i);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    let loss = 0;
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    for (const which of order) {
      const lattice = new Lattice(items[which] as Item, weights, pairs);
      loss += lattice.loss();
      lattice.addTo(gradient);
      step(gradient, weights, squares);
    }
    say(`epoch ${epoch + 1}: loss ${(loss / items.length).toFixed(4)}`);
  }
  return weights;
}

/** AdaGrad: each weight goes up its own way, the less the more it has moved. The gradient is used up. */
function step(gradient: Gradient, weights: Float64Array, squares: Float64Array): void {
  gradient.drain((feature, value) => {
    const pull = value - L2 * (weights[feature] ?? 0);
    squares[feature] = (squares[feature] ?? 0) + pull * pull;
    weights[feature] = (weights[feature] ?? 0) + (RATE * pull) / Math.sqrt(squares[feature] ?? 1);
  });
}

/** By feature: how often the right set has it, less how often it is expected in all sets. One serves all sentences. */
class Gradient {
  readonly #values: Float64Array;
  readonly #touched: Uint8Array;
  readonly #features: number[] = [];

  constructor(size: number) {
    this.#values = new Float64Array(size);
    this.#touched = new Uint8Array(size);
  }

  add(feature: number, value: number): void {
    if (!this.#touched[feature]) {
      this.#touched[feature] = 1;
      this.#features.push(feature);
    }
    this.#values[feature] = (this.#values[feature] ?? 0) + value;
  }

  /** Gives each feature that something was added to, in the order of the first additions, and forgets it. */
  drain(use: (feature: number, value: number) => void): void {
    for (const feature of this.#features) {
      use(feature, this.#values[feature] ?? 0);
      this.#values[feature] = 0;
      this.#touched[feature] = 0;
    }
    this.#features.length = 0;
  }
}

/** All sets of candidates of a sentence that don't overlap, with their scores as the weights are now. */
class Lattice {
  readonly #item: Item;
  readonly #weights: Float64Array;
  readonly #pairs: Int32Array;
  /** The score of each candidate, and the candidates that start at each offset. */
  readonly #score: Float64Array;
  readonly #starting: number[][];
  /** By offset and state (see {@link STATES}): the logarithm of the sum over all ways to it, and over all ways from it. */
  readonly #forward: Float64Array;
  readonly #backward: Float64Array;

  constructor(item: Item, weights: Float64Array, pairs: Int32Array) {
    this.#item = item;
    this.#weights = weights;
    this.#pairs = pairs;
    const { text, starts, features, featuresUpTo } = item;
    this.#score = new Float64Array(starts.length);
    this.#starting = new Array(text.length + 1).fill(NONE);
    for (let c = 0, f = 0; c < starts.length; c += 1) {
      let sum = 0;
      for (const upTo = featuresUpTo[c] ?? 0; f < upTo; f += 1) sum += weights[features[f] ?? 0] ?? 0;
      this.#score[c] = sum;
      const start = starts[c] ?? 0;
      const here = this.#starting[start] as number[];
      if (here === NONE) this.#starting[start] = [c];
      else here.push(c);
    }
    this.#forward = this.#sumForward();
    this.#backward = this.#sumBackward();
  }

  /** How much likelier all sets together are than the right one. */
  loss(): number {
    let loss = this.#total;
    for (let c = 0; c < this.#score.length; c += 1) if (this.#item.right[c]) loss -= this.#score[c] ?? 0;
    for (const pair of this.#rightPairs()) loss -= this.#weights[pair] ?? 0;
    return loss;
  }

  addTo(gradient: Gradient): void {
    const { right, features, featuresUpTo } = this.#item;
    for (let c = 0; c < this.#score.length; c += 1) {
      const difference = (right[c] ?? 0) - this.#expected(c, gradient);
      if (Math.abs(difference) < LEAST_SHARE) continue;
      const upTo = featuresUpTo[c] ?? 0;
      for (let f = featuresUpTo[c - 1] ?? 0; f < upTo; f += 1) gradient.add(features[f] ?? 0, difference);
    }
    for (const pair of this.#rightPairs()) gradient.add(pair, 1);
  }

  get #total(): number {
    return this.#backward[0] ?? 0;
  }

  #type(c: number): number {
    return this.#item.types[c] ?? 0;
  }

  /** The cell of the state in which a candidate leaves the sentence behind it. */
  #cellAfter(c: number): number {
    return (this.#item.ends[c] ?? 0) * STATES + this.#type(c) + 1;
  }

  /** The feature of the pair that a name of this type makes at the offset with the one before it; -1 where it makes none. */
  #pair(state: number, at: number, type: number): number {
    if (state === 0) return -1;
    const gap = state > NAME_TYPES.length ? GAPS.indexOf(this.#item.text[at - 1] ?? "") + 1 : 0;
    return this.#pairs[(((state - 1) % 3) * (GAPS.length + 1) + gap) * 3 + type] ?? -1;
  }

  #pairWeight(pair: number): number {
    return pair < 0 ? 0 : (this.#weights[pair] ?? 0);
  }

  #sumForward(): Float64Array {
    const { text } = this.#item;
    const forward = new Float64Array((text.length + 1) * STATES).fill(Number.NEGATIVE_INFINITY);
    forward[0] = 0;
    for (let at = 0; at <= text.length; at += 1) {
      for (let state = 0; state < STATES; state += 1) {
        const value = forward[at * STATES + state] ?? 0;
        if (value === Number.NEGATIVE_INFINITY) continue;
        if (at < text.length) gain(forward, (at + 1) * STATES + stateAfter(state, text[at] ?? ""), value);
        for (const c of this.#starting[at] ?? []) {
          const pair = this.#pairWeight(this.#pair(state, at, this.#type(c)));
          gain(forward, this.#cellAfter(c), value + (this.#score[c] ?? 0) + pair);
        }
      }
    }
    return forward;
  }

  #sumBackward(): Float64Array {
    const { text } = this.#item;
    const backward = new Float64Array((text.length + 1) * STATES).fill(Number.NEGATIVE_INFINITY);
    backward.fill(0, text.length * STATES);
    for (let at = text.length - 1; at >= 0; at -= 1) {
      for (let state = 0; state < STATES; state += 1) {
        let sum = backward[(at + 1) * STATES + stateAfter(state, text[at] ?? "")] ?? 0;
        for (const c of this.#starting[at] ?? []) {
          const pair = this.#pairWeight(this.#pair(state, at, this.#type(c)));
          sum = logAdd(sum, (this.#score[c] ?? 0) + pair + (backward[this.#cellAfter(c)] ?? 0));
        }
        backward[at * STATES + state] = sum;
      }
    }
    return backward;
  }

  /** The probability of a candidate; of each pair that it makes, what that takes from its feature goes to the gradient. */
  #expected(c: number, gradient: Gradient): number {
    const start = this.#item.starts[c] ?? 0;
    const rest = (this.#score[c] ?? 0) + (this.#backward[this.#cellAfter(c)] ?? 0) - this.#total;
    let expected = 0;
    for (let state = 0; state < STATES; state += 1) {
      const value = this.#forward[start * STATES + state] ?? 0;
      if (value === Number.NEGATIVE_INFINITY) continue;
      const pair = this.#pair(state, start, this.#type(c));
      const share = Math.exp(value + rest + this.#pairWeight(pair));
      expected += share;
      if (pair >= 0 && share > LEAST_SHARE) gradient.add(pair, -share);
    }
    return expected;
  }

  /** The features of the pairs of the right set, from left to right. */
  #rightPairs(): number[] {
    const { text, right, ends } = this.#item;
    const pairs: number[] = [];
    let state = 0;
    for (let at = 0; at < text.length; ) {
      const chosen = (this.#starting[at] ?? []).find((c) => right[c]);
      if (chosen === undefined) {
        state = stateAfter(state, text[at] ?? "");
        at += 1;
        continue;
      }
      const pair = this.#pair(state, at, this.#type(chosen));
      if (pair >= 0) pairs.push(pair);
      state = this.#type(chosen) + 1;
      at = ends[chosen] ?? text.length;
    }
    return pairs;
  }
}

function gain(cells: Float64Array, cell: number, value: number): void {
  cells[cell] = logAdd(cells[cell] ?? Number.NEGATIVE_INFINITY, value);
}

function logAdd(a: number, b: number): number {
  if (a === Number.NEGATIVE_INFINITY) return b;
  if (b === Number.NEGATIVE_INFINITY) return a;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}
