/** What lines cost outside running text: a display block as a whole, a caption, a row of a table, a line of verse. */

import { TURN } from "../dialect.ts";
import { END, HEAD, ITEM_HEADS } from "../line-classes.ts";
import type { VisualLine } from "../lines.ts";
import { END_COSTS, HEAD_COSTS, type Weights } from "../weights.ts";
import { isRowLike, rowCost, rowLikeness } from "./rows.ts";
import { type Model, OUTSIDE, type Outside, UNREACHED } from "./states.ts";
import { blankLineCost, joinedPageCost, paragraphEndCost } from "./turns.ts";
import { verseCost, verseLikeness } from "./verse.ts";

/** No headline has more lines than this, and no caption. */
const MOST_DISPLAY_LINES = 5;
/** No crosshead has more. */
const MOST_CROSSHEAD_LINES = 3;
const MOST_CAPTION_LINES = 24;

/** A block outside columns that lines `start`…`end` make: what it is, and what it costs, its end included. */
export interface OutsideArc {
  readonly start: number;
  readonly end: number;
  readonly as: Outside;
  readonly cost: number;
  /** What it costs right after a block that is the same: a further row, a further line of verse. */
  readonly again: number;
  /** What it costs more right after another block outside columns. */
  readonly afterBlock: number;
  /** Em of its widest line. */
  readonly widest: number;
  /** Index of the narrowest measure that holds it as a crosshead; beyond the last one where it can be none. */
  readonly narrowest: number;
}

/** What it costs that a block begins after text, after a line joined before, or after another block outside columns. */
export interface OutsideEntry {
  readonly enters: number;
  readonly entersAfterJoined: number;
  readonly entersAgain: number;
}

/** What it costs that each kind of block begins, by {@link OUTSIDE}. */
export function outsideEntries({ weights, dialect }: Model): readonly OutsideEntry[] {
  const joined = weights.joined * (1 - dialect.joinedShare) + weights.joinedAfterJoined * dialect.joinedShare;
  const display = entry(weights.display, weights.displayAfterDisplay);
  const entries: OutsideEntry[] = [];
  entries[OUTSIDE.joined] = { enters: joined, entersAfterJoined: weights.joinedAfterJoined, entersAgain: joined };
  entries[OUTSIDE.display] = display;
  entries[OUTSIDE.caption] = display;
  entries[OUTSIDE.row] = entry(weights.rowsBegin, weights.rowsBeginAfterDisplay);
  entries[OUTSIDE.verse] = entry(weights.versesBegin, weights.versesBeginAfterDisplay);
  return entries;
}

function entry(enters: number, entersAgain: number): OutsideEntry {
  return { enters, entersAfterJoined: enters, entersAgain };
}

/** The arcs outside columns, by the line that they end with. */
export function outsideArcsOf(model: Model): readonly (readonly OutsideArc[])[] {
  const byEnd: OutsideArc[][] = model.lines.map(() => []);
  const add = (arc: OutsideArc): void => void byEnd[arc.end]?.push(arc);
  const goesOn = model.lines.map((_, i) => goesOnCost(model, i));
  model.lines.forEach((line, start) => {
    add({
      start,
      end: start,
      as: OUTSIDE.joined,
      cost: joinedCost(model, line, start),
      again: UNREACHED,
      afterBlock: 0,
      widest: line.width.em,
      narrowest: model.measures.length,
    });
    addRun({ model, goesOn, add }, start, DISPLAY);
    if (mayOpenCaption(model, start)) addRun({ model, goesOn, add }, start, CAPTION);
    addLines(model, start, add);
  });
  return byEnd;
}

/** Whether something says that a line opens a caption: its own head, or a line further on that speaks of a picture. */
function mayOpenCaption({ lines }: Model, start: number): boolean {
  const { head, dated, listed } = lines[start] as VisualLine;
  if (head === HEAD.caption || (head === HEAD.bullet && !listed) || dated) return true;
  for (let i = start; i < Math.min(lines.length, start + MOST_CAPTION_LINES); i += 1)
    if ((lines[i] as VisualLine).ofPicture) return true;
  return false;
}

