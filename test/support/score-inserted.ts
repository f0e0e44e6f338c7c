/** Measures what a fix does to a block that was put into a page: what it glues, and what it spoils around it. */

import { analyze } from "../../server/core/analyze.ts";
import { fixPage } from "../../server/core/fix/fix-page.ts";
import type { Block } from "../../server/core/layout/index.ts";
import { type InsertedLine, type InsertedPage, insertBlock, placesOf, type TruePage } from "./insert-block.ts";
import { breaksAfter, fold, paragraphsOf } from "./line-ends.ts";
import { type Random, randomFrom } from "./typesetter/index.ts";
import type { BlockKind } from "./typesetter/kinds/index.ts";

/** What became of one block. */
export interface Inserted {
  readonly variant: string;
  readonly page: string;
  /** Line of the page with the block on which the block begins, 1-based. */
  readonly n: number;
  readonly where: "inside" | "between";
  /** Whether the layout takes some line of the block for a part of a neighbour or of another row. */
  readonly glued: boolean;
  /** The line of the fixed page on which that happened, where a safe fix did it. */
  readonly gluedLine: string | undefined;
  /** Whether a blank that parts cells is gone from the fixed page. */
  readonly blanksLost: boolean;
  /** Line ends of the paragraphs around it that come out right without the block; and how many don't with it. */
  readonly around: number;
  readonly broken: number;
}

/** Of the places of one kind: in how many each thing happened. */
export interface InsertedScore {
  readonly places: number;
  readonly glued: number;
  readonly bySafeFix: number;
  readonly blanksLost: number;
  readonly around: number;
  readonly broken: number;
}

/**
 * Puts `places` blocks of a kind into the pages, one at a time, and looks what a fix makes of each. The variants come in
 * turns, inside paragraphs and between blocks in turns; page, place and words are chance, by the seed.
 */
export function insertAll(kind: BlockKind, pages: readonly TruePage[], places: number, seed = 1): Inserted[] {
  const variants = Object.keys(kind.variants);
  return Array.from({ length: places }, (_, i): Inserted[] => {
    const random = randomFrom(seed * 7919 + i);
    const variant = variants[i % variants.length] ?? "";
    const turn = Math.floor(i / variants.length) + (i % variants.length);
    const where = kind.places === "both" ? (turn % 2 === 0 ? "inside" : "between") : kind.places;
    const found = pick(pages, where, random);
    return found ? [insertOne(kind, { variant, where, ...found }, random)] : [];
  }).flat();
}

export function sumInserted(results: readonly Inserted[]): InsertedScore {
  const sum = (of: (result: Inserted) => number): number => results.reduce((all, result) => all + of(result), 0);
  return {
    places: results.length,
    glued: sum(({ glued }) => Number(glued)),
    bySafeFix: sum(({ gluedLine }) => Number(gluedLine !== undefined)),
    blanksLost: sum(({ blanksLost }) => Number(blanksLost)),
    around: sum(({ around }) => around),
    broken: sum(({ broken }) => broken),
  };
}

/** The page with a block of the kind somewhere in it; undefined where it has no place for one. */
export function insertedPage(kind: BlockKind, page: TruePage, random: Random): InsertedPage | undefined {
  const where = kind.places === "both" ? random.pick(["inside", "between"] as const) : kind.places;
  const places = placesOf(page, where);
  if (places.length === 0) return undefined;
  return insertBlock(page, random.pick(Object.values(kind.variants)), random.pick(places), random);
}

interface Place {
  readonly page: TruePage;
  readonly after: number;
}

function pick(pages: readonly TruePage[], where: "inside" | "between", random: Random): Place | undefined {
  for (const page of random.shuffle(pages)) {
    const places = placesOf(page, where);
    if (places.length > 0) return { page, after: random.pick(places) };
  }
  return undefined;
}

