/** The generated part of docs/performance.md. */

import { asMarkdown, type Table } from "./table.ts";

const FROM = "<!-- generated: performance -->";
const TO = "<!-- /generated: performance -->";

/** What a run was made on and when; nothing that says whose machine it is. */
export interface Circumstances {
  readonly cores: number;
  /** Bytes. */
  readonly memory: number;
  readonly node: string;
  /** As 2026-01-31. */
  readonly day: string;
}

/** The text of the page with the tables of a run in place of those it had. */
export function withTables(current: string, tables: readonly Table[], circumstances: Circumstances): string {
  const [start, end] = [current.indexOf(FROM), current.indexOf(TO)];
  if (start < 0 || end < start) throw new Error(`docs/performance.md has no part between ${FROM} and ${TO}.`);
  const parts = [inWords(circumstances), ...tables.map(asMarkdown)];
  return `${current.slice(0, start + FROM.length)}\n${parts.join("\n\n")}\n${current.slice(end)}`;
}

/** Where and when, in a line. */
export function inWords({ cores, memory, node, day }: Circumstances): string {
  return `Measured on ${day}, with ${cores} ${cores === 1 ? "core" : "cores"}, ${Math.round(memory / 2 ** 30)} GiB of memory and Node ${node}.`;
}
