/** What lines cost outside running text by themselves: known before any parse, so that both parses of a page go by it. */

import { END, HEAD, ITEM_HEADS } from "../line-classes.ts";
import type { VisualLine } from "../lines.ts";
import { END_COSTS, HEAD_COSTS, type Weights } from "../weights.ts";
import { isRowLike, rowCost, rowLikeness } from "./rows.ts";
import { type LineCosts, type Model, type OutsideCosts, UNREACHED } from "./states.ts";
import { joinedPageCost, paragraphEndCost } from "./turns.ts";
import { verseCost, verseLikeness } from "./verse.ts";

/** What is known of a page before it is parsed; of its dialect nothing counts here that a parse shows. */
type Known = Pick<Model, "lines" | "words" | "weights" | "dialect">;

/** What the lines of a page cost outside columns. */
export function outsideCostsOf(known: Known): OutsideCosts {
  const { lines, weights } = known;
  const costs: OutsideCosts = {
    goesOn: costsOf(lines, (_, i) => goesOnCost(known, i)),
    display: lineCosts(lines, weights, DISPLAY),
    caption: lineCosts(lines, weights, CAPTION),
    isComplete: lines.map(isComplete),
    joined: costsOf(lines, (line, i) => joinedCost(known, line, i)),
    row: costsOf(lines, (line) => rowCost(weights, line)),
    rowAgain: costsOf(lines, () => UNREACHED),
    verse: costsOf(lines, (line) => verseCost(weights, line)),
    verseAgain: costsOf(lines, () => UNREACHED),
  };
  for (let i = 1; i < lines.length; i += 1) {
    const before = lines[i - 1] as VisualLine;
    const line = lines[i] as VisualLine;
    const row = costs.row[i] as number;
    const verse = costs.verse[i] as number;
    if (row < UNREACHED && isRowLike(before)) costs.rowAgain[i] = row + rowLikeness(weights, before, line);
    if (verse < UNREACHED) costs.verseAgain[i] = verse + verseLikeness(weights, before, line);
  }
  return costs;
}

function costsOf(lines: readonly VisualLine[], cost: (line: VisualLine, i: number) => number): Float64Array {
  const costs = new Float64Array(lines.length);
  for (let i = 0; i < lines.length; i += 1) costs[i] = cost(lines[i] as VisualLine, i);
  return costs;
}

/** What tells the two kinds of blocks apart that run over lines: what a line costs as in {@link LineCosts}. */
interface Kind {
  first(weights: Weights, line: VisualLine): number;
  more(weights: Weights, line: VisualLine, before: VisualLine): number;
  end(weights: Weights, line: VisualLine): number;
}

function lineCosts(lines: readonly VisualLine[], weights: Weights, kind: Kind): LineCosts {
  return {
    first: costsOf(lines, (line) => kind.first(weights, line)),
    more: costsOf(lines, (line, i) => (i === 0 ? UNREACHED : kind.more(weights, line, lines[i - 1] as VisualLine))),
    end: costsOf(lines, (line) => kind.end(weights, line)),
  };
}

const DISPLAY: Kind = {
  first: (weights, line) => displayShape(weights, line) + (patternCost(weights, line) ?? displayMarks(weights, line)),
  more: (weights, line, before) =>
    weights.displayGoesOn +
    weights.displayPerEm * line.width.em +
    (line.head === HEAD.bracket ? weights.displayTag : widthCost(weights, before.width.em, line.width.em)) +
    displayMarks(weights, line) +
    (line.isFigure ? weights.figureGoesOn : 0) +
    (before.indented && !before.wideIndent ? weights.displayGoesOnIndented : 0) +
    (isComplete(before) && !line.maybeName ? weights.displayPatternGoesOn : 0) +
    (before.leavesOpen > 0 && line.closesOpen > 0 ? weights.openAcrossDisplay : 0),
  end: (weights, line) => {
    const cost =
      (END_COSTS.display[line.endClass] ?? 0) +
      (line.leadsOn ? weights.endsLeadingOn : 0) +
      (line.leavesOpen > 0 ? weights.displayLeavesOpen : 0);
    return isComplete(line) ? Math.min(cost, weights.completeEnds) : cost;
  },
};

