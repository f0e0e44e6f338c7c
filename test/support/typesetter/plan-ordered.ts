/**
 * Plans pages in order, as extractors give them that follow the reading order: each headline right above its article,
 * which says what the headline says. On some pages all headings come last instead.
 */

import { vary, varyMore } from "./dialects.ts";
import { feature } from "./ordered/feature.ts";
import { front } from "./ordered/front.ts";
import { betweenArticles, betweenColumns, footOf, headOf } from "./ordered/furniture.ts";
import { continued, sentOn } from "./ordered/jumps.ts";
import { notices } from "./ordered/notices.ts";
import { type OrderedPage, orderedPage, type Piece } from "./ordered/page.ts";
import { partsFeature } from "./ordered/parts.ts";
import { brief, short } from "./ordered/short.ts";
import type { PlanOptions } from "./plan.ts";
import { randomFrom } from "./random.ts";
import type { PageItem, PagePlan, TruthRole } from "./types.ts";

export interface OrderedOptions extends PlanOptions {
  /** Whether all headings follow at the page's end; by chance where it is not said. */
  readonly headingsLast?: boolean;
}

/** Of all pages, how many have their headings at their end. */
const HEADINGS_LAST = 1 / 8;
/** Of flows that are long enough, how many are interrupted by what stands between two columns. */
const INTERRUPTED = 0.08;
/** Of the articles that may be long, how many end on another page. */
const SENT_ON = 0.1;
const MAY_BE_LONG = /^(?:feature|parts|front|short)-/u;

/** The plan of a page in order; equal seeds and options give equal plans. */
export function planOrderedPage(seed: number, options: OrderedOptions = {}): PagePlan {
  const random = randomFrom(seed + 0x07de);
  const name = options.dialect ?? random.pick(["seed", "pdfjs", "pdfjs", "mupdf", "mupdf", "raw", "indented"] as const);
  const dialect = varyMore(vary(name, random), random);
  const page = orderedPage(random, random.pick(["sense", "sense", "greedy"] as const));
  const [low, high] = options.articles ?? [2, 9];
  const pieces = piecesOf(page, random.int(low, high)).map((piece) => finished(page, piece));
  const items = [
    ...headOf(page),
    ...pieces.flatMap((piece, i) => [...(i > 0 ? betweenArticles(page) : []), ...piece.items]),
    ...footOf(page),
  ];
  const last = options.headingsLast ?? random.chance(HEADINGS_LAST);
  return {
    name: `ordered-${seed}`,
    seed,
    dialect,
    articles: pieces.flatMap(({ articles }) => articles),
    items: last ? withHeadingsLast(items) : items,
  };
}

/** The pieces of a page with `count` articles: what leads it, then short ones and what other pages left over. */
function piecesOf(page: OrderedPage, count: number): Piece[] {
  const { random } = page;
  const pieces = leadingPieces(page, count);
  const others = count - pieces.reduce((sum, { articles }) => sum + articles.length, 0);
  const rest = Array.from({ length: others }, () => restPiece(page));
  // What leads a page comes first on most pages, and a brief right after a feature on many.
  return random.chance(0.75) ? [...pieces, ...rest] : [...rest.slice(0, 1), ...pieces, ...rest.slice(1)];
}

function leadingPieces(page: OrderedPage, count: number): Piece[] {
  const { random } = page;
  return random.weighted<() => Piece[]>([
    [() => [feature(page), ...(count > 1 && random.chance(0.5) ? [brief(page)] : [])], 4],
    [() => [partsFeature(page)], 3],
    [() => [front(page)], 4],
    [() => [notices(page, Math.min(count, random.int(3, 8)))], 3],
    [() => [], 3],
  ])();
}

function restPiece(page: OrderedPage): Piece {
  return page.random.weighted([
    [short, 10],
    [brief, 5],
    [continued, 2],
  ])(page);
}

/** The piece as the page's columns leave it: sent on to another page, or with something between two columns. */
function finished(page: OrderedPage, piece: Piece): Piece {
  const { random } = page;
  const interrupted = { ...piece, items: piece.items.map((item) => interruptedAtTimes(page, item)) };
  const long = MAY_BE_LONG.test(piece.articles[0]?.id ?? "");
  return long && random.chance(SENT_ON) ? sentOn(page, interrupted) : interrupted;
}

function interruptedAtTimes(page: OrderedPage, item: PageItem): PageItem {
  const { random } = page;
  if (item.kind !== "flow" || item.blocks.length < 4 || !random.chance(INTERRUPTED)) return item;
  const [first, ...others] = item.columns;
  if (first === undefined) return item;
  const column = { ...first, lines: first.lines ?? random.int(5, 25), foot: betweenColumns(page) };
  return { ...item, columns: [column, ...(others.length > 0 ? others : [{ measure: first.measure }])] };
}

const HEADINGS = new Set<TruthRole>(["kicker", "headline", "subhead"]);

function withHeadingsLast(items: readonly PageItem[]): PageItem[] {
  const isHeading = (item: PageItem): boolean =>
    item.kind === "display" && item.article !== "" && HEADINGS.has(item.role);
  return [...items.filter((item) => !isHeading(item)), ...items.filter(isHeading)];
}
