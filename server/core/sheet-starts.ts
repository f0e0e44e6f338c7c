/**
 * Cuts a long text into sheets, each laid out and read as a page of its own. A page of a newspaper has hardly more than 20,000
 * characters; a longer text is several of them, and no habit of one holds for all.
 */

import { layOut } from "./layout/index.ts";
import { standFor } from "./tables/look-alike.ts";
import { PageMemory } from "./text/page-memory.ts";
import { changeBetween, isWhiteSpaceAt, pageOf } from "./text/text.ts";

/** A text of no more characters than this is one page. Characters are UTF-16 units without white space, here and below. */
export const LONGEST_PAGE = 24_000;
/** A sheet has so many characters at least and, where a line ends in time, at most twice as many. */
export const SHEET = 4_000;

/** What speaks for the end of a sheet between two lines: nothing, the end of a sentence, one before what opens a paragraph, a folio that comes next. */
const END = { line: 0, sentence: 1, paragraph: 2, page: 3 } as const;

/** White space, the ends of sentences and of what quotes them, and Han characters, by UTF-16 unit; second halves of a pair count as nothing. */
const CLASS = { other: 0, blank: 1, stop: 2, han: 3, maybeLookalike: 4, closing: 5 } as const;
const CLASSES = classTable();

function classTable(): Uint8Array {
  const table = new Uint8Array(65536);
  for (let code = 0; code < table.length; code += 1)
    if (isWhiteSpaceAt(String.fromCharCode(code), 0)) table[code] = CLASS.blank;
  for (const stop of "。！？…") table[stop.charCodeAt(0)] = CLASS.stop;
  for (const closing of "”’）") table[closing.charCodeAt(0)] = CLASS.closing;
  table.fill(CLASS.blank, 0xdc00, 0xe000);
  table.fill(CLASS.han, 0x4e00, 0xa000);
  table.fill(CLASS.maybeLookalike, 0x2e80, 0x2fe0);
  table.fill(CLASS.maybeLookalike, 0xf900, 0xfb00);
  return table;
}

function classAt(text: string, index: number): number {
  return CLASSES[text.charCodeAt(index)] ?? CLASS.other;
}

/** A place where a sheet may begin. */
interface Candidate {
  readonly start: number;
  /** Characters of the sheet before it. */
  readonly counted: number;
  /** What speaks for it, one of {@link END}; of equals the one with the greater sign. */
  readonly end: number;
  readonly sign: number;
}

/** A text, and where its sheets begin. */
export interface CutText {
  readonly text: string;
  readonly starts: readonly number[];
}

/**
 * Where the sheets of a text begin (UTF-16 offsets, ascending, the first 0): each but the first with a line that is not
 * blank, where a block ends as far as the lines round it show. What decides is the text round each place, so that an edit moves only
 * the places near it: by an earlier version, of which it is known, only these are looked for, with the same result.
 */
export function sheetStartsOf(text: string, before?: CutText): number[] {
  if (text.length <= LONGEST_PAGE || !isLong(text)) return [0];
  BORDERS.begin();
  const known = before && before.starts.length > 1 ? knownStarts(before, text) : NOTHING_KNOWN;
  const starts = [...known.starts];
  for (let next = nextStart(text, starts.at(-1) ?? 0); next !== undefined; next = nextStart(text, next)) {
    starts.push(next);
    const rest = known.after(next);
    if (rest) return [...starts, ...rest];
  }
  return starts;
}

/** What an earlier version tells of a text: its first starts, and those after one of them where all is as it was from there on. */
interface KnownStarts {
  readonly starts: readonly number[];
  after(start: number): readonly number[] | undefined;
}

const NOTHING_KNOWN: KnownStarts = { starts: [0], after: () => undefined };

/**
 * Where a sheet begins is decided by the text from the beginning of the sheet before it to that of the second sheet after
 * it, at most: {@link nextStart} looks no further back than the former, and fewer characters ahead than a sheet has.
 */
function knownStarts(before: CutText, text: string): KnownStarts {
  const { start, endBefore, endAfter } = changeBetween(before.text, text);
  const moved = endAfter - endBefore;
  const same = before.starts.filter((_, i) => i === 0 || (before.starts[i + 2] ?? Number.POSITIVE_INFINITY) <= start);
  return {
    starts: same,
    after(next) {
      if (next < endAfter) return undefined;
      const at = before.starts.indexOf(next - moved);
      return at < 0 ? undefined : before.starts.slice(at + 1).map((one) => one + moved);
    },
  };
}

/** Where the sheet after the one that begins at `start` begins; undefined where that is the last one. */
function nextStart(text: string, start: number): number | undefined {
  let counted = 0;
  let last = start;
  const candidates: Candidate[] = [];
  for (let i = start; i < text.length; i += 1) {
    if (classAt(text, i) === CLASS.blank) continue;
    if (candidates.length > 0 && counted > 2 * SHEET) return chosenAmong(text, candidates).start;
    if (counted >= SHEET && last < i - 1 && isLineEnd(text, last, i))
      candidates.push({
        start: lineStart(text, i),
        counted,
        end: endBetween(text, last, i),
        sign: signOf(text, last, i),
      });
    counted += 1;
    last = i;
  }
  return undefined;
}