const CAPTION: Kind = {
  first: (weights, line) =>
    (HEAD_COSTS.display[line.head] ?? 0) +
    (line.width.em < 1.6 ? weights.displaySpeck : 0) +
    (line.indented && !line.wideIndent ? weights.displayIndented : 0),
  more: (weights, line, before) =>
    (line.endsCaption
      ? weights.captionOrigin
      : before.endClass === END.photographer || before.endsCaption
        ? weights.captionAfterSignature
        : line.opensCredit && before.endClass <= END.quotedStop
          ? weights.captionCredit
          : weights.captionGoesOn) + (before.leavesOpen > 0 && line.closesOpen > 0 ? weights.openAcross : 0),
  // A caption is a sentence or ends with the photographer's name.
  end: (weights, line) =>
    Math.min(END_COSTS.display[line.endClass] ?? 0, (END_COSTS.paragraph[line.endClass] ?? 0) + 0.3) +
    (line.endClass === END.photographer || line.endsCaption ? weights.captionSigned : 0),
};

/** What a line costs as one that was joined before, its end included. */
function joinedCost(known: Known, line: VisualLine, i: number): number {
  const { weights, dialect, lines } = known;
  return (
    (HEAD_COSTS.paragraph[line.head] ?? 0) +
    (line.width.em > dialect.widest ? 0 : weights.joinedNarrow * (1 - dialect.joinedShare)) +
    (line.indented && !line.wideIndent ? 1 : 0) +
    paragraphEndCost(known, line, lines[i + 1])
  );
}

/** What a line that opens as bylines, credits or jump lines do costs; `undefined` where it has no such pattern. */
function patternCost(weights: Weights, line: VisualLine): number | undefined {
  return PATTERNS.has(line.head) ? weights.displayPattern : undefined;
}

/** Heads of display blocks that are no captions; those have costs of their own. */
const PATTERNS: ReadonlySet<number> = new Set([HEAD.byline, HEAD.credit, HEAD.jump, HEAD.folio, HEAD.footnote]);

/** Whether a line is complete as it is: a byline, a credit, an item of a list. */
function isComplete({ head, endClass, leavesOpen, cutsByline, endsByline }: VisualLine): boolean {
  return (
    leavesOpen === 0 &&
    !cutsByline &&
    endClass !== END.label &&
    (PATTERNS.has(head) || ITEM_HEADS.has(head) || endsByline)
  );
}

/** What a line's head, width and indent cost in a display block. */
function displayShape(weights: Weights, line: VisualLine): number {
  const indent = line.indented && !line.wideIndent ? weights.displayIndented : 0;
  const size = ITEM_HEADS.has(line.head)
    ? 0
    : line.maybeName
      ? weights.displayName
      : line.width.em < 1.6
        ? weights.displaySpeck
        : line.width.em < 3.2
          ? weights.displayTiny
          : 0;
  const cut =
    (line.endsCaption ? weights.captionOriginAlone : 0) +
    (line.clings ? weights.beginsClinging : 0) +
    (line.closesOpen > 0 ? weights.displayLeavesOpen : 0);
  return (HEAD_COSTS.display[line.head] ?? 0) + weights.displayPerEm * line.width.em + indent + size + cut;
}

/** What full stops and commas cost in a display block: they make sentences, and those are text. */
function displayMarks(weights: Weights, line: VisualLine): number {
  return (
    weights.displayStop * Math.max(0, line.stops - (line.endClass <= END.quotedStop ? 1 : 0)) +
    weights.displayComma * line.commas
  );
}

/** A line no longer than this, in em, is the tail of a display block. */
const TAIL = 4;

/** What the widths of two lines of one block cost, in em: its lines are about as wide, and its last one may be a tail. */
function widthCost(weights: Weights, em: number, next: number): number {
  const wider = next - em;
  if (wider > 3) return weights.displayWidens;
  if (next <= TAIL) return weights.displayTail;
  if (wider > 0.6) return weights.displayWidensALittle;
  if (wider >= -0.6) return weights.displayEqual;
  return wider >= -3 ? weights.displayNarrows : 0;
}

/** What it costs that a block goes on after line `i`, but for blank lines, marks and what the kind of block adds. */
function goesOnCost(known: Known, i: number): number {
  const { lines, words } = known;
  const line = lines[i] as VisualLine;
  const next = lines[i + 1];
  if (!next) return UNREACHED;
  const ends = (END_COSTS.displayWrap[line.endClass] ?? 0) + (HEAD_COSTS.displayWrap[next.head] ?? 0);
  return ends + (words[i] as number) + joinedPageCost(known);
}
