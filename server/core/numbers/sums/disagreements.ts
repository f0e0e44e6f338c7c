/** Figures of a page that disagree: sums that do not come out, one thing given with two figures. */

import type { Article } from "../../articles/types.ts";
import type { Localised } from "../../text/locale.ts";
import type { Span } from "../../text/text.ts";
import type { NumericMention } from "../index.ts";
import { type Figure, figuresOf } from "./figures.ts";
import { contradictions, type FigureBlock } from "./repeats.ts";
import { wrongSums } from "./sums.ts";
import type { WrongSum } from "./wrong-sum.ts";

/** A place in a block's text and what is to be said there. */
export interface Said extends Span {
  readonly block: number;
  readonly message: Localised;
}

/** A figure that does not agree with others of its article; `related` are those. */
export interface Disagreement extends Said {
  readonly related: readonly Said[];
}

/** The blocks of an article by their index on the page: its heading, and all of it. */
export interface FigureGroup {
  readonly heading: ReadonlySet<number>;
  readonly blocks: readonly number[];
}

/**
 * The disagreements of a page's figures, by block and offset.
 * @param texts the texts of the page's blocks
 * @param groups its articles: only what stands in one article can contradict itself
 * @param read finds the numbers of a text
 */
export function disagreements(
  texts: readonly string[],
  groups: readonly FigureGroup[],
  read: (text: string) => readonly NumericMention[],
): Disagreement[] {
  const known = new Map<number, FigureBlock & Arithmetic>();
  const blockOf = (index: number, heading: boolean): FigureBlock & Arithmetic => {
    const text = texts[index] ?? "";
    const block = known.get(index) ?? { index, text, heading, ...arithmeticOf(text, read) };
    known.set(index, block);
    return block;
  };
  const grouped = groups.map(({ heading, blocks }) => blocks.map((index) => blockOf(index, heading.has(index))));
  const found = texts.flatMap((_, index) => sumsOf(blockOf(index, false)));
  for (const blocks of grouped) {
    for (const { here, other, message, reverse } of contradictions(blocks)) {
      const related = [{ block: other.block, start: other.start, end: other.end, message: reverse }];
      found.push({ block: here.block, start: here.start, end: here.end, message, related });
    }
  }
  return found.sort((a, b) => a.block - b.block || a.start - b.start);
}

interface Arithmetic {
  readonly figures: readonly Figure[];
  readonly sums: readonly WrongSum[];
}

/** What a text's numbers say by themselves, kept as long as the list of the numbers. */
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

/** The articles of a page as lists of blocks. */
export function figureGroups(articles: readonly Article[]): FigureGroup[] {
  return articles.map(({ blocks, heading }) => ({
    heading: new Set(heading.map(({ index }) => index)),
    blocks: [...new Set([...heading, ...blocks].map(({ index }) => index))].sort((a, b) => a - b),
  }));
}

const NOTHING: Arithmetic = { figures: [], sums: [] };
const reckoned = new WeakMap<readonly NumericMention[], Arithmetic>();
const NUMERAL = /[\d０-９二三四五六七八九十百千万亿]/u;

function sumsOf({ index: block, sums }: { readonly index: number } & Arithmetic): Disagreement[] {
  return sums.map(({ whole, parts, message }) => ({
    block,
    start: whole.start,
    end: whole.end,
    message,
    related: parts.map(({ start, end }) => ({ block, start, end, message })),
  }));
}
