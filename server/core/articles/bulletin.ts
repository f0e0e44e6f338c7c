/** Bulletins: pages of notices whose heads count on: 4 格庐数学辅导活动, further down 5 体质健康测试通知, then 6 …. */

import type { Block } from "../layout/types.ts";
import type { BlockKind } from "./classify.ts";
import { LEAD } from "./patterns.ts";

/** A head's number, parted from it by a blank, or alone on its line above it. */
const COUNTED = /^(\d{1,2})(?:[ \u3000]+(?=[\p{L}“《])|$)/u;
/** So many heads that count on, with text below each, and half as many fields of notices make a bulletin; a list counts on, too. */
const FEWEST = 4;
const FIELDS_PER_HEAD = 0.5;

/** The blocks that open with the numbers of a bulletin, by their index; none where a page is no bulletin. */
export function countedHeadsOf(blocks: readonly Block[], kinds: readonly BlockKind[]): ReadonlySet<number> {
  /** By number, the longest chain so far that counts up to it. */
  const chains = new Map<number, readonly number[]>();
  let longest: readonly number[] = [];
  let lastText = -1;
  blocks.forEach((block, b) => {
    if (kinds[b] === "text") lastText = b;
    const number = numberOf(block, kinds[b], kinds[b + 1]);
    if (number === undefined) return;
    const before = chains.get(number - 1) ?? [];
    const chain = [...(lastText > (before.at(-1) ?? -1) ? before : []), b];
    if (chain.length >= (chains.get(number)?.length ?? 0)) chains.set(number, chain);
    if (chain.length > longest.length) longest = chain;
  });
  if (longest.length < FEWEST) return new Set();
  const notices = blocks.slice(longest[0]);
  const fields = notices.filter(({ text }) => FIELD.test(text.trim())).length;
  const isNews = notices.some(({ text }) => LEAD.test(text.trimStart()));
  return new Set(isNews || fields < FIELDS_PER_HEAD * longest.length ? [] : longest);
}

/** The number of a head that a block is; a number alone needs a short line below it. */
function numberOf(block: Block, kind: BlockKind | undefined, below: BlockKind | undefined): number | undefined {
  const text = block.text.trim();
  const [, digits] = COUNTED.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const isHead = digits === text ? below === "short" : kind === "short";
  return isHead ? Number(digits) : undefined;
}

/** The kinds of a bulletin's blocks: its counted heads are short lines, and the fields of its notices (时间：…) are text. */
export function kindsInBulletin(
  blocks: readonly Block[],
  kinds: readonly BlockKind[],
  counted: ReadonlySet<number>,
): BlockKind[] {
  return kinds.map((kind, b) => {
    if (counted.has(b)) return "short";
    return kind === "short" && FIELD.test((blocks[b] as Block).text.trim()) ? "text" : kind;
  });
}

/** A field of a notice, also where its value stands in quotes, as what somebody says does on other pages. */
const FIELD = /^\p{Script=Han}{2,6}[：:]/u;
