/** The rows of a table: each row's cells, where a blank before a number is a typesetter's gap and parts none. */

import { cellTexts } from "../layout/cells.ts";

/** The cells of the rows of one table, as the rows stand in joined text. */
export function tableRowsOf(rows: readonly string[]): string[][] {
  const cells = rows.map(cellTexts);
  const usual = usualRows(cells);
  const columns = (usual[0] ?? []).map(
    (_, c) => usual.filter((row) => opensWithFigure(row[c])).length * 2 > usual.length,
  );
  return cells.map((row) => withoutGaps(row, columns));
}

/** The rows that have as many cells as most rows of the table. */
function usualRows(rows: readonly (readonly string[])[]): (readonly string[])[] {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [[usual] = [0]] = [...counts].sort(([, a], [, b]) => b - a);
  return rows.filter(({ length }) => length === usual);
}

/**
 * A row with more cells than the table has columns has a blank that parts none, such as the typesetter's before a number
 * (含特长生 30人): that one goes without which the cells fit the columns best. `columns` tells which hold figures.
 */
function withoutGaps(row: readonly string[], columns: readonly boolean[]): string[] {
  let cells = [...row];
  while (cells.length > columns.length) {
    const joined = cells.flatMap((cell, i) => {
      const next = cells[i + 1];
      if (next === undefined || !/\p{Script=Han}$/u.test(cell) || !opensWithFigure(next)) return [];
      return [[...cells.slice(0, i), cell + next, ...cells.slice(i + 2)]];
    });
    const [best] = joined.sort((a, b) => fitting(b, columns) - fitting(a, columns));
    if (!best) break;
    cells = best;
  }
  return cells;
}

/** In how many columns a row has a figure where the table has them, or none where it has none. */
function fitting(row: readonly string[], columns: readonly boolean[]): number {
  return columns.filter((figures, c) => opensWithFigure(row[c]) === figures).length;
}

function opensWithFigure(cell = ""): boolean {
  return /^[+\-−±＋－]?\p{N}/u.test(cell);
}
