/**
 * Where a sentence may go on beyond lines that are no part of it: a folio, a table, a poem, a caption in its middle. The
 * parse reads the lines around them by it; which paragraphs a page has interrupted, `../interrupted.ts` says.
 */

import { END, FREESTANDING_HEADS, HEAD } from "../line-classes.ts";
import type { VisualLine } from "../lines.ts";
import { FLAG, has } from "./line-table.ts";
import { type OutsideArcs, type OutsideEntry, outsideEntries } from "./outside.ts";
import { type Model, OUTSIDE, OUTSIDE_PARTS, UNREACHED } from "./states.ts";
import { wordCost, wrapCost } from "./turns.ts";

/** The lines after line `before` and before line `resumes` may interrupt a paragraph. */
export interface Interruption {
  /** The last line of the paragraph before them. */
  readonly before: number;
  readonly resumes: number;
  /** What they cost as blocks of their own, and that they stand there. */
  readonly cost: number;
  /** What it costs that the paragraph goes on from line `before` with line `resumes`. */
  readonly wrap: number;
  /** The blocks that the lines make, from the first to the last, by the numbers of their arcs. */
  readonly arcs: readonly number[];
}

/** So many lines at most interrupt a paragraph. */
const MOST_LINES = 18;
/** A line this many em narrower than the one before the interruption is no full line of its column. */
const NARROWER = 2.5;

/** The interruptions that a page may have, by the line with which the paragraph goes on. */
export function interruptionsOf(model: Model, outside: OutsideArcs): ReadonlyMap<number, readonly Interruption[]> {
  const { lines, table } = model;
  const found = new Map<number, Interruption[]>();
  const between: Between = { outside, standing: standingAmong(model, outside), entries: outsideEntries(model) };
  for (let before = 0; before + 2 < lines.length; before += 1) {
    if ((table.endClass[before] as number) <= END.quotedStop || (lines[before] as VisualLine).cells.length > 1)
      continue;
    for (const { resumes, cost, arcs } of apart(model, between, before)) {
      const words = wordCost(model, lines[before] as VisualLine, lines[resumes] as VisualLine);
      const list = found.get(resumes) ?? [];
      list.push({ before, resumes, cost, wrap: wrapCost(model, before, resumes, words), arcs });
      found.set(resumes, list);
    }
  }
  return found;
}

/** Whether a block may stand in the middle of a column: of none, of one that is wider by far, of any. */
const STANDS = { nowhere: 0, inWider: 1, anywhere: 2 } as const;

/** What may stand between two lines of a paragraph, and what it costs that each kind of block begins. */
interface Between {
  readonly outside: OutsideArcs;
  /** By arc: where it may stand, of {@link STANDS}. */
  readonly standing: Uint8Array;
  readonly entries: readonly OutsideEntry[];
}

function standingAmong({ lines, table }: Model, { start, end, as, count }: OutsideArcs): Uint8Array {
  const standing = new Uint8Array(count);
  for (let arc = 0; arc < count; arc += 1) {
    const from = start[arc] as number;
    const to = end[arc] as number;
    const kind = as[arc] as number;
    if (kind === OUTSIDE.joined || (kind === OUTSIDE.display && from < to)) continue;
    if (standsAnywhere(lines[from] as VisualLine, kind) || (kind === OUTSIDE.caption && showsPicture(table, from, to)))
      standing[arc] = STANDS.anywhere;
    else if (kind !== OUTSIDE.caption) standing[arc] = STANDS.inWider;
  }
  return standing;
}

/** Whether a block that opens with the line shows by itself that it is no text of the column it stands in, however narrow that is. */
function standsAnywhere(line: VisualLine, as: number): boolean {
  if (as === OUTSIDE.row) return line.cells.length > 1;
  if (as === OUTSIDE.verse) return line.endClass <= END.semicolon;
  if (as === OUTSIDE.display) return FREESTANDING_HEADS.has(line.head);
  return line.head === HEAD.bullet || line.dated;
}

function showsPicture(table: Model["table"], from: number, to: number): boolean {
  for (let i = from; i <= to; i += 1) if (has(table, i, FLAG.ofPicture)) return true;
  return false;
}

/** Blocks that follow one another, the last of them and those before it, and what they cost. */
interface Way {
  readonly cost: number;
  /** The number of the last block's arc and what that is; -1 where there is none yet. */
  readonly last: number;
  readonly as: number;
  readonly before: Way | undefined;
}

/** The cheapest ways to a line, for each kind of block that ends before it: a further row costs less than a first one. */
type Ways = (Way | undefined)[];

/** Lines that may stand apart, up to the one with which the paragraph resumes. */
type Apart = Pick<Interruption, "resumes" | "cost" | "arcs">;

/** The cheapest blocks that the lines after a line make up to each line further on. */
function apart({ lines, weights, table }: Model, { outside, standing, entries }: Between, before: number): Apart[] {
  const first = before + 1;
  const { startsAt, end, as, cost, again, widest } = outside;
  const narrow = (table.em[before] as number) - NARROWER;
  const mayStand = (arc: number): boolean =>
    standing[arc] === STANDS.anywhere || (standing[arc] === STANDS.inWider && (widest[arc] as number) < narrow);
  const found: Apart[] = [];
  const ways: Ways[] = [[{ cost: weights.interruption, last: -1, as: -1, before: undefined }]];
  for (let at = first; at < lines.length; at += 1) {
    const here = ways[at - first];
    // No block is so long that a way leads on beyond lines that none ends before.
    if (!here && at - first >= ways.length) break;
    if (!here) continue;
    if (at > first) found.push(endOf(here, at));
    if (at >= first + MOST_LINES || at + 1 >= lines.length) continue;
    for (let arc = startsAt[at] as number; arc < (startsAt[at + 1] as number); arc += 1) {
      if (!mayStand(arc)) continue;
      const kind = as[arc] as number;
      const entry = (entries[kind]?.entersAgain ?? UNREACHED) + (cost[arc] as number);
      const to = (end[arc] as number) + 1 - first;
      for (const way of here) {
        if (!way) continue;
        const total = way.cost + Math.min(entry, way.as === kind ? (again[arc] as number) : UNREACHED);
        let next = ways[to];
        if (!next) {
          next = new Array<Way | undefined>(OUTSIDE_PARTS.length).fill(undefined);
          ways[to] = next;
        }
        if (total < (next[kind]?.cost ?? Number.POSITIVE_INFINITY))
          next[kind] = { cost: total, last: arc, as: kind, before: way };
      }
    }
  }
  return found;
}

/** The cheapest of ways to the same line: what it costs, and its blocks from the first to the last. */
function endOf(ways: Ways, resumes: number): Apart {
  let best: Way | undefined;
  for (const way of ways) if (way && way.cost < (best?.cost ?? UNREACHED)) best = way;
  const arcs: number[] = [];
  for (let way = best; way && way.last >= 0; way = way.before) arcs.push(way.last);
  return { resumes, cost: best?.cost ?? UNREACHED, arcs: arcs.reverse() };
}
