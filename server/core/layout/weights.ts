/** The evidence of the layout model, in one table: what each piece says, and how much it weighs in nats of cost. */

import { END, HEAD } from "./lines.ts";

/**
 * Costs in nats (a nat is a factor of e in likelihood): the parse of a page is the cheapest explanation. Set by
 * hand from how newspapers are typeset; `npm run accuracy` shows what a change does.
 */
export const WEIGHTS = {
  /** Going on inside a paragraph, at each line end: paragraphs of this kind of text are several lines long. */
  goOn: 0.15,
  /** Ending a paragraph, at each line end. */
  endParagraph: 1.9,
  /** A paragraph of a single line. */
  single: 0.6,

  /** A wrapped line fills its measure: cost per em of slack that the next unit could not have used. */
  slack: 0.25,
  /** A wrapped line that had room for the next unit. */
  roomLeft: 1.6,
  /** … and for each em more of room. */
  roomLeftPerEm: 1.7,
  /** A line wider than its measure allows. */
  overfull: 1.8,
  /** … and for each em more. */
  overfullPerEm: 5,
  /** No misfit costs more than this, so that one odd line cannot break a paragraph by itself. */
  misfitLimit: 11,
  /** Em by which measured widths are uncertain. */
  tolerance: 0.3,
  /** … and for each blank of unknown width in the line. */
  tolerancePerBlank: 0.35,
  /** A last line ends anywhere in the measure. */
  lastLine: 2.6,
  /** A last line of the page's text that happens to fill the measure is no rarer than any other. */
  firstWithoutIndent: 4.5,

  /** The measure changes inside a paragraph (text runs under a picture). */
  measureChangesInside: 6.5,
  /** The measure changes from one paragraph to the next. */
  measureChanges: 3.4,
  /** A new measure after a headline or another display block: columns begin there. */
  measureAfterDisplay: 2.2,
  /** Paragraph without text before it: half a column may be cut off at the page's end. */
  unfinished: 3.5,

  /** A display block (headline, byline, caption…) begins. */
  display: 4.6,
  /** … right after another one: they come in groups. */
  displayAfterDisplay: 1.6,
  /** … set off by white space before its first character. */
  displayIndented: -3.2,
  /** A body line set off by white space, on a page where paragraphs' indents are lost. */
  bodyIndented: 3.2,
  /** For each em of a display block's line: they are short. */
  displayPerEm: 0.055,
  /** For each full stop inside a display line. */
  displayStop: 3,
  /** For each comma inside a display line. */
  displayComma: 1.1,
  /** A line in the pattern of a byline, caption or credit. */
  displayPattern: -3.6,
  /** A lead (本报讯 …电) opens running text. */
  displayLead: 5,
  /** Text that ends in a signature of the photographer is a caption. */
  captionEnd: -3,
  /** A display block goes on in a second line. */
  displayGoesOn: 3.3,
  /** … in a line that is wider than the line before it. */
  displayWidens: 3,
  /** … of a caption, which is a sentence and runs over lines. */
  captionGoesOn: -2.6,

  /** A bracket or quote is open at the line's end and closed in the next line. */
  openAcross: -1.6,
  /** … of a display block. */
  openAcrossDisplay: -3.4,
  /** The two characters at a line's end and the next one's head stand together elsewhere on the page. */
  pairSeen: -1.9,
  /** … three of them. */
  tripleSeen: -1.6,
  /** Two Han characters that stand together nowhere else. */
  pairUnseen: 0.35,

  /** A joined line, wider than a column: a paragraph that was mended before. */
  joined: 3.2,
  /** … after another one. */
  joinedAfterJoined: 0.5,
  /** A line that could be a column's on a page of joined lines. */
  joinedNarrow: 2.4,

  /** Two pieces of one line that the extractor cut at a trimmed mark. */
  cut: 0.8,
  /** A line that begins with a mark that may not open one, taken as a line of its own. */
  closingHead: 9,
} as const;

export type Weights = { readonly [name in keyof typeof WEIGHTS]: number };

/** Cost of a line end by how the line ends: as a wrap, as a paragraph's end, as a display block's end. */
export const END_COSTS = byEnd({
  stop: { wrap: 3.1, paragraph: 0.2, display: 4.5 },
  quotedStop: { wrap: 4.2, paragraph: 0.6, display: 4 },
  comma: { wrap: 1.9, paragraph: 7, display: 6.5 },
  semicolon: { wrap: 3.4, paragraph: 4.5, display: 6 },
  colon: { wrap: 4, paragraph: 4, display: 2 },
  bracket: { wrap: 3.2, paragraph: 1.8, display: 0.9 },
  quote: { wrap: 3, paragraph: 3.4, display: 1.2 },
  dash: { wrap: 4.5, paragraph: 5, display: 1.5 },
  numeral: { wrap: 2.2, paragraph: 5.5, display: 2.5 },
  opening: { wrap: 5, paragraph: 9, display: 9 },
  han: { wrap: 0.4, paragraph: 5, display: 0.3 },
});

/** Cost of a line's head by what it opens: the line after a wrap, a paragraph, a display block. */
export const HEAD_COSTS = byHead({
  han: { wrap: 0.2, paragraph: 0.3, display: 0.3 },
  opening: { wrap: 2.2, paragraph: 1.6, display: 1.8 },
  numeral: { wrap: 2.6, paragraph: 2.4, display: 2.4 },
  dash: { wrap: 4.5, paragraph: 6, display: 2.2 },
  closing: { wrap: 9, paragraph: 9, display: 9 },
  bullet: { wrap: 6, paragraph: 3, display: 3 },
  lead: { wrap: 7, paragraph: 1, display: 6 },
  caption: { wrap: 5, paragraph: 4, display: 0 },
  byline: { wrap: 4, paragraph: 4, display: 0 },
  credit: { wrap: 4, paragraph: 4, display: 0 },
});

interface Costs {
  readonly wrap: Float64Array;
  readonly paragraph: Float64Array;
  readonly display: Float64Array;
}
type Row = Record<keyof Costs, number>;

function byEnd(rows: Record<keyof typeof END, Row>): Costs {
  return table(END, rows);
}

function byHead(rows: Record<keyof typeof HEAD, Row>): Costs {
  return table(HEAD, rows);
}

function table<Class extends string>(classes: Record<Class, number>, rows: Record<Class, Row>): Costs {
  const size = Object.keys(classes).length;
  const costs = { wrap: new Float64Array(size), paragraph: new Float64Array(size), display: new Float64Array(size) };
  for (const name of Object.keys(classes) as Class[]) {
    for (const column of Object.keys(costs) as (keyof Costs)[]) costs[column][classes[name]] = rows[name][column];
  }
  return costs;
}