/** A row of a table and a line of verse, each a block of its own. */
function addLines(model: Model, start: number, add: (arc: OutsideArc) => void): void {
  const { lines, weights } = model;
  const narrowest = model.measures.length;
  const line = lines[start] as VisualLine;
  const before = lines[start - 1];
  const row = rowCost(weights, line);
  if (row < UNREACHED) {
    const again = before && isRowLike(before) ? row + rowLikeness(weights, before, line) : UNREACHED;
    add({ start, end: start, as: OUTSIDE.row, cost: row, again, afterBlock: 0, widest: line.width.em, narrowest });
  }
  const verse = verseCost(weights, line);
  if (verse < UNREACHED) {
    const again = before ? verse + verseLikeness(weights, before, line) : UNREACHED;
    add({ start, end: start, as: OUTSIDE.verse, cost: verse, again, afterBlock: 0, widest: line.width.em, narrowest });
  }
}

/** What tells the two kinds of blocks apart that run over lines. */
interface Kind {
  readonly as: Outside;
  readonly most: number;
  /** What the first line costs, what a further one costs, and what the end of the last. */
  first(model: Model, line: VisualLine): number;
  more(model: Model, line: VisualLine, before: VisualLine): number;
  end(model: Model, line: VisualLine): number;
  /** What all its lines together cost. */
  whole(model: Model, start: number, end: number): number;
}

const DISPLAY: Kind = {
  as: OUTSIDE.display,
  most: MOST_DISPLAY_LINES,
  first: (model, line) => displayShape(model, line) + (patternCost(model, line) ?? displayMarks(model, line)),
  more: (model, line, before) =>
    model.weights.displayGoesOn +
    model.weights.displayPerEm * line.width.em +
    (line.head === HEAD.bracket ? model.weights.displayTag : widthCost(model.weights, before.width.em, line.width.em)) +
    displayMarks(model, line) +
    (line.isFigure ? model.weights.figureGoesOn : 0) +
    (before.indented && !before.wideIndent ? model.weights.displayGoesOnIndented : 0) +
    (isComplete(before) && !line.maybeName ? model.weights.displayPatternGoesOn : 0) +
    (before.leavesOpen > 0 && line.closesOpen > 0 ? model.weights.openAcrossDisplay : 0),
  end: ({ weights }, line) => {
    const cost =
      (END_COSTS.display[line.endClass] ?? 0) +
      (line.leadsOn ? weights.endsLeadingOn : 0) +
      (line.leavesOpen > 0 ? weights.displayLeavesOpen : 0);
    return isComplete(line) ? Math.min(cost, weights.completeEnds) : cost;
  },
  whole: () => 0,
};

const CAPTION: Kind = {
  as: OUTSIDE.caption,
  most: MOST_CAPTION_LINES,
  first: ({ weights }, line) =>
    (HEAD_COSTS.display[line.head] ?? 0) +
    (line.width.em < 1.6 ? weights.displaySpeck : 0) +
    (line.indented && !line.wideIndent ? weights.displayIndented : 0),
  more: ({ weights }, line, before) =>
    (line.endsCaption
      ? weights.captionOrigin
      : before.endClass === END.photographer || before.endsCaption
        ? weights.captionAfterSignature
        : line.opensCredit && before.endClass <= END.quotedStop
          ? weights.captionCredit
          : weights.captionGoesOn) + (before.leavesOpen > 0 && line.closesOpen > 0 ? weights.openAcross : 0),
  // A caption is a sentence or ends with the photographer's name.
  end: ({ weights }, line) =>
    Math.min(END_COSTS.display[line.endClass] ?? 0, (END_COSTS.paragraph[line.endClass] ?? 0) + 0.3) +
    (line.endClass === END.photographer || line.endsCaption ? weights.captionSigned : 0),
  whole: (model, start, end) => {
    const says = captionSays(model, start, end);
    return says < UNREACHED ? says + captionWidthCost(model, start, end) : UNREACHED;
  },
};

/** A block that costs more than this, in nats, is no part of any good explanation. */
const HOPELESS = 30;

/** What blocks that run over lines are made of. */
interface Making {
  readonly model: Model;
  /** What it costs that a block goes on after each line: see {@link goesOnCost}. */
  readonly goesOn: readonly number[];
  readonly add: (arc: OutsideArc) => void;
}

