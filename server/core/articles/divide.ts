/** Divides what is longer than a page into windows that are looked at one by one, so that time grows with length only. */

import type { Kind } from "./classify.ts";

/** What is looked at as one page, whatever it costs: texts, and blocks in all. */
const WHOLE = { texts: 110, blocks: 330 };
/** What a window holds; of a very long text less, as that is quicker. */
const WINDOW = { texts: 80, blocks: 240 };
const SMALL_WINDOW = { texts: 24, blocks: 72 };
const VERY_LONG = { texts: 1500, blocks: 4500 };

export interface Windows {
  /** First and last block (exclusive) of each. */
  readonly windows: readonly (readonly [number, number])[];
  /** Whether there are so many that each gets a quick look only. */
  readonly brief: boolean;
}

/**
 * The windows of a run of blocks. They are divided above a text where an article surely begins, if there is one near;
 * `opens` tells of a text block whether it does.
 */
export function windowsOf(kinds: readonly Kind[], opens: (block: number) => boolean): Windows {
  let texts = 0;
  for (const kind of kinds) if (kind === "text") texts += 1;
  if (texts <= WHOLE.texts && kinds.length <= WHOLE.blocks) return { windows: [[0, kinds.length]], brief: false };
  const brief = texts > VERY_LONG.texts || kinds.length > VERY_LONG.blocks;
  const size = brief ? SMALL_WINDOW : WINDOW;
  const windows: (readonly [number, number])[] = [];
  let start = 0;
  while (start < kinds.length) {
    const end = endOf(kinds, start, size, opens);
    windows.push([start, end]);
    start = end;
  }
  return { windows, brief };
}

/** Where a window that begins at a block best ends. */
function endOf(
  kinds: readonly Kind[],
  start: number,
  size: { readonly texts: number; readonly blocks: number },
  opens: (block: number) => boolean,
): number {
  const limit = Math.min(kinds.length, start + size.blocks);
  let texts = 0;
  let best = -1;
  let most = -1;
  for (let b = start; b < limit; b += 1) {
    if (kinds[b] !== "text") continue;
    if (texts >= size.texts / 2) {
      const value = worth(kinds, b, opens);
      if (value >= most) {
        most = value;
        best = b;
      }
    }
    texts += 1;
    if (texts >= size.texts) return Math.max(start + 1, topOf(kinds, best));
  }
  if (limit === kinds.length) return limit;
  return best > start ? Math.max(start + 1, topOf(kinds, best)) : limit;
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
  return Math.max(0, value);
}

/** The first block below the last line that belongs to the window above: its tail, or its text. */
function topOf(kinds: readonly Kind[], text: number): number {
  let b = text;
  while (b > 0 && kinds[b - 1] !== "text" && kinds[b - 1] !== "tail" && kinds[b - 1] !== "credit") b -= 1;
  return b;
}
