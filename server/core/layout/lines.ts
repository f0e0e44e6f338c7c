/** The lines of a page that are not blank: what each shows by itself, and what the lines beside it make of it. */

import { CLINGING, LEADING_ON } from "../tables/function-words.ts";
import { withoutLookalikes } from "../tables/look-alike.ts";
import { PageMemory } from "../text/page-memory.ts";
import type { Line } from "../text/text.ts";
import { addressesOf } from "./addresses.ts";
import { bylinesGoingOn } from "./bylines.ts";
import { type Cell, cellsOf, plainRows } from "./cells.ts";
import { countedHeads } from "./counted-heads.ts";
import { creditsOf } from "./credits.ts";
import { END, type End, HEAD, type Head } from "./line-classes.ts";
import { endsCaption, opensWithDate, saysPicture } from "./line-patterns.ts";
import { endClassOf, hanBlanksOf, headOf, looksLikeName, marksOf } from "./line-text.ts";
import { firstUnitOf, isSpacedOut, type LineWidth, WIDTH_CLASS, widthClassAt, widthOf } from "./width.ts";

/** A line that is not blank. */
export interface VisualLine {
  /** Line number on the page, 0-based. */
  readonly line: number;
  /** Page offsets without the white space at its ends. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly width: LineWidth;
  /** Width in em of its first unbreakable unit. */
  readonly firstUnit: number;
  readonly endClass: End;
  readonly head: Head;
  /** Blank lines between this line and the next one that is not blank. */
  readonly blankLinesAfter: number;
  /** It has white space before its first character: a first line's indent, or an extractor's sign of a heading. */
  readonly indented: boolean;
  /** That white space is at least one em wide, as an indent is. */
  readonly wideIndent: boolean;
  /** It was stretched to the measure with blanks between its characters. */
  readonly spacedOut: boolean;
  /** How many brackets and quotes it opens and leaves open, and how many it closes without having opened them. */
  readonly leavesOpen: number;
  readonly closesOpen: number;
  /** How many marks end a sentence or clause in it, and how many are commas. */
  readonly stops: number;
  readonly commas: number;
  /** The line may be a person's name and nothing else. */
  readonly maybeName: boolean;
  /** Its cells, if it may be a row of a table, and whether they are plainly parted. */
  readonly cells: readonly Cell[];
  readonly cellsParted: boolean;
  /** It is a figure and nothing else. */
  readonly isFigure: boolean;
  /** It is plainly a row of a table, as the lines beside it show. */
  readonly plainRow: boolean;
  /** How many blanks stand between two of its Han characters, brackets left out: few lines of running text have one. */
  readonly hanBlanks: number;
  /** It says that a picture is near: 图为…, … 林晓 摄. */
  readonly ofPicture: boolean;
  /** It opens with a date. */
  readonly dated: boolean;
  /** It opens with a mark that a line near it opens with, too, as items of a list do. */
  readonly listed: boolean;
  /** It ends a caption and is nothing else: （影像中国）. */
  readonly endsCaption: boolean;
  /** The credit of a picture opens it and is all that it and the lines with the credit's rest hold; its end cuts one. */
  readonly opensCredit: boolean;
  readonly cutsCredit: boolean;
  /** Its end cuts an address of the web. */
  readonly cutsAddress: boolean;
  /** A byline goes on after it, with more names or the rest of one. */
  readonly cutsByline: boolean;
  /** It has the rest of a byline that goes on from the line before. */
  readonly endsByline: boolean;
  /** It is nothing but Latin words that begin with a capital: a name, a firm. */
  readonly isLatin: boolean;
  /** It ends in a character that leads on to the next one; it begins with one that clings to the one before. */
  readonly leadsOn: boolean;
  readonly clings: boolean;
  /** It is one Han character: perhaps the large one that a paragraph opens with. */
  readonly maybeDropCap: boolean;
}

/** The visual lines of a page, from top to bottom. */
export function visualLinesOf(lines: readonly Line[]): VisualLine[] {
  SHAPES.begin();
  const visual: Described[] = [];
  for (const line of lines) {
    const described = describe(line);
    const before = visual.at(-1);
    if (!described) {
      if (before) before.blankLinesAfter += 1;
      continue;
    }
    // Closing marks that were cut from a line end it, so the two together show how it ends.
    if (before && CLOSING_ONLY.test(described.text)) described.endClass = endClassOf(before.text + described.text);
    visual.push(described);
  }
  for (const i of countedHeads(visual)) (visual[i] as Described).head = HEAD.numbered;
  for (const i of plainRows(visual)) (visual[i] as Described).plainRow = true;
  for (const i of listedLines(visual)) (visual[i] as Described).listed = true;
  for (const i of bylinesGoingOn(visual)) {
    (visual[i] as Described).cutsByline = true;
    (visual[i + 1] as Described).endsByline = true;
  }
  const addresses = addressesOf(visual);
  for (const i of addresses.cut) (visual[i] as Described).cutsAddress = true;
  for (const i of addresses.ends) (visual[i] as Described).endClass = END.address;
  const { opens, cut, ends } = creditsOf(visual);
  for (const i of opens) (visual[i] as Described).opensCredit = true;
  for (const i of cut) (visual[i] as Described).cutsCredit = true;
  for (const i of ends) Object.assign(visual[i] as Described, { endClass: END.photographer, ofPicture: true });
  return visual;
}

/** White space of at least an em: a wide blank, a tab, or blanks of a half-width character each. */
const WIDE_INDENT = /[\u3000\t\u2003]| {2}|[\u2002\u00a0]{2}/;

