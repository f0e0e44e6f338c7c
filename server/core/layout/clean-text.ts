/** Lines that belong together as clean text: what is read there, and what their safe fixes leave on the page. */

import { PageMemory } from "../text/page-memory.ts";
import type { Span } from "../text/text.ts";
import { bareBorders, isNumberBorder } from "./gaps/borders.ts";
import { classAfter, classBefore } from "./gaps/classes.ts";
import type { PageHabits } from "./gaps/habit.ts";
import type { Reading } from "./gaps/in-cells.ts";
import { classifyGaps } from "./gaps.ts";
import { type JoinedText, join } from "./joined.ts";
import { movedGap, movedPiece } from "./moved.ts";
import type { Gap } from "./types.ts";

/** A stretch of a page as it is read: its gaps, and its text without them. */
export interface CleanText extends JoinedText {
  readonly gaps: readonly Gap[];
}

/** What the blanks of a stretch are told by besides the stretch. */
export interface PageStyle {
  readonly habits: PageHabits;
  /** The house sets a blank between Han characters and the numerals and Latin words beside them. */
  readonly spaced: boolean;
}

interface Known extends CleanText {
  /** Where the stretch starts that this was found on. */
  readonly start: number;
  /** It hangs on which characters stand together elsewhere on its page, so it holds for that page only. */
  readonly ofPage: boolean;
}

/** Most lines of a page belong together as they did before an edit. */
const KNOWN = new PageMemory<Known>();

/** Begins a page, or a version of one: what it asks for is remembered with it. */
export function beginPage(): void {
  KNOWN.begin();
}

/** A stretch of a page as clean text. */
export function cleanText(page: string, span: Span, style: PageStyle, reading: Reading): CleanText {
  const { habits, spaced } = style;
  const key = `${reading}${habits.numbersClose ? "=" : " "}${spaced ? "_" : " "}${page.slice(span.start, span.end)}`;
  let isNew = false;
  const known = KNOWN.of(key, () => {
    isNew = true;
    return cleaned(page, span, style, reading);
  });
  if (isNew) return known;
  if (known.ofPage) return cleaned(page, span, style, reading);
  return known.start === span.start ? known : movedText(known, span.start);
}

function cleaned(page: string, span: Span, { habits, spaced }: PageStyle, reading: Reading): Known {
  let ofPage = false;
  const hasTwice = (pair: string): boolean => {
    ofPage = true;
    return habits.hasTwice(pair);
  };
  const found = classifyGaps(page, span, { numbersClose: habits.numbersClose, hasTwice }, reading);
  const gaps = spaced ? found.map((gap) => spacedGap(page, gap)) : found;
  return { start: span.start, gaps, ...join(page, span, gaps), ofPage };
}

/** The gap as a page is to have it that sets a blank beside numerals. */
function spacedGap(page: string, gap: Gap): Gap {
  const { start, end, joined } = gap;
  const isBorder = joined === "" && isNumberBorder(classBefore(page, start), classAfter(page, end));
  return isBorder ? { ...gap, fixed: " " } : gap;
}

/** The same text where it stands elsewhere. */
function movedText({ start, gaps, text, pieces, gapsAt, ofPage }: Known, to: number): Known {
  const by = to - start;
  return {
    start: to,
    text,
    gaps: gaps.map((gap) => movedGap(gap, by)),
    pieces: pieces.map((one) => movedPiece(one, by)),
    gapsAt,
    ofPage,
  };
}

/** What safe fixes leave of a stretch with these gaps; all of its line ends are to go. */
export function fixedText(page: string, span: Span, gaps: readonly Gap[], spaced: boolean): CleanText {
  if (!spaced) return { gaps, ...join(page, span, gaps) };
  const wanted: Gap[] = gaps.map((gap) => (gap.fixed === undefined ? gap : { ...gap, joined: gap.fixed }));
  const own = new Set(wanted);
  const put = Array.from(
    bareBorders(page, span, gaps),
    (at): Gap => ({ start: at, end: at, cause: "number", joined: " " }),
  );
  const all = [...wanted, ...put].sort((a, b) => a.start - b.start);
  const { gapsAt, ...text } = join(page, span, all);
  return { gaps, ...text, gapsAt: gapsAt.filter((_, i) => own.has(all[i] as Gap)) };
}
