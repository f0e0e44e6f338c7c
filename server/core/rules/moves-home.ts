/** The edits that bring what stands apart of articles' headings home: above the text, in the order of print. */

import type { Article, Role } from "../articles/types.ts";
import type { Block } from "../layout/types.ts";
import type { Analysis } from "../page/analysis.ts";
import { indexAtOffset, type TextEdit } from "../text/text.ts";

/** The order in which the parts of a heading stand above the text. */
const ORDER: readonly Role[] = ["kicker", "headline", "deck", "byline"];

/** The roles of an article's own text. */
export const OWN_TEXT: ReadonlySet<Role> = new Set<Role>(["lead", "paragraph", "row", "verse"]);

/** The edits for some articles together, in page order and disjoint: deletions where parts leave, insertions where they arrive. */
export function movesHome(analysis: Analysis, articles: readonly Article[]): TextEdit[] {
  const leaving = new Set(articles.flatMap(({ detached }) => detached.map(({ index }) => index)));
  const edits = [...arrivals(analysis, articles, leaving), ...departures(analysis, leaving)];
  return edits.sort((a, b) => a.start - b.start || a.end - b.end);
}

function arrivals(analysis: Analysis, articles: readonly Article[], leaving: ReadonlySet<number>): TextEdit[] {
  const { page } = analysis;
  const texts = new Map<number, string>();
  for (const article of articles) {
    const parts = [...article.detached].sort((a, b) => rankOf(analysis, a) - rankOf(analysis, b) || a.index - b.index);
    for (const part of parts) {
      const below = blockBelow(analysis, article, part);
      if (!below) continue;
      const text = texts.get(below.index) ?? (isPartedAbove(analysis, below, leaving) ? "" : page.eol);
      texts.set(below.index, text + analysis.text.slice(part.start, part.end) + page.eol + page.eol);
    }
  }
  return [...texts].map(([index, newText]) => {
    const start = lineStart(analysis, analysis.blocks[index]?.start ?? 0);
    return { start, end: start, newText };
  });
}

/** The block before which a part belongs: below the parts of the heading that come first, above those that come later. */
function blockBelow(analysis: Analysis, { blocks, detached }: Article, part: Block): Block | undefined {
  const rank = rankOf(analysis, part);
  const opening = blocks.findIndex(({ index }) => OWN_TEXT.has(analysis.roles[index] ?? "paragraph"));
  const head = opening < 0 ? [] : blocks.slice(0, opening);
  const staying = head.filter((block) => !detached.includes(block));
  const last = staying.findLast((block) => rankOf(analysis, block) <= rank);
  if (last) return blocks.find((block) => block.index > last.index && !detached.includes(block));
  return (
    staying.find((block) => rankOf(analysis, block) < ORDER.length) ?? blocks.find((block) => !detached.includes(block))
  );
}

function rankOf({ roles }: Analysis, { index }: Block): number {
  const rank = ORDER.indexOf(roles[index] ?? "paragraph");
  return rank < 0 ? ORDER.length : rank;
}

/** Whether a blank line, or nothing, stands above a block when others have left. */
function isPartedAbove({ page, blocks }: Analysis, below: Block, leaving: ReadonlySet<number>): boolean {
  let first = below;
  while (leaving.has(first.index - 1)) first = blocks[first.index - 1] as Block;
  const line = page.lines[first.firstLine - 1];
  return first.index === 0 || line === undefined || line.text.trim() === "";
}

/** Deletes the blocks that leave, each run with the white space after it; at the page's end with that before it. */
function departures(analysis: Analysis, leaving: ReadonlySet<number>): TextEdit[] {
  const { blocks } = analysis;
  const edits: TextEdit[] = [];
  for (let from = 0; from < blocks.length; from += 1) {
    if (!leaving.has(from)) continue;
    let to = from;
    while (leaving.has(to)) to += 1;
    const [first, last, next] = [blocks[from], blocks[to - 1], blocks[to]];
    if (first && last) {
      const span = next
        ? { start: lineStart(analysis, first.start), end: lineStart(analysis, next.start) }
        : { start: blocks[from - 1]?.end ?? 0, end: last.end };
      edits.push({ ...span, newText: "" });
    }
    from = to;
  }
  return edits;
}

function lineStart({ page }: Analysis, offset: number): number {
  return page.lines[indexAtOffset(page.lines, offset)]?.start ?? offset;
}
