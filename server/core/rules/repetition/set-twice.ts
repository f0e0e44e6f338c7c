/** A stretch of text that stands twice in a row, as where a line was set or copied twice. */

import type { TextRepetition } from "./types.ts";

/** Shorter stretches are repeated on purpose (加油，加油), and whole clauses up to the second length (verse, rhetoric). */
const SHORTEST = 8;
const SHORTEST_OF_CLAUSES = 14;
/** A line of the widest column is no longer, in UTF-16 units. */
const LONGEST = 80;
/** Equal stretches are found by what so many units of them are. */
const SEED = 6;
/** Fewer different Han characters are a pattern, not text. */
const DIFFERENT = 5;

/** The stretches of a text that stand twice in a row, the second copy being the surplus. */
export function setTwice(text: string): TextRepetition[] {
  const found: TextRepetition[] = [];
  const places = new SeedPlaces(text);
  let done = 0;
  for (let at = 0; at + SEED <= text.length; at += 1) {
    const before = places.lastBefore(at);
    if (before < done) continue;
    const length = at - before;
    if (length < SHORTEST || !text.startsWith(text.slice(before, at), at)) continue;
    // A pair begins with what may stand alone before it.
    if ([before, at, at + length].some((end) => partsCharacter(text, end))) continue;
    if (!isTextOf(text, before, at)) continue;
    done = at + length;
    const copy = text.slice(before, at);
    const characters = [...copy];
    const shown = characters.length > 16 ? `${characters.slice(0, 8).join("")}…${characters.slice(-4).join("")}` : copy;
    found.push({
      start: before,
      end: done,
      surplus: [{ start: at, end: done }],
      message: { zh: `“${shown}”连着出现了两遍`, en: `“${shown}” stands twice in a row` },
      title: { zh: "删去第二遍", en: "Delete the second copy" },
    });
  }
  return found;
}

/** Whether an offset is between the halves of a character. */
function partsCharacter(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(offset - 1, offset + 1));
}

/** Cells of the table of places; a power of two, some times what stands within the longest stretch. */
const CELLS = 256;

/** Tells where the units at a place stood before. */
class SeedPlaces {
  private readonly text: string;
  /** By the last bits of a code unit, the last place that has one of these; and for each place, the one before it. */
  private readonly last = new Int32Array(CELLS).fill(-1);
  private readonly previous: Int32Array;

  constructor(text: string) {
    this.text = text;
    this.previous = new Int32Array(text.length);
  }

  /** The last place before `at`, no further off than the longest stretch, where the same units stand; -1 where none is. Places are asked about in order. */
  lastBefore(at: number): number {
    const { text, last, previous } = this;
    const cell = text.charCodeAt(at) & (CELLS - 1);
    const newest = last[cell] as number;
    previous[at] = newest;
    last[cell] = at;
    for (let place = newest; place >= 0 && at - place <= LONGEST; place = previous[place] as number)
      if (this.areAlike(place, at)) return place;
    return -1;
  }

  private areAlike(one: number, other: number): boolean {
    const { text } = this;
    for (let i = 0; i < SEED; i += 1) if (text.charCodeAt(one + i) !== text.charCodeAt(other + i)) return false;
    return true;
  }
}

function isTextOf(text: string, start: number, end: number): boolean {
  const copy = text.slice(start, end);
  if (new Set(copy.match(/\p{Script=Han}/gu)).size < DIFFERENT) return false;
  return end - start >= SHORTEST_OF_CLAUSES || !holdsClauses(text, start, end - start);
}

/** Whether the row of copies of a length that begins at `start`, or before, can be read as whole clauses. */
function holdsClauses(text: string, start: number, length: number): boolean {
  let from = start;
  while (from > 0 && start - from < length && text[from - 1] === text[from - 1 + length]) from -= 1;
  for (let at = from; at <= start + length && text.startsWith(text.slice(at, at + length), at + length); at += 1) {
    const opens = at === 0 || /[，。；：！？、“‘]/u.test(text.charAt(at - 1));
    if (opens && /[，。；：！？、]/u.test(text.charAt(at + length - 1))) return true;
  }
  return false;
}
