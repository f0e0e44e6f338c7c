/**
 * Where a sentence may go on beyond lines that are no part of it: a folio, a table, a poem, a caption in its middle. The
 * parse reads the lines around them by it; which paragraphs a page has interrupted, `../interrupted.ts` says.
 */

import { END, FREESTANDING_HEADS, HEAD } from "../line-classes.ts";
import type { VisualLine } from "../lines.ts";
import { type OutsideArc, type OutsideEntry, outsideEntries } from "./outside.ts";
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
  const between: Between = { starts: byStart(standingIn(lines, outside)), entries: outsideEntries(model) };
  for (let before = 0; before + 2 < lines.length; before += 1) {
    const line = lines[before] as VisualLine;
    if (line.endClass <= END.quotedStop || line.cells.length > 1) continue;
    for (const { resumes, cost, arcs } of apart(model, between, before)) {
      const list = found.get(resumes) ?? [];
      list.push({ before, resumes, cost, turn: turnCosts(model, before, resumes), arcs });
      found.set(resumes, list);
    }
  }
  return found;
}

/** A block that may stand in the middle of a column: whatever the column, or only of one that is wider by far. */
interface Standing {
  readonly arc: OutsideArc;
  readonly start: number;
  readonly anywhere: boolean;
}

/** What may stand between two lines of a paragraph, by the line that it starts with, and what it costs that each kind begins. */
interface Between {
  readonly starts: readonly (readonly Standing[])[];
  readonly entries: readonly OutsideEntry[];
}

/** The blocks that may stand in the middle of some column, as they are no text of it, by the line that they end with. */
function standingIn(lines: readonly VisualLine[], outside: readonly (readonly OutsideArc[])[]): Standing[][] {
  return outside.map((arcs) => {
    const standing: Standing[] = [];
    for (const arc of arcs) {
      const { start, end, as } = arc;
      if (as === OUTSIDE.joined || (as === OUTSIDE.display && start < end)) continue;
      const anywhere = standsAnywhere(lines, arc);
      if (anywhere || as !== OUTSIDE.caption) standing.push({ arc, start, anywhere });
    }
    return standing;
  });
}

/** Whether a block shows by itself that it is no text of the column it stands in, however narrow that is. */
function standsAnywhere(lines: readonly VisualLine[], { start, end, as }: OutsideArc): boolean {
  const line = lines[start] as VisualLine;
  if (as === OUTSIDE.row) return line.cells.length > 1;
  if (as === OUTSIDE.verse) return line.endClass <= END.semicolon;
  if (as === OUTSIDE.display) return FREESTANDING_HEADS.has(line.head);
  for (let i = start; i <= end; i += 1) if ((lines[i] as VisualLine).ofPicture) return true;
  return line.head === HEAD.bullet || line.dated;
}

/** Blocks that follow one another, the last of them and those before it, and what they cost. */
interface Way {
  readonly cost: number;
  readonly last: OutsideArc | undefined;
  readonly before: Way | undefined;
}

/** The cheapest blocks that the lines after a line make up to each line further on. */
function apart(
  { lines, weights }: Model,
  { starts, entries }: Between,
  before: number,
): readonly Pick<Interruption, "resumes" | "cost" | "arcs">[] {
  const first = before + 1;
  if (starts[first]?.length === 0) return [];
  const narrow = (lines[before] as VisualLine).width.em - NARROWER;
  const found: Pick<Interruption, "resumes" | "cost" | "arcs">[] = [];
  // The cheapest way to each line, for each kind of block that ends before it: a further row costs less than a first one.
  const ways: (Way | undefined)[][] = [[{ cost: weights.interruption, last: undefined, before: undefined }]];
  for (let at = first; at < lines.length; at += 1) {
    const here = ways[at - first];
    // No block is so long that a way leads on beyond lines that none ends before.
    if (!here && at - first >= ways.length) break;
    if (!here) continue;
    if (at > first) found.push(endOf(here, at));
    if (at >= first + MOST_LINES || at + 1 >= lines.length) continue;
    for (const { arc, anywhere } of starts[at] ?? []) {
      if (!anywhere && arc.widest >= narrow) continue;
      const entry = (entries[arc.as]?.entersAgain ?? UNREACHED) + arc.cost;
      let next = ways[arc.end + 1 - first];
      for (const way of here) {
        if (!way) continue;
        const cost = way.cost + Math.min(entry, way.last?.as === arc.as ? arc.again : UNREACHED);
        if (!next) ways[arc.end + 1 - first] = next = [];
        if (cost < (next[arc.as]?.cost ?? Number.POSITIVE_INFINITY)) next[arc.as] = { cost, last: arc, before: way };
      }
    }
  }
  return found;
}

/** The cheapest of ways to the same line: what it costs, and its blocks from the first to the last. */
function endOf(ways: readonly (Way | undefined)[], resumes: number): Pick<Interruption, "resumes" | "cost" | "arcs"> {
  let best: Way | undefined;
  for (const way of ways) if (way && way.cost < (best?.cost ?? UNREACHED)) best = way;
  const arcs: OutsideArc[] = [];
  for (let way = best; way?.last; way = way.before) arcs.push(way.last);
  return { resumes, cost: best?.cost ?? UNREACHED, arcs: arcs.reverse() };
}
