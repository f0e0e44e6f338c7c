/** What was worked out of the texts of the last pages, so that an edit costs only the texts that it touched. */

/** So many pages are remembered unless it is said otherwise. */
const PAGES = 8;

/**
 * Remembers values by text. What a page asks for stays until so many other pages, or versions of it, were begun after the
 * last one that asked for it: a page, or a sheet of a long text, is remembered whole, and nothing beyond the last ones is kept. The
 * values depend on their text alone, so nobody can tell whether one was remembered.
 */
export class PageMemory<V> {
  /** By page, the latest first; a text is only with the latest page that asked for it. */
  #pages: Map<string, V>[] = [new Map()];
  readonly #most: number;

  /** @param most how many pages are remembered, the latest included */
  constructor(most = PAGES) {
    this.#most = most;
  }

  /** Begins a page, or a version of one. */
  begin(): void {
    const [latest] = this.#pages;
    if (latest?.size === 0) return;
    this.#pages = [new Map(), ...this.#pages.slice(0, this.#most - 1)];
  }

  /** The value of a text, worked out where none of the last pages had that text. */
  of(text: string, workOut: (text: string) => V): V {
    const [latest] = this.#pages as [Map<string, V>];
    const known = latest.get(text);
    if (known !== undefined) return known;
    const value = this.#taken(text) ?? workOut(text);
    // By this page's own string: the older one may keep the whole text of its page alive.
    latest.set(text, value);
    return value;
  }

  /** The value that an older page left, which that page then has no more. */
  #taken(text: string): V | undefined {
    for (let p = 1; p < this.#pages.length; p += 1) {
      const page = this.#pages[p] as Map<string, V>;
      const value = page.get(text);
      if (value === undefined) continue;
      page.delete(text);
      return value;
    }
    return undefined;
  }
}
