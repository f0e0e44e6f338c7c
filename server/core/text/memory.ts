/** Remembers results by a text, so that what an edit leaves as it is need not be worked out again. */

/** The latest results by key: what is not asked for during as many new results as it holds is forgotten. */
export class Memory<Value> {
  readonly #size: number;
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();

  /** A memory of at most twice so many results. */
  constructor(size: number) {
    this.#size = size;
  }

  /** The result for a key, made where it is not remembered. */
  get(key: string, make: (key: string) => Value): Value {
    const known = this.find(key);
    return known === undefined ? this.keep(key, make(key)) : known;
  }

  /** The result for a key, where it is remembered. */
  find(key: string): Value | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    return old === undefined ? undefined : this.keep(key, old);
  }

  /** Remembers a result. */
  keep(key: string, value: Value): Value {
    if (this.#young.size >= this.#size) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
    return value;
  }
}
