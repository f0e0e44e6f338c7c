/** What the short lines of a reading are, and the headings that they make. */

/** What a short line at a cut is read as: a part of the text, the first line of a heading, or a further line of one. */
export const PART = 0;
export const HEADING = 1;
export const HEADING_MORE = 2;

/** A run of short lines as a heading of a reading, and where it stands. */
export interface PlacedHeading {
  readonly firstLine: number;
  readonly lines: number;
  readonly place: number;
  /** Whether an article begins at its place. */
  readonly atCut: boolean;
  /** How many other headings stand at its place above it and below it. */
  readonly above: number;
  readonly below: number;
}

/** The headings of a place of a reading, from its short lines and what each is read as. */
export function headingsAt(
  { place, atCut }: Pick<PlacedHeading, "place" | "atCut">,
  shortLines: readonly number[],
  labels: Uint8Array,
): PlacedHeading[] {
  const found: { firstLine: number; lines: number }[] = [];
  for (const s of shortLines) {
    const last = found.at(-1);
    if (labels[s] === HEADING) found.push({ firstLine: s, lines: 1 });
    else if (labels[s] === HEADING_MORE && last) last.lines += 1;
  }
  const below = found.length - 1;
  return found.map(({ firstLine, lines }, i) => ({ firstLine, lines, place, atCut, above: i, below: below - i }));
}
