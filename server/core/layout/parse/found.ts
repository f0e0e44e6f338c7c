/** What the search goes by and finds: all that the way back and the margins are read off. */

import type { ColumnArcs } from "./arcs.ts";
import type { Interruption } from "./interruptions.ts";
import type { OutsideArcs, OutsideEntry } from "./outside.ts";
import type { Passages } from "./passages.ts";
import type { Costs, Model } from "./states.ts";
import type { TurnCosts } from "./turns.ts";

/** All that the search goes by and has found. */
export interface Search {
  readonly model: Model;
  readonly turns: TurnCosts;
  readonly columns: ColumnArcs;
  readonly outside: OutsideArcs;
  readonly entries: readonly OutsideEntry[];
  /** Interruptions by the line with which the paragraph goes on, and by the line before them. */
  readonly interruptions: ReadonlyMap<number, readonly Interruption[]>;
  readonly interruptionsAfter: ReadonlyMap<number, readonly Interruption[]>;
  readonly costs: Costs;
  readonly passages: Passages;
}
