/** How well a line goes on in another one further down, by what the lines round them show, whatever their order. */

import { END } from "../line-classes.ts";
import type { VisualLine } from "../lines.ts";
import { type Model, wordCost } from "../parse/index.ts";
import { END_COSTS, HEAD_COSTS } from "../weights.ts";

/** Em by which a full line may be narrower than the next one, besides that one's first unit. */
const TOLERANCE = 0.5;
/** What it costs that a line had room for the next one's first unit; for each em of it; the most that it costs. */
const ROOM = 1;
const ROOM_PER_EM = 1;
const ROOM_LIMIT = 6;
/** What it costs that a paragraph opens with a full line, and that one goes on with a line as narrow as first lines are. */
const FULL_OPENS = 3.5;
const NARROW_GOES_ON = 3;
/** A seam costs no more, so that one odd line makes no stretch. */
const LIMIT = 5;
/** A full line misses the width of the lines round it by less, in em; first lines by no more. */
const FULL = 1.2;
const NARROW = 3;
/** So many lines before and after a line show how wide it could be. */
const AROUND = 4;

/** What the end of line `i` costs if line `j` follows it in its column, in nats: as a wrap or as a break, whichever is cheaper. */
export type SeamCost = (i: number, j: number) => number;

/** The costs of seams on a page; they know no measure, as columns that were read across show none in order. */
export function seamCosts(model: Model): SeamCost {
  const { lines, words, weights } = model;
  const opens = new Float64Array(lines.length);
  const goesOn = new Float64Array(lines.length);
  lines.forEach(({ endClass, head, width }, i) => {
    const missing = widthAround(lines, i) - width.em;
    opens[i] = (HEAD_COSTS.paragraph[head] ?? 0) + weights.endParagraph + (missing < FULL ? FULL_OPENS : 0);
    const narrow = missing >= FULL && missing <= NARROW && endClass > END.quotedStop;
    goesOn[i] = (HEAD_COSTS.wrap[head] ?? 0) + weights.goOn + (narrow ? NARROW_GOES_ON : 0);
  });
  const wordsAcross: SeamCost = (i, j) =>
    j === i + 1 ? (words[i] as number) : wordCost(model, lines[i] as VisualLine, lines[j] as VisualLine);
  return (i, j) => {
    const [line, next] = [lines[i] as VisualLine, lines[j] as VisualLine];
    const breaks = (END_COSTS.paragraph[line.endClass] ?? 0) + (opens[j] as number);
    const across = line.leavesOpen > 0 && next.closesOpen > 0 ? weights.openAcross : 0;
    const wraps = (END_COSTS.wrap[line.endClass] ?? 0) + (goesOn[j] as number) + roomCost(line, next) + across;
    return Math.min(LIMIT, breaks, wraps > LIMIT + 3 ? LIMIT : wraps + wordsAcross(i, j));
  };
}

/** The width, in em, that the lines round a line have: the second of them, as one may be anything. */
function widthAround(lines: readonly VisualLine[], i: number): number {
  let widest = 0;
  let second = 0;
  for (let at = Math.max(0, i - AROUND); at < Math.min(lines.length, i + AROUND + 1); at += 1) {
    const { em } = (lines[at] as VisualLine).width;
    if (em > widest) {
      second = widest;
      widest = em;
    } else if (em > second) second = em;
  }
  return second;
}

function roomCost(line: VisualLine, next: VisualLine): number {
  const room = next.width.em - line.width.em - next.firstUnit - TOLERANCE;
  return room > 0 ? Math.min(ROOM_LIMIT, ROOM + ROOM_PER_EM * room) : 0;
}
