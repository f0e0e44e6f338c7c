/** What a page's folio says: the day, the weekday, the name of the paper and the number of the page, each with its place. */

import { jumpsIn, numbersOnFolio, type PageNumber } from "../articles/jumps.ts";
import type { Block } from "../layout/types.ts";
import { weekdayNumber } from "../numbers/dates/weekdays.ts";
import { numberReader } from "../numbers/page-numbers.ts";
import { HAN, oneOf, PAPERS } from "../tables/newsroom.ts";
import type { Span } from "../text/text.ts";
import { type FactPlace, type FactsSource, placeInBlock } from "./fact-place.ts";

export interface Stated<Value> {
  readonly value: Value;
  readonly place: FactPlace;
}

/** A field is there only where the folio says it once, or always the same. */
export interface FolioFacts {
  /** ISO 8601: `2022-08-16`. */
  readonly date?: Stated<string>;
  /** As ISO 8601 counts: 1 (Monday) to 7 (Sunday). */
  readonly weekday?: Stated<number>;
  readonly paper?: Stated<string>;
  readonly page?: Stated<PageNumber>;
}

/** What a text of a folio says, and where in it. */
interface Said<Value> extends Span {
  readonly value: Value;
}

const WEEKDAY = /(?:星期|周)([一二三四五六日天])/gu;
/** A paper's name by itself or between blanks; inside a longer text it may be anybody's. */
const PAPER = new RegExp(`(?<=^|[\\s·|｜])${HAN}{1,8}${oneOf(PAPERS.paper)}(?=$|[\\s·|｜])`, "gu");
/** The day on which a paper was founded is not that of the page. */
const FOUNDED = /创刊/u;

/** The facts of a page's folios. A day by itself may be that of a notice, so it counts only beside another field. */
export function folioFacts(source: FactsSource): FolioFacts {
  const { blocks, roles } = source;
  const reader = numberReader(blocks);
  const folios = blocks.filter(({ index, text }) => roles[index] === "folio" && jumpsIn(text).length === 0);
  const read = folios
    .filter(({ text }) => !FOUNDED.test(text))
    .map((block) => ({ block, ...fieldsOf(block.text, reader.read(block.text)) }));
  const hasOther = ({ weekdays, papers, pages }: (typeof read)[number]): boolean =>
    weekdays.length + papers.length + pages.length > 0;
  const isBeside = (block: Block): boolean =>
    read.some((other) => hasOther(other) && Math.abs(other.block.index - block.index) <= 2);
  const dated = read.filter(({ block }) => isBeside(block));
  const all = <Value>(
    from: readonly (typeof read)[number][],
    field: (one: (typeof read)[number]) => readonly Said<Value>[],
  ): Stated<Value> | undefined =>
    agreed(from.flatMap((one) => field(one).flatMap((said) => placed(source, one.block, said))));
  const [date, weekday, paper, page] = [
    all(dated, ({ dates }) => dates),
    all(read, ({ weekdays }) => weekdays),
    all(read, ({ papers }) => papers),
    all(read, ({ pages }) => pages),
  ];
  return {
    ...(date && { date }),
    ...(weekday && { weekday }),
    ...(paper && { paper }),
    ...(page && { page }),
  };
}

function fieldsOf(text: string, numbers: ReturnType<ReturnType<typeof numberReader>["read"]>) {
  return {
    dates: numbers.flatMap(({ value, start, end }): Said<string>[] => {
      const date = "edtf" in value ? value.edtf : undefined;
      return date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) ? [{ value: date, start, end }] : [];
    }),
    weekdays: [...text.matchAll(WEEKDAY)].map(
      ({ index, 0: words, 1: day = "" }): Said<number> => ({
        value: weekdayNumber(day),
        start: index,
        end: index + words.length,
      }),
    ),
    papers: [...text.matchAll(PAPER)].map(
      ({ index, 0: value }): Said<string> => ({ value, start: index, end: index + value.length }),
    ),
    pages: numbersOnFolio(text).map(({ to: value, ...span }): Said<PageNumber> => ({ value, ...span })),
  };
}

function placed<Value>(source: FactsSource, block: Block, { value, ...span }: Said<Value>): Stated<Value>[] {
  const place = placeInBlock(source, block, span);
  return place ? [{ value, place }] : [];
}

/** The first of what is said where all of it is the same; pages that were set side by side have two folios and no number. */
function agreed<Value>(said: readonly Stated<Value>[]): Stated<Value> | undefined {
  const [first, ...others] = said;
  const words = JSON.stringify(first?.value);
  return others.every(({ value }) => JSON.stringify(value) === words) ? first : undefined;
}
