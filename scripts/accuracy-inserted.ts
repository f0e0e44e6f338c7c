/** The part of `npm run accuracy` that puts tables, verse and the like into pages and tells what fixes make of them. */

import type { TruePage } from "../test/support/insert-block.ts";
import { type Inserted, type InsertedScore, insertAll, sumInserted } from "../test/support/score-inserted.ts";
import { BLOCK_KINDS } from "../test/support/typesetter/kinds/index.ts";

export interface InsertedOptions {
  /** Places of each kind. */
  readonly places: number;
  readonly seed: number;
  /** Lists every place where something was glued. */
  readonly errors: boolean;
}

const COLUMNS = ["places", "glued %", "by fix %", "blanks %", "around %"];

/** A table of what became of the blocks: a row a kind, and one a variant. */
export function insertedReport(pages: readonly TruePage[], { places, seed, errors }: InsertedOptions): string {
  const lines = [row("kind", COLUMNS)];
  const glued: string[] = [];
  for (const kind of BLOCK_KINDS) {
    const results = insertAll(kind, pages, places, seed);
    lines.push(row(`= ${kind.name}`, cells(sumInserted(results))));
    for (const where of ["inside", "between"] as const) {
      const some = results.filter((result) => result.where === where);
      if (kind.places === "both") lines.push(row(`  ${where}`, cells(sumInserted(some))));
    }
    for (const variant of Object.keys(kind.variants)) {
      const some = results.filter((result) => result.variant === variant);
      if (some.length > 0) lines.push(row(`    ${variant}`, cells(sumInserted(some))));
    }
    glued.push(...results.flatMap((result) => errorOf(kind.name, result)));
  }
  return [...lines, "", LEGEND, ...(errors ? ["", ...glued] : [])].join("\n");
}

const LEGEND = `glued %   places where the layout joins a line of the block to anything but its own row
by fix %  places where a safe fix does
blanks %  places where a safe fix takes a blank from between cells
around %  line ends of the paragraphs around it: right without the block, wrong with it`;

/** What each column says of a kind, in the order of the table. */
function cells({ places, glued, bySafeFix, blanksLost, around, broken }: InsertedScore): string[] {
  const share = (part: number, whole: number): string => (whole === 0 ? "–" : ((100 * part) / whole).toFixed(1));
  return [String(places), ...[glued, bySafeFix, blanksLost].map((part) => share(part, places)), share(broken, around)];
}

function errorOf(kind: string, { variant, page, n, where, glued, gluedLine, broken, around }: Inserted): string[] {
  const spoilt = broken > 0 ? `, ${broken} of ${around} line ends around` : "";
  if (!glued && broken === 0) return [];
  return [
    `${kind}, ${variant} (${where}) ${page}:${n}${spoilt}${gluedLine === undefined ? "" : `\n   ${short(gluedLine)}`}`,
  ];
}

function short(line: string): string {
  return line.length <= 110 ? line : `${line.slice(0, 54)} … ${line.slice(-54)}`;
}

function row(name: string, columns: readonly string[]): string {
  return name.slice(0, 32).padEnd(32) + columns.map((cell) => cell.padStart(10)).join("");
}
