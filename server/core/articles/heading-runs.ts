/** What the short lines of a reading are, and the headings that they make. */

/** What a short line at a cut is read as: a part of the text, the first line of a heading, or a further line of one. */
export const PART = 0;
export const HEADING = 1;
export const HEADING_MORE = 2;

/** The headings of a reading as runs of short lines, in page order. */
export class HeadingRuns {
  readonly firstLine: number[] = [];
  readonly lines: number[] = [];
  readonly place: number[] = [];
  /** How many other headings stand at its place above it and below it. */
  readonly above: number[] = [];
  readonly below: number[] = [];

  get count(): number {
    return this.firstLine.length;
  }

  clear(): void {
    const { firstLine, lines, place, above, below } = this;
    firstLine.length = lines.length = place.length = above.length = below.length = 0;
  }

  /** Adds those of a place, from its short lines and what each is read as. */
  add(place: number, shortLines: readonly number[], labels: Uint8Array): void {
    const before = this.count;
    for (const s of shortLines) {
      if (labels[s] === HEADING) {
        this.firstLine.push(s);
        this.lines.push(1);
        this.place.push(place);
        this.above.push(this.count - 1 - before);
      } else if (labels[s] === HEADING_MORE) {
        this.lines[this.count - 1] = (this.lines[this.count - 1] as number) + 1;
      }
    }
    for (let h = before; h < this.count; h += 1) this.below.push(this.count - 1 - h);
  }
}
