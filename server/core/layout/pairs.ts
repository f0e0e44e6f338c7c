/** Which characters stand together on the page: words seen inside a line betray words cut by a line end. */

import type { VisualLine } from "./lines.ts";

/** Slots of the counting sketch; a page of 6,000 characters fills 3 % of them. */
const SLOTS = 1 << 18;

export interface Pairs {
  /** Whether the pair or triple of characters stands inside some line of the page. */
  has(text: string): boolean;
}

/** Counts the pairs and triples of full-width characters inside the lines; memory does not grow with the page. */
export function pairsOf(lines: readonly VisualLine[]): Pairs {
  const seen = new Uint8Array(SLOTS);
  for (const { text } of lines) {
    let a = 0;
    let b = 0;
    for (let i = 0; i < text.length; i += 1) {
      const c = text.charCodeAt(i);
      if (c === 0x20 || c === 0x3000) continue;
      if (b !== 0) seen[slot(0, b, c)] = 1;
      if (a !== 0) seen[slot(a, b, c)] = 1;
      a = b;
      b = c;
    }
  }
  return {
    has: (text) =>
      text.length === 2
        ? seen[slot(0, text.charCodeAt(0), text.charCodeAt(1))] === 1
        : seen[slot(text.charCodeAt(0), text.charCodeAt(1), text.charCodeAt(2))] === 1,
  };
}

function slot(a: number, b: number, c: number): number {
  return (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)) >>> 14;
}
