/** What blocks are beside their neighbours: a bare name is a byline beside text, a telephone number closes the text above it. */

import type { BlockKind } from "./classify.ts";

/**
 * The kinds of blocks as their neighbours decide. A bare name is a byline where it stands beside text or
 * between a headline and the first crosshead, and an office signs the text above it; elsewhere both are short lines. How to reach somebody closes the text above it, and so does
 * the day below who signs; elsewhere they are the paper's. On a page without text, such as one of verse, all short lines
 * but the first are text, and so is one that stands alone: that page is an article, too.
 */
export function kindsOnPage(given: readonly BlockKind[]): BlockKind[] {
  const kinds: BlockKind[] = [];
  for (const [b, kind] of given.entries()) kinds.push(kindBeside(given, kinds, kind, b));
  if (kinds.includes("text")) return kinds;
  const first = kinds.indexOf("short");
  const alone = kinds.lastIndexOf("short") === first;
  return kinds.map((kind, b) => (kind === "short" && (alone || b !== first) ? "text" : kind));
}

/** The kind of block `b` beside what stands above it, of which the kinds are known, and below. */
function kindBeside(given: readonly BlockKind[], known: readonly BlockKind[], kind: BlockKind, b: number): BlockKind {
  const [above, below] = [known[b - 1], given[b + 1]];
  const closes = above !== undefined && CLOSES.has(above);
  switch (kind) {
    case "name": {
      const aboveCrosshead = above === "short" && below === "short" && given[b + 2] === "text";
      return given[b - 1] === "text" || below === "text" || aboveCrosshead ? "byline" : "short";
    }
    case "office":
      return (closes || above === "credit") && !isLine(below) ? "tail" : "short";
    case "contact":
      return closes ? kind : "credit";
    case "credit":
      return above === "contact" && below === "contact" ? "contact" : kind;
    case "date":
      return above === "tail" || above === "contact" ? kind : "folio";
    default:
      return kind;
  }
}

/** Kinds of blocks after which the end of a text may go on. */
const CLOSES: ReadonlySet<BlockKind> = new Set(["text", "part", "tail", "contact", "date"]);

function isLine(kind: BlockKind | undefined): boolean {
  return kind === "short" || kind === "name" || kind === "office";
}
