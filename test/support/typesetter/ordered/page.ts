/** What the pieces of an ordered page have in common, and what one of them gives. */

import type { Random } from "../random.ts";
import { type StackHabit, stack } from "../stack.ts";
import type { Matter } from "../stock/matter.ts";
import { HOME_MATTERS } from "../stock/matters-home.ts";
import { LAND_MATTERS } from "../stock/matters-land.ts";
import { SLOTS } from "../stock/names.ts";
import { ABOUT, BESIDES, ON_SIDE } from "../stock/telling.ts";
import type { CleanArticle, CleanBlock, Column, DisplayItem, PageItem, TruthRole } from "../types.ts";
import { type Deck, deckOf } from "./deck.ts";

/** Forms of article; an article's id begins with its form: `brief-3`. */
export type Form = "feature" | "parts" | "short" | "brief" | "front" | "notice" | "jump";

export interface OrderedPage {
  readonly random: Random;
  readonly habit: StackHabit;
  /** One or two, in em; most text is set to the first. */
  readonly measures: readonly number[];
  /** Each article of the page is about another matter, at another place while there are any. */
  readonly matters: Deck<Matter>;
  readonly places: (slot: Matter["place"]) => string;
  /** Sentences for any article, none used twice while there are others. */
  readonly about: Deck<string>;
  readonly besides: Deck<string>;
  readonly onSide: Deck<string>;
  /** The id of the page's next article. */
  readonly nextId: (form: Form) => string;
}

/** One or several articles that belong together, in the order of reading. */
export interface Piece {
  readonly articles: readonly CleanArticle[];
  readonly items: readonly PageItem[];
}

export function orderedPage(random: Random, habit: StackHabit): OrderedPage {
  const places = new Map<string, Deck<string>>();
  let articles = 0;
  return {
    random,
    habit,
    measures: Array.from({ length: random.chance(0.6) ? 1 : 2 }, () => anyMeasure(random)),
    matters: deckOf([...HOME_MATTERS, ...LAND_MATTERS], random),
    places: (slot) => {
      const names = SLOTS[slot];
      if (names === undefined || typeof names === "function") throw new Error(`no places {${slot}}`);
      const deck = places.get(slot) ?? deckOf(names, random);
      places.set(slot, deck);
      return deck();
    },
    about: deckOf(ABOUT, random),
    besides: deckOf(BESIDES, random),
    onSide: deckOf(ON_SIDE, random),
    nextId: (form) => {
      articles += 1;
      return `${form}-${articles}`;
    },
  };
}

function anyMeasure(random: Random): number {
  const whole = random.weighted([
    [random.int(9, 13), 3],
    [random.int(14, 19), 6],
    [random.int(20, 28), 4],
    [random.int(29, 44), 2],
    [random.int(45, 60), 1],
  ]);
  return random.chance(0.3) ? whole + random.pick([0.25, 0.4, 0.5, 0.75]) : whole;
}

/** The measure of a text: on most pages and for most texts the first. */
export function measureOf({ random, measures }: OrderedPage): number {
  const [main = 17, other = main] = measures;
  return random.chance(0.8) ? main : other;
}

/** The text of an article in a column of the page; now and then it begins in the other measure. */
export function flowOf(
  page: OrderedPage,
  article: string,
  blocks: readonly CleanBlock[],
  measure = measureOf(page),
): PageItem {
  const { random, measures } = page;
  const other = measures.find((each) => each !== measure);
  const columns: Column[] = [{ measure }];
  if (other !== undefined && random.chance(0.15)) columns.unshift({ measure: other, lines: random.int(5, 25) });
  return { kind: "flow", article, blocks, columns };
}

/** A part of a heading, on one line or several. `text` has `／` where its sense allows a break. */
export function headingPart(page: OrderedPage, article: string, role: TruthRole, text: string): DisplayItem {
  const { random, habit } = page;
  const widest = random.int(11, 30) + (role === "headline" ? 0 : 6);
  return stack({ article, role, text, widest }, random.chance(0.9) ? habit : "greedy", random);
}

/** A line that is set for itself. */
export function line(article: string, role: TruthRole, text: string, width = 60): DisplayItem {
  return { kind: "display", article, role, text, width };
}

/** A heading's text without the places where its sense allows a break. */
export function plain(text: string): string {
  return text.replaceAll("／", "");
}
