/** Figures of a page that disagree: sums that do not come out, and things given with two figures. */

import type { Article } from "../../articles/types.ts";
import type { Localised } from "../../text/locale.ts";
import type { Span } from "../../text/text.ts";
import type { NumericMention } from "../index.ts";
import { contradictingAttributes } from "./attributes.ts";
import { contradictions } from "./contradictions.ts";
import type { FigureBlock } from "./figure-blocks.ts";
import { type Figure, figuresOf } from "./figures.ts";
import { wrongSums } from "./sums.ts";
import type { WrongSum } from "./wrong-sum.ts";

/** A place in a block's text, and a message about it. */
export interface FigureMessage extends Span {
  readonly block: number;
  readonly message: Localised;
}

/** A figure that does not agree with others of its article; `related` are those. */
export interface Disagreement extends FigureMessage {
  /** Whether it is a heading's, which its article contradicts. */
  readonly inHeading: boolean;
  readonly related: readonly FigureMessage[];
}

/** The blocks of an article by their index on the page: those of its heading, and all in page order. */
export interface ArticleBlocks {
  readonly heading: ReadonlySet<number>;
  readonly blocks: readonly number[];
}

/**
 * The disagreements of a page's figures, by block and offset. Only what stands in one article can contradict itself; sums
 * are sought in every block.
 * @param texts the texts of the page's blocks
 * @param read finds the numbers of a text; what is reckoned from a list is kept as long as the list
 */
export function disagreements(
  texts: readonly string[],
  articles: readonly ArticleBlocks[],
  read: (text: string) => readonly NumericMention[],
): Disagreement[] {
  const known = new Map<number, FigureBlock & Arithmetic>();
  const blockOf = (index: number, heading: boolean): FigureBlock & Arithmetic => {
    const text = texts[index] ?? "";
    const block = known.get(index) ?? { index, text, heading, ...arithmeticOf(text, read) };
    known.set(index, block);
    return block;
  };
  const blocksOf = articles.map(({ heading, blocks }) => blocks.map((index) => blockOf(index, heading.has(index))));
  const found = texts.flatMap((_, index) => wrongSumsOf(blockOf(index, false)));
  // A project's name tells it from others, so all articles of the page are compared.
  const all = texts.map((_, index) => blockOf(index, false));
  const given = [...contradictingAttributes(all), ...blocksOf.flatMap(contradictions)];
  const headings = new Set(articles.flatMap(({ heading }) => [...heading]));
  for (const { here, other, message, reverse } of given) {
    const related = [{ block: other.block, start: other.start, end: other.end, message: reverse }];
    const inHeading = headings.has(here.block);
    found.push({ block: here.block, start: here.start, end: here.end, inHeading, message, related });
  }
  return found.sort((a, b) => a.block - b.block || a.start - b.start);
}

/** The figures of a text and the sums of them that do not come out. */
interface Arithmetic {
  readonly figures: readonly Figure[];
  readonly sums: readonly WrongSum[];
}

function arithmeticOf(text: string, read: (text: string) => readonly NumericMention[]): Arithmetic {
  if (!NUMERAL.test(text)) return NOTHING;
  const numbers = read(text);
  const known = reckoned.get(numbers);
  if (known) return known;
  const figures = figuresOf(numbers);
  const arithmetic = { figures, sums: wrongSums(text, figures) };
  reckoned.set(numbers, arithmetic);
  return arithmetic;
}

/** The blocks of each of a page's articles. */
export function articleBlocks(articles: readonly Article[]): ArticleBlocks[] {
  return articles.map(({ blocks, heading }) => ({
    heading: new Set(heading.map(({ index }) => index)),
    blocks: [...new Set([...heading, ...blocks].map(({ index }) => index))].sort((a, b) => a - b),
  }));
}

const NOTHING: Arithmetic = { figures: [], sums: [] };
/** By the list of a text's numbers. */
const reckoned = new WeakMap<readonly NumericMention[], Arithmetic>();
/** A text without any of these has no figure. */
const NUMERAL = /[\d０-９二三四五六七八九十百千万亿]/u;

function wrongSumsOf({ index: block, sums }: { readonly index: number } & Arithmetic): Disagreement[] {
  return sums.map(({ whole, parts, message }) => ({
    block,
    start: whole.start,
    end: whole.end,
    inHeading: false,
    message,
    related: parts.map(({ start, end }) => ({ block, start, end, message })),
  }));
}
