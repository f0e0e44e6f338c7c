/** Gives each heading at most one article and each article at most one heading, so that the whole gains most. */

/** Which heading is whose. */
export interface Matching {
  /** The article of each heading, -1 where it has none. Valid until the next call. */
  readonly articleOf: Int32Array;
  /** The sum of what the pairs gain; where that cannot be more than was asked for, what it is at most. */
  readonly sum: number;
  /**
   * For each article a price of 0 or more: what each heading gains most by an article beyond its price, all prices added, comes to
   * the sum. Valid until the next call; not filled in where the sum is not exact.
   */
  readonly prices: Float64Array;
}

/** Finds the best matching; it keeps its scratch space between calls. */
export class HeadingMatcher {
  private articleOf = new Int32Array(32);
  private taken = new Int32Array(32);
  /** What each article gains most by any heading. */
  private most = new Float64Array(32);
  private prices = new Float64Array(32);

  /**
   * The matching that gains most.
   * @param gain `gain[h * articles + a]` is what heading `h` and article `a` gain by each other over leaving both alone;
   * pairs that gain nothing stay apart
   * @param asked what the sum has to be more than, to be worth finding
   */
  match(gain: Float64Array, headings: number, articles: number, asked = Number.NEGATIVE_INFINITY): Matching {
    if (this.articleOf.length < headings) this.articleOf = new Int32Array(headings * 2);
    if (this.most.length < articles) this.most = new Float64Array(articles * 2);
    if (this.taken.length < articles) this.taken = new Int32Array(articles * 2);
    if (this.prices.length < articles) this.prices = new Float64Array(articles * 2);
    const { articleOf, most: mostOf, taken, prices } = this;
    mostOf.fill(0, 0, articles);
    taken.fill(0, 0, articles);
    let sum = 0;
    let shared = false;
    // Where no two headings want the same article, each has the one it gains most by.
    for (let h = 0; h < headings; h += 1) {
      let most = 0;
      let best = -1;
      for (let a = 0; a < articles; a += 1) {
        const value = gain[h * articles + a] as number;
        if (value > (mostOf[a] as number)) mostOf[a] = value;
        if (value > most) {
          most = value;
          best = a;
        }
      }
      articleOf[h] = best;
      sum += most;
      if (best < 0) continue;
      if (taken[best]) shared = true;
      taken[best] = 1;
    }
    if (!shared) {
      prices.fill(0, 0, articles);
      return { articleOf, sum, prices };
    }
    let byArticles = 0;
    for (let a = 0; a < articles; a += 1) byArticles += mostOf[a] as number;
    const atMost = Math.min(sum, byArticles);
    if (atMost <= asked) return { articleOf, sum: atMost, prices };
    return matchWithPrices({ gain, headings, articles, articleOf, prices });
  }
}

interface MatchingProblem {
  readonly gain: Float64Array;
  readonly headings: number;
  readonly articles: number;
  /** Filled in with the answer. */
  readonly articleOf: Int32Array;
  readonly prices: Float64Array;
}

/**
 * The Hungarian method (successive shortest augmenting paths), in O(fewer² × (fewer + more)) for the fewer and the more of
 * headings and articles. The fewer are the rows. The columns are the more, and one for each row that stands for none.
 */
function matchWithPrices({ gain, headings, articles, articleOf, prices }: MatchingProblem): Matching {
  const turned = articles < headings;
  const rows = turned ? articles : headings;
  const others = turned ? headings : articles;
  const columns = others + rows;
  const worth = (row: number, column: number): number =>
    gain[turned ? column * articles + row : row * articles + column] as number;
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  const rowAt = new Int32Array(columns + 1);
  const way = new Int32Array(columns + 1);
  const least = new Float64Array(columns + 1);
  const used = new Uint8Array(columns + 1);
  // Where two rows want one column the first has it, and a path is sought for the others only.
  const unplaced: number[] = [];
  for (let row = 1; row <= rows; row += 1) {
    let most = 0;
    let best = others + row;
    for (let c = 1; c <= others; c += 1) {
      const value = worth(row - 1, c - 1);
      if (value <= most) continue;
      most = value;
      best = c;
    }
    rowPrice[row] = -most;
    if (rowAt[best] === 0) rowAt[best] = row;
    else unplaced.push(row);
  }
  for (const row of unplaced) {
    rowAt[0] = row;
    let column = 0;
    least.fill(Number.MAX_VALUE);
    used.fill(0);
    do {
      used[column] = 1;
      const current = rowAt[column] as number;
      let delta = Number.MAX_VALUE;
      let next = 0;
      for (let c = 1; c <= columns; c += 1) {
        if (used[c]) continue;
        const cost = c <= others ? -Math.max(0, worth(current - 1, c - 1)) : 0;
        const reduced = cost - (rowPrice[current] as number) - (columnPrice[c] as number);
        if (reduced < (least[c] as number)) {
          least[c] = reduced;
          way[c] = column;
        }
        if ((least[c] as number) < delta) {
          delta = least[c] as number;
          next = c;
        }
      }
      for (let c = 0; c <= columns; c += 1) {
        if (used[c]) {
          const held = rowAt[c] as number;
          rowPrice[held] = (rowPrice[held] as number) + delta;
          columnPrice[c] = (columnPrice[c] as number) - delta;
        } else least[c] = (least[c] as number) - delta;
      }
      column = next;
    } while (rowAt[column] !== 0);
    do {
      const previous = way[column] as number;
      rowAt[column] = rowAt[previous] as number;
      column = previous;
    } while (column);
  }
  articleOf.fill(-1, 0, headings);
  let sum = 0;
  for (let c = 1; c <= others; c += 1) {
    const row = rowAt[c] as number;
    const value = row ? worth(row - 1, c - 1) : 0;
    if (value <= 0) continue;
    if (turned) articleOf[c - 1] = row - 1;
    else articleOf[row - 1] = c - 1;
    sum += value;
  }
  const priceOf = turned ? rowPrice : columnPrice;
  for (let a = 0; a < articles; a += 1) prices[a] = Math.max(0, -(priceOf[a + 1] as number));
  return { articleOf, sum, prices };
}
