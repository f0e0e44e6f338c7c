/** Bulletins: pages of notices whose heads count on: 4 格庐数学辅导活动, further down 5 体质健康测试通知, then 6 …. */

import type { Block } from "../layout/types.ts";
import type { BlockKind } from "./classify.ts";
import { LEAD, NOTICE } from "./patterns.ts";

/** A head's number, parted from it by a blank, or alone on its line above it. */
const COUNTED = /^(\d{1,2})(?:[ \u3000]+(?=[\p{L}“《])|$)/u;
/** The same where a dot parts it, as it does in lists, too: of a head that ends as notices' do. */
const DOTTED = /^(\d{1,2})[.．、] ?(?=[\p{L}“《])/u;
/** So many heads that count on, with text below each, and half as many fields of notices make a bulletin; a list counts on, too. */
const FEWEST = 4;
/** Heads that end as notices' do (公告, 启事) need no more than this. */
const FEWEST_NOTICES = 2;
const FIELDS_PER_HEAD = 0.5;

/** The blocks of a bulletin; other articles may stand above and below it. */
export interface Bulletin {
  /** Its counted heads. A number alone on its line is one, too. */
  readonly heads: ReadonlySet<number>;
  /** Its first block, and the one that follows it. */
  readonly start: number;
  readonly end: number;
}

/** The bulletin of a page, if it has one. */
export function bulletinOf(blocks: readonly Block[], kinds: readonly BlockKind[]): Bulletin | undefined {
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
  const ofNotices = longest.every((b) => NOTICE.test(blocks[b]?.text.trim() ?? ""));
  const [start = -1] = longest;
  if (longest.length < (ofNotices ? FEWEST_NOTICES : FEWEST)) return undefined;
  const end = endOfBulletin(blocks, kinds, longest.at(-1) as number);
  const notices = blocks.slice(start, end);
  const fields = notices.filter(({ text }) => FIELD.test(text.trim())).length;
  const isNews = notices.some(({ text }) => LEAD.test(text.trimStart()));
  if (isNews || fields < FIELDS_PER_HEAD * longest.length) return undefined;
  return { heads: new Set(longest), start, end };
}

/** The block with which what follows a bulletin begins: an article, which has a byline or a lead, with its heading. */
function endOfBulletin(blocks: readonly Block[], kinds: readonly BlockKind[], lastHead: number): number {
  let end = lastHead + 1;
  while (
    end < blocks.length &&
    !SIGNS_ARTICLE.has(kinds[end] as BlockKind) &&
    !LEAD.test(blocks[end]?.text.trim() ?? "")
  )
    end += 1;
  if (end === blocks.length) return end;
  while (end > lastHead + 1 && kinds[end - 1] === "short") end -= 1;
  return end;
}

const SIGNS_ARTICLE: ReadonlySet<BlockKind> = new Set(["byline", "jump", "note", "caption"]);

/** The number of a head that a block is; a number alone needs a short line below it. */
function numberOf(block: Block, kind: BlockKind | undefined, below: BlockKind | undefined): number | undefined {
  const text = block.text.trim();
  const [, digits] = COUNTED.exec(text) ?? (NOTICE.test(text) ? DOTTED.exec(text) : undefined) ?? [];
  if (digits === undefined) return undefined;
  const isHead = digits === text ? below === "short" : kind === "short";
  return isHead ? Number(digits) : undefined;
}

/** Whether a block is one of a bulletin's. */
export function isInBulletin(bulletin: Bulletin | undefined, b: number): boolean {
  return bulletin !== undefined && b >= bulletin.start && b < bulletin.end;
}

/** The kinds of blocks where some are a bulletin's: its counted heads are short lines, and the fields of its notices (时间：…) are text. */
export function kindsInBulletin(
  blocks: readonly Block[],
  kinds: readonly BlockKind[],
  bulletin: Bulletin,
): BlockKind[] {
  return kinds.map((kind, b) => {
    if (bulletin.heads.has(b)) return "short";
    const isField = kind === "short" && isInBulletin(bulletin, b) && FIELD.test((blocks[b] as Block).text.trim());
    return isField ? "text" : kind;
  });
}

/** A field of a notice, also where its value stands in quotes, as what somebody says does on other pages. */
const FIELD = /^\p{Script=Han}{2,6}[：:]/u;