/** Adds the blocks of a kind that begin with a line. */
function addRun({ model, goesOn, add }: Making, start: number, kind: Kind): void {
  const { lines, measures, weights } = model;
  let cost = kind.first(model, lines[start] as VisualLine);
  let widest = 0;
  let all = 0;
  let narrowest = 0;
  for (let end = start; ; end += 1) {
    const line = lines[end] as VisualLine;
    widest = Math.max(widest, line.width.em);
    all += line.width.em;
    if (kind !== DISPLAY || start === 0 || end - start >= MOST_CROSSHEAD_LINES) narrowest = measures.length;
    while (narrowest < measures.length && (measures[narrowest] as number) + weights.tolerance < widest) narrowest += 1;
    const afterBlock =
      kind === DISPLAY && all <= SHORT && !isComplete(lines[start] as VisualLine)
        ? weights.displayShortAfterDisplay
        : 0;
    const whole = kind.whole(model, start, end);
    if (whole < UNREACHED)
      add({
        start,
        end,
        as: kind.as,
        cost: cost + kind.end(model, line) + whole,
        again: UNREACHED,
        afterBlock,
        widest,
        narrowest,
      });
    const next = lines[end + 1];
    if (!next || next.indented || end - start + 1 >= kind.most || cost > HOPELESS) return;
    const turn = end === start ? TURN.wrapAfterFirst : TURN.wrap;
    cost += (goesOn[end] as number) + blankLineCost(model, end, turn) + kind.more(model, next, line);
  }
}

/** What it costs that lines say, or don't, that they belong to a picture: 图为… at the head or inside, who pictured it at the end. */
function captionSays({ lines, weights }: Model, start: number, end: number): number {
  if ((lines[start] as VisualLine).head === HEAD.caption) return weights.captionAnnounced;
  for (let i = start; i <= end; i += 1) if ((lines[i] as VisualLine).ofPicture) return weights.captionOfPicture;
  const { head, dated, listed } = lines[start] as VisualLine;
  return head === HEAD.bullet && !listed ? weights.captionBulleted : dated ? weights.captionDated : UNREACHED;
}

/** A caption is set as a paragraph of its own measure: all its lines but the last are full. */
function captionWidthCost({ lines, weights }: Model, start: number, end: number): number {
  let measure = 0;
  for (let i = start; i <= end; i += 1) measure = Math.max(measure, (lines[i] as VisualLine).width.em);
  let cost = 0;
  for (let i = start; i < end; i += 1) {
    const room = (lines[i + 1] as VisualLine).firstUnit;
    const slack = measure - (lines[i] as VisualLine).width.em - room - 0.6;
    if (slack <= 0) continue;
    cost += Math.min(weights.captionRoomLimit, weights.captionRoomLeft * slack);
    if ((lines[i] as VisualLine).endClass <= END.quotedStop) cost += weights.captionRoomAfterStop;
  }
  return cost;
}

/** What a line costs as one that was joined before, its end included. */
function joinedCost(model: Model, line: VisualLine, i: number): number {
  const { weights, dialect, lines } = model;
  return (
    (HEAD_COSTS.paragraph[line.head] ?? 0) +
    (line.width.em > dialect.widest ? 0 : weights.joinedNarrow * (1 - dialect.joinedShare)) +
    (line.indented && !line.wideIndent ? 1 : 0) +
    paragraphEndCost(model, line, lines[i + 1])
  );
}

/** What a line that opens as bylines, credits or jump lines do costs; `undefined` where it has no such pattern. */
function patternCost({ weights }: Model, line: VisualLine): number | undefined {
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
function displayShape({ weights }: Model, line: VisualLine): number {
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
function displayMarks({ weights }: Model, line: VisualLine): number {
  return (
    weights.displayStop * Math.max(0, line.stops - (line.endClass <= END.quotedStop ? 1 : 0)) +
    weights.displayComma * line.commas
  );
}

/** A block no longer than this, in em, is hardly a heading beside others. */
const SHORT = 8;

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
function goesOnCost(model: Model, i: number): number {
  const { lines, words } = model;
  const line = lines[i] as VisualLine;
  const next = lines[i + 1];
  if (!next) return UNREACHED;
  const ends = (END_COSTS.displayWrap[line.endClass] ?? 0) + (HEAD_COSTS.displayWrap[next.head] ?? 0);
  return ends + (words[i] as number) + joinedPageCost(model);
}
