/** A stretch of text that stands twice in a row, as where a line was set or copied twice. */

import type { Block } from "../../layout/types.ts";
import type { Repetition } from "./types.ts";

/** Shorter stretches are repeated on purpose (加油，加油), and whole clauses up to the second length (verse, rhetoric). */
const SHORTEST = 8;
const SHORTEST_OF_CLAUSES = 14;
/** A line of the widest column is no longer, in UTF-16 units. */
const LONGEST = 80;
/** Equal stretches are found by what so many units of them are. */
const SEED = 6;
/** Fewer different Han characters are a pattern, not text. */
const DIFFERENT = 5;

/** The stretches of a block that stand twice in a row, the second copy being the surplus. */
export function* setTwice(block: Block): Generator<Repetition> {
  const { text } = block;
  const lastAt = new Map<string, number>();
  let done = 0;
  for (let at = 0; at + SEED <= text.length; at += 1) {
    const seed = text.slice(at, at + SEED);
    const before = lastAt.get(seed);
    lastAt.set(seed, at);
    // What is too far off is forgotten, so that a block of any length takes no more room.
    const far = text.slice(at - LONGEST, at - LONGEST + SEED);
    if (at >= LONGEST && lastAt.get(far) === at - LONGEST) lastAt.delete(far);
    if (before === undefined || before < done) continue;
    const length = at - before;
    if (length < SHORTEST || length > LONGEST || !text.startsWith(text.slice(before, at), at)) continue;
    if (!isTextOf(text, before, at)) continue;
    done = at + length;
    const copy = text.slice(before, at);
    const shown = copy.length > 16 ? `${copy.slice(0, 8)}…${copy.slice(-4)}` : copy;
    yield {
      block,
      start: before,
      end: done,
      surplus: [{ start: at, end: done }],
      message: { zh: `“${shown}”连着出现了两遍`, en: `“${shown}” stands twice in a row` },
      title: { zh: "删去第二遍", en: "Delete the second copy" },
    };
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
