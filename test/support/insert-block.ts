/** Puts a block that is no running text into a page with truth, in the dialect in which the page arrived. */

import { splitLines, withoutWhiteSpace } from "../../server/core/text/text.ts";
import type { PageTruth } from "./score.ts";
import { asRadicals, lineWidth } from "./typesetter/faults.ts";
import type { Random } from "./typesetter/index.ts";
import type { BlockKind, ColumnAround } from "./typesetter/kinds/index.ts";

/** A page with its truth. */
export interface TruePage {
  readonly text: string;
  readonly truth: PageTruth;
}

/** A line of the page with the block, in page order; blank lines are left out. */
export interface InsertedLine {
  readonly text: string;
  /** UTF-16 offset of the line's start in the page. */
  readonly start: number;
  /** Index of the block's row that it belongs to; undefined for a line that the page had before. */
  readonly row?: number;
  /** Index of the line in the truth; undefined for a line of the block. */
  readonly line?: number;
}

export interface InsertedPage {
  readonly text: string;
  readonly lines: readonly InsertedLine[];
  /** The rows of the block, each with the blanks that its writer set. */
  readonly rows: readonly string[];
  /** Index of the truth's line that the block comes after. */
  readonly after: number;
}

type Line = PageTruth["lines"][number];

const BODY = new Set(["body", "lead", "editor_note"]);

/** Indexes of the truth's lines that a block may come after: inside a paragraph, or between two blocks with text on a side. */
export function placesOf({ truth }: TruePage, where: "inside" | "between"): number[] {
  return truth.lines.flatMap((left, i) => {
    const right = truth.lines[i + 1];
    if (!right || left.mixed || right.mixed || left.para === null || right.para === null) return [];
    const texts = [left, right].filter(({ role }) => BODY.has(role)).length;
    const fits = where === "inside" ? left.para === right.para && texts === 2 : left.para !== right.para && texts > 0;
    return fits ? [i] : [];
  });
}

/** The page with a block of the kind after a line of its truth. */
export function insertBlock(
  page: TruePage,
  write: BlockKind["variants"][string],
  after: number,
  random: Random,
): InsertedPage {
  const habits = habitsOf(page);
  const rows = write(random, { measure: measureAt(page.truth.lines, after), ...habits.indent });
  // Rows that begin where the line above them begins are no blocks to an extractor that parts blocks by a blank line.
  const close = random.chance(0.5);
  const [left, right] = [page.truth.lines[after], page.truth.lines[after + 1]] as [Line, Line];
  const written = rows.flatMap((row, index) =>
    row.map((line, i) => ({ row: index, text: spell(line, habits, random), first: i === 0 })),
  );
  const source = splitLines(page.text);
  const [end, next] = [source[left.n - 1]?.end ?? 0, source[right.n - 1]?.start ?? 0];
  const lines: InsertedLine[] = [];
  const starts = (from: number, shift: number, to?: number): void => {
    for (const [i, { n, text }] of page.truth.lines.slice(from, to).entries())
      lines.push({ text, start: (source[n - 1]?.start ?? 0) + shift, line: from + i });
  };
  starts(0, 0, after + 1);
  let text = page.text.slice(0, end);
  let before = left.text;
  for (const { row, text: line, first } of written) {
    const inside = lines.at(-1)?.row !== undefined && (close || !first);
    text += habits.separator(before, inside ? "same" : "other");
    lines.push({ text: line, start: text.length, row });
    text += line;
    before = line;
  }
  text += habits.separator(before, "other");
  starts(after + 1, text.length - next);
  return { text: text + page.text.slice(next), lines, rows: rows.map((row) => row.join("")), after };
}

/** How a page parts its lines and writes its figures. */
interface Habits {
  /** What stands between two lines: line breaks and what is on the blank lines. */
  separator(before: string, block: "same" | "other"): string;
  /** Share of the places between a Han character and a figure that have a blank, and of those behind a figure. */
  readonly beforeNumbers: number;
  readonly afterNumbers: number;
  readonly radicals: boolean;
  readonly indent: Pick<ColumnAround, "indent" | "lead">;
}

