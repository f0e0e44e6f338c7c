/** The habits of one page's typesetter and extractor, which no weight can know: gaps, squeezing, blank lines. */

import { END, HEAD } from "./line-classes.ts";
import type { VisualLine } from "./lines.ts";
import type { Weights } from "./weights.ts";
import { endsWithClosingMark, WIDTH_CLASS, widthClassAt } from "./width.ts";

/** What the turn from one line to the next is: a wrap after a paragraph's first line, another wrap, or a break between blocks. */
export const TURN = { wrapAfterFirst: 0, wrap: 1, break: 2 } as const;
export type Turn = (typeof TURN)[keyof typeof TURN];

/** What is taken for a page's habits. */
export interface Dialect {
  /** Width in em of the gap between a numeral and a Han character. */
  readonly numberGap: number;
  /** Whether the typesetter squeezes marks to fill a line. */
  readonly squeezes: boolean;
  /** What a wrapped line costs that had room for more; the rarer on the page, the dearer. Unknown before a parse. */
  readonly roomLeftCost: number | undefined;
  /** Whether paragraphs still have their indent. */
  readonly keepsIndents: boolean;
  /** Whether the first line of a paragraph was set two em narrower, with its indent or without it. */
  readonly indents: boolean;
  /** The widest measure, in em, that the page's columns may have: wider lines were joined before. */
  readonly widest: number;
  /** Whether the extractor cuts lines at trimmed marks, so that pieces of a line stand as lines. */
  readonly cutsLines: boolean;
  /** Share of the page's text in lines wider than any column, squared: such lines were joined before. */
  readonly joinedShare: number;
  /** What a line of a column costs that is several lines joined before; the rarer, the dearer. Unknown before a parse. */
  readonly joinedLinesCost: number | undefined;
  /** Cost of a blank line or its absence: `[turn][after a numeral][blank line]`. */
  readonly blankLineCosts: readonly (readonly (readonly [number, number])[])[];
}

/** No newspaper sets its columns wider than this, in em; notices may run across the page. */
const WIDEST_COLUMN = 46;
/** Nothing is set wider than this. */
const WIDEST_NOTICE = 130;

/** Blank lines say nothing yet. */
const NO_HABIT = [0, 1, 2].map(() => [0, 1].map(() => [0, 0] as const));

/** What can be said of a page before it is parsed. */
export function firstDialect(lines: readonly VisualLine[]): Dialect {
  let cuts = 0;
  let indents = 0;
  let joined = 0;
  let all = 0;
  const widest = widestMeasure(lines);
  for (const line of lines) {
    if (line.head === HEAD.closing) cuts += 1;
    if (line.indented && line.wideIndent) indents += 1;
    all += line.text.length;
    if (line.width.em > widest) joined += line.text.length;
  }
  return {
    numberGap: 0,
    squeezes: true,
    roomLeftCost: undefined,
    keepsIndents: indents >= 3 && indents > lines.length * 0.05,
    indents: true,
    widest,
    cutsLines: cuts >= 2,
    joinedShare: all === 0 ? 0 : (joined / all) ** 2,
    joinedLinesCost: undefined,
    blankLineCosts: NO_HABIT,
  };
}

/** Lines of a column are no further apart in width than this, in em. */
const SAME_COLUMN = 2;

/**
 * The widest measure of a page. Lines that were joined before end where a paragraph does and are each of another width;
 * those of a column wider than any other are all as wide, and most end in the middle of a sentence.
 */
function widestMeasure(lines: readonly VisualLine[]): number {
  const wide = lines.filter(({ width }) => width.em > WIDEST_COLUMN && width.em <= WIDEST_NOTICE);
  const goingOn = wide.filter(({ endClass }) => !PARAGRAPH_ENDS.has(endClass)).map(({ width }) => width.em);
  goingOn.sort((a, b) => a - b);
  let widest = WIDEST_COLUMN;
  let narrowest = 0;
  for (let i = 0; i < goingOn.length; i += 1) {
    const em = goingOn[i] as number;
    while ((goingOn[narrowest] as number) <= em - SAME_COLUMN) narrowest += 1;
    const alike = i - narrowest + 1;
    if (alike >= 2 && alike * 2 >= goingOn.length) widest = Math.ceil(em) + 1;
  }
  return widest;
}

