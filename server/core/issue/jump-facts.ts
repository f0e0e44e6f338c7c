/** The jump lines of a page: which of its articles goes on on another page or comes from one, and by what it is known again there. */

import { comesFromElsewhere, type Jump, jumpsIn, type PageNumber, withoutJumps } from "../articles/jumps.ts";
import type { Article } from "../articles/types.ts";
import type { Block } from "../layout/types.ts";
import { type FactPlace, type FactsSource, placeInBlock } from "./fact-place.ts";

export interface JumpFact {
  /** The page that the jump line names. */
  readonly page: PageNumber;
  readonly isFrom: boolean;
  readonly place: FactPlace;
  /** The article of this page (its index) that it ends or begins; nothing where that is not sure. */
  readonly article?: number;
  /** Heading and opening of that article. */
  readonly words: string;
}

export interface JumpFacts {
  readonly lines: readonly JumpFact[];
  /** Headings of the page, where an article may go on without a jump line. */
  readonly headings: readonly string[];
}

/** So many characters of an article are remembered: the names in its opening tell it from others. */
const MOST_WORDS = 500;

export function jumpFacts(source: FactsSource): JumpFacts {
  const { blocks, articles, roles } = source;
  const lines = blocks.flatMap((block) => {
    // A jump in the running text, as in a paper's history, is none.
    const own = jumpsIn(block.text).filter((jump) => isAtEdge(jump, block) || isInBrackets(jump, block));
    return own.flatMap((jump): JumpFact[] => {
      const place = placeInBlock(source, block, jump);
      if (!place) return [];
      // In the middle of a text that is two articles', read as one, it is neither's.
      const article = isAtEdge(jump, block) ? articleOf(source, block, jump) : undefined;
      const { to: page, isFrom } = jump;
      return [
        { page, isFrom, place, ...(article && { article: article.index }), words: article ? wordsOf(article) : "" },
      ];
    });
  });
  const named = articles.flatMap(({ heading }) => heading.map(({ text }) => text));
  const crossheads = blocks.filter(({ index }) => roles[index] === "crosshead").map(({ text }) => text);
  return { lines, headings: [...named, ...crossheads] };
}

/** What may stand between a jump line and the end of its text: brackets and the headline under which it goes on. */
const BEHIND = /^(?:《[^》]*》|“[^”]*”)?[）)］\]】。\s]*$/u;

function isAtEdge({ isFrom, end }: Jump, { text }: Block): boolean {
  return isFrom ? comesFromElsewhere(text) : BEHIND.test(text.slice(end));
}

function isInBrackets({ start, end }: Jump, { text }: Block): boolean {
  return /[（(]\s*$/u.test(text.slice(0, start)) && /^\s*[）)]/u.test(text.slice(end));
}

/** The article that a jump line ends or begins: the one that it stands in, else the one beside it. */
function articleOf({ articles, blocks }: FactsSource, block: Block, { isFrom }: Jump): Article | undefined {
  const owner = ({ index }: Block): Article | undefined =>
    articles.find((article) => article.blocks.some((own) => own.index === index));
  const own = owner(block);
  // A line with words of its own is a short paragraph that no article has.
  if (own || withoutJumps(block.text).trim() !== "") return own;
  const beside = blocks[block.index + (isFrom ? 1 : -1)];
  return beside && owner(beside);
}

function wordsOf({ heading, blocks }: Article): string {
  const all = new Set([...heading, ...blocks]);
  return [...all]
    .map(({ text }) => text)
    .join("\n")
    .slice(0, MOST_WORDS);
}