const known = new WeakMap<TruePage, Habits>();

function habitsOf(page: TruePage): Habits {
  const habits = known.get(page) ?? learnHabits(page);
  known.set(page, habits);
  return habits;
}

function learnHabits({ text, truth }: TruePage): Habits {
  const source = splitLines(text);
  const seen = new Map<string, string[]>();
  for (const [i, left] of truth.lines.entries()) {
    const right = truth.lines[i + 1];
    if (!right) continue;
    const between = text.slice(source[left.n - 1]?.end ?? 0, source[right.n - 1]?.start ?? 0);
    if (withoutWhiteSpace(between) !== "" || between === "") continue;
    const block = left.para === right.para ? "same" : "other";
    for (const key of [block + digitAtEnd(left.text), block]) seen.set(key, [...(seen.get(key) ?? []), between]);
  }
  const share = (spaced: RegExp, close: RegExp): number => {
    const [a, b] = [spaced, close].map((pattern) => text.match(pattern)?.length ?? 0) as [number, number];
    return a + b === 0 ? 0 : a / (a + b);
  };
  const usual = new Map([...seen].map(([key, list]) => [key, mostFrequent(list)]));
  return {
    separator: (before, block) =>
      usual.get(block + digitAtEnd(before)) ?? usual.get(block) ?? usual.get("other") ?? usual.get("same") ?? "\n",
    beforeNumbers: share(/\p{Script=Han} [0-9]/gu, /\p{Script=Han}[0-9]/gu),
    afterNumbers: share(/[0-9%] \p{Script=Han}/gu, /[0-9%]\p{Script=Han}/gu),
    indent: indentOf(truth.lines),
    radicals: /[\u2e80-\u2fdf]/u.test(text),
  };
}

/** How first lines of paragraphs stand back: by blanks that are left, by a lost indent, or not at all. */
function indentOf(lines: readonly Line[]): Habits["indent"] {
  const firsts = lines.flatMap((line, i) => {
    const [before, next] = [lines[i - 1], lines[i + 1]];
    const opens = BODY.has(line.role) && before?.para !== line.para && next?.para === line.para;
    return opens ? [{ line, next }] : [];
  });
  const lead = mostFrequent(["", ...firsts.map(({ line }) => /^[ \u3000]*/u.exec(line.text)?.[0] ?? "")]);
  const widths = firsts.map(({ line, next }) => lineWidth(next.text) - lineWidth(line.text)).sort((a, b) => a - b);
  return { lead, indent: lead !== "" || (widths[widths.length >> 1] ?? 0) > 1 };
}

function mostFrequent(list: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}

function digitAtEnd(text: string): string {
  return /[0-9０-９]$/u.test(text) ? " digit" : "";
}

/** A line as the page's extractor writes it: blanks beside its figures, characters as radicals. */
function spell(line: string, { beforeNumbers, afterNumbers, radicals }: Habits, random: Random): string {
  let text = line;
  if (random.chance(beforeNumbers)) text = text.replace(/(?<=\p{Script=Han})(?=[0-9])/gu, " ");
  if (random.chance(afterNumbers)) text = text.replace(/(?<=[0-9%])(?=\p{Script=Han})/gu, " ");
  return radicals ? asRadicals(text) : text;
}

/** The measure at a line in em: the widest of the lines of text near it; 17 where there is none. */
function measureAt(lines: readonly Line[], at: number): number {
  const near = lines.slice(Math.max(0, at - 4), at + 5).filter(({ role }) => BODY.has(role));
  const widths = near.map(({ text, measure }) => measure ?? Math.round(lineWidth(text.replaceAll(" ", ""))));
  return Math.max(8, ...(widths.length > 0 ? widths : [17]));
}
