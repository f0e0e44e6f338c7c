/**
 * Reads the tables of `server/data/`: one entry a line, its columns separated by tabs. A line that begins with `#` is for
 * people: the head says what the table is, its source and its licence.
 */

/** The entries of a table of one column, in the order of the file. */
export function entriesOf(table: string): string[] {
  return table.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
}

/** The rows of a table of several columns; a missing last column is "". */
export function rowsOf(table: string): string[][] {
  return entriesOf(table).map((line) => line.split("\t"));
}
