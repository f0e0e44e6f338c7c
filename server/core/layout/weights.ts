/** The evidence of the layout model, in one table: what each piece says, and how much it weighs in nats of cost. */

import { END, HEAD } from "./line-classes.ts";

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
  slack: 0.2,
  /** A wrapped line that had room for the next unit, before the page's own typesetter is known. */
  roomLeft: 2.2,
  /** … and at most, where he never leaves room. */
  roomLeftStrict: 4.2,
  /** … and for each em more of room. */
  roomLeftPerEm: 1.7,
  /** A line wider than its measure allows. */
  overfull: 1.8,
  /** … and for each em more. */
  overfullPerEm: 5,
  /** A line whose marks were squeezed to fit; and for each em of it. */
  squeezed: 0.5,
  squeezedPerEm: 0.9,
  /** No misfit costs more than this, so that one odd line cannot break a paragraph by itself. */
  misfitLimit: 11,
  /** Em by which measured widths are uncertain. */
  tolerance: 0.3,
  /** … and for each blank of unknown width in the line. */
  tolerancePerBlank: 0.35,
  /** … and for each border of a numeral. */
  tolerancePerBorder: 0.05,
  /** A stretched line is a full one: it is no last line, and its natural width may fall short by some em. */
  stretchedLast: 4,
  stretchedGive: 3,
  /** A last line ends anywhere in the measure. */
  lastLine: 2.2,
  /** A first line that is not short of an indent. */
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
  /** … inside a column whose text goes on below: a crosshead. */
  crosshead: 3.2,
  /** … right after another one: they come in groups. */
  displayAfterDisplay: 1.4,
  /** … set off by white space before its first character. */
  displayIndented: -3.2,
  /** A body line set off by white space, on a page where paragraphs' indents are lost. */
  bodyIndented: 3.2,
  /** White space before a line inside a paragraph; an indent of an em or two there. */
  indentInside: 6,
  wideIndentInside: 14,
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
  /** A caption that does not open as one (图为…). */
  captionUnannounced: 6,
  /** Text that ends in the photographer's name is a caption. */
  captionSigned: -6,
  /** A display block of one character; of two or three. */
  displaySpeck: 3.5,
  displayTiny: 1.8,
  /** A display block's next line that is a short tail. */
  displayTail: -0.8,
  /** … that may be a person's name: a byline. */
  displayName: -1.2,
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
  pairSeen: -2.2,
  /** … three of them. */
  tripleSeen: -1.6,
  /** Two Han characters that stand together nowhere else. */
  pairUnseen: 0.5,
  /** A figure at the line's end and its unit at the next one's head, where they can be nothing else. */
  unitAcross: -6,

  /** A line of a column that is several lines joined before, on a page where few are. */
  joinedRun: 6,
  /** … and at least, where many are. */
  joinedRunLeast: 1.5,
  /** A joined line, wider than a column: a paragraph that was mended before. */
  joined: 3.2,
  /** … after another one. */
  joinedAfterJoined: 0.5,
  /** A line that could be a column's on a page of joined lines. */
  joinedNarrow: 2.4,

  /** Two pieces of one line that the extractor cut at a trimmed mark. */
  cut: 0.8,
  /** … after a full stop, where a paragraph may end as well. */
  cutAfterStop: 5.2,
} as const;

export type Weights = { readonly [name in keyof typeof WEIGHTS]: number };

/** Cost of a line end by how the line ends: as a wrap or end of a paragraph, as a wrap or end of a display block. */
export const END_COSTS = byEnd({
  stop: { wrap: 3.8, paragraph: 0.2, displayWrap: 5, display: 4.5 },
  quotedStop: { wrap: 4.2, paragraph: 0.6, displayWrap: 5, display: 4 },
  comma: { wrap: 1.9, paragraph: 7, displayWrap: 1.5, display: 6.5 },
  semicolon: { wrap: 3.4, paragraph: 4.5, displayWrap: 3, display: 6 },
  colon: { wrap: 4, paragraph: 4, displayWrap: 2.5, display: 2 },
  bracket: { wrap: 3.2, paragraph: 1.8, displayWrap: 2.6, display: 0.9 },
  quote: { wrap: 3, paragraph: 3.4, displayWrap: 1.6, display: 1.2 },
  dash: { wrap: 4.5, paragraph: 5, displayWrap: 2.5, display: 1.5 },
  numeral: { wrap: 2.2, paragraph: 5.5, displayWrap: 1.4, display: 2.5 },
  opening: { wrap: 5, paragraph: 9, displayWrap: 4, display: 9 },
  han: { wrap: 0.4, paragraph: 5, displayWrap: 0.3, display: 0.3 },
  signature: { wrap: 6, paragraph: 0.8, displayWrap: 6, display: 4 },
  photographer: { wrap: 6, paragraph: 3, displayWrap: 6, display: 0.1 },
  label: { wrap: 0.8, paragraph: 7, displayWrap: 0.2, display: 5 },
});

/** Cost of a line's head by what it opens: the line after a wrap, a paragraph, a display block's next line or its first. */
export const HEAD_COSTS = byHead({
  han: { wrap: 0.2, paragraph: 0.3, displayWrap: 0.2, display: 0.3 },
  opening: { wrap: 2.2, paragraph: 1.6, displayWrap: 1.2, display: 1.6 },
  numeral: { wrap: 2.6, paragraph: 2.4, displayWrap: 1.6, display: 2.4 },
  dash: { wrap: 4.5, paragraph: 6, displayWrap: 4.5, display: 1.6 },
  closing: { wrap: 9, paragraph: 9, displayWrap: 7, display: 9 },
  bullet: { wrap: 6, paragraph: 3, displayWrap: 6, display: 3 },
  lead: { wrap: 7, paragraph: 1, displayWrap: 8, display: 6 },
  caption: { wrap: 5, paragraph: 4, displayWrap: 5, display: 0 },
  byline: { wrap: 4, paragraph: 4, displayWrap: 5, display: 0 },
  credit: { wrap: 4, paragraph: 4, displayWrap: 5, display: 0 },
  bracket: { wrap: 3, paragraph: 2.5, displayWrap: 0.8, display: 3.5 },
  note: { wrap: 4.5, paragraph: 0.6, displayWrap: 4.5, display: 2 },
  ellipsis: { wrap: 2.2, paragraph: 4, displayWrap: 0.8, display: 7 },
  jump: { wrap: 7, paragraph: 4, displayWrap: 6, display: 0 },
});

interface Costs {
  readonly wrap: Float64Array;
  readonly paragraph: Float64Array;
  readonly displayWrap: Float64Array;
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
  const column = (name: keyof Costs): Float64Array => {
    const costs = new Float64Array(Object.keys(classes).length);
    for (const key of Object.keys(classes) as Class[]) costs[classes[key]] = rows[key][name];
    return costs;
  };
  return {
    wrap: column("wrap"),
    paragraph: column("paragraph"),
    displayWrap: column("displayWrap"),
    display: column("display"),
  };
}
