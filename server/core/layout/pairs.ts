/** Which characters stand together on the page: a word that a line end cuts often stands whole elsewhere. */

import type { VisualLine } from "./lines.ts";

/** Size of the sketch in bits; a page of 6,000 characters fills 3 % of it. */
const BUCKETS = 1 << 18;

/** The pairs and triples of characters that stand inside the lines of a page. */
export interface SeenTogether {
  /**
   * Whether the two or three characters stand together inside some line. Hashes may meet, so that a pair which does
   * not is taken for one that does about once in thirty on a full page.
   */
  has(text: string): boolean;
  /** The same of two or three UTF-16 units. */
  pair(a: number, b: number): boolean;
  triple(a: number, b: number, c: number): boolean;
}

/** Collects the pairs and triples of characters inside the lines; memory does not grow with the page. */
export function seenTogetherIn(lines: readonly VisualLine[]): SeenTogether {
  const seen = new Uint32Array(BUCKETS / 32);
  const add = (bucket: number): void => {
    seen[bucket >>> 5] = (seen[bucket >>> 5] as number) | (1 << (bucket & 31));
  };
  const has = (bucket: number): boolean => (((seen[bucket >>> 5] as number) >>> (bucket & 31)) & 1) === 1;
  for (const { text } of lines) {
    let a = 0;
    let b = 0;
    for (let i = 0; i < text.length; i += 1) {
      const c = text.charCodeAt(i);
      if (c === 0x20 || c === 0x3000) continue;
      if (b !== 0) add(bucketOf(0, b, c));
      if (a !== 0) add(bucketOf(a, b, c));
      a = b;
      b = c;
    }
  }
  return {
    has: (text) =>
      text.length === 2
        ? has(bucketOf(0, text.charCodeAt(0), text.charCodeAt(1)))
        : has(bucketOf(text.charCodeAt(0), text.charCodeAt(1), text.charCodeAt(2))),
    pair: (a, b) => has(bucketOf(0, a, b)),
    triple: (a, b, c) => has(bucketOf(a, b, c)),
  };
}

/** The bucket of three UTF-16 units; the first is 0 for a pair. */
function bucketOf(a: number, b: number, c: number): number {
  return (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)) >>> 14;
}