/** So many places are looked at, the best first, before the best is taken though a block seems to go on there. */
const TRIED = 8;

/** The place for which most speaks and where a block ends; of equals the one with the greatest sign. */
function chosenAmong(text: string, candidates: readonly Candidate[]): Candidate {
  const best = [...candidates].sort((a, b) => b.end - a.end || b.sign - a.sign || a.counted - b.counted);
  return best.slice(0, TRIED).find(({ start }) => isBorder(text, start)) ?? (best[0] as Candidate);
}

/** So many lines on either side show whether a block ends between two lines, or so many UTF-16 units where lines are long. */
const LINES_AROUND = 16;
const UNITS_AROUND = 500;

/** Whether a block ends where lines stand so round a place; by these lines, with the place marked. */
const BORDERS = new PageMemory<boolean>();

function isBorder(text: string, start: number): boolean {
  let from = start;
  for (let lines = 0; from > 0 && lines < LINES_AROUND && start - from < UNITS_AROUND; lines += 1)
    from = lineStart(text, from - 1);
  let to = start;
  for (let lines = 0; to < text.length && lines < LINES_AROUND && to - start < UNITS_AROUND; lines += 1)
    to = nextLine(text, to);
  const [above, below] = [text.slice(from, start), text.slice(start, to)];
  return BORDERS.of(`${above}\0${below}`, () => {
    const first = above.length + below.search(/\S/u);
    return layOut(pageOf(above + below)).blocks.some((block) => block.start >= above.length && block.start <= first);
  });
}

function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineBreak(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

function nextLine(text: string, at: number): number {
  let next = at;
  while (next < text.length && !isLineBreak(text.charCodeAt(next))) next += 1;
  return Math.min(text.length, next + 1);
}

/** Whether a text has more characters than a page. */
function isLong(text: string): boolean {
  let count = 0;
  for (let i = 0; i < text.length && count <= LONGEST_PAGE; i += 1) if (classAt(text, i) !== CLASS.blank) count += 1;
  return count > LONGEST_PAGE;
}

/** Whether a line ends between two characters with nothing but white space between them. */
function isLineEnd(text: string, last: number, next: number): boolean {
  for (let i = last + 1; i < next; i += 1) if (isLineBreak(text.charCodeAt(i))) return true;
  return false;
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}

/** How many characters tell whether a folio comes next. */
const FOLIO = 16;
/** 第3版, 3版, A03版, 2026年8月16日星期日, without their blanks. */
const OPENS_PAGE =
  /^(?:第[0-9一二三四五六七八九十]{1,3}版|[A-Z]?[0-9]{1,3}版|[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日(?:星期|第))/;

/** What opens a paragraph or a heading, without its blanks: leads, bylines, captions, signs, heads that count on. */
const OPENS_PARAGRAPH =
  /^(?:本报讯|新华社|本报|记者|通讯员|图为|编者按|[□■●○▲△◆◇★☆]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十0-9]{1,3}）|[0-9]{1,2}[.、])/u;
/** An indent that a first line keeps. */
const INDENT = /^(?:\u3000|\t| {4})/u;

function endBetween(text: string, last: number, next: number): number {
  let opening = "";
  for (let i = next; opening.length < FOLIO && i < text.length; i += 1)
    if (classAt(text, i) !== CLASS.blank) opening += standFor(text.charAt(i));
  if (OPENS_PAGE.test(opening)) return END.page;
  if (!endsSentence(text, last)) return END.line;
  return OPENS_PARAGRAPH.test(opening) || INDENT.test(text.slice(lineStart(text, next), next))
    ? END.paragraph
    : END.sentence;
}

/** Whether a sentence ends with the character at an offset, the quote or bracket round it included. */
function endsSentence(text: string, last: number): boolean {
  if (classAt(text, last) === CLASS.stop) return true;
  return classAt(text, last) === CLASS.closing && classAt(text, last - 1) === CLASS.stop;
}

/** So many characters on either side of a place make its sign. */
const AROUND = 8;

/** A number that the Han characters round a place give, as good as random; look-alikes count as what they stand for. */
function signOf(text: string, last: number, next: number): number {
  let sign = 0x811c9dc5;
  for (const [from, step] of [
    [last, -1],
    [next, 1],
  ] as const) {
    let seen = 0;
    for (let i = from; seen < AROUND && i >= 0 && i < text.length; i += step) {
      const of = classAt(text, i);
      if (of === CLASS.blank) continue;
      seen += 1;
      const code = of === CLASS.maybeLookalike ? (standFor(text.charAt(i)).codePointAt(0) ?? 0) : text.charCodeAt(i);
      if (CLASSES[code] === CLASS.han) sign = Math.imul(sign ^ code, 0x01000193);
    }
  }
  // The low bits of such a product hang on the last characters only.
  return (sign ^ (sign >>> 15)) >>> 0;
}
