/** Parses a page twice, the second time with its own habits known, and groups its lines into blocks. */

import { TURN } from "./dialect.ts";
import { type Interleaved, interleavedIn, unjoined } from "./interleaved/index.ts";
import type { VisualLine } from "./lines.ts";
import { modelOf } from "./page-model.ts";
import { type Model, type Parse, type WeighedParse, weighedParse } from "./parse/index.ts";
import { isSure } from "./sure.ts";
import type { Weights } from "./weights.ts";

/** A page's parse, and the model that it was found with. */
export interface PageParse {
  readonly parsed: WeighedParse;
  readonly model: Model;
  /** Where columns were read row by row; the parse joins no line there. */
  readonly interleaved: readonly Interleaved[];
}

/** Parses a page: coarsely, to learn its dialect and measures, then finely with both. */
export function parsePage(lines: readonly VisualLine[], weights: Weights): PageParse {
  const model = modelOf(lines, weights);
  const interleaved = interleavedIn(model);
  return { parsed: unjoined(weighedParse(model), interleaved), model, interleaved };
}

/** The visual lines of one block, `first`…`last`, by their index among the page's visual lines. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** The blocks of a parse, from top to bottom: lines up to the next break. */
export function blockRangesOf({ turns }: Parse): LineRange[] {
  return rangesOf(turns.length, (i) => turns[i] === TURN.break);
}

/** The lines of a parse that surely belong together, from top to bottom: lines up to the next break or doubtful wrap. */
export function sureRangesOf(model: Model, parsed: WeighedParse): LineRange[] {
  return rangesOf(model.lines.length, (i) => parsed.turns[i] === TURN.break || !isSure(model, parsed, i));
}

function rangesOf(count: number, endsAt: (i: number) => boolean): LineRange[] {
  const ranges: LineRange[] = [];
  let first = 0;
  for (let i = 0; i < count; i += 1) {
    if (i < count - 1 && !endsAt(i)) continue;
    ranges.push({ first, last: i });
    first = i + 1;
  }
  return ranges;
}
