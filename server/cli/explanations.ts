/** What the explanations of a place on a page share: how the place is given, and how evidence is shown. */

import type { Evidence } from "../core/layout/decision.ts";
import type { Localised } from "../core/text/locale.ts";
import type { Page } from "../core/text/text.ts";
import { Refusal } from "../host/refusal.ts";
import { padTo, widestOf } from "./formats/columns.ts";
import type { Session } from "./session.ts";

/** A place as it is given to an option: a file, a line from 1 and, where one is asked for, a column from 1. */
export interface GivenPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * The place that `FILE:LINE` names; what follows as `:COLUMN` doesn't matter.
 * @throws Refusal where it is written otherwise
 */
export function lineGiven(place: string, option: string): GivenPlace {
  const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/s.exec(place) ?? [];
  if (file !== undefined) return { file, line: Number(line), column: 1 };
  throw new Refusal({ zh: `${option} 应写成“文件:行号”`, en: `${option} takes FILE:LINE` });
}

/**
 * The place that `FILE:LINE:COLUMN` names, columns in characters.
 * @throws Refusal where it is written otherwise
 */
export function columnGiven(place: string, option: string): GivenPlace {
  const [, file, line, column] = /^(.+?):(\d+):(\d+)$/s.exec(place) ?? [];
  if (file !== undefined) return { file, line: Number(line), column: Number(column) };
  throw new Refusal({ zh: `${option} 应写成“文件:行号:列号”`, en: `${option} takes FILE:LINE:COLUMN` });
}

/**
 * The number, from 0, of a line of the page.
 * @throws Refusal where the page has no such line
 */
export function lineOn({ lines }: Page, { line }: GivenPlace): number {
  if (lines[line - 1]) return line - 1;
  throw new Refusal({ zh: `没有这一行，全页 ${lines.length} 行`, en: `no such line; the page has ${lines.length}` });
}

/**
 * The offset on the page of a place; `line` is its line.
 * @throws Refusal where the line has no such column
 */
export function offsetOn({ lines }: Page, line: number, { column }: GivenPlace): number {
  const { start = 0, text = "" } = lines[line] ?? {};
  const characters = [...text];
  if (column >= 1 && column <= characters.length) return start + characters.slice(0, column - 1).join("").length;
  throw new Refusal({
    zh: `这一行没有这一列，全行 ${characters.length} 字`,
    en: `no such column; the line has ${characters.length}`,
  });
}

/** Evidence that is weaker than this is not shown: it would round to nothing. */
const LEAST_SHOWN = 0.05;

/** Evidence a row, its strength before it; the last row has together what is too weak for a row of its own. */
export function evidenceRows({ say, colours }: Session, evidence: readonly Evidence[]): string[] {
  const shown = evidence.filter(({ nats }) => Math.abs(nats) >= LEAST_SHOWN);
  const rest = evidence.reduce((sum, one) => (shown.includes(one) ? sum : sum + one.nats), 0);
  const others: Evidence[] = Math.abs(rest) >= LEAST_SHOWN ? [{ says: OTHERS, nats: rest }] : [];
  const rows = [...shown, ...others];
  return rows.map(
    ({ says, nats }) => `  ${(nats > 0 ? colours.green : colours.red)(signed(nats).padStart(7))}  ${say(says)}`,
  );
}

const OTHERS: Localised = { zh: "其余各项合计", en: "all others together" };

/** A number with its sign and one digit after the point. */
export function signed(value: number): string {
  return `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(1)}`;
}

/** A number with one digit after the point, and with its sign where it is below 0. */
export function unsigned(value: number): string {
  return value <= -LEAST_SHOWN ? signed(value) : Math.abs(value).toFixed(1);
}

/** A table of texts, each column as wide as its widest text; columns of numbers end together. */
export function tableOf(rows: readonly (readonly string[])[], numbers: readonly number[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => widestOf(rows.map((row) => row[i] ?? "")));
  return rows.map((row) =>
    row
      .map((cell, i) => {
        const width = widths[i] ?? 0;
        return numbers.includes(i) ? padTo("", width - widestOf([cell])) + cell : padTo(cell, width);
      })
      .join("  ")
      .trimEnd(),
  );
}
