/** Gaps and pieces of a text that stands elsewhere: further on by so many UTF-16 units. */

import type { Gap, Piece } from "./types.ts";

export function movedGap({ start, end, cause, joined, doubtful }: Gap, by: number): Gap {
  const gap = { start: start + by, end: end + by, cause, joined };
  return doubtful === undefined ? gap : { ...gap, doubtful };
}

export function movedPiece({ joined, page, length, pageLength }: Piece, by: number): Piece {
  return { joined, page: page + by, length, pageLength };
}
