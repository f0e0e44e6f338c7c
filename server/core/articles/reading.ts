/** A reading of a page, and what follows from it. */

import type { TextRange } from "./page-model.ts";

/** A reading of the page: where its articles begin, and what its short lines are. */
export interface Reading {
  /** 1 at each place where an article begins, and at the first and last place. */
  readonly cuts: Uint8Array;
  /** What each short line is; at places that are no cut a part, or a heading that stands inside its article. */
  readonly labels: Uint8Array;
}

/** A heading of a reading. */
export interface ReadHeading {
  readonly place: number;
  readonly shortLines: readonly number[];
  /** The number of its article; -1 where it has none. */
  readonly article: number;
}

/** A reading with all that follows from it. */
export interface ScoredReading {
  /** In nats. */
  readonly score: number;
  readonly reading: Reading;
  readonly articles: readonly TextRange[];
  readonly headings: readonly ReadHeading[];
}

/** A question to the scorer: what if the heading that begins with a short line were that article's, or (-1) no heading were? */
export interface WhatIf {
  readonly article: number;
  readonly line: number;
}

/** The same reading, to be changed by itself. */
export function copyOf({ cuts, labels }: Reading): Reading {
  return { cuts: cuts.slice(), labels: labels.slice() };
}

/** Whether two readings of a page are the same. */
export function areSame(one: Reading, other: Reading): boolean {
  return one.cuts.every((cut, p) => cut === other.cuts[p]) && one.labels.every((label, s) => label === other.labels[s]);
}
