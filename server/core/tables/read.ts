/**
 * Reads the tables of `server/data/`: one entry a line, its columns separated by tabs. A line that begins with `#` is for
 * people: the head says what the table is, its source and its licence.
 */

import type { Localised } from "../text/locale.ts";

/** The entries of a table of one column, in the order of the file. */
export function entriesOf(table: string): string[] {
  // Every start reads them all, so a line is looked at by itself only where remarks stand between the entries.
  let head = 0;
  while (table.startsWith("#", head)) head = table.indexOf("\n", head) + 1;
  const lines = table.slice(head, table.endsWith("\n") ? -1 : undefined).split("\n");
  return table.includes("\n#", head) ? lines.filter((line) => !line.startsWith("#")) : lines;
}

/** The rows of a table of several columns; a missing last column is "". */
export function rowsOf(table: string): string[][] {
  return entriesOf(table).map((line) => line.split("\t"));
}

/** The entries of a table of one column, to be looked up in. */
export function setOf(table: string): ReadonlySet<string> {
  return new Set(entriesOf(table));
}

/** The second column of a table of two by the first, in the order of the file. */
export function mapOf(table: string): ReadonlyMap<string, string> {
  return new Map(rowsOf(table).map(([key = "", value = ""]) => [key, value]));
}

/** The entries of a table of characters, as one string. */
export function charactersOf(table: string): string {
  return entriesOf(table).join("");
}

/** The texts for people of a table: by the first column, in Chinese and English. */
export function textsOf(table: string): ReadonlyMap<string, Localised> {
  return new Map(rowsOf(table).map(([key = "", zh = "", en = ""]) => [key, { zh, en }]));
}