const PARAGRAPH_ENDS: ReadonlySet<number> = new Set([
  END.stop,
  END.quotedStop,
  END.bracket,
  END.signature,
  END.photographer,
  END.quote,
]);

/** What a parse found of a page's lines that tells its habits. */
export interface ParsedTurns {
  /** The turn after each line but the last; `undefined` where a line was cut. */
  readonly turns: readonly (Turn | undefined)[];
  /** The measure of each line of a column in em; 0 for the others. */
  readonly measures: readonly number[];
}

/** The dialect that makes a parse most likely, estimated from its turns; a few lines alone change little. */
export function estimateDialect(
  before: Dialect,
  lines: readonly VisualLine[],
  parsed: ParsedTurns,
  weights: Weights,
): Dialect {
  return {
    ...before,
    ...estimateGaps(lines, parsed, weights),
    indents: estimateIndents(lines, parsed),
    joinedLinesCost: estimateJoinedLinesCost(lines, parsed, weights),
    blankLineCosts: estimateBlankLines(lines, parsed.turns),
  };
}

/** A last line this many em shorter than its measure plainly ends a paragraph. */
const PLAINLY_SHORT = 3;

/**
 * Whether paragraphs are indented. After a line that plainly ends one, the next one's first line is two em narrower where
 * they are, and as wide as any other where they are not.
 */
function estimateIndents(lines: readonly VisualLine[], { turns, measures }: ParsedTurns): boolean {
  let full = 0;
  let narrow = 0;
  for (let i = 0; i + 2 < lines.length; i += 1) {
    const last = lines[i] as VisualLine;
    const first = lines[i + 1] as VisualLine;
    const measure = measures[i + 1] ?? 0;
    if (measure === 0 || turns[i] !== TURN.break || turns[i + 1] !== TURN.wrapAfterFirst) continue;
    if (first.indented) continue;
    if (measures[i] !== measure || measure - last.width.em < PLAINLY_SHORT) continue;
    if (measure - first.width.em < 1.2) full += 1;
    else narrow += 1;
  }
  return !(full >= 3 && full > 2 * narrow);
}

/** So many lines of even chances are added to those of the page, so that a few lines make no habit. */
const PRIOR = 3;

function estimateBlankLines(lines: readonly VisualLine[], turns: ParsedTurns["turns"]): Dialect["blankLineCosts"] {
  const counts = [0, 1, 2].map(() => [0, 1].map(() => [0, 0] as [number, number]));
  turns.forEach((turn, i) => {
    const line = lines[i];
    const count = turn === undefined || !line ? undefined : counts[turn]?.[endsWithNumeral(line)];
    if (count && line) count[line.blankLinesAfter > 0 ? 1 : 0] += 1;
  });
  return counts.map((byNumeral) =>
    byNumeral.map((count, numeral) => {
      // Few lines after numerals lean on all lines of the turn, and those on an even chance.
      const turn = [0, 1].map((blank) => (byNumeral[0]?.[blank] ?? 0) + (byNumeral[1]?.[blank] ?? 0));
      const lean = smooth(turn[1] ?? 0, (turn[0] ?? 0) + (turn[1] ?? 0), 0.5);
      const blank = smooth(count[1], count[0] + count[1], numeral === 1 && count[0] + count[1] < 2 ? 0.5 : lean);
      return [-Math.log(1 - blank), -Math.log(blank)] as const;
    }),
  );
}

/** The share of hits, drawn towards `lean` where there are few. */
function smooth(hits: number, all: number, lean: number): number {
  return Math.min(0.985, Math.max(0.015, (hits + PRIOR * lean) / (all + PRIOR)));
}

