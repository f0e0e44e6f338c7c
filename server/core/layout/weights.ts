/** The evidence of the layout model in one table: what each piece says, and what it costs in nats. */

import { END, HEAD } from "./line-classes.ts";

/**
 * What each piece of evidence costs an explanation in which it holds, in nats (one nat is a factor of e in likelihood);
 * a negative cost speaks for the explanation. The parse of a page is the cheapest one. The costs were set by hand from
 * how newspapers are typeset; `npm run accuracy` shows what a change does.
 */
export const WEIGHTS = {
  /** A paragraph goes on after a line: paragraphs of newspapers are several lines long. */
  goOn: 0.1,
  /** A line that is nothing but a figure goes on from the one before it. */
  figureGoesOn: 2,
  /** A paragraph goes on after a field of a notice and its number (热线：12345). */
  wrapAfterValue: 5,
  /** It goes on after a line of a page that was joined before, times how much of it was. */
  goOnJoined: 12,
  /** A paragraph ends with a line. */
  endParagraph: 1.9,
  /** A paragraph has a single line. */
  single: 0.6,

  /** For each em that a wrapped line leaves free and the next unit could not have used: wrapped lines fill their measure. */
  slack: 0.2,
  /** A wrapped line had room for the next unit. This is the cost until the page's own typesetter is known. */
  roomLeft: 2.2,
  /** The most that it can cost: the typesetter of the page never leaves room. */
  roomLeftStrict: 4.2,
  /** For each em more of such room. */
  roomLeftPerEm: 1.7,
  /** A line is wider than its measure allows. */
  overfull: 1.8,
  /** For each em that it is too wide. */
  overfullPerEm: 5,
  /** The marks of a line were squeezed to make it fit; and for each em of that. */
  squeezed: 0.5,
  squeezedPerEm: 0.9,
  /** It is wider, but one unit that cannot be broken. */
  unbreakable: 0.5,
  /** A misfit costs no more than this, so that one odd line cannot break a paragraph by itself. */
  misfitLimit: 11,
  /** Em by which every measured width is uncertain. */
  tolerance: 0.3,
  /** Em more for each blank in the line, as its width is unknown. */
  tolerancePerBlank: 0.35,
  /** Em more for each border of a numeral, where the typesetter may leave a gap. */
  tolerancePerBorder: 0.05,
  /** A line that was stretched is a last line all the same: only full lines are stretched. */
  stretchedLast: 4,
  /** Em by which the natural width of a stretched line may fall short of its measure. */
  stretchedGive: 1,
  /** A paragraph goes on after a full stop at a line's end, on a page where no indent tells where the next one begins. */
  stopInsideUnindented: 1.5,
  /** A last line: it may end anywhere in the measure, so its width says nothing. */
  lastLine: 2.2,
  /** A line of text is plainly a row of a table. */
  rowInText: 2,
  /** It is nothing but fields of a masthead or folio. */
  furnitureInText: 6,
  /** A blank stands between two Han characters of a line of text. */
  blankInText: 0.6,
  /** A first line is not short of an indent. */
  firstWithoutIndent: 4.5,

  /** The measure changes inside a paragraph (text runs under a picture). */
  measureChangesInside: 6.5,
  /** It does after the first line, which alone shows no measure. */
  measureChangesAfterFirst: 1,
  /** The measure changes from one paragraph to the next. */
  measureChanges: 3.4,
  /** A measure begins after a headline or another display block, as columns do. */
  measureAfterDisplay: 2.2,
  /** Text runs along a picture: that begins with a paragraph, or inside one; it ends, or goes on after a paragraph's end. */
  besideStarts: 9,
  besideEnters: 7,
  besideLeaves: 1,
  besideAgain: 0.5,
  afterBeside: 1.5,
  /** For each line of such text, and for each em by which its width differs from the line before it; the most that costs. */
  beside: 1.4,
  besideChangePerEm: 0.35,
  besideChangeLimit: 6,
  /** A sentence goes on beyond lines that stand in its middle. */
  interruption: 5,
  /** A paragraph goes on beyond other blocks; its part before them is set as a heading; is short and has no mark inside. */
  interrupted: 3.1,
  interruptedHeading: 2,
  interruptedUnmarked: 2.5,
  /** Its rest opens with a date; with white space; without any, on a page where paragraphs have kept theirs. */
  interruptedDated: 2,
  interruptedIndented: 4,
  interruptedWithoutIndent: 3,
  /** A bracket or quote is open across them; it is open in one of its parts only; it is closed or opened between them. */
  interruptedOpen: 4,
  interruptedOpenAlone: 2,
  interruptedOpenBetween: 6,
  /** A heading stands between its parts; a block of text does that may have been set apart. */
  interruptingHeading: 0.5,
  interruptingText: 1.5,
  /** A paragraph ends with anything where an item of a list follows. */
  endBeforeItem: 1.6,

  /** The page ends inside a paragraph: the rest of the column may be cut off. */
  unfinished: 3.5,

  /** A display block (headline, byline, caption…) begins. */
  display: 4.6,
  /** It begins inside a column whose text goes on below, as a crosshead. */
  crosshead: 3.2,
  /** It begins right after another one: they come in groups. */
  displayAfterDisplay: 1.4,
  /** White space before its first character sets it off. */
  displayIndented: -3.2,
  /** White space sets off a body line, on a page where paragraphs have lost their indents. */
  bodyIndented: 3.2,
  /** White space stands before a line inside a paragraph; or an indent of an em or two. */
  indentInside: 6,
  wideIndentInside: 14,
  /** It does and is short, as one of several lines of a heading rather is than a heading by itself. */
  displayShortAfterDisplay: 0.7,
  /** For each em of a display block's line: they are short. */
  displayPerEm: 0.055,
  /** For each full stop inside a display line. */
  displayStop: 3,
  /** For each comma inside a display line. */
  displayComma: 1.1,
  /** A display line has the pattern of a byline, caption or credit. */
  displayPattern: -3.6,
  /** A caption opens as captions do (图为…), or says inside what the picture shows. */
  captionAnnounced: -3,
  captionOfPicture: 2,
  /** A caption opens with a mark that sets it off (■). */
  captionBulleted: 3,
  /** It opens with a date, as text does, too. */
  captionDated: 3.5,
  /** A caption ends in the photographer's name. */
  captionSigned: -6,
  /** A display line is one character; or two or three. */
  displaySpeck: 3.5,
  displayTiny: 1.8,
  /** A display block's further line is a short tail. */
  displayTail: -0.8,
  /** A display line may be a person's name: a byline. */
  displayName: -1.2,
  /** Rows of a table begin; they do after a heading. */
  rowsBegin: 6.5,
  rowsBeginAfterDisplay: 5.2,
  /** A line is a row; for each em of it; its cells are plainly parted; it has one cell; it has only words, or only names; a comma stands in it. */
  row: 0.6,
  rowPerEm: 0.03,
  rowParted: -2,
  rowOfOneCell: 1.8,
  rowOfWords: 1,
  rowOfNames: -2,
  rowComma: 2,
  /** A row follows a row; with other cells; with more or fewer of them. */
  rowAgain: -0.5,
  rowUnlike: 2,
  rowCellsDiffer: 0.8,
  /** Verse begins; it does after a heading. */
  versesBegin: 9,
  versesBeginAfterDisplay: 6.5,
  /** A line is one of verse; a mark stands inside it. */
  verse: 0.6,
  verseMarkInside: 1.6,
  /** A line is two lines of verse side by side. */
  couplet: -2,
  /** It follows one that is as long; that is longer or shorter; that has a mark at its end where it has none; neither has one, and it is another length or as long. */
  verseEqual: -0.9,
  verseRagged: 1.2,
  verseMarksDiffer: 1.6,
  verseUnmarked: 1.4,
  verseUnmarkedEqual: 0.5,
  /** A display block goes on in a further line. */
  displayGoesOn: 2.1,
  /** White space sets off the line before it, as that of a block's first line, and not this one. */
  displayGoesOnIndented: -0.8,
  /** A byline, a credit or an item ends with whatever it ends with. */
  completeEnds: 1.5,
  /** It opens with a bracket, as the name of a column does after a headline: （经济聚焦）. */
  displayTag: -0.8,
  /** It follows a byline or credit, which is complete as it is. */
  displayPatternGoesOn: 4,
  /** That line is wider than the line before it by more than three em; by less; it is as wide; it is a little narrower. */
  displayWidens: 3,
  displayWidensALittle: 1,
  displayEqual: -0.8,
  displayNarrows: -0.4,
  /** A caption goes on in a further line: it is a sentence and runs over lines. */
  captionGoesOn: 1,
  /** It goes on after the photographer's name. */
  captionAfterSignature: 6,
  /** After a full stop its credit follows, as far as the measure has no room for that. */
  captionCredit: -2,
  /** Where its picture comes from stands in brackets on a line of its own; that line is a block of its own. */
  captionOrigin: -3,
  captionOriginAlone: 3,
  /** The first character of a paragraph stands before it on a line of its own, as it is set large. */
  dropCap: 3,
  /** For each em that one of its lines but the last leaves free; more if it ends a sentence; the most that costs. */
  captionRoomLeft: 0.8,
  captionRoomAfterStop: 4,
  captionRoomLimit: 5,

  /** A wrap stands inside brackets or quotes, opened before it and closed in the next line. */
  openAcross: -1.6,
  /** A wrap of a display block does. */
  openAcrossDisplay: -3.4,
  /** The characters on both sides of a wrap stand together elsewhere on the page. */
  pairSeen: -2.2,
  /** They do with a third one beside them. */
  tripleSeen: -1.6,
  /** Two Han characters on both sides of a wrap stand together nowhere else. */
  pairUnseen: 0.5,
  /** A wrap stands between a figure and its unit, and the two can be nothing else. */
  unitAcross: -6,
  /** It stands inside an address of the web. */
  addressAcross: -7,
  /** It stands inside the credit of a picture. */
  creditAcross: -6,
  /** A byline may go on in the next line, which has nothing but names. */
  bylineAcross: -5,
  /** A block ends in a character that leads on to the next one, or begins with one that clings to the one before. */
  endsLeadingOn: 4,
  beginsClinging: 4,
  /** A display block ends with a bracket or quote open, or begins with the end of one. */
  displayLeavesOpen: 4,

  /** A line of a column is several lines joined before. This is the cost on a page where few are. */
  joinedLines: 6,
  /** The least that it can cost: many lines of the page are. */
  joinedLinesLeast: 1.5,
  /** Such a line ends with a sentence, and the paragraph goes on all the same. */
  joinedStopsShort: 5,
  /** Lines before it belong to its paragraph: whoever joins lines begins with the first. */
  joinedTail: 2,
  /** A line outside columns is a paragraph that was joined before. */
  joined: 3.2,
  /** It stands right after another one. */
  joinedAfterJoined: 0.5,
  /** It is no wider than a column may be. */
  joinedNarrow: 2.4,

  /** An extractor cut a line in two at a trimmed mark. */
  cut: 0.8,
  /** It did so after a full stop, where a paragraph may as well end. */
  cutAfterStop: 5.2,
} as const;

