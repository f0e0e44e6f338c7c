/**
 * Where a sentence may go on beyond lines that are no part of it: a folio, a table, a poem, a caption in its middle. The
 * parse reads the lines around them by it; which paragraphs a page has interrupted, `../interrupted.ts` says.
 */

import { END, FREESTANDING_HEADS, HEAD } from "../line-classes.ts";
import type { VisualLine } from "../lines.ts";
import { type OutsideArc, outsideEntries } from "./outside.ts";
import { byStart, type Model, OUTSIDE, UNREACHED } from "./states.ts";
import { type TurnCosts, turnCosts } from "./turns.ts";

/** The lines after line `before` and before line `resumes` may interrupt a paragraph. */
export interface Interruption {
  /** The last line of the paragraph before them. */
  readonly before: number;
  readonly resumes: number;
  /** What they cost as blocks of their own, and that they stand there. */
  readonly cost: number;
  /** The turn from line `before` to line `resumes`. */
  readonly turn: TurnCosts;
  /** The blocks that the lines make, from the first to the last. */
  readonly arcs: readonly OutsideArc[];
}

/** So many lines at most interrupt a paragraph. */
const MOST_LINES = 18;
/** A line this many em narrower than the one before the interruption is no full line of its column. */
const NARROWER = 2.5;

/** The interruptions that a page may have, by the line with which the paragraph goes on. */
export function interruptionsOf(
  model: Model,
  outside: readonly (readonly OutsideArc[])[],
): ReadonlyMap<number, readonly Interruption[]> {
  const { lines } = model;
  const found = new Map<number, Interruption[]>();
  const starts = byStart(outside);
  for (let before = 0; before + 2 < lines.length; before += 1) {
    const line = lines[before] as VisualLine;
    if (line.endClass <= END.quotedStop || line.cells.length > 1) continue;
    if (!mayStandIn(lines, starts[before + 1] ?? [], line)) continue;
    for (const { resumes, cost, arcs } of apart(model, starts, before)) {
      const turn = turnCosts(model, before, resumes);
      found.set(resumes, [...(found.get(resumes) ?? []), { before, resumes, cost, turn, arcs }]);
    }
  }
  return found;
}

/** Blocks that follow one another, and what they cost. */
interface Way {
  readonly cost: number;
  readonly arcs: readonly OutsideArc[];
}

/** The cheapest blocks that the lines after a line make up to each line further on. */
function apart(
  model: Model,
  starts: readonly (readonly OutsideArc[])[],
  before: number,
): readonly Pick<Interruption, "resumes" | "cost" | "arcs">[] {
  const { lines, weights } = model;
  const entries = outsideEntries(model);
  const first = before + 1;
  const column = lines[before] as VisualLine;
  // The cheapest way to each line, for each kind of block that ends before it: a further row costs less than a first one.
  const ways: Way[][] = [[{ cost: weights.interruption, arcs: [] }]];
  for (let at = first; at < Math.min(lines.length - 1, first + MOST_LINES); at += 1) {
    const here = ways[at - first];
    if (!here) continue;
    for (const arc of starts[at] ?? []) {
      if (!mayStandIn(lines, [arc], column)) continue;
      const entry = (entries[arc.as]?.entersAgain ?? UNREACHED) + arc.cost;
      for (const way of here) {
        if (!way) continue;
        const again = way.arcs.at(-1)?.as === arc.as ? arc.again : UNREACHED;
        const cost = way.cost + Math.min(entry, again);
        const next = ways[arc.end + 1 - first] ?? [];
        const known = next[arc.as];
        if (!known || cost < known.cost) next[arc.as] = { cost, arcs: [...way.arcs, arc] };
        ways[arc.end + 1 - first] = next;
      }
    }
  }
  return ways.flatMap((list, i) => {
    const way = list.reduce((best, one) => (one.cost < best.cost ? one : best), { cost: UNREACHED, arcs: [] });
    return way.arcs.length > 0 && first + i < lines.length ? [{ ...way, resumes: first + i }] : [];
  });
}

/** Whether one of the blocks may stand in the middle of a column, of which a line is given: it is no text of that column. */
function mayStandIn(lines: readonly VisualLine[], arcs: readonly OutsideArc[], column: VisualLine): boolean {
  return arcs.some(({ start, end, as, widest }) => {
    const line = lines[start] as VisualLine;
    if (as === OUTSIDE.joined) return false;
    if (as === OUTSIDE.row) return line.cells.length > 1 || widest < column.width.em - NARROWER;
    if (as === OUTSIDE.verse) return widest < column.width.em - NARROWER || line.endClass <= END.semicolon;
    if (as === OUTSIDE.display)
      return start === end && (FREESTANDING_HEADS.has(line.head) || widest < column.width.em - NARROWER);
    for (let i = start; i <= end; i += 1) if ((lines[i] as VisualLine).ofPicture) return true;
    return line.head === HEAD.bullet || line.dated;
  });
}
