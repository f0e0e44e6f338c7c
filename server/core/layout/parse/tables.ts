/**
 * Memory for the tables of a parse. A page is parsed several times, each time with tables of lines × measures that are
 * done with when the next parse begins; asking the system for them anew takes longer than filling them.
 */

/** One kind of table: a store that is handed out from its beginning again at every {@link Tables.begin}. */
class Store<Table extends Float64Array | Uint8Array> {
  #memory: Table;
  #used = 0;
  readonly #make: (length: number) => Table;

  constructor(make: (length: number) => Table) {
    this.#make = make;
    this.#memory = make(0);
  }

  begin(): void {
    this.#used = 0;
  }

  /** A table of so many numbers, whatever they are. */
  take(length: number): Table {
    if (this.#used + length > this.#memory.length) {
      // Tables that were handed out before keep the old memory.
      this.#memory = this.#make(Math.max(length, Math.min(2 * this.#memory.length, MOST_KEPT), LEAST_KEPT));
      this.#used = 0;
    }
    const from = this.#used;
    this.#used += length;
    return this.#memory.subarray(from, from + length) as Table;
  }
}

/** Numbers kept for the next parse: at least, and at most but for the largest single table. */
const LEAST_KEPT = 1 << 16;
const MOST_KEPT = 1 << 22;

const floats = new Store((length) => new Float64Array(length));
const bytes = new Store((length) => new Uint8Array(length));

/** Begins a parse: the tables of the one before are used again. */
export function beginTables(): void {
  floats.begin();
  bytes.begin();
}

/** A table of so many costs, all of them `cost`. */
export function costTable(length: number, cost: number): Float64Array {
  return floats.take(length).fill(cost);
}

/** A table for so many costs, each of which is set before it is read. */
export function unsetCosts(length: number): Float64Array {
  return floats.take(length);
}

/** A table for so many indexes below 256, each of which is set before it is read. */
export function unsetBytes(length: number): Uint8Array {
  return bytes.take(length);
}
