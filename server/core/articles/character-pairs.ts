/** Counts the pairs of adjacent characters in the texts of a page: by them articles and headings are compared. */

/** How often each pair stands in each text. Pairs are numbered from 0 to `size - 1`. */
export interface PairCounts {
  readonly texts: number;
  readonly size: number;
  /** The pairs of text `t` are `ids[start[t]…start[t + 1])`, each once, with their `times`. */
  readonly start: Int32Array;
  readonly ids: Int32Array;
  readonly times: Float64Array;
  /** How often each pair occurs in all, and in how many texts. */
  readonly total: Float64Array;
  readonly spread: Int32Array;
}

/** Where each pair stands: pair `id` in the texts `text[start[id]…start[id + 1])`, ascending, each with its `times`. */
export interface PairPostings {
  readonly start: Int32Array;
  readonly text: Int32Array;
  readonly times: Float64Array;
}

/** The pairs of one text, each once, in the order of their first occurrence. */
export interface PairsOfText {
  readonly pairs: Int32Array;
  readonly times: Int32Array;
}

const DIGIT = 0x30;

/** What a UTF-16 code unit counts as: itself, a letter in lower case, a digit as 0; -1 for white space (left out), 0 for a mark. */
function countsAs(code: number): number {
  if (code >= 0x4e00 && code <= 0x9fff) return code;
  if (code <= 0x20 || code === 0x3000 || code === 0xa0 || code === 0x200b || code === 0xfeff) return -1;
  if (code >= DIGIT && code <= 0x39) return DIGIT;
  if (code >= 0x41 && code <= 0x5a) return code + 32;
  if (code >= 0x61 && code <= 0x7a) return code;
  if (code === 0x3007) return DIGIT;
  return code >= 0x3400 && code < 0xe000 ? code : 0;
}

/** The fewest cells of a table; their number is a power of two. */
const FEWEST_CELLS = 16;
/** Pairs of a long text. */
const MANY_PAIRS = 1 << 10;

/** Numbers pairs of characters. Open addressing, as a page has thousands and a `Map` of such keys is slow. */
export class PairNumbers {
  size = 0;
  /** 0 where a cell is free: no pair has a mark for its first character. */
  private keys: Int32Array;
  private values: Int32Array;

  /** @param expected about how many pairs there will be */
  constructor(expected = 1 << 10) {
    let cells = FEWEST_CELLS;
    while (cells < expected * 2) cells *= 2;
    this.keys = new Int32Array(cells);
    this.values = new Int32Array(cells);
  }

  /** The number of a pair that has one, else a new one. */
  numberFor(pair: number): number {
    const at = this.cellOf(pair);
    if (this.keys[at] === pair) return this.values[at] as number;
    if (this.size * 2 >= this.keys.length) {
      this.widen();
      return this.numberFor(pair);
    }
    this.keys[at] = pair;
    this.values[at] = this.size;
    this.size += 1;
    return this.size - 1;
  }

  /** The number of a pair; -1 where it has none. */
  numberOf(pair: number): number {
    const at = this.cellOf(pair);
    return this.keys[at] === pair ? (this.values[at] as number) : -1;
  }

  /** The cell that holds a pair, or the free one where it would go. */
  private cellOf(pair: number): number {
    const { keys } = this;
    const mask = keys.length - 1;
    let at = (Math.imul(pair, 0x9e3779b1) >>> 8) & mask;
    while (keys[at] !== pair && keys[at] !== 0) at = (at + 1) & mask;
    return at;
  }

  private widen(): void {
    const { keys, values } = this;
    this.keys = new Int32Array(keys.length * 2);
    this.values = new Int32Array(values.length * 2);
    for (let i = 0; i < keys.length; i += 1) {
      const key = keys[i] as number;
      if (key === 0) continue;
      const at = this.cellOf(key);
      this.keys[at] = key;
      this.values[at] = values[i] as number;
    }
  }
}

/**
 * The pairs of a text. Han characters and letters count as they are, a numeral as one 0, a doubled character once
 * (extractors double some); no pair reaches over a mark. The layout has replaced look-alike code points before.
 */
export function pairsOf(text: string): PairsOfText {
  const numbers = new PairNumbers(Math.min(text.length, MANY_PAIRS));
  const pairs: number[] = [];
  const times: number[] = [];
  let last = 0;
  for (let i = 0; i < text.length; i += 1) {
    const counted = countsAs(text.charCodeAt(i));
    if (counted < 0 || counted === last) continue;
    if (last !== 0 && counted !== 0) {
      const pair = (last << 16) | counted;
      const n = numbers.numberFor(pair);
      if (n === pairs.length) {
        pairs.push(pair);
        times.push(1);
      } else times[n] = (times[n] as number) + 1;
    }
    last = counted;
  }
  return { pairs: new Int32Array(pairs), times: new Int32Array(times) };
}

/** Counts the pairs of texts, text by text; pairs that have no number yet get one. */
export function countPairs(texts: readonly PairsOfText[], numbers: PairNumbers): PairCounts {
  const start = new Int32Array(texts.length + 1);
  texts.forEach(({ pairs }, t) => {
    start[t + 1] = (start[t] as number) + pairs.length;
  });
  const all = start[texts.length] as number;
  const ids = new Int32Array(all);
  const times = new Float64Array(all);
  texts.forEach((text, t) => {
    const from = start[t] as number;
    for (let i = 0; i < text.pairs.length; i += 1) ids[from + i] = numbers.numberFor(text.pairs[i] as number);
    times.set(text.times, from);
  });
  const total = new Float64Array(numbers.size);
  const spread = new Int32Array(numbers.size);
  for (let i = 0; i < all; i += 1) {
    const id = ids[i] as number;
    total[id] = (total[id] as number) + (times[i] as number);
    spread[id] = (spread[id] as number) + 1;
  }
  return { texts: texts.length, size: numbers.size, start, ids, times, total, spread };
}

/** The same counts, pair by pair. */
export function postingsOf(counts: PairCounts): PairPostings {
  const start = new Int32Array(counts.size + 1);
  for (let id = 0; id < counts.size; id += 1) start[id + 1] = (start[id] as number) + (counts.spread[id] as number);
  const fill = start.slice();
  const text = new Int32Array(counts.ids.length);
  const times = new Float64Array(counts.ids.length);
  for (let t = 0; t < counts.texts; t += 1) {
    for (let i = counts.start[t] as number; i < (counts.start[t + 1] as number); i += 1) {
      const id = counts.ids[i] as number;
      const k = fill[id] as number;
      fill[id] = k + 1;
      text[k] = t;
      times[k] = counts.times[i] as number;
    }
  }
  return { start, text, times };
}
