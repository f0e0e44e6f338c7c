/** A text that was cleaned again once it was fixed, as a clean text of the page that it was fixed from. */

import type { CleanText } from "./clean-text.ts";
import type { Gap, Piece } from "./types.ts";

/** A stretch of a page, and what its safe fixes leave of it. */
export interface Stretch {
  /** Page offsets. */
  readonly start: number;
  readonly end: number;
  readonly fixed: CleanText;
}

/** A stretch where it stands on the fixed page. */
export interface FixedStretch extends Stretch {
  /** Offset on the fixed page. */
  readonly at: number;
}

/**
 * What was read on the fixed page, of stretches that follow one another there, as it is on the page itself: `read` has
 * offsets of the fixed page, what comes back has those of the page.
 */
export function composed(page: string, stretches: readonly FixedStretch[], read: CleanText): CleanText {
  const [only] = stretches;
  // Most paragraphs have no blank left once they are fixed.
  if (only && stretches.length === 1 && read.gaps.length === 0 && read.text === only.fixed.text) return only.fixed;
  const gaps: Gap[] = [];
  const gapsAt: number[] = [];
  const back: Piece[] = [];
  let next = 0;
  /** The gap of the fixed page that starts at an offset of it, and where it is in the text. */
  const readAt = (offset: number): number | undefined => {
    while ((read.gaps[next]?.start ?? offset) < offset) next += 1;
    return read.gaps[next]?.start === offset ? next : undefined;
  };
  stretches.forEach(({ at, fixed, end }, i) => {
    for (const piece of fixed.pieces) back.push({ ...piece, joined: piece.joined + at });
    fixed.gaps.forEach((gap, g) => {
      const left = gap.fixed ?? gap.joined;
      const found = left === "" ? undefined : readAt(at + (fixed.gapsAt[g] ?? 0));
      gaps.push(found === undefined ? gap : readAgain(page, gap, read.gaps[found] as Gap));
      gapsAt.push(found === undefined ? -1 : (read.gapsAt[found] ?? 0));
    });
    const following = stretches[i + 1];
    const wrap = following && readAt(at + fixed.text.length);
    if (following && wrap !== undefined) {
      gaps.push({ ...(read.gaps[wrap] as Gap), start: end, end: following.start });
      gapsAt.push(read.gapsAt[wrap] ?? 0);
    }
  });
  return { gaps, gapsAt, text: read.text, pieces: throughPieces(read.pieces, back) };
}

/** A gap of the page as it is judged once more where it is left on the fixed page. */
function readAgain(page: string, gap: Gap, { cause, joined, fixed, doubtful }: Gap): Gap {
  const { start, end } = gap;
  const stays = page.slice(start, end) === (fixed ?? joined);
  return {
    start,
    end,
    cause: gap.cause === "wrap" || (!stays && gap.cause !== "kept") ? gap.cause : cause,
    joined,
    ...(fixed === undefined ? {} : { fixed }),
    ...(doubtful === undefined || gap.cause === "wrap" ? {} : { doubtful }),
  };
}

/** Pieces that lead from a text to the fixed page, led on by pieces that lead from there to the page; both in order. */
function throughPieces(pieces: readonly Piece[], back: readonly Piece[]): Piece[] {
  const through: Piece[] = [];
  let next = 0;
  for (const piece of pieces) {
    const end = piece.page + piece.pageLength;
    while (next < back.length && endOf(back[next] as Piece) <= piece.page) next += 1;
    for (let b = next; b < back.length; b += 1) {
      const one = back[b] as Piece;
      if (one.joined >= end) break;
      const from = Math.max(one.joined, piece.page);
      const to = Math.min(endOf(one), end);
      const whole = one.length !== one.pageLength;
      const page = whole ? one.page : one.page + from - one.joined;
      const pageLength = whole ? one.pageLength : to - from;
      const last = through.at(-1);
      if (piece.length !== piece.pageLength) {
        // A character that is replaced leads to all that it replaces.
        if (last?.joined === piece.joined)
          through[through.length - 1] = { ...last, pageLength: page + pageLength - last.page };
        else through.push({ joined: piece.joined, page, length: piece.length, pageLength });
      } else through.push({ joined: piece.joined + from - piece.page, page, length: to - from, pageLength });
    }
  }
  return through;
}

function endOf({ joined, length }: Piece): number {
  return joined + length;
}
