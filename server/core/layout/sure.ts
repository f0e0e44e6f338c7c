/** Which wraps are sure enough to be joined without asking. */

import { CELL, type Cell } from "./cells.ts";
import { TURN } from "./dialect.ts";
import { END, HEAD, type Head } from "./line-classes.ts";
import type { VisualLine } from "./lines.ts";
import type { Model, WeighedParse } from "./parse/index.ts";

/**
 * The margin, in nats, above which a wrap is sure, by what it stands in. Below it pages whose truth is known have about
 * as many wrong wraps as right ones; `npm run accuracy` shows what a change does to wrong joins and to wraps left.
 * Explanations that fit many lines, such as text round a picture, have to be better by more.
 */
const SURE = {
  /** Between two lines of a column of one measure, and between two lines of a caption. */
  column: 0.3,
  caption: 0.3,
  /** Of captions and headings where the page is joined in part: what paragraphs left over looks like lines of them. */
  lateCaption: 4,
  lateDisplay: 3,
  /** Of captions that have a line wider than any column. */
  joinedCaption: 8,
  /** Between pieces of a line. */
  cut: 0.7,
  /** Between two lines of a heading, where below 1.5 nearly half of the wraps are wrong; of a heading inside a column. */
  display: 1.5,
  crosshead: 1.5,
  /** Where the measure changes inside a paragraph. */
  change: 2,
  /** Along a picture. */
  beside: 1.5,
  /** After a drop cap. */
  dropCap: 3,
  /** Before a line that opens as items of a list and furniture do. */
  beforeItem: 8,
  /** Before a line that opens as captions do, or is nothing but the credit of one. */
  beforeCaption: 2,
  /** Between running text and a line that speaks of a picture. */
  besidePicture: 6,
  /** Before a field of a notice. */
  beforeLabel: 2,
  /** After an item of a list that ends with a full stop or semicolon. */
  afterItem: 6,
  /** Inside an item of a list, and after a field of a notice that others stand before. */
  insideList: 2,
  /** Beside lines that are Latin names, one below the other. */
  besideLatin: 20,
  /** Between lines as long as verse, and as one another, without any mark. */
  unmarked: 8,
  /** Between lines that are words parted by blanks, as many in each. */
  rows: 6,
} as const;

/** Whether the wrap after line `i` of a page's parse is sure. */
export function isSure(model: Model, parsed: WeighedParse, i: number): boolean {
  const { lines } = model;
  const asked = Math.max(SURE[kindOf(model, parsed, i)], ...signsAt(lines, parsed, i));
  return (parsed.margins[i] ?? 0) >= asked && !followsDoubtfulItem(model, parsed, i);
}

/** From this on a page counts as joined in part, see `joinedShare` of its dialect: a third of its text stands in long lines. */
const PARTLY_JOINED = 0.1;

function kindOf({ lines, dialect }: Model, { parts, measures }: WeighedParse, i: number): keyof typeof SURE {
  const part = parts[i];
  if (part === "cut") return lines[i]?.maybeDropCap ? "dropCap" : "cut";
  if (part === "beside" || parts[i + 1] === "beside") return "beside";
  const isJoined = (at: number): boolean => (lines[at]?.width.em ?? 0) > dialect.widest;
  const late = dialect.joinedShare > PARTLY_JOINED;
  if (part === "caption") return isJoined(i) || isJoined(i + 1) ? "joinedCaption" : late ? "lateCaption" : "caption";
  if (late && part === "display") return "lateDisplay";
  if (part === "display" || part === "crosshead") return part;
  return measures[i] === measures[i + 1] ? "column" : "change";
}

/** Heads that open a block of their own wherever they stand. */
const OPENS_BLOCK: ReadonlySet<Head> = new Set([HEAD.bullet, HEAD.item, HEAD.numbered, HEAD.folio, HEAD.footnote]);

/** Heads of paragraphs that may well speak of a picture. */
const OF_PICTURE: ReadonlySet<Head> = new Set([HEAD.bullet, HEAD.caption]);

