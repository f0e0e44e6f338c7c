/** Where a sentence goes on beyond lines that are no part of it: a folio, a running head, a caption in its middle. */

import { HEAD } from "../line-classes.ts";
import type { VisualLine } from "../lines.ts";
import type { OutsideArc } from "./outside.ts";
import { type Model, OUTSIDE } from "./states.ts";
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

/** The interruptions that a page may have, by the line with which the paragraph goes on. */
export function interruptionsOf(
  model: Model,
  outside: readonly (readonly OutsideArc[])[],
): ReadonlyMap<number, readonly Interruption[]> {
  const { lines, weights } = model;
  const found = new Map<number, Interruption[]>();
  const starts = arcsByStart(outside);
  for (let first = 1; first < lines.length - 1; first += 1) {
    if (!starts[first]?.some((arc) => mayInterrupt(lines, arc))) continue;
    // The cheapest blocks that the lines from the first one make, by the line after them.
    const best = new Map<number, { cost: number; arcs: OutsideArc[] }>([[first, { cost: weights.interruption, arcs: [] }]]);
    for (let at = first; at < Math.min(lines.length - 1, first + MOST_LINES); at += 1) {
      const here = best.get(at);
      if (!here) continue;
      for (const arc of starts[at] ?? []) {
        if (!mayInterrupt(lines, arc)) continue;
        const cost = here.cost + arc.cost + (here.arcs.length > 0 ? weights.displayAfterDisplay : 0);
        const known = best.get(arc.end + 1);
        if (!known || cost < known.cost) best.set(arc.end + 1, { cost, arcs: [...here.arcs, arc] });
      }
    }
    for (const [resumes, { cost, arcs }] of best) {
      if (arcs.length === 0 || resumes >= lines.length) continue;
      const turn = turnCosts(model, first - 1, resumes);
      found.set(resumes, [...(found.get(resumes) ?? []), { before: first - 1, resumes, cost, turn, arcs }]);
    }
  }
  return found;
}

function arcsByStart(outside: readonly (readonly OutsideArc[])[]): OutsideArc[][] {
  const starts: OutsideArc[][] = outside.map(() => []);
  for (const arcs of outside) for (const arc of arcs) starts[arc.start]?.push(arc);
  return starts;
}

/** Whether a block is of the kind that stands wherever the page has room: furniture, a caption, a photographer's name. */
function mayInterrupt(lines: readonly VisualLine[], { start, end, as }: OutsideArc): boolean {
  if (as === OUTSIDE.display) return start === end && FURNITURE.has((lines[start] as VisualLine).head);
  if (as !== OUTSIDE.caption) return false;
  for (let i = start; i <= end; i += 1) if ((lines[i] as VisualLine).ofPicture) return true;
  return false;
}

const FURNITURE: ReadonlySet<number> = new Set([HEAD.folio, HEAD.footnote, HEAD.credit, HEAD.jump]);
