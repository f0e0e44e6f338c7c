/** Finds where columns were read row by row: each line goes on in the next but one, or in the next but two. */

import { TURN } from "../dialect.ts";
import type { VisualLine } from "../lines.ts";
import { modelOf } from "../page-model.ts";
import { type Model, type Parse, parse, type WeighedParse } from "../parse/index.ts";
import type { Weights } from "../weights.ts";
import { adjoined, grown, type MarginOf } from "./edges.ts";
import { seamCosts } from "./seams.ts";
import { type Weave, weavesOf } from "./tracks.ts";

/** A stretch of a page whose lines are those of several columns by turns. */
export interface Interleaved extends Weave {
  /** By how many nats the lines are explained better column by column than in order. */
  readonly margin: number;
}

/** A shorter stretch, in lines, shows too little. */
const LEAST_LINES = 8;
/** What the seams have to say for a stretch, in nats, before its lines are parsed both ways. */
const SEAMS_SAY = 6;
/**
 * What the parse has to say, in nats: in all, and for each line. Where lines are out of turn there are many ways to deal
 * them to columns, the best of which fits better than order by chance, so that more is asked: about by the root of their number.
 */
const PARSE_SAYS = 7;
const PARSE_SAYS_OUT_OF_TURN = 2.5;
const PARSE_SAYS_PER_LINE = 0.25;
/** Columns dealt strictly by turns may be explained worse by so many nats, the more the more lines were out of turn. */
const IN_TURN_LACKS = 1;
/** So many of the lines, at least, go on in the next one of their column: where few do, they are headings, items or whole paragraphs. */
const WRAPS = 0.18;

/**
 * The stretches of a page that are several columns read row by row, from top to bottom. The seams between lines are tried
 * first; only a stretch for which they speak is parsed, in order and column by column. Time is linear in the lines.
 */
export function interleavedIn(model: Model): Interleaved[] {
  const { lines, weights } = model;
  if (lines.length < LEAST_LINES) return [];
  const seam = seamCosts(model);
  const parsed = (columns: Weave["columns"]): Apart => parsedApart(lines, columns, weights);
  const sure = weavesOf(lines.length, seam).flatMap((weave) => {
    if (weave.last - weave.first + 1 < LEAST_LINES || weave.gain < SEAMS_SAY) return [];
    const { count, wraps, marginOf } = parsed(weave.columns);
    if (wraps < WRAPS * count) return [];
    const margin = marginOf();
    const asked = PARSE_SAYS + PARSE_SAYS_OUT_OF_TURN * Math.sqrt(weave.outOfTurn);
    return margin >= Math.max(asked, PARSE_SAYS_PER_LINE * count) ? [{ ...weave, margin }] : [];
  });
  const marginOf = (columns: Weave["columns"]): number => parsed(columns).marginOf();
  const whole: Interleaved[] = [];
  sure.forEach((weave, n) => {
    const above = whole.at(-1);
    const bounds = { first: above ? above.last + 1 : 0, last: (sure[n + 1]?.first ?? lines.length) - 1 };
    const stretch = { ...grown(weave, bounds, seam, marginOf), margin: weave.margin };
    if (above && above.last + 1 === stretch.first) {
      whole.pop();
      whole.push({ ...adjoined(above, stretch), margin: above.margin + stretch.margin });
    } else whole.push(stretch);
  });
  return whole.map((stretch) => ({ ...stretch, columns: inTurn(stretch, marginOf) }));
}

/** The columns of a stretch: two or three strictly by turns, where that explains its lines about as well. */
function inTurn(weave: Weave, marginOf: MarginOf): Weave["columns"] {
  let best = marginOf(weave.columns) - IN_TURN_LACKS * (1 + Math.sqrt(weave.outOfTurn));
  let { columns } = weave;
  for (const count of [2, 3]) {
    const dealt = Array.from({ length: count }, (): number[] => []);
    for (let i = weave.first; i <= weave.last; i += 1) dealt[(i - weave.first) % count]?.push(i);
    const margin = marginOf(dealt);
    if (margin <= best) continue;
    best = margin;
    columns = dealt;
  }
  return columns;
}

/** So many lines of a stretch, from its first one on, are enough to tell how it is explained better. */
const MOST_PARSED = 400;

/** Lines parsed column by column. */
interface Apart {
  readonly count: number;
  /** How many of them go on in the next line of their column. */
  readonly wraps: number;
  /** By how many nats they are explained better so than in order; they are parsed in order to know it. */
  readonly marginOf: () => number;
}

function parsedApart(lines: readonly VisualLine[], columns: Weave["columns"], weights: Weights): Apart {
  const first = columns[0]?.[0] ?? 0;
  const dealt = columns.flatMap((column) => column.filter((i) => i < first + MOST_PARSED));
  const parseOf = (some: readonly number[]): Parse =>
    parse(
      modelOf(
        some.map((i) => lines[i] as VisualLine),
        weights,
      ),
    );
  const { cost, turns } = parseOf(dealt);
  return {
    count: dealt.length,
    wraps: turns.filter((turn) => turn !== TURN.break).length,
    marginOf: () => parseOf([...dealt].sort((a, b) => a - b)).cost - cost,
  };
}

/** So many line ends before and behind a stretch may be columns read row by row, too, where nothing tells. */
const EDGE = 8;

function near(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, n) => from + n);
}

/** The parse of a page without any wrap in the stretches or at their ends, where in order no lines belong together; beside them no wrap is sure. */
export function unjoined(parsed: WeighedParse, stretches: readonly Interleaved[]): WeighedParse {
  if (stretches.length === 0) return parsed;
  const turns = [...parsed.turns];
  const parts = [...parsed.parts];
  const margins = Float64Array.from(parsed.margins);
  for (const { first, last, margin } of stretches) {
    for (const i of [...near(first - 1 - EDGE, first - 1), ...near(last + 1, last + 1 + EDGE)])
      if (i in margins) margins[i] = Math.min(0, margins[i] as number);
    for (let i = Math.max(0, first - 1); i <= last; i += 1) {
      turns[i] = TURN.break;
      margins[i] = -margin;
    }
    for (let i = first; i <= last; i += 1) parts[i] = "single";
  }
  return { ...parsed, turns, parts, margins };
}
