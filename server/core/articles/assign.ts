/** Gives each heading group at most one article and each article at most one group, so that the whole gains most. */

/**
 * Finds the best matching. `gain[g * articles + a]` is what joining group `g` to article `a` gains over leaving both
 * alone; pairs that gain nothing stay apart. Returns the article of each group (-1: none) and the sum of the gains.
 * Successive shortest augmenting paths (the Hungarian method), O(groups² × (groups + articles)).
 */
export function match(gain: Float64Array, groups: number, articles: number): { of: Int32Array; sum: number } {
  const columns = articles + groups;
  const rowPrice = new Float64Array(groups + 1);
  const columnPrice = new Float64Array(columns + 1);
  const rowAt = new Int32Array(columns + 1).fill(0);
  const way = new Int32Array(columns + 1);
  const least = new Float64Array(columns + 1);
  const used = new Uint8Array(columns + 1);
  for (let row = 1; row <= groups; row += 1) {
    rowAt[0] = row;
    let column = 0;
    least.fill(Number.POSITIVE_INFINITY);
    used.fill(0);
    do {
      used[column] = 1;
      const current = rowAt[column] as number;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let c = 1; c <= columns; c += 1) {
        if (used[c]) continue;
        const cost = c <= articles ? -Math.max(0, gain[(current - 1) * articles + c - 1] as number) : 0;
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
          rowPrice[rowAt[c] as number] = (rowPrice[rowAt[c] as number] as number) + delta;
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
  const of = new Int32Array(groups).fill(-1);
  let sum = 0;
  for (let c = 1; c <= articles; c += 1) {
    const row = rowAt[c] as number;
    if (row === 0) continue;
    const value = gain[(row - 1) * articles + c - 1] as number;
    if (value <= 0) continue;
    of[row - 1] = c - 1;
    sum += value;
  }
  return { of, sum };
}
