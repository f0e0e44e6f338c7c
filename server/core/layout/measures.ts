/** Which measures a page's columns may have: tried coarsely first, then finely round those that were found. */

import type { VisualLine } from "./lines.ts";

/** Narrower columns than this, in em, are not set. */
const NARROWEST_MEASURE = 5;

/** On a page of fewer lines than this a single one may show a measure. */
const FEW_LINES = 30;

/** The measures to try first, in em, ascending: whole ones up to the widest that at least two lines of the page come near. */
export function coarseMeasures(lines: readonly VisualLine[], widest: number): Float64Array {
  const near = new Int32Array(widest + 3);
  for (const { width } of lines) {
    const em = Math.round(width.em);
    if (em > 1 && em < near.length) near[em] = (near[em] ?? 0) + 1;
  }
  const enough = lines.length < FEW_LINES ? 1 : 2;
  const measures: number[] = [];
  for (let em = NARROWEST_MEASURE; em <= widest; em += 1) {
    if ((near[em - 2] ?? 0) + (near[em - 1] ?? 0) + (near[em] ?? 0) + (near[em + 1] ?? 0) >= enough) measures.push(em);
  }
  return Float64Array.from(measures.length > 0 ? measures : [widest]);
}

/** The measures to try then, in em, ascending: by half an em round those that the coarse parse used; 0 stands for none. */
export function fineMeasures(used: readonly number[], widest: number): Float64Array {
  const halves = new Set<number>();
  for (const em of new Set(used)) {
    if (em === 0) continue;
    for (const offset of [-1, -0.5, 0, 0.5, 1]) halves.add(em + offset);
  }
  if (halves.size === 0) halves.add(widest);
  return Float64Array.from(halves).sort();
}