function insertOne(
  kind: BlockKind,
  { variant, where, page, after }: Place & Pick<Inserted, "variant" | "where">,
  random: Random,
): Inserted {
  const inserted = insertBlock(page, kind.variants[variant] ?? (() => []), after, random);
  const analysis = analyze(inserted.text);
  const fixed = fixPage(analysis);
  const owners = inserted.lines.map((line) => ownerOf(line, page));
  const broken = breaksAfter(
    inserted.lines.map(({ text }) => text),
    fixed,
  );
  const touches = (at: number): boolean =>
    (inserted.lines[at]?.row ?? inserted.lines[at + 1]?.row) !== undefined && owners[at] !== owners[at + 1];
  const gluedAt = inserted.lines.findIndex((_, at) => at + 1 < owners.length && touches(at) && !broken[at]);
  const begins = inserted.lines.findIndex(({ row }) => row !== undefined);
  return {
    variant,
    where,
    page: page.truth.page,
    n: inserted.text.slice(0, inserted.lines[begins]?.start ?? 0).split(/\r\n|\r|\n/).length,
    glued: gluedAt >= 0 || sharesBlock(inserted, owners, analysis.blocks),
    gluedLine: gluedAt < 0 ? undefined : lineWith(fixed, inserted.lines, gluedAt),
    blanksLost: kind.keepsBlanks && losesBlanks(inserted, fixed),
    ...brokenAround(page, inserted, broken),
  };
}

/** What a line belongs to: a row of the block, or a paragraph of the page. */
function ownerOf({ row, line }: InsertedLine, { truth }: TruePage): string {
  return row === undefined ? `para ${truth.lines[line ?? 0]?.para ?? ""}` : `row ${row}`;
}

/** Whether a block of the layout has a row and anything else, wherever on the page its parts stand. */
function sharesBlock({ lines }: InsertedPage, owners: readonly string[], blocks: readonly Block[]): boolean {
  const held = new Map<number, Set<string>>();
  for (const [i, line] of lines.entries()) {
    const at = line.start + (line.text.length - line.text.trimStart().length);
    const block = blocks.find(({ pieces }) =>
      pieces.some((piece) => piece.page <= at && at < piece.page + piece.pageLength),
    );
    if (block) held.set(block.index, (held.get(block.index) ?? new Set()).add(owners[i] ?? ""));
  }
  return [...held.values()].some((owned) => owned.size > 1 && [...owned].some((owner) => owner.startsWith("row")));
}

/** The line of the fixed page that holds the end of line `at`. */
function lineWith(fixed: string, lines: readonly InsertedLine[], at: number): string {
  let rest = lines.slice(0, at + 1).reduce((sum, { text }) => sum + fold(text).length, 0);
  for (const paragraph of paragraphsOf(fixed)) {
    const { length } = fold(paragraph);
    if (rest <= length) return paragraph;
    rest -= length;
  }
  return "";
}

/** Whether the fixed page lacks a blank that a row's writer set. */
function losesBlanks({ lines, rows }: InsertedPage, fixed: string): boolean {
  const kept = blanksOf(fixed);
  let before = 0;
  const starts = new Map<number, number>();
  for (const { text, row } of lines) {
    if (row !== undefined && !starts.has(row)) starts.set(row, before);
    before += fold(text).length;
  }
  return rows.some((row, i) => [...blanksOf(row.trim())].some((place) => !kept.has((starts.get(i) ?? 0) + place)));
}

/** Where a text has blanks or line breaks, counted in characters that are none. */
function blanksOf(text: string): Set<number> {
  const places = new Set<number>();
  let seen = 0;
  for (const part of text.split(/(\s+)/u)) {
    if (/^\s/u.test(part)) places.add(seen);
    else seen += fold(part).length;
  }
  return places;
}

const fixedAlone = new WeakMap<TruePage, boolean[]>();

/** How a page breaks when it is fixed without any block in it. */
function breaksAlone(page: TruePage): boolean[] {
  const lines = page.truth.lines.map(({ text }) => text);
  const breaks = fixedAlone.get(page) ?? breaksAfter(lines, fixPage(analyze(page.text)));
  fixedAlone.set(page, breaks);
  return breaks;
}

function brokenAround(page: TruePage, { lines, after }: InsertedPage, broken: readonly boolean[]) {
  const alone = breaksAlone(page);
  const truth = page.truth.lines;
  const near = new Set([truth[after]?.para, truth[after + 1]?.para]);
  const with_ = new Map(lines.map(({ line }, i) => [line, broken[i] ?? false]));
  let [around, wrong] = [0, 0];
  for (const [i, line] of truth.entries()) {
    const next = truth[i + 1];
    if (!next || i === after || !(near.has(line.para) || near.has(next.para))) continue;
    const isBreak = line.para !== next.para;
    if (alone[i] !== isBreak) continue;
    around += 1;
    if (with_.get(i) !== isBreak) wrong += 1;
  }
  return { around, broken: wrong };
}
