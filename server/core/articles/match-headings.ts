/** Gives each heading at most one article and each article at most one heading, so that the whole gains most. */

/** The article of each heading (-1: none; valid until the next call) and the sum of the gains. */
export interface Matching {
  readonly of: Int32Array;
  readonly sum: number;
}

/**
 * A function that finds the best matching; it keeps its scratch space between calls. `gain[g * articles + a]` is what
 * joining heading `g` to article `a` gains over leaving both alone; pairs that gain nothing stay apart.
 */
export function matcher(): (gain: Float64Array, groups: number, articles: number) => Matching {
  let of = new Int32Array(32);
  let taken = new Int32Array(32);
  return (gain, groups, articles) => {
    if (of.length < groups) of = new Int32Array(groups * 2);
    if (taken.length < articles) taken = new Int32Array(articles * 2);
    of.fill(-1, 0, groups);
    taken.fill(0, 0, articles);
    let sum = 0;
    let clash = false;
    for (let g = 0; g < groups && !clash; g += 1) {
      let most = 0;
      let best = -1;
      for (let a = 0; a < articles; a += 1) {
        const value = gain[g * articles + a] as number;
        if (value > most) {
          most = value;
          best = a;
        }
      }
      of[g] = best;
      sum += most;
      if (best < 0) continue;
      clash = taken[best] === 1;
      taken[best] = 1;
    }
    return clash ? hungarian(gain, groups, articles, of) : { of, sum };
  };
}

/**
 * Successive shortest augmenting paths (the Hungarian method) over the fewer of the two, O(fewer² × (fewer + more)).
 * Each row has a column of its own beside the other side's that stands for none.
 */
function hungarian(gain: Float64Array, groups: number, articles: number, of: Int32Array): Matching {
  const turned = articles < groups;
  const rows = turned ? articles : groups;
  const others = turned ? groups : articles;
  const columns = others + rows;
  const worth = (row: number, column: number): number =>
    gain[turned ? column * articles + row : row * articles + column] as number;
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  const rowAt = new Int32Array(columns + 1);
  const way = new Int32Array(columns + 1);
  const least = new Float64Array(columns + 1);
  const used = new Uint8Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) {
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
  of.fill(-1, 0, groups);
  let sum = 0;
  for (let c = 1; c <= others; c += 1) {
    const row = rowAt[c] as number;
    const value = row ? worth(row - 1, c - 1) : 0;
    if (value <= 0) continue;
    if (turned) of[c - 1] = row - 1;
    else of[row - 1] = c - 1;
    sum += value;
  }
  return { of, sum };
}
