/** Gaps and pieces of a text that stands elsewhere: further on by so many UTF-16 units. */

import type { Gap, Piece } from "./types.ts";

export function movedGap(gap: Gap, by: number): Gap {
  return { ...gap, start: gap.start + by, end: gap.end + by };
}

export function movedPiece({ joined, page, length, pageLength }: Piece, by: number): Piece {
  return { joined, page: page + by, length, pageLength };
}
