/** Where a cleaned page breaks, seen from the lines that it was made of. */

import { diffChars } from "diff";
import { LOOKALIKE, standFor } from "../../server/core/tables/look-alike.ts";
import { withoutWhiteSpace } from "../../server/core/text/text.ts";

/** What must be known of a line to judge its end. */
interface JudgedLine {
  readonly text: string;
  /** The paragraph it belongs to; a line without one is not judged, nor is a mixed one. */
  readonly para: string | null;
  readonly mixed?: unknown;
}

/** A line end that the truth judges. */
export interface LineEnd<T extends JudgedLine = JudgedLine> {
  /** Index of the line. */
  readonly at: number;
  readonly line: T;
  readonly next: T;
  /** Whether a paragraph ends here, and whether the cleaned page breaks here. */
  readonly isBreak: boolean;
  readonly found: boolean;
}

/** The line ends between lines whose paragraphs are known, in page order. `out` is the cleaned page. */
export function* lineEndsOf<T extends JudgedLine>(lines: readonly T[], out: string): Generator<LineEnd<T>> {
  const broken = breaksAfter(
    lines.map(({ text }) => text),
    out,
  );
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (!next || line.para === null || next.para === null || line.mixed || next.mixed) continue;
    yield { at, line, next, isBreak: line.para !== next.para, found: broken[at] ?? false };
  }
}

/** For each line of a page, whether the cleaned page has a line break behind it. */
export function breaksAfter(lines: readonly string[], out: string): boolean[] {
  const source = lines.map(fold);
  const paragraphs = paragraphsOf(out).map(fold);
  const breaks = new Set<number>();
  let length = 0;
  for (const paragraph of paragraphs) {
    length += paragraph.length;
    breaks.add(length);
  }
  const place = aligned(source.join(""), paragraphs.join(""));
  let end = 0;
  return source.map((line) => {
    end += line.length;
    const [from, to] = place(end);
    for (let at = from; at <= to; at += 1) if (breaks.has(at)) return true;
    return false;
  });
}

/** The lines of a cleaned page that are not blank. */
export function paragraphsOf(out: string): string[] {
  return out.split(/[\r\n\f]+/).filter((line) => withoutWhiteSpace(line) !== "");
}

/** Without white space and with the character that each look-alike stands for. */
export function fold(text: string): string {
  return withoutWhiteSpace(text).replace(LOOKALIKE, standFor).replaceAll("\u2015", "—");
}

/** Where an offset of `before` lies in `after`: from the end of what precedes it to the start of what follows it. */
export function aligned(before: string, after: string): (offset: number) => readonly [number, number] {
  if (before === after) return (offset) => [offset, offset];
  const ends = new Int32Array(before.length + 1);
  const starts = new Int32Array(before.length + 1);
  let [from, to] = [0, 0];
  for (const { value, added, removed } of diffChars(before, after)) {
    for (let i = 0; i < value.length; i += 1) {
      if (!removed) to += 1;
      if (!added) from += 1;
      if (added) starts[from] = to;
      else {
        ends[from] = to;
        starts[from] = to;
      }
    }
  }
  return (offset) => [ends[offset] ?? 0, starts[offset] ?? 0];
}
