/** Divides what is longer than a page into stretches that are read one by one, so that time grows with length only. */

import type { BlockKind } from "./classify.ts";

interface Size {
  readonly texts: number;
  /** Texts included. */
  readonly blocks: number;
}

/** What is read as one page, whatever it costs. */
const WHOLE: Size = { texts: 110, blocks: 330 };
/** So is what is longer and has few short lines, as a long feature has: the time goes by these above all. */
const LONG: Size = { texts: 250, blocks: 750 };
const FEW_SHORT_LINES = 50;
/** What a stretch holds; of a very long text less, as that is quicker. */
const STRETCH: Size = { texts: 80, blocks: 240 };
const SHORT_STRETCH: Size = { texts: 24, blocks: 72 };
const VERY_LONG: Size = { texts: 1500, blocks: 4500 };

export interface Division {
  /** First and last block (exclusive) of each, in page order without gaps. */
  readonly stretches: readonly { readonly start: number; readonly end: number }[];
  /** Whether there are so many that each gets a quick look only. */
  readonly brief: boolean;
}

/**
 * Divides a run of blocks, if that is needed. A stretch ends above a text where an article surely begins, if there is one
 * near; `opens` tells of a text block whether it does.
 */
export function divide(kinds: readonly BlockKind[], opens: (block: number) => boolean): Division {
  let texts = 0;
  let shortLines = 0;
  for (const kind of kinds) {
    if (kind === "text") texts += 1;
    if (kind === "short") shortLines += 1;
  }
  const whole = shortLines <= FEW_SHORT_LINES ? LONG : WHOLE;
  if (texts <= whole.texts && kinds.length <= whole.blocks) {
    return { stretches: [{ start: 0, end: kinds.length }], brief: false };
  }
  const brief = texts > VERY_LONG.texts || kinds.length > VERY_LONG.blocks;
  const size = brief ? SHORT_STRETCH : STRETCH;
  const stretches: { start: number; end: number }[] = [];
  for (let start = 0; start < kinds.length; ) {
    const end = endOfStretch(kinds, start, size, opens);
    stretches.push({ start, end });
    start = end;
  }
  return { stretches, brief };
}

/** Where a stretch that begins at a block best ends. */
function endOfStretch(
  kinds: readonly BlockKind[],
  start: number,
  size: Size,
  opens: (block: number) => boolean,
): number {
  const limit = Math.min(kinds.length, start + size.blocks);
  let texts = 0;
  let best = -1;
  let most = -1;
  for (let b = start; b < limit; b += 1) {
    if (kinds[b] !== "text") continue;
    if (texts >= size.texts / 2) {
      const sureness = surenessOf(kinds, b, opens);
      if (sureness >= most) {
        most = sureness;
        best = b;
      }
    }
    texts += 1;
    if (texts >= size.texts) return Math.max(start + 1, topOfArticle(kinds, best));
  }
  if (limit === kinds.length) return limit;
  return best > start ? Math.max(start + 1, topOfArticle(kinds, best)) : limit;
}

/** How sure it is that an article begins at a text and that nothing of it stands before. */
function surenessOf(kinds: readonly BlockKind[], text: number, opens: (block: number) => boolean): number {
  let sureness = opens(text) ? 4 : 0;
  for (let b = text - 1; b >= 0 && kinds[b] !== "text"; b -= 1) {
    const kind = kinds[b];
    if (kind === "folio" || kind === "date") sureness += 4;
    if (kind === "tail" || kind === "credit" || kind === "contact") sureness += 2;
    if (kind === "short") sureness -= 1;
  }
  return Math.max(0, sureness);
}

/** The first block that can be of the article that begins at a text: what follows the last text with its parts, tail or credit above. */
function topOfArticle(kinds: readonly BlockKind[], text: number): number {
  let b = text;
  while (b > 0 && !ENDS_TEXT.has(kinds[b - 1] as BlockKind)) b -= 1;
  return b;
}

const ENDS_TEXT: ReadonlySet<BlockKind> = new Set(["text", "part", "tail", "credit", "contact"]);