/** 1 where the line ends in a digit, for indexing {@link Dialect.blankLineCosts}; else 0. */
export function endsWithNumeral(line: VisualLine): 0 | 1 {
  return line.endClass === END.numeral && widthClassAt(line.text, line.text.length - 1) === WIDTH_CLASS.digit ? 1 : 0;
}

/** What a line of several joined lines costs, by how many of the page's lines are such. */
function estimateJoinedLinesCost(lines: readonly VisualLine[], { measures }: ParsedTurns, weights: Weights): number {
  let joined = 0;
  lines.forEach((line, i) => {
    const measure = measures[i] ?? 0;
    if (measure > 0 && line.width.em > measure + JOINED_EXCESS) joined += 1;
  });
  const rate = (Math.max(0, joined - FEW_JOINED) + 0.3) / (lines.length + 60);
  return Math.min(weights.joinedLines, Math.max(weights.joinedLinesLeast, -Math.log(rate)));
}

/** So many lines that seem joined make no habit. */
const FEW_JOINED = 2;

/** A line this many em wider than its measure is several lines joined. */
const JOINED_EXCESS = 4;

/** The gaps beside numerals that typesetters leave, in em. */
const NUMBER_GAPS = [0, 0.125, 0.25];

/** How a typesetter may have set the lines of a page. */
interface Habit {
  readonly numberGap: number;
  readonly squeezes: boolean;
}

/** Tries each gap, with and without squeezing, on the wrapped lines of the parse, and takes what fits them best. */
function estimateGaps(
  lines: readonly VisualLine[],
  parsed: ParsedTurns,
  weights: Weights,
): Habit & Pick<Dialect, "roomLeftCost"> {
  let best: Habit & Fit = { numberGap: 0, squeezes: true, cost: Number.POSITIVE_INFINITY, roomy: 0, wrapped: 0 };
  for (const numberGap of NUMBER_GAPS) {
    for (const squeezes of [true, false]) {
      const habit = { numberGap, squeezes };
      const fit = fitOf(lines, parsed, habit);
      if (fit.cost < best.cost - 0.5) best = { ...habit, ...fit };
    }
  }
  const rate = (best.roomy + 5) / (best.wrapped + 45);
  return {
    numberGap: best.numberGap,
    squeezes: best.squeezes,
    roomLeftCost: Math.min(weights.roomLeftStrict, -Math.log(rate)),
  };
}

/** How well a habit fits the wrapped lines of a page: the lower its cost, the better. */
interface Fit {
  readonly cost: number;
  /** How many lines were wrapped, and how many of those had room for the next unit. */
  readonly wrapped: number;
  readonly roomy: number;
}

/** Em by which a line may miss its measure and still fit it. */
const TOLERANCE = 0.1;

function fitOf(lines: readonly VisualLine[], { measures, turns }: ParsedTurns, { numberGap, squeezes }: Habit): Fit {
  let cost = squeezes ? 0 : -1;
  let roomy = 0;
  let wrapped = 0;
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] as VisualLine;
    const measure = measures[i] ?? 0;
    const next = lines[i + 1];
    if (measure === 0 || !next || turns[i] === TURN.break || turns[i] === undefined) continue;
    const slack = measure - line.width.em - numberGap * line.width.numberBorders;
    const shrink = (squeezes ? 0.5 * line.width.squeezable : 0) + (endsWithClosingMark(line.text) ? 0.5 : 0);
    const room = next.firstUnit;
    wrapped += 1;
    if (slack > room + TOLERANCE) roomy += 1;
    if (slack < -shrink - TOLERANCE) cost += Math.min(3, 0.8 + 2 * (-shrink - TOLERANCE - slack));
    else if (slack > room + TOLERANCE) cost += Math.min(3, 0.8 + 1.5 * (slack - room - TOLERANCE));
    else cost += Math.log(room + shrink + 0.6);
  }
  return { cost, roomy, wrapped };
}
