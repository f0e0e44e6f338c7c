/**
 * A long page in parts, each of which is recognised as a page of its own, and long texts in pieces: so what names cost grows as the
 * page does, whatever stands on it. No page of a newspaper is so long, and no paragraph.
 */

/** A text of a page, or a piece of one that is longer than any paragraph. */
export interface Piece {
  readonly text: string;
  /** The text's index on the page, and where the piece begins in it (UTF-16). */
  readonly block: number;
  readonly start: number;
}

/** A page of no more UTF-16 units is one part, a text of no more one piece. */
const LONGEST_PART = 24_000;
const LONGEST_PIECE = 4_000;

/** The texts of a page in their order, in parts, of which there is at least one: one where they are no longer than a page, else several of about one length. */
export function partsOf(texts: readonly string[]): readonly (readonly Piece[])[] {
  const pieces = texts.flatMap(piecesOf);
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const most = length / Math.max(1, Math.ceil(length / LONGEST_PART));
  let part: Piece[] = [];
  const parts = [part];
  let room = most;
  for (const piece of pieces) {
    if (room <= 0) {
      part = [];
      parts.push(part);
      room += most;
    }
    part.push(piece);
    room -= piece.text.length;
  }
  return parts;
}

/** Cuts a long text where a sentence ends, or a clause; where none does, anywhere between two characters. */
function piecesOf(text: string, block: number): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  while (text.length - start > LONGEST_PIECE) {
    const end = start + cutIn(text.slice(start, start + LONGEST_PIECE));
    pieces.push({ text: text.slice(start, end), block, start });
    start = end;
  }
  pieces.push({ text: text.slice(start), block, start });
  return pieces;
}

function cutIn(text: string): number {
  for (const mark of [SENTENCE_END, CLAUSE_END])
    for (let at = text.length; at > LONGEST_PIECE / 2; at -= 1) if (mark.has(text[at - 1] ?? "")) return at;
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.length - 1 : text.length;
}

const SENTENCE_END = new Set("。！？；\n");
const CLAUSE_END = new Set("，、：,;. \u3000");
