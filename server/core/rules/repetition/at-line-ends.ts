/** Characters that stand at the end of a line and again at the head of the next, as where a page was copied line by line. */

import { toJoined } from "../../layout/joined.ts";
import type { Block } from "../../layout/types.ts";
import type { Repetition } from "./types.ts";

/** An overlap of so many characters is no chance; a shorter one is told by its fellows. */
const SURE = 3;
const LONGEST = 12;
/** Of a block's line ends, or of the page's, so many have an overlap, and at least such a share: one in a hundred is chance. */
const IN_BLOCK = { least: 2, share: 0.5 };
const ON_PAGE = { least: 3, share: 0.15 };

interface Overlap {
  readonly block: Block;
  /** Offset of the line end in the block's joined text. */
  readonly at: number;
  readonly length: number;
}

/** The overlaps at the line ends of a page: long ones, and short ones where many line ends have one. */
export function repeatedAtLineEnds(blocks: readonly Block[]): Repetition[] {
  const overlaps: Overlap[] = [];
  const told = new Set<Overlap>();
  let ends = 0;
  for (const block of blocks) {
    const own: Overlap[] = [];
    let count = 0;
    for (const gap of block.gaps) {
      if (gap.cause !== "wrap" || gap.joined !== "") continue;
      count += 1;
      const at = toJoined(block, gap.start);
      const length = overlapAt(block.text, at);
      if (length > 0) own.push({ block, at, length });
    }
    for (const overlap of own) if (overlap.length >= SURE || areMany(own.length, count, IN_BLOCK)) told.add(overlap);
    overlaps.push(...own);
    ends += count;
  }
  const all = areMany(overlaps.length, ends, ON_PAGE);
  return overlaps.filter((overlap) => all || told.has(overlap)).map(repetitionOf);
}

function areMany(overlaps: number, ends: number, { least, share }: typeof IN_BLOCK): boolean {
  return overlaps >= least && overlaps >= share * ends;
}

/** How many Han characters before the offset stand after it again; 0 where none do. */
function overlapAt(text: string, at: number): number {
  for (let length = Math.min(LONGEST, at); length > 0; length -= 1) {
    if (text.charCodeAt(at - length) !== text.charCodeAt(at)) continue;
    const head = text.slice(at - length, at);
    if (text.startsWith(head, at) && /^\p{Script=Han}+$/u.test(head)) return length;
  }
  return 0;
}

function repetitionOf({ block, at, length }: Overlap): Repetition {
  const words = block.text.slice(at, at + length);
  return {
    block,
    start: at - length,
    end: at + length,
    surplus: [{ start: at, end: at + length }],
    message: {
      zh: `行末的“${words}”在下一行开头又出现了一次`,
      en: `“${words}” stands at the end of the line and again at the head of the next`,
    },
    title: { zh: `删去一个“${words}”`, en: `Delete one “${words}”` },
  };
}
