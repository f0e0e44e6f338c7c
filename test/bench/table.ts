/** Tables of figures, for a terminal and for Markdown. */

import { isSpread, type Outcome } from "./figures.ts";

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Columns one under the other; the first is set left, figures are set right. */
export function asText({ title, head, rows }: Table): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? "").length)));
  const lines = [head, ...rows].map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("   ")
      .trimEnd(),
  );
  return [`── ${title}`, ...lines].join("\n");
}

export function asMarkdown({ title, head, rows }: Table): string {
  const rule = head.map((_, column) => (column === 0 ? "---" : "---:"));
  return [`### ${title}`, "", ...[head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`)].join("\n");
}

/** A figure for a cell: the median, and of several runs the least and the most; or why there is none. */
export function cellOf(outcome: Outcome | undefined): string {
  if (outcome === undefined) return "–";
  if ("over" in outcome) return `over ${outcome.over} s`;
  if (!isSpread(outcome)) return outcome.missing;
  const { median, min, max, runs } = outcome;
  if (runs === 1 || short(min) === short(max)) return short(median);
  return `${short(median)} (${short(min)}–${short(max)})`;
}

/** Three digits that count, no more: the rest is noise. */
export function short(value: number): string {
  const size = Math.abs(value);
  if (size >= 99.95) return value.toFixed(0);
  if (size >= 9.995) return value.toFixed(1);
  if (size >= 0.0995) return value.toFixed(2);
  return value.toFixed(3);
}
