/** Which measures a page's columns may have: tried coarsely first, then finely round those that were found. */

import { END } from "./line-classes.ts";
import type { VisualLine } from "./lines.ts";

/** Narrower columns than this, in em, are not set. */
const NARROWEST_MEASURE = 5;

/** The measures to try first, in em, ascending: whole ones up to the widest that at least two lines of the page come near. */
export function coarseMeasures(lines: readonly VisualLine[], widest: number): Float64Array {
  const near = new Int32Array(widest + 3);
  for (const line of lines) {
    const em = Math.round(line.width.em);
    // A line of text that breaks off in the middle of a sentence is full: it shows a measure by itself.
    if (em > 1 && em < near.length) near[em] = (near[em] ?? 0) + (breaksOff(line) ? 2 : 1);
  }
  const measures: number[] = [];
  for (let em = NARROWEST_MEASURE; em <= widest; em += 1) {
    if ((near[em - 2] ?? 0) + (near[em - 1] ?? 0) + (near[em] ?? 0) + (near[em + 1] ?? 0) >= 2) measures.push(em);
  }
  return Float64Array.from(measures.length > 0 ? measures : [widest]);
}

function breaksOff({ endClass, stops, commas }: VisualLine): boolean {
  return endClass === END.han && stops + commas > 0;
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
