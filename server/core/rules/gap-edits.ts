/** What shall stand on the page in the place of a gap, and the edit that puts it there. */

import { CLASS, classAfter } from "../layout/gaps/classes.ts";
import type { Block, Gap, GapCause } from "../layout/types.ts";
import type { Analysis } from "../page/analysis.ts";
import type { TextEdit } from "../text/text.ts";

/** The edit that puts the right text in the place of a gap; `undefined` where the page has it already. */
export function gapEdit(
  { text }: Pick<Analysis, "text">,
  { start, end, joined, fixed = joined }: Gap,
): TextEdit | undefined {
  return fixed === text.slice(start, end) ? undefined : { start, end, newText: fixed };
}

/** A gap that wants another text, or probably does, and the block it stands in. */
export interface GapEdit {
  readonly block: Block;
  readonly gap: Gap;
  readonly edit: TextEdit;
  readonly safety: "safe" | "doubtful";
}

type EditsByCause = ReadonlyMap<GapCause, readonly GapEdit[]>;

const known = new WeakMap<Analysis, EditsByCause>();

/** The gaps of one cause that want another text, or probably do, with their edits, in page order. */
export function gapEdits(analysis: Analysis, cause: GapCause): readonly GapEdit[] {
  const edits = known.get(analysis) ?? editsByCause(analysis);
  known.set(analysis, edits);
  return edits.get(cause) ?? [];
}

/** The gaps of a page, looked at once for all rules. */
function editsByCause(analysis: Analysis): EditsByCause {
  const edits = new Map<GapCause, GapEdit[]>();
  for (const block of analysis.blocks) {
    for (const gap of block.gaps) {
      const wanted = gapEdit(analysis, gap);
      const edit = wanted ?? doubtfulEdit(gap);
      if (!edit) continue;
      const safe = wanted && (gap.cause !== "wrap" || gap.doubtful === undefined);
      const own = edits.get(gap.cause);
      const found: GapEdit = { block, gap, edit, safety: safe ? "safe" : "doubtful" };
      if (own) own.push(found);
      else edits.set(gap.cause, [found]);
    }
  }
  return edits;
}

/** What a doubtful fix would put in the place of a gap; `undefined` where there is nothing to choose. */
function doubtfulEdit({ start, end, doubtful }: Gap): TextEdit | undefined {
  return doubtful === undefined ? undefined : { start, end, newText: doubtful };
}

/** Between which offsets blocks part; what may be two blocks as well as one stands apart until somebody decides. */
export function* breaksOf(blocks: readonly Block[]): Generator<{ readonly end: number; readonly start: number }> {
  for (const [i, block] of blocks.entries()) {
    for (const gap of block.gaps)
      if (gap.cause === "wrap" && gap.doubtful !== undefined) yield { end: gap.start, start: gap.end };
    const next = blocks[i + 1];
    if (next) yield { end: block.end, start: next.start };
  }
}

/** Longest numeral or word that is looked at, in UTF-16 units; a longer run of characters is neither. */
const LONGEST = 40;

/** Where the numeral or Latin word that starts at `offset` ends. */
export function tokenEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && end - offset < LONGEST && isOfToken(text, end)) end += 1;
  return end;
}

/** Where the numeral or Latin word that ends at `offset` starts. */
export function tokenStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && offset - start < LONGEST && isOfToken(text, start - 1)) start -= 1;
  return start;
}

/** Numerals and Latin words with their points, commas, slashes and signs. */
function isOfToken(text: string, index: number): boolean {
  const of = classAfter(text, index);
  if (of === CLASS.digit || of === CLASS.latin || of === CLASS.sign || of === CLASS.prefix || of === CLASS.range)
    return true;
  return of === CLASS.other && text.charCodeAt(index) > 0x20 && text.charCodeAt(index) < 0x7f;
}

/** Start of the character (code point) before `offset`. */
export function characterStart(text: string, offset: number): number {
  const low = text.charCodeAt(offset - 1);
  const high = text.charCodeAt(offset - 2);
  const pair = low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff;
  return Math.max(0, offset - (pair ? 2 : 1));
}

/** End of the character (code point) at `offset`. */
export function characterEnd(text: string, offset: number): number {
  return Math.min(text.length, offset + ((text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1));
}