export type Weights = { readonly [name in keyof typeof WEIGHTS]: number };

/** What a line's end costs, by how the line ends: as a wrap or the end of a paragraph, as a wrap or the end of a display block. */
export const END_COSTS = byEnd({
  stop: { wrap: 3.8, paragraph: 0.2, displayWrap: 5, display: 4.5 },
  quotedStop: { wrap: 4.2, paragraph: 0.6, displayWrap: 5, display: 4 },
  comma: { wrap: 1.9, paragraph: 7, displayWrap: 1.5, display: 6.5 },
  semicolon: { wrap: 3.4, paragraph: 3.2, displayWrap: 3, display: 6 },
  colon: { wrap: 4, paragraph: 3.3, displayWrap: 2.5, display: 2 },
  bracket: { wrap: 3.2, paragraph: 1.8, displayWrap: 2.6, display: 0.9 },
  quote: { wrap: 3, paragraph: 2.6, displayWrap: 1.6, display: 1.2 },
  dash: { wrap: 3, paragraph: 5.5, displayWrap: 2.5, display: 1.5 },
  numeral: { wrap: 2.2, paragraph: 5.5, displayWrap: 1.4, display: 2.5 },
  opening: { wrap: 5, paragraph: 9, displayWrap: 4, display: 9 },
  han: { wrap: 0.4, paragraph: 4.3, displayWrap: 0.3, display: 0.3 },
  signature: { wrap: 6, paragraph: 0.8, displayWrap: 6, display: 4 },
  photographer: { wrap: 6, paragraph: 3, displayWrap: 6, display: 0.1 },
  label: { wrap: 0.8, paragraph: 7, displayWrap: 0.2, display: 5 },
  address: { wrap: 2.2, paragraph: 2.5, displayWrap: 2, display: 2.5 },
});

