/** Divides what is longer than a page into windows that are looked at one by one, so that time grows with length only. */

import type { Kind } from "./classify.ts";

/** Texts that are looked at as one page, whatever it costs. */
const WHOLE = 110;
/** Texts of a window; of a very long text, smaller ones, as they are quicker. */
const WINDOW = 80;
const SMALL_WINDOW = 24;
const VERY_LONG = 1500;

/**
 * First and last block (exclusive) of each window. Windows are divided above a text where an article surely begins,
 * if there is one near; `opens` tells of a text block whether it does. `brief` asks for a quick look at each.
 */
export function windowsOf(
  kinds: readonly Kind[],
  opens: (block: number) => boolean,
): { readonly windows: readonly (readonly [number, number])[]; readonly brief: boolean } {
  let texts = 0;
  for (const kind of kinds) if (kind === "text") texts += 1;
  if (texts <= WHOLE) return { windows: [[0, kinds.length]], brief: false };
  const brief = texts > VERY_LONG;
  const size = brief ? SMALL_WINDOW : WINDOW;
  const windows: (readonly [number, number])[] = [];
  let start = 0;
  let seen = 0;
  let best = -1;
  let most = -1;
  for (let b = 0; b < kinds.length; b += 1) {
    if (kinds[b] !== "text") continue;
    if (seen >= size / 2) {
      const value = worth(kinds, b, opens);
      if (value >= most) {
        most = value;
        best = b;
      }
    }
    seen += 1;
    if (seen < size || best < 0) continue;
    const end = topOf(kinds, best);
    windows.push([start, end]);
    start = end;
    seen = 0;
    for (let i = end; i <= b; i += 1) if (kinds[i] === "text") seen += 1;
    best = -1;
    most = -1;
  }
  windows.push([start, kinds.length]);
  return { windows, brief };
}

/** How sure a text is to begin an article of which nothing stands in the window before. */
function worth(kinds: readonly Kind[], text: number, opens: (block: number) => boolean): number {
  let value = opens(text) ? 4 : 0;
  for (let b = text - 1; b >= 0 && kinds[b] !== "text"; b -= 1) {
    const kind = kinds[b];
    if (kind === "folio") value += 4;
    if (kind === "tail" || kind === "credit") value += 2;
    if (kind === "short") value -= 1;
  }
  return value;
}

/** The first block below the last line that belongs to the window above: its tail, or its text. */
function topOf(kinds: readonly Kind[], text: number): number {
  let b = text;
  while (b > 0 && kinds[b - 1] !== "text" && kinds[b - 1] !== "tail" && kinds[b - 1] !== "credit") b -= 1;
  return b;
}
