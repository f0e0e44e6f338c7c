/** The passages of an article: paragraphs and crossheads, its tables and its poems, each whole. */

import type { Block, Layout } from "../layout/types.ts";
import { joinedAcross } from "../layout/whole-texts.ts";
import { tableRowsOf } from "./table-rows.ts";
import type { Article, Articles, Role } from "./types.ts";

/** What an article's passages are read by: the roles of the page's blocks, and which paragraphs are interrupted. */
export type ArticlePage = Articles & Pick<Layout, "interruptions">;

/** A paragraph, or a crosshead between paragraphs. */
export interface TextPassage {
  readonly kind: "paragraph" | "crosshead" | "editors-note";
  /** On one line. */
  readonly text: string;
}

export interface TablePassage {
  readonly kind: "table";
  /** Each row on a line of its own, its cells parted by tabs. */
  readonly text: string;
  /** Rows of cells, from top to bottom; a row may have fewer cells than another. */
  readonly rows: readonly (readonly string[])[];
  /** Whether the first row says what stands in the columns. */
  readonly header: boolean;
}

export interface VersePassage {
  readonly kind: "verse";
  /** Each line on a line of its own, an empty one between stanzas. */
  readonly text: string;
  /** The same, line by line. */
  readonly lines: readonly string[];
}

export type Passage = TextPassage | TablePassage | VersePassage;

/** A passage, and the page offset of its first character. */
export type PlacedPassage = Passage & { readonly start: number };

const KINDS: Partial<Record<Role, TextPassage["kind"] | "row" | "verse">> = {
  lead: "paragraph",
  paragraph: "paragraph",
  crosshead: "crosshead",
  "editors-note": "editors-note",
  row: "row",
  verse: "verse",
};

/** The passages of an article in page order; what interrupts a paragraph follows it. */
export function passagesOf(article: Article, page: ArticlePage): PlacedPassage[] {
  const { blocks } = article;
  const kindOf = ({ index }: Block): TextPassage["kind"] | "row" | "verse" | undefined =>
    KINDS[page.roles[index] ?? "paragraph"];
  const resumes = resumesOf(
    blocks.filter((block) => kindOf(block) === "paragraph"),
    page,
  );
  const later = new Set(resumes.values());
  const passages: PlacedPassage[] = [];
  for (let b = 0; b < blocks.length; b += 1) {
    const block = blocks[b] as Block;
    const kind = kindOf(block);
    if (kind === undefined || later.has(block)) continue;
    if (kind !== "row" && kind !== "verse") {
      passages.push({ kind, start: block.start, text: textWithRest(block, resumes) });
      continue;
    }
    const first = b;
    while (b + 1 < blocks.length && kindOf(blocks[b + 1] as Block) === kind) b += 1;
    const own = blocks.slice(first, b + 1);
    passages.push({ start: block.start, ...(kind === "row" ? tableOf(own) : verseOf(own)) });
  }
  return passages;
}

/** By the paragraph that is interrupted, the one with which it goes on, where both are among an article's own. */
function resumesOf(own: readonly Block[], { interruptions }: ArticlePage): ReadonlyMap<Block, Block> {
  if (interruptions.length === 0) return new Map();
  const byIndex = new Map(own.map((block) => [block.index, block]));
  return new Map(
    interruptions.flatMap(({ before, after }) => {
      const [one, other] = [byIndex.get(before), byIndex.get(after)];
      return one && other ? [[one, other] as const] : [];
    }),
  );
}

function textWithRest(block: Block, resumes: ReadonlyMap<Block, Block>): string {
  const words = [block.text.trim()];
  let part = block;
  for (let rest = resumes.get(part); rest; rest = resumes.get(rest)) {
    words.push(joinedAcross(part.text, rest.text), rest.text.trim());
    part = rest;
  }
  return words.join("");
}

function tableOf(blocks: readonly Block[]): TablePassage {
  const rows = tableRowsOf(blocks.map((block) => block.text));
  const text = rows.map((row) => row.join("\t")).join("\n");
  return { kind: "table", text, rows, header: hasHeader(rows) };
}

const FIGURE = /\p{N}/u;

/** A head has no figure, and most of the rows below it have some. */
function hasHeader([head = [], ...rows]: readonly (readonly string[])[]): boolean {
  const figured = rows.filter((row) => row.some((cell) => FIGURE.test(cell)));
  return !head.some((cell) => FIGURE.test(cell)) && figured.length * 2 > rows.length;
}

function verseOf(blocks: readonly Block[]): VersePassage {
  const steps = blocks.slice(1).map((block, i) => block.firstLine - (blocks[i] as Block).lastLine);
  const usual = mostCommon(steps);
  // Many pages have a blank line after every line; only more than the poem's own usual distance parts stanzas.
  const lines = blocks.flatMap((block, i) => [...((steps[i - 1] ?? 0) > usual ? [""] : []), block.text.trim()]);
  return { kind: "verse", text: lines.join("\n"), lines };
}

/** The most common of some numbers, of equally common ones the largest. */
function mostCommon(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  const [[most] = [0]] = [...counts].sort(([a, x], [b, y]) => y - x || b - a);
  return most;
}

/** The stanzas of a poem, each its lines. */
export function stanzasOf({ lines }: Pick<VersePassage, "lines">): string[][] {
  const stanzas: string[][] = [[]];
  for (const line of lines) {
    if (line === "") stanzas.push([]);
    else stanzas.at(-1)?.push(line);
  }
  return stanzas;
}

/** The rows of a table, all with as many cells as the longest: what a row lacks is empty. */
export function evenRowsOf({ rows }: Pick<TablePassage, "rows">): string[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map((row) => [...row, ...new Array<string>(width - row.length).fill("")]);
}