/**
 * What a line's head costs, by how the line opens: after a wrap of a paragraph, as a paragraph's first line, after a wrap
 * of a display block, as a display block's first line.
 */
export const HEAD_COSTS = byHead({
  han: { wrap: 0.2, paragraph: 0.3, displayWrap: 0.2, display: 0.3 },
  opening: { wrap: 2.2, paragraph: 1.6, displayWrap: 1.2, display: 1.6 },
  numeral: { wrap: 2.6, paragraph: 2.4, displayWrap: 1.6, display: 2.4 },
  dash: { wrap: 4.5, paragraph: 3, displayWrap: 4.5, display: 1.6 },
  closing: { wrap: 9, paragraph: 9, displayWrap: 7, display: 9 },
  bullet: { wrap: 6, paragraph: 3, displayWrap: 6, display: 3 },
  lead: { wrap: 7, paragraph: 1, displayWrap: 8, display: 6 },
  caption: { wrap: 5, paragraph: 4, displayWrap: 5, display: 0 },
  byline: { wrap: 4, paragraph: 4, displayWrap: 5, display: 0 },
  credit: { wrap: 4, paragraph: 4, displayWrap: 5, display: 0 },
  bracket: { wrap: 3, paragraph: 2.5, displayWrap: 0.8, display: 3.5 },
  note: { wrap: 4.5, paragraph: 0.6, displayWrap: 4.5, display: 2 },
  ellipsis: { wrap: 2.2, paragraph: 4, displayWrap: 0.8, display: 7 },
  folio: { wrap: 7, paragraph: 5, displayWrap: 6, display: 0 },
  footnote: { wrap: 6, paragraph: 0.8, displayWrap: 6, display: 1 },
  item: { wrap: 6, paragraph: 0.6, displayWrap: 6, display: 1 },
  numbered: { wrap: 6, paragraph: 2.5, displayWrap: 6, display: 0.2 },
  label: { wrap: 2.2, paragraph: 0.6, displayWrap: 3, display: 1 },
  jump: { wrap: 7, paragraph: 4, displayWrap: 6, display: 0 },
  resumed: { wrap: 7, paragraph: 1, displayWrap: 8, display: 5 },
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