/** What the lines on both sides of a line end ask for, whatever the parse takes them for. */
function signsAt(lines: readonly VisualLine[], parsed: WeighedParse, i: number): number[] {
  const [line, next] = [lines[i], lines[i + 1]];
  if (!line || !next) return [];
  const signs: number[] = [];
  if (OPENS_BLOCK.has(next.head) || line.head === HEAD.folio) signs.push(SURE.beforeItem);
  if (next.opensCredit || next.endsCaption || next.dated) signs.push(SURE.beforeCaption);
  if (isText(parsed, i) && (line.ofPicture || next.ofPicture) && !OF_PICTURE.has(headOfBlock(lines, parsed, i)))
    signs.push(SURE.besidePicture);
  if (next.head === HEAD.label && next.endClass !== END.colon) signs.push(SURE.beforeLabel);
  if (line.endClass <= END.semicolon && OPENS_BLOCK.has(headOfBlock(lines, parsed, i))) signs.push(SURE.afterItem);
  if (line.listed || (line.head === HEAD.label && lines[i - 1]?.head === HEAD.label)) signs.push(SURE.insideList);
  if (haveCells(line, next)) signs.push(SURE.rows);
  if (isBesideLatin(lines, i) && !line.cutsAddress && isPlain(line)) signs.push(SURE.besideLatin);
  if (parsed.parts[i] !== "caption" && isInUnmarkedRun(lines, i)) signs.push(SURE.unmarked);
  return signs;
}

/** Whether two lines are as many words each, parted by blanks and more than a heading has parts. */
function haveCells(line: VisualLine, next: VisualLine): boolean {
  const { length } = line.cells;
  return length > 2 && next.cells.length === length && line.cells.every(isWord) && next.cells.every(isWord);
}

function isWord(cell: Cell): boolean {
  return cell === CELL.han || cell === CELL.name;
}

/** A mark opens a line of running text more rarely than a number does. */
const MARK_AT_HEAD = /^[^\p{L}\p{N}]/u;

/**
 * Whether line `i` opens with a mark as items of a list and notes do and it is not sure that it goes on from the line before: if
 * it does not, what follows may well go on from there.
 */
function followsDoubtfulItem(model: Model, parsed: WeighedParse, i: number): boolean {
  const { lines } = model;
  if (i === 0 || parsed.turns[i - 1] === TURN.break || !MARK_AT_HEAD.test(lines[i]?.text ?? "")) return false;
  if (!OPENS_BLOCK.has(lines[i]?.head ?? HEAD.han)) return false;
  return !isSure(model, parsed, i - 1);
}

/** Whether two Latin lines in a row begin or end with line `i` or the next one. */
function isBesideLatin(lines: readonly VisualLine[], i: number): boolean {
  const latin = (at: number): boolean => lines[at]?.isLatin ?? false;
  return (latin(i) && (latin(i - 1) || latin(i + 1))) || (latin(i + 1) && latin(i + 2));
}

/** Whether a line shows no sentence: it has no mark inside or at its end. */
function isPlain({ stops, commas, text }: VisualLine): boolean {
  return stops + commas === 0 && !/[,;:-]$/u.test(text);
}

/** Whether line `i` and the next one are lines of a column. */
function isText({ measures }: WeighedParse, i: number): boolean {
  return (measures[i] ?? 0) > 0 && (measures[i + 1] ?? 0) > 0;
}

/** How the block opens that holds line `i`; a paragraph of many lines is no item. */
function headOfBlock(lines: readonly VisualLine[], { turns }: WeighedParse, i: number): Head {
  let first = i;
  while (first > 0 && turns[first - 1] !== TURN.break) {
    if (i - first >= LONGEST_ITEM) return HEAD.han;
    first -= 1;
  }
  return lines[first]?.head ?? HEAD.han;
}

/** An item of a list has no more lines than this. */
const LONGEST_ITEM = 4;

/** So many lines in a row without a mark, at least, may be verse; they are so long, in UTF-16 units. */
const VERSES = 4;
const VERSE_LENGTHS: ReadonlySet<number> = new Set([5, 7]);

/** Whether line `i` or the next one stands among lines as long as one another that have no mark. */
function isInUnmarkedRun(lines: readonly VisualLine[], i: number): boolean {
  return isOfVerse(lines, i) || isOfVerse(lines, i + 1);
}

function isOfVerse(lines: readonly VisualLine[], i: number): boolean {
  const length = lines[i]?.text.length ?? 0;
  if (!VERSE_LENGTHS.has(length)) return false;
  const alike = (at: number): boolean => {
    const line = lines[at];
    return line?.text.length === length && line.endClass === END.han && line.stops + line.commas === 0;
  };
  if (!alike(i)) return false;
  let count = 1;
  for (let at = i - 1; count < VERSES && alike(at); at -= 1) count += 1;
  for (let at = i + 1; count < VERSES && alike(at); at += 1) count += 1;
  return count >= VERSES;
}