/** One character, perhaps with the mark before it; who pictured something (摄) is none. */
const DROP_CAP = /^[“「]?(?![摄文图])\p{Script=Han}$/u;

/** Latin words with a capital each, as names have them and sentences don't. */
const LATIN = /^(?:[A-Z][A-Za-z\u00c0-\u024f.'’-]*(?: +|$))+$/u;

/** A figure and nothing else. */
const FIGURE = /^[+\-−±]?\d[\d.,:：/%％℃]*$/u;

/** Items of a list are no further apart than this, in lines. */
const ITEM_REACH = 4;

/** So many items make a list; two may as well be two captions. */
const FEWEST_ITEMS = 3;

/** The lines, by their index, that open with the same mark as others near them. */
function listedLines(lines: readonly VisualLine[]): Set<number> {
  const found = new Set<number>();
  const lists = new Map<string, number[]>();
  lines.forEach(({ head, text }, i) => {
    if (head !== HEAD.bullet) return;
    const mark = /^[①-⑳]/u.test(text) ? "①" : text.charAt(0);
    const known = lists.get(mark);
    const items = known && i - (known.at(-1) ?? i) <= ITEM_REACH ? known : [];
    items.push(i);
    lists.set(mark, items);
    if (items.length === FEWEST_ITEMS) for (const item of items) found.add(item);
    if (items.length > FEWEST_ITEMS) found.add(i);
  });
  return found;
}

/** A line of nothing but closing marks. */
const CLOSING_ONLY = /^[。！？”’）》]{1,3}$/u;

/** A line while the lines after it are still being read. */
type Described = { -readonly [K in keyof VisualLine]: VisualLine[K] };

/** What a line shows whatever stands round it; `start` and `end` are offsets into the line. Nothing where it is blank. */
type Shape = Readonly<Described> | null;

/** Most lines of a page are as they were before an edit. */
const SHAPES = new PageMemory<Shape>();

function describe(line: Line): Described | undefined {
  const shape = SHAPES.of(line.text, shapeOf);
  if (!shape) return undefined;
  return copyAt(shape, line);
}

/** The line of a shape. Field by field, as this is done for every line, and a spread of so many fields takes long. */
function copyAt(shape: Readonly<Described>, { index, start }: Line): Described {
  return {
    line: index,
    start: start + shape.start,
    end: start + shape.end,
    text: shape.text,
    width: shape.width,
    firstUnit: shape.firstUnit,
    endClass: shape.endClass,
    head: shape.head,
    blankLinesAfter: shape.blankLinesAfter,
    indented: shape.indented,
    wideIndent: shape.wideIndent,
    spacedOut: shape.spacedOut,
    leavesOpen: shape.leavesOpen,
    closesOpen: shape.closesOpen,
    stops: shape.stops,
    commas: shape.commas,
    maybeName: shape.maybeName,
    cells: shape.cells,
    cellsParted: shape.cellsParted,
    isFigure: shape.isFigure,
    plainRow: shape.plainRow,
    hanBlanks: shape.hanBlanks,
    ofPicture: shape.ofPicture,
    dated: shape.dated,
    listed: shape.listed,
    endsCaption: shape.endsCaption,
    opensCredit: shape.opensCredit,
    cutsCredit: shape.cutsCredit,
    cutsAddress: shape.cutsAddress,
    cutsByline: shape.cutsByline,
    endsByline: shape.endsByline,
    isLatin: shape.isLatin,
    leadsOn: shape.leadsOn,
    clings: shape.clings,
    maybeDropCap: shape.maybeDropCap,
  };
}

function shapeOf(whole: string): Shape {
  let from = 0;
  let to = whole.length;
  while (from < to && isBlankAt(whole, from)) from += 1;
  while (to > from && isBlankAt(whole, to - 1)) to -= 1;
  if (from === to) return null;
  const text = withoutLookalikes(whole.slice(from, to));
  const marks = marksOf(text);
  const spacedOut = isSpacedOut(text);
  const { cells, parted } = cellsOf(text);
  const indent = whole.slice(0, from);
  return {
    line: 0,
    start: from,
    end: to,
    text,
    width: widthOf(text, spacedOut),
    firstUnit: firstUnitOf(text),
    endClass: endClassOf(text),
    head: headOf(text),
    indented: from > 0 && /[^\u200b\ufeff]/.test(indent),
    wideIndent: from > 0 && WIDE_INDENT.test(indent),
    spacedOut,
    maybeName: looksLikeName(text),
    cells: spacedOut ? [] : cells,
    cellsParted: parted,
    isFigure: FIGURE.test(text),
    plainRow: false,
    listed: false,
    isLatin: LATIN.test(text),
    hanBlanks: spacedOut ? 0 : hanBlanksOf(text),
    ofPicture: saysPicture(text),
    dated: opensWithDate(text),
    endsCaption: endsCaption(text),
    maybeDropCap: DROP_CAP.test(text),
    opensCredit: false,
    cutsCredit: false,
    cutsByline: false,
    cutsAddress: false,
    endsByline: false,
    leadsOn: LEADING_ON.has(text.at(-1) ?? ""),
    clings: CLINGING.has(text[0] ?? ""),
    leavesOpen: marks.leavesOpen,
    closesOpen: marks.closesOpen,
    stops: marks.stops,
    commas: marks.commas,
    blankLinesAfter: 0,
  };
}

/** Whether white space stands at the index. */
function isBlankAt(text: string, index: number): boolean {
  return widthClassAt(text, index) === WIDTH_CLASS.blank;
}
